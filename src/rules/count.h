// A whole case through the rules: what a counting committee works out by hand, at once.
//
//   Case c;
//   c.roll = {{.count = People{200}, .person = {}}};
//   c.contest = {.offices = {Office::kSecretary}, .seats = Seats{1}, .candidates = Names{1}};
//   c.ballots = {{.count = Ballots{101}, .marks = {Mark::kAgree}}};
//   count(c)->decision->elected  // {Candidate{1}}: 101 is more than half of 200
//
// Everything here is a pure function: no file, no clock, no state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/accounting.h"
#include "rules/ballot.h"
#include "rules/base.h"
#include "rules/classify.h"
#include "rules/contest.h"
#include "rules/decide.h"
#include "rules/list.h"
#include "rules/profile.h"
#include "rules/tally.h"

namespace hp::rules {

struct Case {
  Profile profile = Profile::k190Of2024;
  Settings settings = settings_of(Profile::k190Of2024);  // resolved: overrides are in it
  std::vector<PeopleGroup> roll{};
  Meeting meeting = Meeting::kDelegateCongress;
  Contest contest{};
  std::vector<BallotGroup> ballots{};
  std::optional<Accounting> accounting{};
};

struct Outcome {
  ListCheck list{};
  BaseOf base{};
  std::vector<Verdict> ballots{};  // one for each group
  Tally tally{};
  std::vector<std::string> percent{};           // votes on the base, printed, for each person
  std::optional<Decision> decision{};           // absent where nobody is elected by it:
  std::vector<Candidate> ranking{};             // then all candidates, most votes first
  std::optional<AccountingCheck> accounting{};  // where an account was given
};

// Whether every part of the case can be meant. Fails with the path as `where`
// ("ballots[2].struck[0]").
Result<void> check(const Case& one);

// The outcome that the regulations demand. Fails as check() does, and never otherwise: ballots are
// counted whatever else is wrong.
Result<Outcome> count(const Case& one);

}  // namespace hp::rules
