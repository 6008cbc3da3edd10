// Slides for the hall's screen: pages of 16:9 in letters of at least 24 pt, black on white. What
// they say comes in as lists and sentences (report/slides.h); here they get their shape.
//
//   Slides slides{.heading = …, .parts = {}};
//   slides.parts.push_back(SlideList{"DANH SÁCH BẦU CỬ", "Bầu 15 trong 17 người", rows});
//   slides.parts.push_back(SlideText{"CÁCH GHI PHIẾU", "", {"Bầu không quá 15 người."}});
//   HP_ASSIGN(const Bytes pdf, make_slides(slides, fonts));
//
// Source: docs/design/paper.md section 1.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "paper/ballot.h"

namespace hp::paper {

struct SlideRow {
  std::string number, name;  // the number may be empty
  std::string figures;       // at the right: "320 – 98,85"; all rows of a list have them, or none
};

// Names under each other, in the order given: down the left column, then down the right.
struct SlideList {
  std::string title;  // "DANH SÁCH BẦU CỬ"
  std::string about;  // stands behind "Lần bầu thứ 1 – "; may be empty
  std::vector<SlideRow> rows;
};

// Sentences, numbered from 1.
struct SlideText {
  std::string title, about;
  std::vector<std::string> sentences;
};

using SlidePart = std::variant<SlideList, SlideText>;

struct Slides {
  Heading heading;  // a rehearsal's says so on every page
  std::vector<SlidePart> parts;
};

inline constexpr Length kSlideWidth = mm(338.7);
inline constexpr Length kSlideHeight = mm(190.5);
inline constexpr Length kSmallestOnSlide = pt(24);

// Each part begins a page; it gets the largest letters that keep it on one page, and the smallest
// on as many pages as it needs. A name that is too long for its column gets smaller, down to 24 pt,
// then takes more lines; nothing is cut. An empty part has no page.
// Fails with `paper_names` where there is no page at all, `paper_heading_long` where a heading or a
// sentence fills a page, `paper_name_long` where a name does, and as pdf::make does.
Result<Bytes> make_slides(const Slides& slides, const pdf::Fonts& fonts);

}  // namespace hp::paper
