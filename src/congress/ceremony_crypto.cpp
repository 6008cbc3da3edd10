#include "congress/ceremony_crypto.h"

#include <bit>

#include "congress/contest_codes.h"
#include "congress/partial.h"

namespace hp::congress {
namespace {

using group::Point;
using group::Scalar;

std::string at(const char* list, std::size_t i) {
  return std::string(list) + "[" + std::to_string(i) + "]";
}

Bytes joined(const std::vector<Bytes>& parts) {
  Bytes out;
  for (const Bytes& part : parts) append(out, part);
  return out;
}

Result<Point> point_at(ByteView bytes, const std::string& where) {
  auto point = Point::decode(bytes);
  if (!point) return std::unexpected(under(where, std::move(point).error()));
  return point;
}

Result<void> check_lengths(const Ceremony& ceremony, const Reveal& reveal) {
  if (reveal.coefficients.size() != ceremony.k) {
    return fail(codes::kCeremonyNumbers, "coefficients");
  }
  if (reveal.proofs.size() != ceremony.k + 1) return fail(codes::kCeremonyNumbers, "proofs");
  for (std::size_t j = 0; j < reveal.proofs.size(); ++j) {
    if (reveal.proofs[j].size() != 97) return fail(codes::kGroupElement, at("proofs", j));
  }
  return {};
}

}  // namespace

Ciphertext rehearsal_of(const CeremonyKeys& keys) {
  const Scalar r = group::challenge("homphieu/1/ceremony/rehearsal", {keys.hash});
  const Point key = Point::decode(keys.key).value();
  return {Point::generator().power(r), key.power(r + Scalar(1))};
}

Result<void> check_reveal(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                          const Reveal& reveal) {
  HP_TRY(check_lengths(ceremony, reveal));
  const auto n = u64_be(ceremony.n);
  const auto k = u64_be(ceremony.k);
  const auto number = u64_be(i);
  const Hash commitment =
      group::hash_of("homphieu/1/ceremony/commit",
                     {congress, n, k, number, reveal.agreement, joined(reveal.coefficients)});
  if (commitment != *ceremony.trustees[i - 1].commitment) {
    return fail(codes::kRevealDiffers, "coefficients");
  }
  Bytes commits;
  for (const TrusteeSteps& one : ceremony.trustees) append(commits, *one.commitment);
  for (std::size_t j = 0; j <= ceremony.k; ++j) {
    const bool last = j == ceremony.k;
    const Bytes& bytes = last ? reveal.agreement : reveal.coefficients[j];
    HP_ASSIGN(const Point c, point_at(bytes, last ? "agreement" : at("coefficients", j)));
    const ByteView proof = reveal.proofs[j];
    HP_ASSIGN(const Point r, point_at(proof.subspan(0, 65), at("proofs", j)));
    auto z = Scalar::decode(proof.subspan(65));
    if (!z) return std::unexpected(under(at("proofs", j), std::move(z).error()));
    const auto index = u64_be(j);
    const Scalar e =
        group::challenge("homphieu/1/ceremony/possession",
                         {congress, n, k, commits, number, index, bytes, proof.subspan(0, 65)});
    if (!(r == Point::generator().power(*z) * c.power(e))) {
      return fail(codes::kProofWrong, at("proofs", j));
    }
  }
  return {};
}

Result<void> check_share_bytes(ByteView share) {
  if (share.size() != 113) return fail(codes::kGroupElement, "", "length");
  HP_TRY(Point::decode(share.subspan(0, 65)));
  return {};
}

Result<CeremonyKeys> keys_of(const Hash& congress, std::uint32_t n, std::uint32_t k,
                             const std::vector<const Reveal*>& reveals) {
  CeremonyKeys out;
  Bytes agreements;
  Bytes coefficients;
  std::vector<Point> products(k);  // over i, of C_(i,j)
  for (const Reveal* reveal : reveals) {
    append(agreements, reveal->agreement);
    append(coefficients, joined(reveal->coefficients));
    for (std::size_t j = 0; j < k; ++j) {
      HP_ASSIGN(const Point c, point_at(reveal->coefficients[j], "coefficients"));
      products[j] = products[j] * c;
    }
  }
  HP_ASSIGN(out.key, products[0].encode());
  for (std::uint32_t l = 1; l <= n; ++l) {
    Point share;
    Scalar power(1);
    for (std::size_t j = 0; j < k; ++j) {
      share = share * products[j].power(power);
      power = power * Scalar(l);
    }
    HP_ASSIGN(Bytes bytes, share.encode());
    out.shares.push_back(std::move(bytes));
  }
  const auto number_n = u64_be(n);
  const auto number_k = u64_be(k);
  out.hash = group::hash_of("homphieu/1/ceremony",
                            {congress, number_n, number_k, agreements, coefficients});
  return out;
}

Result<void> check_rehearsal(const CeremonyKeys& keys, std::uint32_t i, ByteView partial) {
  auto checked = check_partial(
      {.ctx = keys.hash, .closing = {}, .trustee = i, .column = 0, .share = keys.shares[i - 1]},
      rehearsal_of(keys), partial);
  if (!checked) return std::unexpected(under("partial", std::move(checked).error()));
  return {};
}

Result<void> check_rehearsal_opens(const CeremonyKeys& keys, std::uint32_t k,
                                   const std::vector<ByteView>& partials) {
  const Ciphertext rehearsal = rehearsal_of(keys);
  const Point key = Point::decode(keys.key).value();
  std::vector<Point> factors;
  for (const ByteView partial : partials) factors.push_back(factor_of(partial));
  for (std::uint32_t set = 0; set < (1u << partials.size()); ++set) {
    if (static_cast<std::uint32_t>(std::popcount(set)) != k) continue;
    std::vector<std::uint32_t> numbers;
    std::vector<Point> chosen;
    for (std::uint32_t i = 0; i < partials.size(); ++i) {
      if ((set >> i & 1) == 0) continue;
      numbers.push_back(i + 1);
      chosen.push_back(factors[i]);
    }
    if (!(opened(rehearsal, numbers, chosen) == key)) {
      return fail(codes::kProofWrong, "partial", "rehearsal");
    }
  }
  return {};
}

}  // namespace hp::congress
