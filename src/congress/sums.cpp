#include "congress/sums.h"

#include "congress/checked_ballot.h"
#include "congress/contest_codes.h"
#include "congress/contest_crypto.h"

namespace hp::congress {
namespace {

using group::Point;
using group::Scalar;

constexpr std::size_t kCiphertextBytes = 130;

PartialStatement statement_of(const Ceremony& ceremony, const Round& round, const Head& closing,
                              std::uint32_t trustee, std::size_t column) {
  return {.ctx = round.opening->ctx,
          .closing = closing,
          .trustee = trustee,
          .column = static_cast<std::uint32_t>(column),
          .share = ceremony.keys->shares[trustee - 1]};
}

// The x of 0 … most with K^x = power.
Result<std::uint32_t> count_of(const Point& key, const Point& power, std::uint32_t most) {
  Point reached;
  for (std::uint32_t count = 0; count <= most; ++count) {
    if (reached == power) return count;
    reached = reached * key;
  }
  return fail(codes::kTallyFails, "partials");
}

}  // namespace

Hash context_of(const Hash& congress, const Definition& definition, const Ceremony& ceremony) {
  const auto round = u64_be(definition.round);
  return group::hash_of("homphieu/1/contest",
                        {congress, view(definition.contest), round, definition.hash,
                         ceremony.keys->key, ceremony.keys->hash});
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
  return with_ciphertexts(sums, ballot.bytes(), ballot.columns()).value();
}

Result<std::shared_ptr<const Sums>> with_ciphertexts(const std::shared_ptr<const Sums>& sums,
                                                     ByteView bytes, std::size_t columns) {
  if (bytes.size() < (columns + 1) * kCiphertextBytes) {
    return fail(codes::kGroupElement, "ballot", "length");
  }
  auto made = sums ? std::make_shared<Sums>(*sums) : std::make_shared<Sums>();
  made->columns.resize(columns + 1);
  for (std::size_t j = 0; j <= columns; ++j) {
    const ByteView one = bytes.subspan(j * kCiphertextBytes, kCiphertextBytes);
    HP_ASSIGN(const Point alpha, Point::decode(one.first(65)));
    HP_ASSIGN(const Point beta, Point::decode(one.last(65)));
    Ciphertext& column = made->columns[j];
    column = {column.alpha * alpha, column.beta * beta};
  }
  ++made->ballots;
  return made;
}

Result<void> check_partials(const Ceremony& ceremony, const Round& round, const Head& closing,
                            std::uint32_t number, ByteView partials) {
  const std::vector<Ciphertext>& columns = round.sums->columns;
  if (partials.size() != columns.size() * kPartialBytes) {
    return fail(codes::kGroupElement, "partials", "length");
  }
  for (std::size_t j = 0; j < columns.size(); ++j) {
    auto checked = check_partial(statement_of(ceremony, round, closing, number, j), columns[j],
                                 partials.subspan(j * kPartialBytes, kPartialBytes));
    if (!checked) {
      return std::unexpected(
          under("partials[" + std::to_string(j) + "]", std::move(checked).error()));
    }
  }
  return {};
}

Result<std::vector<std::uint32_t>> open_tally(const Ceremony& ceremony, const Round& round,
                                              const std::vector<PartialsOf>& partials) {
  HP_ASSIGN(const Point key, Point::decode(ceremony.keys->key));
  std::vector<std::uint32_t> trustees;
  for (const PartialsOf& one : partials) trustees.push_back(one.trustee);
  std::vector<std::uint32_t> out;
  for (std::size_t j = 0; j < round.sums->columns.size(); ++j) {
    std::vector<Point> factors;
    for (const PartialsOf& one : partials) {
      factors.push_back(factor_of(one.partials.subspan(j * kPartialBytes, kPartialBytes)));
    }
    HP_ASSIGN(
        const std::uint32_t count,
        count_of(key, opened(round.sums->columns[j], trustees, factors), round.sums->ballots));
    out.push_back(count);
  }
  return out;
}

}  // namespace hp::congress
