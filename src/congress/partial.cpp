#include "congress/partial.h"

#include "congress/contest_codes.h"

namespace hp::congress {

using group::Point;
using group::Scalar;

Result<Scalar> challenge_of(const PartialStatement& s, const Ciphertext& sum, ByteView partial) {
  HP_ASSIGN(const Bytes alpha, sum.alpha.encode());
  HP_ASSIGN(const Bytes beta, sum.beta.encode());
  const auto size = u64_be(s.closing.size);
  const auto trustee = u64_be(s.trustee);
  const auto column = u64_be(s.column);
  return group::challenge(
      "homphieu/1/decrypt",
      {s.ctx, s.closing.root, size, trustee, s.share, column, alpha, beta, partial.subspan(0, 65),
       partial.subspan(65, 65), partial.subspan(130, 65)});
}

Result<Point> check_partial(const PartialStatement& s, const Ciphertext& sum, ByteView partial) {
  if (partial.size() != kPartialBytes) return fail(codes::kGroupElement, "", "length");
  HP_ASSIGN(const Point m, Point::decode(partial.subspan(0, 65)));
  HP_ASSIGN(const Point a, Point::decode(partial.subspan(65, 65)));
  HP_ASSIGN(const Point b, Point::decode(partial.subspan(130, 65)));
  HP_ASSIGN(const Scalar z, Scalar::decode(partial.subspan(195)));
  HP_ASSIGN(const Point share, Point::decode(s.share));
  HP_ASSIGN(const Scalar c, challenge_of(s, sum, partial));
  if (!(a == Point::generator().power(z) * share.power(c)) ||
      !(b == sum.alpha.power(z) * m.power(c))) {
    return fail(codes::kProofWrong);
  }
  return m;
}

Point factor_of(ByteView partial) {
  return Point::decode(partial.subspan(0, 65)).value();
}

Point opened(const Ciphertext& sum, const std::vector<std::uint32_t>& trustees,
             const std::vector<Point>& factors) {
  Point product;
  for (std::size_t i = 0; i < trustees.size(); ++i) {
    product = product * factors[i].power(group::lagrange(trustees[i], trustees));
  }
  return sum.beta * product.power(Scalar(0) - Scalar(1));
}

}  // namespace hp::congress
