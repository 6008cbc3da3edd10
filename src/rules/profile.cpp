#include "rules/profile.h"

namespace hp::rules {

Settings settings_of(Profile profile) {
  Settings out;
  out.offices_with_surplus = {Office::kCommittee, Office::kStandingCommittee};
  out.outside_support_percent = Percent{30};
  out.branch_committee_from = People{9};
  out.shortage.by_office = {{Office::kUpperDelegates, ShortageRule::kVoteAgain}};
  if (profile != Profile::kNational) {
    out.surplus_cap_percent = Percent{30};
    out.prepared_surplus_percent = PercentRange{Percent{10}, Percent{15}};
    out.small_body = SmallBody{.from = Seats{3}, .to = Seats{5}, .surplus = Names{1}};
  }
  return out;
}

}  // namespace hp::rules
