// Those mistakes of ballot.md section 9 that no known answer shows. docs/mistakes.md lists where
// each of the others is tested.
#include "crypto/codes.h"
#include "crypto/encrypt.h"
#include "crypto/equations.h"
#include "crypto/hash.h"
#include "crypto/tally.h"
#include "crypto/trustee.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

using Columns = std::vector<std::uint8_t>;

// A 2-of-3 key whose trustees are made up.
class Mistakes : public ::testing::Test {
 protected:
  Mistakes() {
    for (std::uint32_t i = 1; i <= 3; ++i) {
      TrusteeSeed seed{};
      system_random()(seed);
      secrets.push_back(secrets_of(seed, {}, 2));
      reveals.push_back(points_of(secrets.back()));
    }
    std::vector<const Reveal*> all;
    for (const Reveal& one : reveals) all.push_back(&one);
    keys = keys_of({.congress = {}, .n = 3, .k = 2}, all).value();
  }
  BallotContext context(const PublicPoint& voter) const {
    return {.ctx = sha256(view("contest")),
            .key = keys.key,
            .voter = voter,
            .shape = ballot_shape(3, 2, false).value()};
  }
  BallotContext context() const { return context(SigningKey::generate(system_random()).point()); }
  Sums cast(const std::vector<Columns>& ballots) const {
    Sums out;
    for (const Columns& columns : ballots) {
      const BallotContext one = context();
      const Bytes bytes = encrypt_ballot(one, columns, system_random()).value();
      add_to(out, *check_ballot(one, bytes).value());
    }
    return out;
  }
  SecretScalar share_of(std::uint32_t l) const {
    SecretScalar out(0);
    for (const TrusteeSecrets& one : secrets) out = out + one.value_at(l);
    return out;
  }
  PartialStatement statement(std::uint32_t l) const {
    return {.ctx = sha256(view("contest")),
            .closing = {7, sha256(view("root"))},
            .trustee = l,
            .column = 0,
            .share = keys.shares[l - 1]};
  }
  Bytes partials(const Sums& sums, std::uint32_t l) const {
    return make_partials(statement(l), sums.columns, share_of(l), system_random()).value();
  }
  std::vector<TrusteeSecrets> secrets;
  std::vector<Reveal> reveals;
  CeremonyKeys keys;
};

TEST_F(Mistakes, Number9AnUncheckedBallotHasNoTypeThatATallyTakes) {
  static_assert(!std::is_default_constructible_v<CheckedBallot>);
  static_assert(!std::is_constructible_v<CheckedBallot, BallotContext, Bytes>);
  static_assert(!std::is_invocable_v<decltype(add_to), Sums&, const Bytes&>);
}

TEST_F(Mistakes, Number13ABallotTakenOverByAnotherVoterIsNoBallot) {
  const BallotContext mine = context();
  const BallotContext other = context();
  const Bytes bytes = encrypt_ballot(mine, Columns{1, 0, 0}, system_random()).value();
  EXPECT_TRUE(check_ballot(mine, bytes).has_value());
  EXPECT_FALSE(check_ballot(other, bytes).has_value());
}

TEST_F(Mistakes, Number18NoRandomnessStaysInABallotAndNoneIsUsedTwice) {
  const BallotContext in = context();
  std::set<Bytes> draws;
  const Random watched = [&](std::span<std::uint8_t> bytes) {
    system_random()(bytes);
    const Bytes scalar = Scalar::reduce(bytes).encode();
    EXPECT_TRUE(draws.insert(scalar).second);
  };
  std::set<Bytes> points;
  for (int i = 0; i < 3; ++i) {
    const Bytes ballot = encrypt_ballot(in, Columns{1, 1, 0}, watched).value();
    const std::size_t ciphertexts = 4 * kCiphertextBytes;
    for (std::size_t at = 0; at < ciphertexts; at += kPointBytes) {
      EXPECT_TRUE(points.insert(to_bytes(ByteView(ballot).subspan(at, kPointBytes))).second);
    }
    // c of a simulated branch is drawn and shown; r and u never are.
    std::size_t shown = 0;
    for (const Bytes& draw : draws) {
      shown += std::ranges::search(ballot, draw).empty() ? 0u : 1u;
    }
    EXPECT_EQ(shown, 5u);  // one for each of four bits and the total's second value
  }
}

TEST_F(Mistakes, Number19AnyTwoOfThreeTrusteesOpenTheSums) {
  const Sums sums = cast({{1, 0, 0}, {1, 1, 0}, {0, 0, 0}, {1, 0, 0}});
  const std::vector<Bytes> all{partials(sums, 1), partials(sums, 2), partials(sums, 3)};
  const std::vector<std::uint32_t> result{3, 1, 0, 1};
  for (const auto& [a, b] :
       std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 2}, {1, 3}, {2, 3}, {3, 1}}) {
    EXPECT_EQ(open_tally(sums, keys.key, 2, {{a, all[a - 1]}, {b, all[b - 1]}}).value(), result);
  }
}

TEST_F(Mistakes, Number22ABadTrusteeIsNamedAndTheOthersFinish) {
  const Sums sums = cast({{1, 0, 0}, {0, 0, 1}});
  const Bytes bad = make_partials(statement(2), sums.columns, share_of(1), system_random()).value();
  EXPECT_FALSE(check_partials(statement(2), sums.columns, bad).has_value());
  const Bytes one = partials(sums, 1);
  const Bytes three = partials(sums, 3);
  EXPECT_TRUE(check_partials(statement(1), sums.columns, one).has_value());
  EXPECT_TRUE(check_partials(statement(3), sums.columns, three).has_value());
  EXPECT_EQ(open_tally(sums, keys.key, 2, {{1, one}, {3, three}}).value(),
            (std::vector<std::uint32_t>{1, 0, 1, 0}));
}

TEST_F(Mistakes, Number23ADecryptionOfSomeOfTheBallotsDoesNotPass) {
  const Sums all = cast({{1, 0, 0}, {0, 0, 1}, {1, 1, 0}});
  const Sums some = cast({{1, 0, 0}});
  EXPECT_FALSE(check_partials(statement(1), all.columns, partials(some, 1)).has_value());
}

TEST_F(Mistakes, Number24OneBallotAllBlankOpensToItself) {
  const Sums sums = cast({{0, 0, 0}});
  const Bytes one = partials(sums, 1);
  const Bytes two = partials(sums, 2);
  EXPECT_EQ(open_tally(sums, keys.key, 2, {{1, one}, {2, two}}).value(),
            (std::vector<std::uint32_t>{0, 0, 0, 1}));
}

TEST_F(Mistakes, Number25WeightsAreFreshAndNeverZero) {
  int zeros = 3;
  const Random random = [&](std::span<std::uint8_t> bytes) {
    system_random()(bytes);
    for (int i = 0; i < zeros; ++i) std::ranges::fill(bytes.subspan(16 * i, 16), 0);
    zeros = 0;
  };
  Equations equations(random);
  std::set<Bytes> seen;
  for (int i = 0; i < 200; ++i) {
    const Scalar weight = equations.weight();
    EXPECT_FALSE(weight.is_zero());
    EXPECT_TRUE(seen.insert(weight.encode()).second);
    EXPECT_TRUE(weight.limbs()[2] == 0 && weight.limbs()[3] == 0);
  }
  const Random none = [](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, 0); };
  Equations without(none);
  EXPECT_THROW(without.weight(), std::runtime_error);
}

}  // namespace
}  // namespace hp::crypto
