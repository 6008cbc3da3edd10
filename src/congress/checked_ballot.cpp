#include "congress/checked_ballot.h"

#include "congress/ceremony_state.h"
#include "congress/contest_codes.h"
#include "congress/partial.h"

namespace hp::congress {
namespace {

using group::Point;
using group::Scalar;

constexpr std::size_t kPoint = 65;
constexpr std::size_t kCiphertext = 2 * kPoint;
constexpr std::size_t kScalar = 32;
constexpr std::size_t kBranch = kCiphertext + 2 * kScalar;

struct Branch {
  Point a, b;
  Scalar c, z;
};

struct Decoded {
  std::vector<Ciphertext> columns;  // and b
  std::vector<Branch> branches;
};

Result<Ciphertext> decode_pair(ByteView bytes) {
  HP_ASSIGN(Point alpha, Point::decode(bytes.first(kPoint)));
  HP_ASSIGN(Point beta, Point::decode(bytes.subspan(kPoint, kPoint)));
  return Ciphertext{std::move(alpha), std::move(beta)};
}

Result<Decoded> decode(const BallotShape& shape, ByteView bytes) {
  if (bytes.size() != shape.bytes()) return fail(codes::kGroupElement, "ballot", "length");
  Decoded out;
  std::size_t at = 0;
  for (std::size_t j = 0; j <= shape.columns; ++j, at += kCiphertext) {
    HP_ASSIGN(Ciphertext one, decode_pair(bytes.subspan(at, kCiphertext)));
    out.columns.push_back(std::move(one));
  }
  for (; at < bytes.size(); at += kBranch) {
    HP_ASSIGN(Ciphertext pair, decode_pair(bytes.subspan(at, kCiphertext)));
    HP_ASSIGN(Scalar c, Scalar::decode(bytes.subspan(at + kCiphertext, kScalar)));
    HP_ASSIGN(Scalar z, Scalar::decode(bytes.subspan(at + kCiphertext + kScalar, kScalar)));
    out.branches.push_back({pair.alpha, pair.beta, std::move(c), std::move(z)});
  }
  return out;
}

// Walks the proofs in the order of the bytes.
class Checker {
 public:
  Checker(const BallotContext& context, const Decoded& ballot, ByteView bytes, Point key)
      : context_(context), ballot_(ballot), key_(std::move(key)) {
    const std::size_t ciphertexts = (context.shape.columns + 1) * kCiphertext;
    proofs_ = bytes.subspan(ciphertexts);
    hash_ =
        group::hash_of("homphieu/1/ballot", {context.ctx, context.voter, bytes.first(ciphertexts)});
  }

  Result<void> check(std::string_view kind, std::size_t index, const Ciphertext& sum,
                     const std::vector<std::uint64_t>& values) {
    const std::string where = std::string(kind) + " " + std::to_string(index);
    const auto alpha = sum.alpha.encode();
    const auto beta = sum.beta.encode();
    if (!alpha || !beta) return fail(codes::kBallotProof, where, "infinity");
    Bytes value_bytes;
    Bytes commitments;
    for (std::size_t j = 0; j < values.size(); ++j) {
      append(value_bytes, u64_be(values[j]));
      append(commitments, proofs_.subspan((next_ + j) * kBranch, kCiphertext));
    }
    const auto number = u64_be(index);
    const Scalar c =
        group::challenge("homphieu/1/proof", {context_.ctx, context_.voter, hash_, view(kind),
                                              number, *alpha, *beta, value_bytes, commitments});
    Scalar total(0);
    for (std::size_t j = 0; j < values.size(); ++j) {
      const Branch& branch = ballot_.branches[next_ + j];
      total = total + branch.c;
      const Scalar k = branch.z - Scalar(values[j]) * branch.c;
      if (!(branch.a == group::with_generator(branch.z, sum.alpha, branch.c)) ||
          !(branch.b == key_.power(k) * sum.beta.power(branch.c))) {
        return fail(codes::kBallotProof, where, "equation");
      }
    }
    if (!(total == c)) return fail(codes::kBallotProof, where, "challenge");
    next_ += values.size();
    return {};
  }

 private:
  const BallotContext& context_;
  const Decoded& ballot_;
  Point key_;
  ByteView proofs_;
  Hash hash_{};
  std::size_t next_ = 0;  // branch
};

Ciphertext product(const Ciphertext& a, const Ciphertext& b) {
  return {a.alpha * b.alpha, a.beta * b.beta};
}

Ciphertext row_of(const BallotShape& shape, const Decoded& ballot, std::size_t i) {
  const Ciphertext row = product(ballot.columns[i], ballot.columns[shape.names + i]);
  return shape.form == BallotForm::kBoxes ? product(row, ballot.columns.back()) : row;
}

Ciphertext total_of(const BallotShape& shape, const Decoded& ballot) {
  const Scalar limit(shape.limit);
  Ciphertext out{ballot.columns.back().alpha.power(limit), ballot.columns.back().beta.power(limit)};
  for (std::size_t j = 0; j < shape.total_columns; ++j) out = product(out, ballot.columns[j]);
  return out;
}

}  // namespace

Result<std::shared_ptr<const CheckedBallot>> take_ballot(const BallotContext& context,
                                                         ByteView bytes) {
  HP_TRY(decode(context.shape, bytes));
  std::shared_ptr<CheckedBallot> out(new CheckedBallot());
  out->voter_ = context.voter;
  out->ctx_ = context.ctx;
  out->columns_ = context.shape.columns;
  out->bytes_ = to_bytes(bytes);
  return out;
}

Result<std::shared_ptr<const CheckedBallot>> check_ballot(const BallotContext& context,
                                                          ByteView bytes) {
  const BallotShape& shape = context.shape;
  HP_ASSIGN(const Decoded ballot, decode(shape, bytes));
  HP_ASSIGN(Point key, Point::decode(context.key));
  Checker checker(context, ballot, bytes, std::move(key));
  for (std::size_t j = 0; j <= shape.columns; ++j) {
    HP_TRY(checker.check("bit", j, ballot.columns[j], {0, 1}));
  }
  for (std::size_t i = 0; i < shape.rows; ++i) {
    HP_TRY(checker.check("row", i, row_of(shape, ballot, i), {0, 1}));
  }
  std::vector<std::uint64_t> totals;
  for (std::size_t v = 1; v <= shape.limit; ++v) totals.push_back(v);
  HP_TRY(checker.check("total", 0, total_of(shape, ballot), totals));
  return take_ballot(context, bytes);
}

BallotContext ballot_context(const Ceremonies& ceremonies, const Round& round,
                             const KeyPoint& voter) {
  const Definition& d = round.definition;
  return {.ctx = round.opening->ctx,
          .key = ceremonies.all[round.opening->ceremony - 1].keys->key,
          .voter = voter,
          .shape = ballot_shape(d.candidates.size(), d.seats,
                                d.settings.nobody_of_several == rules::NobodyRule::kValid)
                       .value()};
}

}  // namespace hp::congress
