#include "crypto/ballot.h"

#include "crypto/ballot_proofs.h"
#include "crypto/equations.h"
#include "crypto/hash.h"

namespace hp::crypto {

// The one maker of checked ballots.
struct BallotMaker {
  static std::shared_ptr<const CheckedBallot> make(const BallotContext& context, ByteView bytes,
                                                   DecodedBallot decoded) {
    std::shared_ptr<CheckedBallot> out(new CheckedBallot());
    out->voter_ = context.voter;
    out->ctx_ = context.ctx;
    out->bytes_ = to_bytes(bytes);
    out->ciphertexts_ = std::move(decoded.columns);
    return out;
  }
};

namespace {

// Adds every equation of the ballot: per branch A = g^z·α^c and B = K^(z − v·c)·β^c. A sum's α and
// β are products of columns', so their exponents go to the columns'.
class BallotEquations {
 public:
  BallotEquations(Equations& to, const DecodedBallot& ballot) : to_(to), ballot_(ballot) {
    for (const Ciphertext& column : ballot.columns) {
      alphas_.push_back(to.place(column.alpha.affine()));
      betas_.push_back(to.place(column.beta.affine()));
    }
    key_ = to.place(ballot.key.affine());
    generator_ = to.place(p256::generator());
  }

  void add(const Statement& statement) {
    Scalar alpha(0);
    Scalar beta(0);
    for (std::size_t j = 0; j < statement.values.size(); ++j) {
      const Branch& branch = ballot_.branches[statement.first_branch + j];
      const Scalar for_a = to_.weight();
      const Scalar for_b = to_.weight();
      to_.add(-branch.a, for_a);
      to_.add(-branch.b, for_b);
      to_.add(generator_, for_a * branch.z);
      to_.add(key_, for_b * (branch.z - Scalar(statement.values[j]) * branch.c));
      alpha = alpha + for_a * branch.c;
      beta = beta + for_b * branch.c;
    }
    for (const Statement::Part& part : statement.parts) {
      to_.add(alphas_[part.column], part.times == 1 ? alpha : alpha * Scalar(part.times));
      to_.add(betas_[part.column], part.times == 1 ? beta : beta * Scalar(part.times));
    }
  }

 private:
  Equations& to_;
  const DecodedBallot& ballot_;
  std::vector<std::size_t> alphas_;
  std::vector<std::size_t> betas_;
  std::size_t key_ = 0;
  std::size_t generator_ = 0;
};

// Everything but the equations, which are left in `to`.
Result<DecodedBallot> check_but_equations(const BallotContext& context, ByteView bytes,
                                          Equations& to) {
  HP_ASSIGN(DecodedBallot decoded, decode_ballot(context, bytes));
  const Hash hash =
      ballot_hash(context, bytes.first((context.shape.columns + 1) * kCiphertextBytes));
  for (const Statement& statement : decoded.statements) {
    HP_TRY(check_challenge(context, bytes, hash, decoded, statement));
  }
  BallotEquations equations(to, decoded);
  for (const Statement& statement : decoded.statements) equations.add(statement);
  return decoded;
}

}  // namespace

Ciphertext operator*(const Ciphertext& a, const Ciphertext& b) {
  return {a.alpha * b.alpha, a.beta * b.beta};
}

Hash contest_context(const Hash& congress_id, std::string_view contest, std::uint64_t round,
                     const Hash& definition_hash, ByteView key, const Hash& ceremony_hash) {
  const auto number = u64_be(round);
  return hash_of("homphieu/1/contest",
                 {congress_id, view(contest), number, definition_hash, key, ceremony_hash});
}

Hash ballot_hash(const BallotContext& context, ByteView ciphertexts) {
  return hash_of("homphieu/1/ballot", {context.ctx, context.voter, ciphertexts});
}

Checked check_ballot(const BallotContext& context, ByteView bytes, const Random& random) {
  Equations equations(random);
  HP_ASSIGN(DecodedBallot decoded, check_but_equations(context, bytes, equations));
  if (!equations.hold()) HP_TRY(check_one_by_one(context, bytes));
  return BallotMaker::make(context, bytes, std::move(decoded));
}

std::vector<Checked> check_ballots(std::span<const UncheckedBallot> ballots, const Random& random) {
  // So many that buckets pay (p256/product.h), few enough to be soon done again one by one.
  constexpr std::size_t kTogether = 32;
  std::vector<Checked> out;
  out.reserve(ballots.size());
  for (std::size_t from = 0; from < ballots.size(); from += kTogether) {
    const auto some = ballots.subspan(from, std::min(kTogether, ballots.size() - from));
    Equations equations(random);
    std::vector<Result<DecodedBallot>> decoded;
    for (const UncheckedBallot& one : some) {
      decoded.push_back(check_but_equations(one.context, one.bytes, equations));
    }
    const bool hold = equations.hold();
    for (std::size_t i = 0; i < some.size(); ++i) {
      if (!decoded[i]) {
        out.push_back(std::unexpected(decoded[i].error()));
      } else if (hold) {
        out.push_back(BallotMaker::make(some[i].context, some[i].bytes, *std::move(decoded[i])));
      } else {
        out.push_back(check_ballot(some[i].context, some[i].bytes, random));
      }
    }
  }
  return out;
}

Checked take_ballot(const BallotContext& context, ByteView bytes) {
  HP_ASSIGN(DecodedBallot decoded, decode_ballot(context, bytes));
  return BallotMaker::make(context, bytes, std::move(decoded));
}

}  // namespace hp::crypto
