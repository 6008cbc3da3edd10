#include "crypto/ceremony.h"

#include <bit>

#include "crypto/ballot_proofs.h"
#include "crypto/codes.h"
#include "crypto/hash.h"
#include "crypto/possession.h"
#include "crypto/tally.h"

namespace hp::crypto {
namespace {

std::string at(const char* list, std::size_t i) {
  return std::string(list) + "[" + std::to_string(i) + "]";
}

Bytes joined(const std::vector<Bytes>& parts) {
  Bytes out;
  for (const Bytes& part : parts) append(out, part);
  return out;
}

Result<void> check_lengths(const CeremonyFrame& frame, const Reveal& reveal) {
  if (reveal.coefficients.size() != frame.k) {
    return fail(codes::kCeremonyNumbers, "coefficients");
  }
  if (reveal.proofs.size() != frame.k + 1) return fail(codes::kCeremonyNumbers, "proofs");
  for (std::size_t j = 0; j < reveal.proofs.size(); ++j) {
    if (reveal.proofs[j].size() != kPossessionBytes) {
      return fail(codes::kGroupElement, at("proofs", j));
    }
  }
  return {};
}

// What proof j is about: a coefficient, and last the agreement key.
const Bytes& point_of(const CeremonyFrame& frame, const Reveal& reveal, std::size_t j) {
  return j == frame.k ? reveal.agreement : reveal.coefficients[j];
}

struct Proof {
  Point point;
  Point r;
  Scalar z;
};

Result<Proof> decode_proof(const CeremonyFrame& frame, const Reveal& reveal, std::size_t j) {
  HP_ASSIGN(const Point point, point_at(point_of(frame, reveal, j),
                                        j == frame.k ? "agreement" : at("coefficients", j)));
  const ByteView proof = reveal.proofs[j];
  HP_ASSIGN(const Point r, point_at(proof.first(65), at("proofs", j)));
  auto z = Scalar::decode(proof.subspan(65));
  if (!z) return std::unexpected(under(at("proofs", j), std::move(z).error()));
  return Proof{point, r, *z};
}

// Π_j point_j^(l^j)
Point at_number(const std::vector<Point>& points, std::uint32_t l) {
  std::vector<p256::Power> powers;
  Scalar power(1);
  for (const Point& point : points) {
    powers.push_back({point.affine(), power.limbs()});
    power = power * Scalar(l);
  }
  return Point::product(powers);
}

PartialStatement statement_of(const CeremonyKeys& keys, std::uint32_t i) {
  return {.ctx = keys.hash, .closing = {}, .trustee = i, .column = 0, .share = keys.shares[i - 1]};
}

}  // namespace

Result<void> check_frame(const CeremonyFrame& frame) {
  if (frame.n < 3 || frame.n > 9 || 2 * frame.k <= frame.n || frame.k >= frame.n) {
    return fail(codes::kCeremonyNumbers, "n");
  }
  return {};
}

Hash commitment_of(const CeremonyFrame& frame, std::uint32_t i, const Reveal& reveal) {
  const auto n = u64_be(frame.n);
  const auto k = u64_be(frame.k);
  const auto number = u64_be(i);
  return hash_of("homphieu/1/ceremony/commit",
                 {frame.congress, n, k, number, reveal.agreement, joined(reveal.coefficients)});
}

Result<void> check_reveal(const CeremonyFrame& frame, std::span<const Hash> commitments,
                          std::uint32_t i, const Reveal& reveal) {
  HP_TRY(check_lengths(frame, reveal));
  std::vector<Proof> proofs;
  for (std::size_t j = 0; j <= frame.k; ++j) {
    HP_ASSIGN(Proof one, decode_proof(frame, reveal, j));
    proofs.push_back(one);
  }
  if (commitment_of(frame, i, reveal) != commitments[i - 1]) {
    return fail(codes::kRevealDiffers, "coefficients");
  }
  const Possession possession(frame, commitments, i);
  for (std::size_t j = 0; j < proofs.size(); ++j) {
    const Scalar c = possession.challenge_of(j, point_of(frame, reveal, j),
                                             ByteView(reveal.proofs[j]).first(65));
    // R = g^z·C^c
    const auto& [point, r, z] = proofs[j];
    if (r != Point::generator().power(z) * point.power(c)) {
      return fail(codes::kProofWrong, at("proofs", j));
    }
  }
  return {};
}

Result<void> check_share_bytes(ByteView share) {
  if (share.size() != kShareBytes) return fail(codes::kGroupElement, "", "length");
  HP_TRY(Point::decode(share.first(65)));
  return {};
}

Result<Point> share_point(const std::vector<Bytes>& coefficients, std::uint32_t l) {
  std::vector<Point> points;
  for (const Bytes& bytes : coefficients) {
    HP_ASSIGN(const Point c, point_at(bytes, "coefficients"));
    points.push_back(c);
  }
  return at_number(points, l);
}

Result<CeremonyKeys> keys_of(const CeremonyFrame& frame,
                             const std::vector<const Reveal*>& reveals) {
  CeremonyKeys out;
  Bytes agreements;
  Bytes coefficients;
  std::vector<Point> products(frame.k);  // over i, of C_(i,j)
  for (const Reveal* reveal : reveals) {
    append(agreements, reveal->agreement);
    append(coefficients, joined(reveal->coefficients));
    for (std::size_t j = 0; j < frame.k; ++j) {
      HP_ASSIGN(const Point c, point_at(reveal->coefficients[j], "coefficients"));
      products[j] = products[j] * c;
    }
  }
  HP_ASSIGN(out.key, products[0].encode());
  for (std::uint32_t l = 1; l <= frame.n; ++l) {
    HP_ASSIGN(Bytes bytes, at_number(products, l).encode());
    out.shares.push_back(std::move(bytes));
  }
  const auto n = u64_be(frame.n);
  const auto k = u64_be(frame.k);
  out.hash = hash_of("homphieu/1/ceremony", {frame.congress, n, k, agreements, coefficients});
  return out;
}

Ciphertext rehearsal_of(const CeremonyKeys& keys) {
  const Scalar r = challenge("homphieu/1/ceremony/rehearsal", {keys.hash});
  const Point key = Point::decode(keys.key).value();
  return {Point::generator().power(r), key.power(r + Scalar(1))};
}

Result<Bytes> make_rehearsal(const CeremonyKeys& keys, std::uint32_t i, const SecretScalar& secret,
                             const Random& random) {
  return make_partial(statement_of(keys, i), rehearsal_of(keys), secret, random);
}

Result<void> check_rehearsal(const CeremonyKeys& keys, std::uint32_t i, ByteView partial) {
  auto checked = check_partial(statement_of(keys, i), rehearsal_of(keys), partial);
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
    if (opened(rehearsal, numbers, chosen) != key) {
      return fail(codes::kProofWrong, "partial", "rehearsal");
    }
  }
  return {};
}

}  // namespace hp::crypto
