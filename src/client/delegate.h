// A delegate's voting: no login; the card's key signs the ballot, and the same device encrypts it.
//
//   HP_ASSIGN(auto round, open_round(hall, congress_id, "bch"));         // once for many delegates
//   HP_ASSIGN(auto ballot, prepare_ballot(round, card, marks, random));  // pure, costs the time
//   HP_ASSIGN(auto cast, cast_ballot(hall, round, ballot));              // safe to call again
#pragma once

#include <span>
#include <string>
#include <vector>

#include "client/hall_client.h"
#include "congress/definition.h"
#include "crypto/ballot.h"
#include "crypto/card.h"

namespace hp::client {

// What a ballot of an open round is made from; the same for every delegate.
struct OpenRound {
  Hash congress_id{};
  congress::Definition definition;  // approved; its hash is in `ctx`
  crypto::BallotShape shape;
  Hash ctx{};
  Bytes key;             // K, 65
  Hash ceremony_hash{};  // compare with the hall screen
  v1::TreeHead opened;   // the tree just after OpenContest
};

// Fails with `round_not_open`, with `definition_wrong` where definition and hash don't fit.
Result<OpenRound> open_round(HallClient& hall, const Hash& congress, const std::string& contest);
// The same from answers that the caller has.
Result<OpenRound> open_round_of(const Hash& congress, const v1::Overview& overview,
                                const std::string& contest, ByteView definition);

enum class Mark { kNone, kAgree, kDisagree };

// Columns 0/1 of the marks, one a candidate in ballot order. In the strike-out form a name that is
// not struck out is kAgree, a struck-out one kDisagree or kNone.
std::vector<std::uint8_t> columns_of(const crypto::BallotShape& shape, std::span<const Mark> marks);

struct PreparedBallot {
  CommandId command_id{};
  Hash payload_hash{};
  Bytes envelope;       // to be sent, always these same bytes
  std::string tracker;  // what the delegate notes and finds on the board
};

// Encrypts and signs. Fails with `ballot_choice` where the marks break the form: too many, none.
Result<PreparedBallot> prepare_ballot(const OpenRound& round, const crypto::Signer& card,
                                      std::span<const Mark> marks, const crypto::Random& random);

struct CastReceipt {
  Accepted accepted;
  std::string tracker;
};

// Sends, and checks the receipt: the ballot stands in a tree that the log key signed, and that
// tree continues the one just after the opening. The same bytes may be sent any number of times.
// `check_opening` false leaves the second out: for load programs.
Result<CastReceipt> cast_ballot(HallClient& hall, const OpenRound& round,
                                const PreparedBallot& ballot, bool check_opening = true);

// One delegate with a card, for the simple case.
class Delegate {
 public:
  Delegate(HallClient hall, const Hash& congress, const crypto::CardSeed& card);

  Result<OpenRound> contest(const std::string& contest);
  Result<PreparedBallot> prepare(const OpenRound& round, std::span<const Mark> marks,
                                 const crypto::Random& random) const;
  Result<CastReceipt> cast(const OpenRound& round, const PreparedBallot& ballot);

  const crypto::Signer& card() const { return card_; }
  HallClient& hall() { return hall_; }

 private:
  HallClient hall_;
  Hash congress_{};
  crypto::SigningKey card_;
};

}  // namespace hp::client
