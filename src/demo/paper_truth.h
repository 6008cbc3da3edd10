// What really stands on the papers of a round, and what each keyer makes of it: made from the
// dice before anybody keys, so that the play is the same however fast the keyers are.
#pragma once

#include <cstdint>
#include <vector>

#include "demo/plain_vote.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::demo {

namespace v1 = homphieu::v1;

// Strike-out form: who gets no vote is struck.
v1::SheetContent paper_of(const PlainBallot& ballot);

struct TruePaper {
  v1::SheetContent content;
  bool torn_strike = false;   // a strike that goes through half a name: the rules hold it
  bool hard_to_read = false;  // the first keyer can't tell
  // What each count reads, slips included. Never the same slip twice: comparing finds none such.
  std::vector<v1::SheetContent> keyed;
};

struct PaperPile {
  std::vector<std::vector<TruePaper>> batches;
  std::uint32_t slips = 0;      // names keyed wrong
  std::uint32_t differing = 0;  // papers on which the counts differ
  std::uint32_t doubtful = 0;

  const TruePaper& at(std::uint32_t batch, std::uint32_t sheet) const {
    return batches[batch - 1][sheet - 1];
  }
};

// Mixed, put in batches of at most 50, two of them doubtful. `slip_per_million` of a name keyed
// by a person, `counts` people a paper.
PaperPile pile_of(const std::vector<PlainBallot>& ballots, std::uint32_t counts,
                  std::uint32_t slip_per_million, Dice& dice);

}  // namespace hp::demo
