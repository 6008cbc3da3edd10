// What layout gives and content.h writes: things at places, and the tree of tags they belong to.
// Places are from the top left corner of the page.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pdf/document.h"
#include "pdf/lines.h"

namespace hp::pdf {

// An element of the structure tree, or one of the two kinds of artifact (ISO 32000-2, 14.8.2.2).
enum class Tag : int { kDecoration = -2, kPagination = -1, kDocument = 0 };

struct LaidText {
  Length x, baseline, size;
  Line line;
  Length slack{};  // spread over the line's spaces
};
struct LaidField {
  Length x, y;
  Field field;
};
// Boxes of one picture, of which there may be hundreds: one thing, filled box by box.
struct LaidPicture {
  std::vector<Box> boxes;
};
using Thing = std::variant<LaidText, Box, Stroke, LaidField, LaidPicture>;

struct Item {
  Tag tag = Tag::kDecoration;
  Thing thing;
};
void move_down(Thing& thing, Length by);

struct LaidPage {
  Length width, height;
  std::vector<Item> items;

  void add(Tag tag, Thing thing);
};

struct Kid {
  enum class Kind { kElement, kContent, kField } kind{};
  int number = 0;  // of the element, the marked content on its page, the field in the document
  int page = 0;
};

struct Element {
  const char* type = "Document";
  Tag parent = Tag::kDocument;
  const char* attributes = "";  // as the dictionary's entry
  std::string words;            // /Alt
  std::vector<Kid> kids;
};

struct Tree {
  std::vector<Element> elements{Element{}};  // the first is Document

  Tag add(const char* type, Tag parent, const char* attributes = "", std::string words = "");
  Element& at(Tag tag) { return elements.at(static_cast<std::size_t>(tag)); }
};

struct Laid {
  std::vector<LaidPage> pages;
  Tree tree;
};

}  // namespace hp::pdf
