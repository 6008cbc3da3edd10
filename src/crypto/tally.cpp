#include "crypto/tally.h"

#include <set>

#include "crypto/codes.h"
#include "crypto/equations.h"

namespace hp::crypto {
namespace {

std::string named_column(std::size_t j) {
  return "partials[" + std::to_string(j) + "]";
}

Result<Scalar> challenge_of(const PartialStatement& s, const Ciphertext& sum, ByteView partial) {
  HP_ASSIGN(const Bytes alpha, sum.alpha.encode());
  HP_ASSIGN(const Bytes beta, sum.beta.encode());
  const auto size = u64_be(s.closing.size);
  const auto trustee = u64_be(s.trustee);
  const auto column = u64_be(s.column);
  return challenge("homphieu/1/decrypt",
                   {s.ctx, s.closing.root, size, trustee, s.share, column, alpha, beta,
                    partial.subspan(0, 65), partial.subspan(65, 65), partial.subspan(130, 65)});
}

struct Decoded {
  Point m, a, b, share;
  Scalar c, z;
};

Result<Decoded> decode(const PartialStatement& s, const Ciphertext& sum, ByteView partial) {
  if (partial.size() != kPartialBytes) return fail(codes::kGroupElement, "", "length");
  HP_ASSIGN(const Point m, Point::decode(partial.subspan(0, 65)));
  HP_ASSIGN(const Point a, Point::decode(partial.subspan(65, 65)));
  HP_ASSIGN(const Point b, Point::decode(partial.subspan(130, 65)));
  HP_ASSIGN(const Scalar z, Scalar::decode(partial.subspan(195)));
  HP_ASSIGN(const Point share, Point::decode(s.share));
  HP_ASSIGN(const Scalar c, challenge_of(s, sum, partial));
  return Decoded{m, a, b, share, c, z};
}

// A = g^z·V^c and B = α^z·M^c.
void add(Equations& to, std::size_t generator, std::size_t share, const Ciphertext& sum,
         const Decoded& one) {
  const Scalar for_a = to.weight();
  const Scalar for_b = to.weight();
  to.add(generator, for_a * one.z);
  to.add(share, for_a * one.c);
  to.add(-one.a.affine(), for_a);
  to.add(sum.alpha.affine(), for_b * one.z);
  to.add(one.m.affine(), for_b * one.c);
  to.add(-one.b.affine(), for_b);
}

}  // namespace

Result<Bytes> make_partial(const PartialStatement& s, const Ciphertext& sum,
                           const SecretScalar& secret, const Random& random) {
  HP_ASSIGN(const Bytes alpha, sum.alpha.encode());
  HP_ASSIGN(const SecretBase base, SecretBase::decode(alpha));
  SecretScalar w = SecretScalar::draw(random);
  for (int tries = 0; w.is_zero() && tries < 8; ++tries) w = SecretScalar::draw(random);
  HP_ASSIGN(const PublicPoint m, base.power(secret));
  HP_ASSIGN(const PublicPoint a, SecretBase::generator().power(w));
  HP_ASSIGN(const PublicPoint b, base.power(w));
  Bytes out;
  append(out, m);
  append(out, a);
  append(out, b);
  HP_ASSIGN(const Scalar c, challenge_of(s, sum, out));
  append(out, (w - SecretScalar(c) * secret).encode());
  return out;
}

Result<Point> check_partial(const PartialStatement& s, const Ciphertext& sum, ByteView partial) {
  HP_ASSIGN(const Decoded one, decode(s, sum, partial));
  if (one.a != Point::generator().power(one.z) * one.share.power(one.c) ||
      one.b != sum.alpha.power(one.z) * one.m.power(one.c)) {
    return fail(codes::kProofWrong);
  }
  return one.m;
}

Result<Bytes> make_partials(PartialStatement statement, const std::vector<Ciphertext>& sums,
                            const SecretScalar& secret, const Random& random) {
  Bytes out;
  for (std::size_t j = 0; j < sums.size(); ++j) {
    statement.column = static_cast<std::uint32_t>(j);
    auto one = make_partial(statement, sums[j], secret, random);
    if (!one) return std::unexpected(under(named_column(j), std::move(one).error()));
    append(out, *one);
  }
  return out;
}

Result<void> check_partials(PartialStatement statement, const std::vector<Ciphertext>& sums,
                            ByteView partials, const Random& random) {
  if (partials.size() != sums.size() * kPartialBytes) {
    return fail(codes::kGroupElement, "partials", "length");
  }
  Equations equations(random);
  const std::size_t generator = equations.place(p256::generator());
  HP_ASSIGN(const Point key, Point::decode(statement.share));
  const std::size_t share = equations.place(key.affine());
  for (std::size_t j = 0; j < sums.size(); ++j) {
    statement.column = static_cast<std::uint32_t>(j);
    auto one = decode(statement, sums[j], partials.subspan(j * kPartialBytes, kPartialBytes));
    if (!one) return std::unexpected(under(named_column(j), std::move(one).error()));
    add(equations, generator, share, sums[j], *one);
  }
  if (equations.hold()) return {};
  for (std::size_t j = 0; j < sums.size(); ++j) {
    statement.column = static_cast<std::uint32_t>(j);
    const auto one =
        check_partial(statement, sums[j], partials.subspan(j * kPartialBytes, kPartialBytes));
    if (!one) return std::unexpected(under(named_column(j), one.error()));
  }
  return {};
}

Point factor_of(ByteView partial) {
  return Point::decode(partial.subspan(0, 65)).value();
}

Point opened(const Ciphertext& sum, const std::vector<std::uint32_t>& trustees,
             const std::vector<Point>& factors) {
  std::vector<p256::Power> powers;
  for (std::size_t i = 0; i < trustees.size(); ++i) {
    powers.push_back({factors[i].affine(), (-lagrange(trustees[i], trustees)).limbs()});
  }
  return sum.beta * Point::product(powers);
}

Result<std::uint32_t> count_of(const Point& key, const Point& power, std::uint32_t most) {
  Point reached;
  for (std::uint32_t count = 0; count <= most; ++count) {
    if (reached == power) return count;
    reached = reached * key;
  }
  return fail(codes::kTallyFails, "partials");
}

Result<void> check_trustees(const std::vector<std::uint32_t>& trustees, std::uint32_t k) {
  const std::set<std::uint32_t> different(trustees.begin(), trustees.end());
  if (trustees.size() != k || different.size() != k || different.contains(0)) {
    return fail(codes::kTallyFails, "partials", "trustees");
  }
  return {};
}

Result<std::vector<std::uint32_t>> open_tally(const Sums& sums, ByteView key_bytes, std::uint32_t k,
                                              const std::vector<PartialsOf>& partials) {
  HP_ASSIGN(const Point key, Point::decode(key_bytes));
  std::vector<std::uint32_t> trustees;
  for (const PartialsOf& one : partials) trustees.push_back(one.trustee);
  HP_TRY(check_trustees(trustees, k));
  std::vector<std::uint32_t> out;
  for (std::size_t j = 0; j < sums.columns.size(); ++j) {
    std::vector<Point> factors;
    for (const PartialsOf& one : partials) {
      factors.push_back(factor_of(one.partials.subspan(j * kPartialBytes, kPartialBytes)));
    }
    HP_ASSIGN(const std::uint32_t count,
              count_of(key, opened(sums.columns[j], trustees, factors), sums.ballots));
    out.push_back(count);
  }
  return out;
}

}  // namespace hp::crypto
