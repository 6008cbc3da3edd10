// The check of a ballot once more, as slowly as ballot.md section 4 says it, on OpenSSL alone: what
// the fast ways must agree with on every input.
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <openssl/sha.h>

#include <optional>
#include <random>

#include "crypto/codes.h"
#include "crypto/encrypt.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

using nlohmann::json;
using P = std::shared_ptr<EC_POINT>;
using N = std::shared_ptr<BIGNUM>;

class Oracle {
 public:
  bool accepts(const BallotContext& context, ByteView bytes) {
    const BallotShape& shape = context.shape;
    if (bytes.size() != shape.bytes()) return false;
    const auto key = point(context.key);
    if (!key || !point(context.voter)) return false;
    std::vector<P> alpha, beta;
    std::size_t at = 0;
    for (std::size_t j = 0; j <= shape.columns; ++j, at += 130) {
      const auto a = point(bytes.subspan(at, 65));
      const auto b = point(bytes.subspan(at + 65, 65));
      if (!a || !b) return false;
      alpha.push_back(*a);
      beta.push_back(*b);
    }
    for (std::size_t i = at; i < bytes.size(); i += 194) {
      if (!point(bytes.subspan(i, 65)) || !point(bytes.subspan(i + 65, 65)) ||
          !scalar(bytes.subspan(i + 130, 32)) || !scalar(bytes.subspan(i + 162, 32))) {
        return false;
      }
    }
    std::array<std::uint8_t, 32> hash{};
    const Bytes hashed = fields("homphieu/1/ballot", {context.ctx, context.voter, bytes.first(at)});
    SHA256(hashed.data(), hashed.size(), hash.data());
    const auto proof = [&](std::string_view kind, std::size_t index, const P& a, const P& b,
                           std::vector<std::uint64_t> values) {
      Bytes value_bytes;
      Bytes commitments;
      for (std::size_t j = 0; j < values.size(); ++j) {
        append(value_bytes, u64_be(values[j]));
        append(commitments, bytes.subspan(at + j * 194, 130));
      }
      if (infinite(a) || infinite(b)) return false;
      const auto place = u64_be(index);
      const Bytes first = encode(a);
      const Bytes second = encode(b);
      const Bytes text =
          fields("homphieu/1/proof", {context.ctx, context.voter, hash, view(kind), place, first,
                                      second, value_bytes, commitments});
      std::array<std::uint8_t, 48> digest{};
      SHA384(text.data(), text.size(), digest.data());
      const N c = mod(number(digest));
      N total = number({});
      bool good = true;
      for (const std::uint64_t value : values) {
        const N c_j = number(bytes.subspan(at + 130, 32));
        const N z_j = number(bytes.subspan(at + 162, 32));
        total = sum(total, c_j);
        // B = K^z·(β·K^(−v))^c
        const N minus_v = difference(number({}), number(u64_be(value)));
        good = good &&
               same(*point(bytes.subspan(at, 65)), plus(power(generator(), z_j), power(a, c_j))) &&
               same(*point(bytes.subspan(at + 65, 65)),
                    plus(power(*key, z_j), power(plus(b, power(*key, minus_v)), c_j)));
        at += 194;
      }
      return good && BN_cmp(total.get(), c.get()) == 0;
    };
    for (std::size_t j = 0; j <= shape.columns; ++j) {
      if (!proof("bit", j, alpha[j], beta[j], {0, 1})) return false;
    }
    for (std::size_t i = 0; i < shape.rows; ++i) {
      P a = plus(alpha[i], alpha[shape.names + i]);
      P b = plus(beta[i], beta[shape.names + i]);
      if (shape.form == BallotForm::kBoxes) {
        a = plus(a, alpha.back());
        b = plus(b, beta.back());
      }
      if (!proof("row", i, a, b, {0, 1})) return false;
    }
    const N limit = number(u64_be(shape.limit));
    P a = power(alpha.back(), limit);
    P b = power(beta.back(), limit);
    for (std::size_t j = 0; j < shape.total_columns; ++j) {
      a = plus(a, alpha[j]);
      b = plus(b, beta[j]);
    }
    std::vector<std::uint64_t> values;
    for (std::size_t v = 1; v <= shape.limit; ++v) values.push_back(v);
    return proof("total", 0, a, b, values);
  }

 private:
  static Bytes fields(std::string_view tag, const std::vector<ByteView>& all) {
    Bytes out;
    append(out, u64_be(tag.size()));
    append(out, view(tag));
    for (const ByteView one : all) {
      append(out, u64_be(one.size()));
      append(out, one);
    }
    return out;
  }
  P fresh() const { return {EC_POINT_new(group_.get()), EC_POINT_free}; }
  std::optional<P> point(ByteView bytes) const {
    P out = fresh();
    if (bytes.size() != 65 || bytes[0] != 4 ||
        EC_POINT_oct2point(group_.get(), out.get(), bytes.data(), 65, nullptr) != 1) {
      return std::nullopt;
    }
    return out;
  }
  P generator() const {
    P out = fresh();
    EC_POINT_copy(out.get(), EC_GROUP_get0_generator(group_.get()));
    return out;
  }
  P plus(const P& a, const P& b) const {
    P out = fresh();
    EC_POINT_add(group_.get(), out.get(), a.get(), b.get(), nullptr);
    return out;
  }
  P power(const P& a, const N& n) const {
    P out = fresh();
    EC_POINT_mul(group_.get(), out.get(), nullptr, a.get(), n.get(), nullptr);
    return out;
  }
  bool same(const P& a, const P& b) const {
    return EC_POINT_cmp(group_.get(), a.get(), b.get(), nullptr) == 0;
  }
  bool infinite(const P& a) const { return EC_POINT_is_at_infinity(group_.get(), a.get()) == 1; }
  Bytes encode(const P& a) const {
    Bytes out(65);
    EC_POINT_point2oct(group_.get(), a.get(), POINT_CONVERSION_UNCOMPRESSED, out.data(), 65,
                       nullptr);
    return out;
  }
  static N number(ByteView bytes) {
    return {BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr), BN_free};
  }
  bool scalar(ByteView bytes) const { return BN_cmp(number(bytes).get(), order()) < 0; }
  const BIGNUM* order() const { return EC_GROUP_get0_order(group_.get()); }
  N mod(const N& a) const {
    N out = number({});
    BN_nnmod(out.get(), a.get(), order(), scratch_.get());
    return out;
  }
  N sum(const N& a, const N& b) const {
    N out = number({});
    BN_mod_add(out.get(), a.get(), b.get(), order(), scratch_.get());
    return out;
  }
  N difference(const N& a, const N& b) const {
    N out = number({});
    BN_mod_sub(out.get(), a.get(), b.get(), order(), scratch_.get());
    return out;
  }
  std::shared_ptr<EC_GROUP> group_{EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1), EC_GROUP_free};
  std::shared_ptr<BN_CTX> scratch_{BN_CTX_new(), BN_CTX_free};
};

class Agreement : public ::testing::Test {
 protected:
  void expect_agreement(const BallotContext& context, ByteView bytes, const std::string& name) {
    const bool wanted = oracle.accepts(context, bytes);
    EXPECT_EQ(check_ballot(context, bytes).has_value(), wanted) << name;
    EXPECT_EQ(check_one_by_one(context, bytes).has_value(), wanted) << name;
    (wanted ? accepted : refused) += 1;
  }
  Oracle oracle;
  int accepted = 0;
  int refused = 0;
};

TEST_F(Agreement, HoldsOnEveryKnownBallotGoodOrBad) {
  for (const char* file : {"ballots.json", "ballots-invalid.json"}) {
    const json known = vectors(file);
    for (const auto& one : known["ballots"]) {
      const json& contest = one.contains("contest") ? one["contest"] : known["contest"];
      expect_agreement(context_in(contest, one), bytes_of(one["ballot"]), one["name"]);
    }
  }
  EXPECT_GT(accepted, 20);
  EXPECT_GT(refused, 80);
}

// One bit, or one element put where another was: nearly always a wrong ballot, and never one on
// which the ways of checking differ.
TEST_F(Agreement, HoldsOnDamagedBallots) {
  std::mt19937_64 random(20260728);
  const json known = vectors("ballots.json");
  for (const auto& one : known["ballots"]) {
    const BallotContext context = context_in(known["contest"], one);
    const Bytes good = bytes_of(one["ballot"]);
    if (good.size() > 10000) continue;
    for (int i = 0; i < 6; ++i) {
      Bytes bad = good;
      const std::size_t size = i < 3 ? 1 : 65;
      const std::size_t to = random() % (bad.size() - size);
      if (size == 1) {
        bad[to] = static_cast<std::uint8_t>(bad[to] ^ 1u << random() % 8);
      } else {
        // Points are at multiples of 65 among the ciphertexts.
        const std::size_t points = 2 * (context.shape.columns + 1);
        const std::size_t from = random() % points * 65;
        std::copy_n(good.begin() + static_cast<std::ptrdiff_t>(from), 65,
                    bad.begin() + static_cast<std::ptrdiff_t>(random() % points * 65));
      }
      expect_agreement(context, bad, one["name"]);
    }
  }
  EXPECT_GT(refused, 60);
}

TEST_F(Agreement, HoldsOnFreshBallotsOfEveryForm) {
  std::mt19937_64 random(20200728);
  const json known = vectors("ballots.json");
  const SigningKey voter = SigningKey::generate(system_random());
  for (int i = 0; i < 12; ++i) {
    BallotContext context;
    context.ctx = hash_in(known["contest"]["ctx"]);
    context.key = bytes_of(known["contest"]["K"]);
    context.voter = voter.point();
    context.shape = ballot_shape(1 + random() % 4, 1 + random() % 4, random() % 2 == 0).value();
    std::vector<std::uint8_t> columns(context.shape.columns);
    columns[random() % columns.size()] = static_cast<std::uint8_t>(random() % 2);
    const auto ballot = encrypt_ballot(context, columns, system_random());
    if (!ballot) continue;  // a disagreement alone, where that is no ballot
    expect_agreement(context, *ballot, "fresh");
  }
  EXPECT_GT(accepted, 5);
}

}  // namespace
}  // namespace hp::crypto
