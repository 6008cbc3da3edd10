#include "rules/accounting.h"

namespace hp::rules {

AccountingCheck accounting_check(const Accounting& accounting, Ballots counted) {
  const auto& [issued, collected, unused, spoiled, prepared] = accounting;
  AccountingCheck out;
  if (collected && issued && *collected > *issued) {
    out.problems.push_back(AccountingProblem::kCollectedExceedsIssued);
  }
  if (collected && *collected != counted) {
    out.problems.push_back(AccountingProblem::kCollectedMismatch);
  }
  if (issued && unused && spoiled && prepared && *issued + *unused + *spoiled != *prepared) {
    out.problems.push_back(AccountingProblem::kPreparedMismatch);
  }
  return out;
}

}  // namespace hp::rules
