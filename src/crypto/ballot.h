// Encrypted ballots: what they are bound to, and the check of every proof (ballot.md sections 3,
// 4).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/error.h"
#include "crypto/point.h"
#include "crypto/random.h"
#include "crypto/shape.h"
#include "crypto/signing.h"

namespace hp::crypto {

// An exponential ElGamal ciphertext (g^r, K^(r+x)).
struct Ciphertext {
  Point alpha;
  Point beta;
};
Ciphertext operator*(const Ciphertext& a, const Ciphertext& b);

// What a ballot is bound to.
struct BallotContext {
  Hash ctx{};           // contest_context
  Bytes key;            // K, 65
  PublicPoint voter{};  // the credential that signs the cast command
  BallotShape shape;
};

// ctx of section 3. `key` is K, `round` counts the contest's openings from 1.
Hash contest_context(const Hash& congress_id, std::string_view contest, std::uint64_t round,
                     const Hash& definition_hash, ByteView key, const Hash& ceremony_hash);

// ballot_hash of section 4, over the m + 1 ciphertexts that a ballot begins with.
Hash ballot_hash(const BallotContext& context, ByteView ciphertexts);

// A ballot whose every proof holds: the only kind that a tally takes.
class CheckedBallot {
 public:
  const PublicPoint& voter() const { return voter_; }
  const Hash& ctx() const { return ctx_; }
  ByteView bytes() const { return bytes_; }
  std::size_t columns() const { return ciphertexts_.size() - 1; }  // m
  // The columns', then b's.
  const std::vector<Ciphertext>& ciphertexts() const { return ciphertexts_; }

 private:
  friend struct BallotMaker;
  CheckedBallot() = default;
  PublicPoint voter_{};
  Hash ctx_{};
  Bytes bytes_;
  std::vector<Ciphertext> ciphertexts_;
};
using Checked = Result<std::shared_ptr<const CheckedBallot>>;

// Decodes, then checks every proof: all equations at once with random weights, and one by one where
// that fails, to name the bad one. Fails with `group_element` and the place where
// decoding stops ("ballot" for its length, "voter", "key", "column 0", "bit 3") or `ballot_proof`
// ("bit 3", "row 0", "total 0", with "infinity", "challenge" or "equation" as detail). Safe beside
// others.
Checked check_ballot(const BallotContext& context, ByteView bytes,
                     const Random& random = system_random());

// Many at once, of any contests, in the order given: the same answers as one by one, a little
// sooner.
struct UncheckedBallot {
  BallotContext context;
  ByteView bytes;
};
std::vector<Checked> check_ballots(std::span<const UncheckedBallot> ballots,
                                   const Random& random = system_random());

// The check's definition, one equation after another and without randomness.
Result<void> check_one_by_one(const BallotContext& context, ByteView bytes);

// A ballot of the server's own record, whose proofs were checked when it was accepted. Decodes
// only.
Checked take_ballot(const BallotContext& context, ByteView bytes);

}  // namespace hp::crypto
