// Where things stand on a ballot paper: what draws it draws at these places, and what reads it
// later finds it by them. Places are from the top left corner. Source: docs/design/paper.md
// section 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pdf/document.h"
#include "pdf/length.h"

namespace hp::paper {

using pdf::Length;
using pdf::mm;
using pdf::pt;

struct Point {
  Length x{}, y{};
  bool operator==(const Point&) const = default;
};

struct Place {
  Length x{}, y{}, width{}, height{};
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  bool operator==(const Place&) const = default;
};

// How far two places are apart: the larger of the gaps along and across the page, no length where
// they touch or overlap.
Length gap(const Place& a, const Place& b);

struct PersonPlace {
  std::uint32_t candidate = 0;           // position on the list, from 1
  Place name;                            // where a strike counts
  std::optional<Place> agree, disagree;  // outer edges of the boxes' lines; box form alone
};

struct SideLayout {
  std::vector<Point> marks;  // centres: top left, top right, bottom left, bottom right
  Place qr;                  // of the black and white modules, without the white around them
  std::vector<PersonPlace> people;
};

struct Layout {
  Length width{}, height{};
  std::vector<SideLayout> sides;
};

inline constexpr Length kMarkSide = mm(6);
Place mark_at(const Point& centre);

// {"page": [210, 297], "sides": [{"marks": [[13, 13], …], "qr": [x, y, w, h], "people":
// [{"candidate": 1, "name": […], "agree": […], "disagree": […]}]}]}, a person a line. Millimetres,
// rounded to hundredths: what the PDF draws is never further off than 0.005 mm.
std::string layout_json(const Layout& layout);

}  // namespace hp::paper
