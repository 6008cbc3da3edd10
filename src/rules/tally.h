// What a count comes to: sums over ballots, from paper one by one or from decrypted totals. The
// two are added, and everything after them (decide.h) sees the sum alone.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "base/error.h"
#include "rules/classify.h"

namespace hp::rules {

struct Tally {
  Ballots valid{};
  Ballots invalid{};
  Ballots held{};
  std::vector<Votes> votes{};  // for each person, in ballot order
  // Box form alone, else empty: for each person votes + disagree + not_counted = valid.
  std::vector<Votes> disagree{};
  std::vector<Votes> not_counted{};
  // Invalid ballots by reason. One with two reasons stands under both.
  std::map<Reason, Ballots> invalid_for{};

  Ballots ballots() const { return valid + invalid + held; }
  Tally& operator+=(const Tally& more);  // of the same contest
  bool operator==(const Tally&) const = default;
};

// The tally of no ballots.
Tally empty_tally(const Contest& contest);

// Adds `count` ballots with this verdict.
void add(Tally& tally, const Verdict& verdict, Ballots count);

// Sums over electronic ballots as the trustees decrypt them: docs/design/ballot.md section 2.
struct DecryptedSums {
  Ballots ballots{};              // accepted
  std::vector<Votes> agree{};     // the vote or agree column of each person
  std::vector<Votes> disagree{};  // box form alone, else empty
  Ballots blank{};                // who votes for nobody, or leaves the one name unmarked
};

// The tally of an electronic part, record.md section 7: a blank ballot is invalid (`nobody`; one
// person: `no_box`) whatever the settings, except where they make nobody of several valid; not
// counted = valid − agree − disagree. Fails with `kSumsImpossible`, the sum as `where`.
Result<Tally> tally_of(const DecryptedSums& sums, const Contest& contest, const Settings& settings);

}  // namespace hp::rules
