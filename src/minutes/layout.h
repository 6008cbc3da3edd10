// Plain text of a fixed width: centred lines, wrapped paragraphs, two columns, tables.
//
// A letter is one column wide, a combining mark none: true of Vietnamese in NFC.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hp::minutes {

inline constexpr std::size_t kLineWidth = 78;

// How many columns a terminal gives to UTF-8 text.
std::size_t display_width(std::string_view text);

// "95.54" as Vietnamese papers write it: "95,54".
std::string decimal_comma(std::string number);

// The words of the text in lines of at most `width` columns, at least one line. A longer word is
// cut. Control characters, C1 ones too, count as spaces: no text can move a terminal's cursor.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

struct Column {
  std::string title;
  std::size_t width = 0;  // 0, in one column at most: what the others leave
  bool to_the_right = false;
};

using Row = std::vector<std::string>;

class Layout {
 public:
  void blank();
  void centred(std::string_view text);
  // Wrapped; the first line after `first`, the others below its end.
  void paragraph(std::string_view text, std::string_view first = "");
  void two_columns(std::string_view left, std::string_view right);  // each centred in its half
  void table(std::vector<Column> columns, const std::vector<Row>& rows);
  std::string text() && { return std::move(out_); }

 private:
  void line(std::string_view text);
  std::string out_;
};

}  // namespace hp::minutes
