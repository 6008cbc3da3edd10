#include "crypto/ballot_proofs.h"
#include "crypto/codes.h"
#include "crypto/p256/powers.h"

namespace hp::crypto {

Result<void> check_one_by_one(const BallotContext& context, ByteView bytes) {
  HP_ASSIGN(const DecodedBallot decoded, decode_ballot(context, bytes));
  const Hash hash =
      ballot_hash(context, bytes.first((context.shape.columns + 1) * kCiphertextBytes));
  const p256::FixedBase generator(p256::generator());
  const p256::FixedBase key(decoded.key.affine());
  for (const Statement& statement : decoded.statements) {
    HP_ASSIGN(const Ciphertext sum, check_challenge(context, bytes, hash, decoded, statement));
    const std::array<p256::Affine, 2> bases{sum.alpha.affine(), sum.beta.affine()};
    const auto powers = p256::FewPowers::of(bases);
    for (std::size_t j = 0; j < statement.values.size(); ++j) {
      const Branch& branch = decoded.branches[statement.first_branch + j];
      const Scalar of_key = branch.z - Scalar(statement.values[j]) * branch.c;
      p256::Jacobian a;  // g^z·α^c
      generator.multiply_into(a, branch.z.limbs());
      powers[0].multiply_into(a, branch.c.limbs());
      p256::Jacobian b;  // K^(z − v·c)·β^c
      key.multiply_into(b, of_key.limbs());
      powers[1].multiply_into(b, branch.c.limbs());
      if (!a.equals(branch.a) || !b.equals(branch.b)) {
        return fail(codes::kBallotProof, statement.name(), "equation");
      }
    }
  }
  return {};
}

}  // namespace hp::crypto
