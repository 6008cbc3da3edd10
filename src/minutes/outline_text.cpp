#include <algorithm>

#include "minutes/outline.h"

namespace hp::minutes {
namespace {

class Texter {
 public:
  void operator()(const outline::Blank& /*unused*/) { page_.blank(); }
  void operator()(const outline::Head& head) {
    for (std::size_t i = 0; i < std::max(head.left.size(), head.right.size()); ++i) {
      page_.two_columns(line(head.left, i), line(head.right, i));
    }
  }
  void operator()(const outline::Centred& it) { page_.centred(it.text); }
  void operator()(const outline::Section& it) { page_.paragraph(it.text, it.first); }
  void operator()(const outline::Paragraph& it) { page_.paragraph(it.text, it.first); }
  // Two lines of 32 digits, so that a hash can be read aloud and never runs over the margin.
  void operator()(const outline::Digest& it) {
    page_.paragraph(it.digits.substr(0, 32), "    ");
    page_.paragraph(it.digits.substr(32), "    ");
  }
  void operator()(const outline::Table& it) { page_.table(it.columns, it.rows); }
  void operator()(const outline::Signing& it) {
    const auto& left = it.left.heading;
    const auto& right = it.right.heading;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      page_.two_columns(i < left.size() ? left[i] : "", i < right.size() ? right[i] : "");
    }
    for (int i = 0; i < 3; ++i) page_.blank();
    page_.two_columns(signed_name(it.left), signed_name(it.right));
  }
  void operator()(const outline::Members& it) {
    page_.centred(it.title);
    page_.blank();
    for (const Signatory& member : it.members) {
      page_.paragraph(
          member.name + (member.field.empty() ? ": không ký" : ": ...................."), "- ");
    }
  }
  std::string text() && { return std::move(page_).text(); }

 private:
  static std::string line(const std::vector<HeadLine>& lines, std::size_t i) {
    if (i >= lines.size()) return "";
    return lines[i].look == Look::kRule ? std::string(22, '-') : lines[i].text;
  }
  static std::string signed_name(const Signatory& who) {
    return who.name + (who.field.empty() ? " (không ký)" : "");
  }
  Layout page_;
};

}  // namespace

std::string text_of(const Outline& outline) {
  Texter texter;
  for (const outline::Item& item : outline.items()) std::visit(texter, item);
  return std::move(texter).text();
}

}  // namespace hp::minutes
