#include "congress/trustee_secrets.h"

#include "congress/contest_codes.h"
#include "congress/seal.h"

namespace hp::congress {

using group::Point;
using group::Scalar;

namespace {

Scalar draw(const Random& random) {
  std::array<std::uint8_t, 48> bytes{};
  random(bytes);
  return Scalar::reduce(bytes);
}

Bytes point_of(const Scalar& secret) {
  // A secret is never 0, so its point is never at infinity.
  return Point::generator().power(secret).encode().value();
}

Result<Bytes> share_key(const Hash& congress, std::uint32_t i, std::uint32_t l, ByteView ephemeral,
                        ByteView agreement, const Point& shared) {
  HP_ASSIGN(const Bytes point, shared.encode());
  const auto from = u64_be(i);
  const auto to = u64_be(l);
  const Bytes info =
      group::transcript("homphieu/1/ceremony/share", {congress, from, to, ephemeral, agreement});
  return hkdf(ByteView(point).subspan(1, 32), {}, info, 32);
}

// Place of trustee l in the list of i's shares.
std::size_t place_of(std::uint32_t i, std::uint32_t l) {
  return l < i ? l - 1 : l - 2;
}

// g^(f_i(l)) = Π C_(i,j)^(l^j)
bool fits(const Scalar& share, const Reveal& sender, std::uint32_t l) {
  Point expected;
  Scalar power(1);
  for (const Bytes& c : sender.coefficients) {
    expected = expected * Point::decode(c).value().power(power);
    power = power * Scalar(l);
  }
  return Point::generator().power(share) == expected;
}

}  // namespace

Scalar TrusteeSecrets::value_at(std::uint32_t l) const {
  Scalar out(0);
  for (auto a = coefficients.rbegin(); a != coefficients.rend(); ++a) out = out * Scalar(l) + *a;
  return out;
}

TrusteeSecrets secrets_of(const Seed& seed, const Hash& congress, std::uint32_t k) {
  const auto derive = [&](const std::string& info) {
    return Scalar::secret(hkdf(seed, congress, view(info), 48));
  };
  TrusteeSecrets out{derive("homphieu/1/trustee/agree"), {}};
  for (std::uint32_t j = 0; j < k; ++j) {
    out.coefficients.push_back(derive("homphieu/1/trustee/coefficient/" + std::to_string(j)));
  }
  return out;
}

Reveal points_of(const TrusteeSecrets& secrets) {
  Reveal out;
  out.agreement = point_of(secrets.agreement);
  for (const Scalar& a : secrets.coefficients) out.coefficients.push_back(point_of(a));
  return out;
}

Hash commitment_of(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                   const Reveal& reveal) {
  Bytes coefficients;
  for (const Bytes& c : reveal.coefficients) append(coefficients, c);
  const auto n = u64_be(ceremony.n);
  const auto k = u64_be(ceremony.k);
  const auto number = u64_be(i);
  return group::hash_of("homphieu/1/ceremony/commit",
                        {congress, n, k, number, reveal.agreement, coefficients});
}

std::vector<Bytes> prove_possession(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                                    const TrusteeSecrets& secrets, const Random& random) {
  Bytes commits;
  for (const TrusteeSteps& one : ceremony.trustees) append(commits, *one.commitment);
  const auto n = u64_be(ceremony.n);
  const auto k = u64_be(ceremony.k);
  const auto number = u64_be(i);
  std::vector<Bytes> out;
  for (std::size_t j = 0; j <= ceremony.k; ++j) {
    const Scalar& secret = j == ceremony.k ? secrets.agreement : secrets.coefficients[j];
    const Scalar u = draw(random);
    Bytes proof = point_of(u);
    const auto index = u64_be(j);
    const Scalar c =
        group::challenge("homphieu/1/ceremony/possession",
                         {congress, n, k, commits, number, index, point_of(secret), proof});
    append(proof, (u - c * secret).encode());
    out.push_back(std::move(proof));
  }
  return out;
}

Bytes seal_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t i, std::uint32_t l,
                 const Scalar& share, const Random& random) {
  const Bytes& agreement = ceremony.trustees[l - 1].reveal->agreement;
  const Scalar d = draw(random);
  Bytes out = point_of(d);
  const Bytes key =
      share_key(congress, i, l, out, agreement, Point::decode(agreement).value().power(d)).value();
  append(out, seal(key, share.encode()));
  return out;
}

Result<Scalar> open_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                          std::uint32_t l, const TrusteeSecrets& mine) {
  const auto wrong = [&] { return fail(codes::kShareWrong, std::to_string(i)); };
  const TrusteeSteps& sender = ceremony.trustees[i - 1];
  if (i == l) {
    const Scalar own = mine.value_at(l);
    if (!fits(own, *sender.reveal, l)) return wrong();
    return own;
  }
  const ByteView bytes = (*sender.shares)[place_of(i, l)];
  HP_ASSIGN(const Point ephemeral, Point::decode(bytes.first(65)));
  const auto key =
      share_key(congress, i, l, bytes.first(65), ceremony.trustees[l - 1].reveal->agreement,
                ephemeral.power(mine.agreement));
  if (!key) return wrong();
  const auto opened = unseal(*key, bytes.subspan(65));
  if (!opened) return wrong();
  auto share = Scalar::decode(*opened);
  if (!share || !fits(*share, *sender.reveal, l)) return wrong();
  return share;
}

Result<Scalar> secret_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t l,
                            const TrusteeSecrets& mine) {
  Scalar out(0);
  for (std::uint32_t i = 1; i <= ceremony.n; ++i) {
    HP_ASSIGN(const Scalar share, open_share(congress, ceremony, i, l, mine));
    out = out + share;
  }
  return out;
}

Result<Bytes> make_partial(const PartialStatement& s, const Ciphertext& sum, const Scalar& secret,
                           const Random& random) {
  const Scalar w = draw(random);
  HP_ASSIGN(Bytes out, sum.alpha.power(secret).encode());
  append(out, point_of(w));
  HP_ASSIGN(const Bytes b, sum.alpha.power(w).encode());
  append(out, b);
  HP_ASSIGN(const Scalar c, challenge_of(s, sum, out));
  append(out, (w - c * secret).encode());
  return out;
}

}  // namespace hp::congress
