#include "congress/trustee_secrets.h"

namespace hp::congress {
namespace {

using crypto::SecretScalar;

// Place of trustee l in the list of i's shares.
std::size_t place_of(std::uint32_t i, std::uint32_t l) {
  return l < i ? l - 1 : l - 2;
}

crypto::ShareRoute route_of(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                            std::uint32_t l) {
  return {.congress = congress,
          .from = i,
          .to = l,
          .agreement = ceremony.trustees[l - 1].reveal->agreement};
}

}  // namespace

Result<Bytes> seal_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                         std::uint32_t l, const TrusteeSecrets& mine, const Random& random) {
  return crypto::seal_share(route_of(congress, ceremony, i, l), mine.value_at(l), random);
}

Result<SecretScalar> open_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                                std::uint32_t l, const TrusteeSecrets& mine) {
  const TrusteeSteps& sender = ceremony.trustees[i - 1];
  const std::vector<Bytes>& revealed = sender.reveal->coefficients;
  if (i == l) {
    const SecretScalar own = mine.value_at(l);
    HP_TRY(crypto::check_share(i, l, own, revealed));
    return own;
  }
  return crypto::open_share(route_of(congress, ceremony, i, l), (*sender.shares)[place_of(i, l)],
                            mine.agreement, revealed);
}

Result<SecretScalar> secret_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t l,
                                  const TrusteeSecrets& mine) {
  SecretScalar out(0);
  for (std::uint32_t i = 1; i <= ceremony.n; ++i) {
    HP_ASSIGN(const SecretScalar share, open_share(congress, ceremony, i, l, mine));
    out = out + share;
  }
  return out;
}

}  // namespace hp::congress
