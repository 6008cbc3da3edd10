#include "congress/ceremony_state.h"

#include <algorithm>

namespace hp::congress {

std::string_view word(CeremonyPhase phase) {
  static constexpr std::string_view kWords[] = {"commit",   "reveal", "share",    "accept",
                                                "rehearse", "ready",  "complaint"};
  return kWords[static_cast<std::size_t>(phase)];
}

std::uint32_t Ceremony::number_of(const PersonId& person) const {
  const auto found = std::ranges::find(trustees, person, &TrusteeSteps::person);
  return found == trustees.end() ? 0 : static_cast<std::uint32_t>(found - trustees.begin()) + 1;
}

}  // namespace hp::congress
