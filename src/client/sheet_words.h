// What keyers say and read of one paper: the letters of its defects, and its verdict in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "rules/classify.h"

namespace hp::client {

// The key of each defect: a letter of its Vietnamese name.
char letter_of(rules::Defect defect);
std::optional<rules::Defect> defect_of(char letter);

// "phiếu rách", "phiếu bầu quá số lượng".
std::string_view reason_words(rules::Reason reason, Language language);
std::string_view defect_words(rules::Defect defect, Language language);
// "đồng ý"
std::string_view mark_words(rules::Mark mark, Language language);

// "HỢP LỆ, 14 phiếu bầu", "KHÔNG HỢP LỆ: bầu quá số lượng", "CHỜ KẾT LUẬN: phiếu rách"; a doubtful
// paper goes to the committee whatever the rules say.
std::string verdict_words(const rules::Verdict& verdict, bool doubtful, Language language);

}  // namespace hp::client
