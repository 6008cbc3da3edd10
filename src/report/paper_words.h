// What stands on a paper ballot, in Vietnamese words for what is printed.
#pragma once

#include <string>
#include <string_view>

#include "congress/paper_state.h"
#include "rules/ballot.h"

namespace hp::report {

// "đồng ý", "cả hai ô"
std::string_view mark_word(rules::Mark mark);
// "rách", "thiếu dấu"
std::string_view defect_word(rules::Defect defect);

// "1, 2, 5"
std::string listed(const auto& numbers) {
  std::string out;
  for (const std::uint32_t one : numbers) out += (out.empty() ? "" : ", ") + std::to_string(one);
  return out;
}

// The whole of it by ballot number: "gạch 2, 5", "không gạch ai"; in box form by what is marked:
// "đồng ý 1, 3; bỏ trống 2"; then what is odd about the paper.
std::string paper_words(const congress::SheetContent& content);

}  // namespace hp::report
