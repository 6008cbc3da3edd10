// What minutes say, in order and in words, before a maker gives it a shape: text.cpp the plain
// text, pdf.cpp the paper. Both say the same, since neither has words of its own.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/hex.h"
#include "minutes/layout.h"

namespace hp::minutes {

enum class Look { kPlain, kBold, kItalic, kRule };  // kRule: a line as long as the text above it

struct HeadLine {
  std::string text;
  Look look = Look::kPlain;
};

// Who signs, under which words; `field` names the PDF's signature field, none for who does not
// sign.
struct Signatory {
  std::vector<std::string> heading;
  std::string name;
  std::string field;
};

namespace outline {
struct Blank {};
struct Head {
  std::vector<HeadLine> left, right;
};
struct Centred {
  std::string text;
  bool title = false;
};
struct Section {
  std::string first, text;
};
// `first` stands before the first line: "- ", "    1. ". Four spaces or more: a level below.
struct Paragraph {
  std::string first, text;
};
struct Digest {
  std::string digits;  // 64
};
struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
};
struct Signing {
  Signatory left, right;
};
struct Members {
  std::string title;
  std::vector<Signatory> members;
};
using Item =
    std::variant<Blank, Head, Centred, Section, Paragraph, Digest, Table, Signing, Members>;
}  // namespace outline

class Outline {
 public:
  void blank();
  void head(std::vector<HeadLine> left, std::vector<HeadLine> right);
  void title(std::string text);
  void centred(std::string text);
  void section(std::string text, std::string first = "");
  void paragraph(std::string_view text, std::string_view first = "");
  void digest(const Hash& hash);
  void table(std::vector<Column> columns, std::vector<Row> rows);
  void signing(Signatory left, Signatory right);
  void members(std::string title, std::vector<Signatory> members);
  const std::vector<outline::Item>& items() const { return items_; }

 private:
  std::vector<outline::Item> items_;
};

// The plain text of it; what make_text gives.
std::string text_of(const Outline& outline);

}  // namespace hp::minutes
