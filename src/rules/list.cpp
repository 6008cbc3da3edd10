#include "rules/list.h"

#include <algorithm>

namespace hp::rules {
namespace {

using Body = std::optional<std::vector<Candidate>>;

// The body that the office is chosen from, and the problem of who is not in it.
struct Binding {
  const std::vector<Candidate>* body;
  ListProblem problem;
};

std::optional<Binding> bind(const Body& body, ListProblem problem) {
  if (!body) return std::nullopt;
  return Binding{&*body, problem};
}

std::optional<Binding> binding_body(const Contest& contest) {
  const MembersOf& members = contest.members_of;
  const auto office = contest.office();
  if (office == Office::kSecretary || office == Office::kDeputySecretary) {
    if (members.standing_committee) {
      return bind(members.standing_committee, ListProblem::kNotInStandingCommittee);
    }
    return bind(members.committee, ListProblem::kNotInCommittee);
  }
  if (office == Office::kStandingCommittee) {
    return bind(members.committee, ListProblem::kNotInCommittee);
  }
  if (office == Office::kInspectionHead) {
    return bind(members.inspection_committee, ListProblem::kNotInInspectionCommittee);
  }
  return std::nullopt;
}

bool demands_surplus(const Contest& contest, const Settings& settings) {
  const auto office = contest.office();
  return contest.is_first_ballot() && office && settings.needs_surplus(*office);
}

// Surplus and seats are at most 1000, percent of a setting at most 10^6: no overflow.
void add_surplus_problems(const Contest& contest, const Settings& settings,
                          std::vector<ListProblem>& out) {
  const std::uint64_t candidates = contest.candidates.value;
  const std::uint64_t seats = contest.seats.value;
  const bool demanded = demands_surplus(contest, settings);
  if (candidates <= seats) {
    if (demanded || contest.tie_of) out.push_back(ListProblem::kNoSurplus);
    return;
  }
  if (!demanded) return;
  const std::uint64_t surplus = candidates - seats;
  if (settings.is_small_body(contest.seats)) {
    if (surplus > settings.small_body->surplus.value) {
      out.push_back(ListProblem::kSmallBodySurplus);
    }
  } else if (const auto& cap = settings.surplus_cap_percent) {
    if (surplus * 100 > cap->value * seats) out.push_back(ListProblem::kSurplusOverCap);
  }
}

bool support_too_low(const OutsideNominee& nominee, const Settings& settings) {
  return nominee.support.value * 100 <=
         settings.outside_support_percent.value * nominee.attending.value;
}

bool prepared_outside_range(const Contest& contest, const Settings& settings) {
  const auto& range = settings.prepared_surplus_percent;
  if (!range || !contest.prepared_candidates || settings.is_small_body(contest.seats)) {
    return false;
  }
  const auto seats = static_cast<std::int64_t>(contest.seats.value);
  const auto prepared = static_cast<std::int64_t>(contest.prepared_candidates->value) - seats;
  return prepared * 100 < static_cast<std::int64_t>(range->from.value) * seats ||
         prepared * 100 > static_cast<std::int64_t>(range->to.value) * seats;
}

}  // namespace

ListCheck list_check(const Contest& contest, const Settings& settings) {
  ListCheck out;
  auto& problems = out.problems;
  add_surplus_problems(contest, settings, problems);
  if (contest.offices.size() > 1) problems.push_back(ListProblem::kSeveralOffices);
  // A body names nobody twice, so one that is shorter than the list leaves a candidate out.
  if (const auto binding = binding_body(contest);
      binding && binding->body->size() < contest.candidates.value) {
    problems.push_back(binding->problem);
  }
  if (contest.is(Office::kCommittee) && contest.official_members &&
      *contest.official_members < settings.branch_committee_from) {
    problems.push_back(ListProblem::kBranchTooSmall);
  }
  if (std::ranges::any_of(contest.outside_nominees, [&](const OutsideNominee& nominee) {
        return support_too_low(nominee, settings);
      })) {
    problems.push_back(ListProblem::kOutsideSupportTooLow);
  }
  if (!contest.nominated_by_convening_member_off_list.empty()) {
    problems.push_back(ListProblem::kConveningMemberOffList);
  }
  if (!contest.counters_on_list.empty()) problems.push_back(ListProblem::kCounterOnList);
  if (contest.approved_size && contest.seats > *contest.approved_size) {
    problems.push_back(ListProblem::kSeatsExceedApprovedSize);
  }
  if (contest.candidates.value < contest.seats.value) {
    problems.push_back(ListProblem::kFewerCandidatesThanSeats);
  }

  if (demands_surplus(contest, settings) && prepared_outside_range(contest, settings)) {
    out.warnings.push_back(ListWarning::kPreparedSurplusOutsideRange);
  }
  if (contest.is_first_ballot() && contest.approved_size &&
      contest.seats < *contest.approved_size) {
    out.warnings.push_back(ListWarning::kSeatsBelowApprovedSize);
  }
  return out;
}

std::optional<ListProblem> outside_body(const Contest& contest, Candidate candidate) {
  const auto binding = binding_body(contest);
  if (!binding) return std::nullopt;
  const std::vector<Candidate>& body = *binding->body;
  if (std::ranges::find(body, candidate) != body.end()) return std::nullopt;
  return binding->problem;
}

bool plan_is_outside_body(const Contest& contest) {
  if (!contest.planned) return false;
  return contest.planned->number == 0 || outside_body(contest, *contest.planned).has_value();
}

}  // namespace hp::rules
