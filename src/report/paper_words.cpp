#include "report/paper_words.h"

#include <array>

namespace hp::report {
namespace {

// In the order of rules::Mark.
constexpr std::array<std::string_view, 4> kMarkWords{"đồng ý", "không đồng ý", "cả hai ô",
                                                     "bỏ trống"};

// In the order of rules::Defect.
constexpr std::array<std::string_view, 11> kDefectWords{"không do ban kiểm phiếu phát",
                                                        "viết thêm tên ngoài danh sách",
                                                        "đánh dấu riêng",
                                                        "nhiều màu mực",
                                                        "ký tên",
                                                        "viết thêm",
                                                        "gạch không hết họ tên",
                                                        "thiếu dấu",
                                                        "rách",
                                                        "phiếu của nội dung bầu khác",
                                                        "gạch tên trên phiếu có ô"};
static_assert(rules::Words<rules::Mark>::of.size() == kMarkWords.size());
static_assert(rules::Words<rules::Defect>::of.size() == kDefectWords.size());

}  // namespace

std::string_view mark_word(rules::Mark mark) {
  return kMarkWords.at(static_cast<std::size_t>(mark));
}

std::string_view defect_word(rules::Defect defect) {
  return kDefectWords.at(static_cast<std::size_t>(defect));
}

std::string paper_words(const congress::SheetContent& content) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : "; ") + text; };
  for (std::size_t mark = 0; mark < kMarkWords.size(); ++mark) {
    std::vector<std::uint32_t> names;
    for (std::size_t i = 0; i < content.marks.size(); ++i) {
      if (content.marks[i] == static_cast<rules::Mark>(mark)) {
        names.push_back(static_cast<std::uint32_t>(i + 1));
      }
    }
    if (!names.empty()) add(std::string(kMarkWords.at(mark)) + " " + listed(names));
  }
  if (content.marks.empty()) {
    std::vector<std::uint32_t> names;
    for (const rules::Candidate one : content.struck) names.push_back(one.number);
    add(names.empty() ? "không gạch ai" : "gạch " + listed(names));
  }
  for (const rules::Defect one : content.defects) add(std::string(defect_word(one)));
  return out;
}

}  // namespace hp::report
