// Ballots and sums of a round: on the bytes that the record keeps.
#pragma once

#include <memory>
#include <vector>

#include "base/error.h"
#include "congress/ceremony_state.h"
#include "congress/contest_state.h"
#include "crypto/tally.h"

namespace hp::congress {

using crypto::CheckedBallot;
using crypto::PartialsOf;

// ctx of ballot.md section 3.
Hash context_of(const Hash& congress, const Definition& definition, const Ceremony& ceremony);

// m: the columns of a ballot before b.
std::size_t columns_of(const Definition& definition);

KeyPoint voter_of(const CheckedBallot& ballot);
// Whether its proofs were checked in this round's context.
bool is_checked_for(const CheckedBallot& ballot, const Round& round);

// The sums with one more ballot; nothing stands for those of none.
std::shared_ptr<const Sums> with_ballot(std::shared_ptr<const Sums> sums,
                                        const CheckedBallot& ballot);

// That trustee `number`'s partial decryptions, 227 bytes a column, hold for the round's sums.
// `closing` is the record's head just after closing. Fails with the column as `where`.
Result<void> check_partials(const Ceremony& ceremony, const Round& round, const Head& closing,
                            std::uint32_t number, ByteView partials);

// The counts of the columns and of b, from k trustees' partial decryptions.
// Fails with `tally_fails` where no count in 0 … ballots fits.
Result<std::vector<std::uint32_t>> open_tally(const Ceremony& ceremony, const Round& round,
                                              const std::vector<PartialsOf>& partials);

}  // namespace hp::congress
