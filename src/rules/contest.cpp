#include "rules/contest.h"

#include <algorithm>

#include "rules/codes.h"

namespace hp::rules {
namespace {

constexpr std::uint64_t kMost = 1000;

std::string entry(std::size_t i) {
  return "[" + std::to_string(i) + "]";
}

template <class Meaning>
Result<void> check_range(const char* key, Number<Meaning> number, std::uint64_t from,
                         std::uint64_t to) {
  if (number.value >= from && number.value <= to) return {};
  return fail(codes::kCaseOutOfRange, key, std::to_string(from) + "-" + std::to_string(to));
}

Result<void> check_list(const char* key, std::span<const Candidate> list, Names candidates) {
  if (auto checked = check_candidates(list, candidates); !checked) {
    return std::unexpected(under(key, std::move(checked).error()));
  }
  return {};
}

Result<void> check_body(const char* key, const std::optional<std::vector<Candidate>>& body,
                        Names candidates) {
  if (!body) return {};
  return check_list(key, *body, candidates);
}

Result<void> check_offices(const Contest& contest) {
  if (contest.offices.empty()) return fail(codes::kCaseKeyMissing, "office");
  for (std::size_t i = 0; i < contest.offices.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (contest.offices[i] == contest.offices[j]) {
        return fail(codes::kCaseNamedTwice, "offices" + entry(i));
      }
    }
  }
  return {};
}

// What goes with some offices only, and what a re-vote of a tie leaves room for.
Result<void> check_places(const Contest& contest) {
  if (contest.alternates > Seats{0} && !contest.is(Office::kUpperDelegates)) {
    return fail(codes::kCaseAlternatesOffice, "alternates");
  }
  if (contest.planned && !contest.is(Office::kSecretary) && !contest.is(Office::kDeputySecretary) &&
      !contest.is(Office::kInspectionHead)) {
    return fail(codes::kCasePlannedOffice, "planned");
  }
  if (!contest.tie_of) return {};
  if (contest.is_poll()) return fail(codes::kCaseTieOfPoll, "tie_of");
  const std::uint64_t wanted = contest.seats.value + contest.alternates.value;
  if (contest.alternates > Seats{0} && wanted > contest.candidates.value) {
    return fail(codes::kCaseAlternatesInTie, "alternates");
  }
  return {};
}

Result<void> check_nominees(const Contest& contest) {
  std::vector<Candidate> named;
  for (std::size_t i = 0; i < contest.outside_nominees.size(); ++i) {
    const OutsideNominee& nominee = contest.outside_nominees[i];
    named.push_back(nominee.candidate);
    if (nominee.support > nominee.attending) {
      return fail(codes::kCaseSupport, "outside_nominees" + entry(i) + ".support");
    }
  }
  if (auto checked = check_candidates(named, contest.candidates); !checked) {
    Error error = std::move(checked).error();
    error.where += ".candidate";
    return std::unexpected(under("outside_nominees", std::move(error)));
  }
  return {};
}

}  // namespace

std::optional<Office> Contest::office() const {
  if (offices.size() != 1) return std::nullopt;
  return offices.front();
}

bool Contest::is_poll() const {
  return office() && rules::is_poll(*office());
}

Form form_of(const Contest& contest) {
  return contest.candidates.value > contest.seats.value ? Form::kStrikeOut : Form::kBox;
}

Result<void> check(const Contest& contest) {
  const Names candidates = contest.candidates;
  HP_TRY(check_offices(contest));
  HP_TRY(check_range("seats", contest.seats, 1, kMost));
  HP_TRY(check_range("candidates", candidates, 1, kMost));
  if (contest.round < Round{1}) return fail(codes::kCaseOutOfRange, "round", ">= 1");
  HP_TRY(check_places(contest));
  if (contest.prepared_candidates) {
    HP_TRY(check_range("prepared_candidates", *contest.prepared_candidates, 0, candidates.value));
  }
  if (contest.planned && contest.planned->number > candidates.value) {
    return fail(codes::kCaseOutOfRange, "planned", "0-" + std::to_string(candidates.value));
  }
  const MembersOf& members = contest.members_of;
  HP_TRY(check_body("members_of.standing_committee", members.standing_committee, candidates));
  HP_TRY(check_body("members_of.committee", members.committee, candidates));
  HP_TRY(check_body("members_of.inspection_committee", members.inspection_committee, candidates));
  HP_TRY(check_nominees(contest));
  HP_TRY(check_list("nominated_by_convening_member_off_list",
                    contest.nominated_by_convening_member_off_list, candidates));
  return check_list("counters_on_list", contest.counters_on_list, candidates);
}

Result<void> check_candidates(std::span<const Candidate> list, Names candidates) {
  std::vector<bool> named(candidates.value + 1, false);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::size_t number = list[i].number;
    if (number < 1 || number > candidates.value) {
      return fail(codes::kCaseOutOfRange, entry(i), "1-" + std::to_string(candidates.value));
    }
    if (named[number]) return fail(codes::kCaseNamedTwice, entry(i), std::to_string(number));
    named[number] = true;
  }
  return {};
}

}  // namespace hp::rules
