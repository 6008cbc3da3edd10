#include "crypto/sums.h"

namespace hp::crypto {

void add_to(Sums& sums, const CheckedBallot& ballot) {
  const std::vector<Ciphertext>& more = ballot.ciphertexts();
  sums.columns.resize(more.size());
  for (std::size_t j = 0; j < more.size(); ++j) sums.columns[j] = sums.columns[j] * more[j];
  ++sums.ballots;
}

}  // namespace hp::crypto
