#include "crypto/trustee.h"

#include "crypto/aead.h"
#include "crypto/codes.h"
#include "crypto/hash.h"
#include "crypto/possession.h"

namespace hp::crypto {
namespace {

// A secret that is not 0, so that its point is not at infinity.
SecretScalar draw(const Random& random) {
  SecretScalar out = SecretScalar::draw(random);
  for (int tries = 0; out.is_zero() && tries < 8; ++tries) out = SecretScalar::draw(random);
  return out;
}

Bytes point_of(const SecretScalar& secret) {
  return to_bytes(SecretBase::generator().power(secret).value());
}

Secret share_key(const ShareRoute& route, ByteView ephemeral, const PublicPoint& shared) {
  const auto from = u64_be(route.from);
  const auto to = u64_be(route.to);
  const Bytes info = transcript("homphieu/1/ceremony/share",
                                {route.congress, from, to, ephemeral, route.agreement});
  return hkdf(ByteView(shared).subspan(1, 32), {}, info, 32);
}

// The key that both ends compute: from the ephemeral secret, or the receiver's.
Result<Secret> agreed_key(const ShareRoute& route, ByteView ephemeral, ByteView other,
                          const SecretScalar& secret) {
  HP_ASSIGN(const SecretBase base, SecretBase::decode(other));
  HP_ASSIGN(PublicPoint shared, base.power(secret));
  Secret key = share_key(route, ephemeral, shared);
  wipe(shared);
  return key;
}

// Each key is used once.
constexpr Nonce kZeroNonce{};

}  // namespace

SecretScalar TrusteeSecrets::value_at(std::uint32_t l) const {
  SecretScalar out(0);
  const SecretScalar at(l);
  for (auto a = coefficients.rbegin(); a != coefficients.rend(); ++a) out = out * at + *a;
  return out;
}

TrusteeSecrets secrets_of(const TrusteeSeed& seed, const Hash& congress, std::uint32_t k) {
  const auto derive = [&](const std::string& info) {
    return SecretScalar::derive(hkdf(seed, congress, view(info), 48));
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
  for (const SecretScalar& a : secrets.coefficients) out.coefficients.push_back(point_of(a));
  return out;
}

std::vector<Bytes> prove_possession(const CeremonyFrame& frame, std::span<const Hash> commitments,
                                    std::uint32_t i, const TrusteeSecrets& secrets,
                                    const Random& random) {
  const Possession possession(frame, commitments, i);
  std::vector<Bytes> out;
  for (std::size_t j = 0; j <= frame.k; ++j) {
    const SecretScalar& secret = j == frame.k ? secrets.agreement : secrets.coefficients[j];
    const SecretScalar u = draw(random);
    Bytes proof = point_of(u);
    const SecretScalar c(possession.challenge_of(j, point_of(secret), proof));
    append(proof, (u - c * secret).encode());
    out.push_back(std::move(proof));
  }
  return out;
}

Result<Bytes> seal_share(const ShareRoute& route, const SecretScalar& share, const Random& random) {
  const SecretScalar d = draw(random);
  Bytes out = point_of(d);
  HP_ASSIGN(const Secret key, agreed_key(route, out, route.agreement, d));
  append(out, seal(key, kZeroNonce, {}, share.encode()));
  return out;
}

Result<void> check_share(std::uint32_t from, std::uint32_t to, const SecretScalar& share,
                         const std::vector<Bytes>& sender_coefficients) {
  HP_ASSIGN(const Point expected, share_point(sender_coefficients, to));
  const auto made = SecretBase::generator().power(share);
  const auto wanted = expected.encode();
  // A share of 0 is at infinity on both sides.
  const bool both_neutral = !made && !wanted;
  if (!both_neutral && (!made || !wanted || !equal(*made, *wanted))) {
    return fail(codes::kShareWrong, std::to_string(from));
  }
  return {};
}

Result<SecretScalar> open_share(const ShareRoute& route, ByteView sealed,
                                const SecretScalar& agreement,
                                const std::vector<Bytes>& sender_coefficients) {
  const auto wrong = [&](std::string detail) {
    return fail(codes::kShareWrong, std::to_string(route.from), std::move(detail));
  };
  if (const auto form = check_share_bytes(sealed); !form) return wrong(form.error().detail);
  const ByteView ephemeral = sealed.first(65);
  const auto key = agreed_key(route, ephemeral, ephemeral, agreement);
  if (!key) return wrong("key");
  const auto opened = unseal(*key, kZeroNonce, {}, sealed.subspan(65));
  if (!opened) return wrong("decryption");
  auto share = SecretScalar::decode(*opened);
  if (!share) return wrong("scalar");
  if (!check_share(route.from, route.to, *share, sender_coefficients)) return wrong("share");
  return share;
}

}  // namespace hp::crypto
