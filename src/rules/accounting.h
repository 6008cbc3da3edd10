// The account of ballots: do the figures of issued, collected and counted ballots fit?
#pragma once

#include <optional>
#include <vector>

#include "rules/tally.h"

namespace hp::rules {

// Figures that the counting committee reports (190 Đ.8 k.2, inferred); any may be missing.
struct Accounting {
  std::optional<Ballots> issued{};     // phát ra
  std::optional<Ballots> collected{};  // thu về
  std::optional<Ballots> unused{};     // không dùng
  std::optional<Ballots> spoiled{};    // hỏng
  std::optional<Ballots> prepared{};   // in
};

// In the order in which they are reported.
enum class AccountingProblem {
  kCollectedExceedsIssued,
  kCollectedMismatch,  // valid + invalid + held differs from collected
  kPreparedMismatch,   // issued + unused + spoiled differs from prepared
};
template <>
struct Words<AccountingProblem> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"collected_exceeds_issued", "collected_mismatch", "prepared_mismatch"});
};

struct AccountingCheck {
  std::vector<AccountingProblem> problems{};
  bool ok() const { return problems.empty(); }
  bool operator==(const AccountingCheck&) const = default;
};

// A check is made only where every number in it is given. `counted` is all ballots of the tally.
AccountingCheck accounting_check(const Accounting& accounting, Ballots counted);

}  // namespace hp::rules
