// For the sources of this room: the proofs of a ballot in the order of its bytes, shared by whoever
// makes and whoever checks them (ballot.md section 4).
#pragma once

#include <vector>

#include "crypto/ballot.h"

namespace hp::crypto {

// Fails with `group_element` at the place given.
Result<Point> point_at(ByteView bytes, const std::string& where);

struct Branch {
  p256::Affine a, b;
  Scalar c, z;
};

// That a product of columns' ciphertexts encrypts one of the values.
struct Statement {
  struct Part {
    std::size_t column = 0;
    std::uint64_t times = 1;
  };
  std::string_view kind;  // "bit", "row", "total"
  std::size_t index = 0;
  std::vector<Part> parts;
  std::vector<std::uint64_t> values;
  std::size_t first_branch = 0;
  std::string name() const;  // "bit 3"
};
std::vector<Statement> statements_of(const BallotShape& shape);

struct DecodedBallot {
  Point key;
  std::vector<Ciphertext> columns;  // and b's
  std::vector<Statement> statements;
  std::vector<Branch> branches;  // of all statements
};
// Lengths, points and scalars of the ballot, of K and of the voter. Fails with `group_element` and
// the place: "ballot" for the length, "voter", "key", "column 3", "bit 0".
Result<DecodedBallot> decode_ballot(const BallotContext& context, ByteView bytes);

Ciphertext sum_of(const Statement& statement, const std::vector<Ciphertext>& columns);

// α‖β. Fails with `ballot_proof` "infinity".
Result<Bytes> encode_sum(const Statement& statement, const Ciphertext& sum);

// The challenge over the whole statement; `commitments` are all A‖B of the proof.
Scalar challenge_of(const BallotContext& context, const Hash& ballot, const Statement& statement,
                    ByteView sum, ByteView commitments);

// The same for a ballot's bytes, where the statement's own challenges add up to it: else fails with
// `ballot_proof`. Gives the sum.
Result<Ciphertext> check_challenge(const BallotContext& context, ByteView bytes, const Hash& ballot,
                                   const DecodedBallot& decoded, const Statement& statement);

}  // namespace hp::crypto
