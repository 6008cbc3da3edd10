#include "minutes/outline.h"

#include <utility>

#include "base/hex.h"

namespace hp::minutes {

void Outline::blank() {
  items_.emplace_back(outline::Blank{});
}

void Outline::head(std::vector<HeadLine> left, std::vector<HeadLine> right) {
  items_.emplace_back(outline::Head{std::move(left), std::move(right)});
}

void Outline::title(std::string text) {
  items_.emplace_back(outline::Centred{std::move(text), true});
}

void Outline::centred(std::string text) {
  items_.emplace_back(outline::Centred{std::move(text)});
}

void Outline::section(std::string text, std::string first) {
  items_.emplace_back(outline::Section{std::move(first), std::move(text)});
}

void Outline::paragraph(std::string_view text, std::string_view first) {
  items_.emplace_back(outline::Paragraph{std::string(first), std::string(text)});
}

void Outline::digest(const Hash& hash) {
  items_.emplace_back(outline::Digest{to_hex(hash)});
}

void Outline::table(std::vector<Column> columns, std::vector<Row> rows) {
  items_.emplace_back(outline::Table{std::move(columns), std::move(rows)});
}

void Outline::signing(Signatory left, Signatory right) {
  items_.emplace_back(outline::Signing{std::move(left), std::move(right)});
}

void Outline::members(std::string title, std::vector<Signatory> members) {
  items_.emplace_back(outline::Members{std::move(title), std::move(members)});
}

}  // namespace hp::minutes
