#include "congress/ceremony_crypto.h"

namespace hp::congress {

crypto::CeremonyFrame frame_of(const Hash& congress, const Ceremony& ceremony) {
  return {.congress = congress, .n = ceremony.n, .k = ceremony.k};
}

std::vector<Hash> commitments_of(const Ceremony& ceremony) {
  std::vector<Hash> out;
  for (const TrusteeSteps& one : ceremony.trustees) out.push_back(*one.commitment);
  return out;
}

Result<void> check_reveal(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                          const Reveal& reveal) {
  return crypto::check_reveal(frame_of(congress, ceremony), commitments_of(ceremony), i, reveal);
}

Result<CeremonyKeys> keys_of(const Hash& congress, std::uint32_t n, std::uint32_t k,
                             const std::vector<const Reveal*>& reveals) {
  return crypto::keys_of({.congress = congress, .n = n, .k = k}, reveals);
}

}  // namespace hp::congress
