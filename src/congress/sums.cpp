#include "congress/sums.h"

#include "congress/checked_ballot.h"
#include "congress/contest_codes.h"
#include "congress/contest_crypto.h"
#include "crypto/tally.h"

namespace hp::congress {
namespace {

using crypto::Point;

std::shared_ptr<Sums> copy_of(const std::shared_ptr<const Sums>& sums) {
  return sums ? std::make_shared<Sums>(*sums) : std::make_shared<Sums>();
}

}  // namespace

Hash context_of(const Hash& congress, const Definition& definition, const Ceremony& ceremony) {
  return crypto::contest_context(congress, definition.contest, definition.round, definition.hash,
                                 ceremony.keys->key, ceremony.keys->hash);
}

std::size_t columns_of(const Definition& definition) {
  const std::size_t n = definition.candidates.size();
  return n > definition.seats ? n : 2 * n;
}

KeyPoint voter_of(const CheckedBallot& ballot) {
  return ballot.voter();
}

bool is_checked_for(const CheckedBallot& ballot, const Round& round) {
  return ballot.ctx() == round.opening->ctx;
}

std::shared_ptr<const Sums> with_ballot(std::shared_ptr<const Sums> sums,
                                        const CheckedBallot& ballot) {
  auto made = copy_of(sums);
  crypto::add_to(*made, ballot);
  return made;
}

Result<std::shared_ptr<const Sums>> with_ciphertexts(const std::shared_ptr<const Sums>& sums,
                                                     ByteView bytes, std::size_t columns) {
  if (bytes.size() < (columns + 1) * crypto::kCiphertextBytes) {
    return fail(codes::kGroupElement, "ballot", "length");
  }
  auto made = copy_of(sums);
  made->columns.resize(columns + 1);
  for (std::size_t j = 0; j <= columns; ++j) {
    const ByteView one = bytes.subspan(j * crypto::kCiphertextBytes, crypto::kCiphertextBytes);
    HP_ASSIGN(const Point alpha, Point::decode(one.first(crypto::kPointBytes)));
    HP_ASSIGN(const Point beta, Point::decode(one.last(crypto::kPointBytes)));
    made->columns[j] = made->columns[j] * crypto::Ciphertext{alpha, beta};
  }
  ++made->ballots;
  return made;
}

Result<void> check_partials(const Ceremony& ceremony, const Round& round, const Head& closing,
                            std::uint32_t number, ByteView partials) {
  return crypto::check_partials({.ctx = round.opening->ctx,
                                 .closing = {closing.size, closing.root},
                                 .trustee = number,
                                 .column = 0,
                                 .share = ceremony.keys->shares[number - 1]},
                                round.sums->columns, partials);
}

Result<std::vector<std::uint32_t>> open_tally(const Ceremony& ceremony, const Round& round,
                                              const std::vector<PartialsOf>& partials) {
  return crypto::open_tally(*round.sums, ceremony.keys->key, ceremony.k, partials);
}

}  // namespace hp::congress
