// A ballot whose every proof holds: the only kind that a tally takes.
#pragma once

#include <memory>

#include "base/error.h"
#include "congress/ballot_shape.h"
#include "congress/ceremony_state.h"
#include "congress/contest_state.h"

namespace hp::congress {

// What a ballot is bound to.
struct BallotContext {
  Hash ctx{};        // ballot.md section 3
  Bytes key;         // K, 65
  KeyPoint voter{};  // the credential that signs the cast command
  BallotShape shape;
};

class CheckedBallot {
 public:
  const KeyPoint& voter() const { return voter_; }
  const Hash& ctx() const { return ctx_; }
  ByteView bytes() const { return bytes_; }
  std::size_t columns() const { return columns_; }  // m

 private:
  friend Result<std::shared_ptr<const CheckedBallot>> check_ballot(const BallotContext&, ByteView);
  friend Result<std::shared_ptr<const CheckedBallot>> take_ballot(const BallotContext&, ByteView);
  CheckedBallot() = default;
  KeyPoint voter_{};
  Hash ctx_{};
  Bytes bytes_;
  std::size_t columns_ = 0;
};

// Decodes, then checks every proof one by one (ballot.md section 4). Fails with `group_element`
// ("ballot", where decoding stops) or `ballot_proof` ("bit 3", "row 0", "total 0").
// Some 20 ms for twenty names; pure, safe beside others.
Result<std::shared_ptr<const CheckedBallot>> check_ballot(const BallotContext& context,
                                                          ByteView bytes);

// A ballot of the server's own record, whose proofs were checked when it was accepted.
Result<std::shared_ptr<const CheckedBallot>> take_ballot(const BallotContext& context,
                                                         ByteView bytes);

// The context of ballots of an open round.
BallotContext ballot_context(const Ceremonies& ceremonies, const Round& round,
                             const KeyPoint& voter);

}  // namespace hp::congress
