// Random cases that can be meant, for tests of laws. Small numbers on purpose: ties, exact halves
// and empty lists are then frequent.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <vector>

#include "rules/count.h"

namespace hp::rules::test {

// Every number of the range is as likely as another, also in the first, "small" runs.
inline std::uint64_t pick(std::uint64_t from, std::uint64_t to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::uint64_t>(from, to + 1));
}

template <class Enum>
Enum pick_word() {
  return static_cast<Enum>(pick(0, Words<Enum>::of.size() - 1));
}

inline std::vector<Candidate> pick_candidates(const Contest& contest) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < contest.candidates.value; ++i) {
    if (pick(0, 1) == 1) out.push_back(Candidate::at_index(i));
  }
  return out;
}

inline Contest pick_contest() {
  Contest out;
  out.offices = {pick_word<Office>()};
  out.candidates = Names{pick(pick(0, 1) == 0 ? 1 : 3, 5)};
  const std::uint64_t one_less = std::max<std::uint64_t>(out.candidates.value, 2) - 1;
  out.seats = Seats{pick(0, 1) == 0 ? one_less : pick(1, pick(0, 7) == 0 ? 7 : one_less)};
  out.round = Round{pick(1, 2)};
  out.tie_of = !out.is_poll() && pick(0, 5) == 0;
  if (out.is(Office::kUpperDelegates)) {
    const std::uint64_t left =
        out.candidates.value > out.seats.value ? out.candidates.value - out.seats.value : 0;
    out.alternates = Seats{pick(0, left)};
  }
  if (pick(0, 7) == 0) out.counters_on_list = pick_candidates(out);
  if (out.is(Office::kSecretary) && pick(0, 1) == 0) {
    out.members_of.committee = pick_candidates(out);
    out.planned = Candidate{static_cast<std::uint16_t>(pick(0, out.candidates.value))};
  }
  return out;
}

// As many as must be struck so that as many as seats are left.
inline std::vector<Candidate> pick_all_but_seats(const Contest& contest) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < contest.candidates.value; ++i) {
    out.push_back(Candidate::at_index(i));
  }
  for (std::uint64_t left = contest.seats.value; left > 0; --left) {
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(pick(0, out.size() - 1)));
  }
  return out;
}

inline BallotGroup pick_ballots(const Contest& contest, const Settings& settings) {
  BallotGroup out;
  out.count = Ballots{pick(1, 2)};
  if (form_of(contest) == Form::kStrikeOut) {
    out.struck = pick(0, 7) == 0 ? pick_candidates(contest) : pick_all_but_seats(contest);
  } else {
    for (std::size_t i = 0; i < contest.candidates.value; ++i) {
      out.marks.push_back(pick_word<Mark>());
    }
  }
  if (pick(0, 15) == 0) out.defects = {pick_word<Defect>()};
  if (!held_for(out, contest, settings).empty() && pick(0, 3) > 0) {
    out.conclusion = Conclusion{.valid = pick(0, 1) == 1};
  }
  return out;
}

inline PeopleGroup pick_people() {
  PeopleGroup out;
  out.count = People{pick(1, 2)};
  out.person = {.standing = pick_word<Standing>(),
                .attended = pick_word<Attended>(),
                .convening_committee = pick(0, 1) == 1,
                .replaced = pick(0, 1) == 1,
                .active_elsewhere = pick(0, 1) == 1,
                .exempted = pick(0, 1) == 1,
                .suspended = pick(0, 1) == 1,
                .charged = pick(0, 1) == 1,
                .excused = pick(0, 1) == 1};
  if (pick(0, 1) == 1) out.person.not_convened = pick_word<NotConvened>();
  return out;
}

inline Case pick_case() {
  Case out;
  out.profile = pick_word<Profile>();
  out.settings = settings_of(out.profile);
  out.settings.nobody_of_several = pick_word<NobodyRule>();
  out.settings.one_name_both_boxes = pick_word<OneNameRule>();
  out.settings.one_name_no_box = pick_word<OneNameRule>();
  if (pick(0, 7) > 0) out.settings.offices_with_surplus.clear();
  out.meeting = pick_word<Meeting>();
  out.contest = pick_contest();
  std::uint64_t ballots = 0;
  for (std::uint64_t i = pick(0, 7); i > 0; --i) {
    out.ballots.push_back(pick_ballots(out.contest, out.settings));
    ballots += out.ballots.back().count.value;
  }
  // About as many people as ballots, so that votes lie around half.
  out.roll.push_back({.count = People{ballots + (ballots == 0 ? 1 : 0)}, .person = {}});
  for (std::uint64_t i = pick(0, 3) / 2; i > 0; --i) out.roll.push_back(pick_people());
  if (pick(0, 9) == 0) out.roll.clear();
  return out;
}

}  // namespace hp::rules::test
