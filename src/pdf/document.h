// What stands on the paper, as plain values. make.h turns it into a PDF.
//
// A document flows over as many pages as it needs (`flow`: minutes), or is drawn page by page at
// places in millimetres (`sheets`: ballot papers, cards), or both, the flow first. All text is
// UTF-8 in NFC without control characters.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/time.h"
#include "pdf/fonts.h"
#include "pdf/length.h"

namespace hp::pdf {

struct Paper {
  Length width = mm(210);
  Length height = mm(297);
  Length left = mm(30), right = mm(15), top = mm(20), bottom = mm(20);
};
inline constexpr Paper kA4{};
inline constexpr Paper kA5{mm(148), mm(210), mm(15), mm(15), mm(15), mm(15)};

// A piece of a paragraph in one face.
struct Run {
  std::string text{};
  Face face = Face::kRegular;
};

enum class Align { kLeft, kCentre, kRight, kJustify };
enum class Role { kText, kTitle, kHeading };  // the tags P, H1, H2

// Lines break at spaces; a longer word is cut. U+00A0 does not break; it is read back as a space,
// since both are one glyph.
struct Paragraph {
  std::vector<Run> runs{};
  Role role = Role::kText;
  Align align = Align::kJustify;
  Length size = pt(13);
  int leading_percent = 120;    // baseline to baseline, of the size
  Length indent{};              // of every line
  Length first{};               // of the first line besides; negative: a hanging number
  Length before{}, after{};     // space above and below, none at the top of a page
  bool keep_with_next = false;  // headings
};

// A solid line; no width: from margin to margin. Decoration, so it has no tag.
struct Rule {
  Length width{};
  Length thickness = pt(0.75);
  Length before = pt(2), after = pt(2);
  Align align = Align::kCentre;
};

struct Space {
  Length height{};
};

// A signature field without a value (ISO 32000-2, 12.7.5.5). No height: invisible, a zero
// rectangle. Names are unique in the document.
struct Field {
  std::string name{};
  std::string description{};  // who signs here, for readers aloud
  Length width{}, height{};
  Align align = Align::kCentre;
};

using Piece = std::variant<Paragraph, Rule, Space, Field>;

// Columns beside each other: heads, signatures. Never parted by a page's end.
struct Column {
  int share = 1;  // of the width
  std::vector<Piece> pieces{};
};
struct Columns {
  std::vector<Column> columns{};
  Length gap = mm(4);
  Length before{}, after{};
  bool keep_with_next = false;
};

struct TableColumn {
  std::string title{};
  Length width{};  // none: an equal part of what the others leave
  Align align = Align::kLeft;
};

// Boxed cells that wrap; the titles stand again on each page; a row is parted only where it is
// higher than a page.
struct Table {
  std::vector<TableColumn> columns{};
  std::vector<std::vector<std::vector<Run>>> rows{};  // row, column, runs
  Length size = pt(13);
  Length before = pt(4), after = pt(4);
};

struct PageBreak {};

using Block = std::variant<Paragraph, Rule, Space, Field, Columns, Table, PageBreak>;

// Places on a sheet, from its top left corner.
struct Box {
  Length x{}, y{}, width{}, height{};
  Length line{};  // thickness of the outline, drawn inside the box; none: filled black
};
struct Stroke {
  Length x1{}, y1{}, x2{}, y2{};
  Length thickness = pt(0.5);
};
struct TextBox {  // `y` is the top of the first line
  Length x{}, y{}, width{};
  Paragraph paragraph{};
};
// Boxes that are one picture, such as a QR code. Without words for it, it is decoration.
struct Picture {
  std::vector<Box> boxes{};
  std::string words{};
};
struct FieldBox {
  Length x{}, y{};
  Field field{};
};
using Mark = std::variant<Box, Stroke, TextBox, Picture, FieldBox>;

struct Sheet {
  Length width{}, height{};
  std::vector<Mark> marks{};  // in reading order
};

// A file inside the PDF, which says the same in data (AFRelationship /Data; ISO 19005-3, 6.8).
struct Attachment {
  std::string name{};        // "minutes.json"
  std::string media_type{};  // "application/json"
  std::string description{};
  Bytes content{};
  UnixMs modified{};
};

struct Document {
  std::string title{};
  std::string author{};
  std::string program{};  // "homphieu 0.1.0"
  std::string language = "vi-VN";
  UnixMs at{};  // creation and last change
  Paper paper = kA4;
  bool numbered = true;  // n/N at the top of each page of the flow
  std::vector<Block> flow{};
  std::vector<Sheet> sheets{};
  // How often the sheets stand in the file, one set behind another. The others share what is drawn
  // and tagged on the first, and have no fields: a few hundred bytes a page.
  int copies = 1;
  std::vector<Attachment> attachments{};
};

}  // namespace hp::pdf
