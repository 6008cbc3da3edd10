#include "crypto/encrypt.h"

#include <random>

#include "crypto/codes.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

using nlohmann::json;
using Columns = std::vector<std::uint8_t>;

TEST(Encryption, GivesTheKnownBytesFromTheKnownRandomness) {
  const json known = vectors("ballots.json");
  int made = 0;
  for (const auto& one : known["ballots"]) {
    if (!one.contains("random")) continue;
    const BallotContext context = context_in(known["contest"], one);
    const Columns columns = one["columns"].get<Columns>();
    EXPECT_EQ(blank_of(context.shape, columns).value(), one["b"].get<int>());
    std::size_t used = 0;
    const auto ballot = encrypt_ballot(context, columns, known_random(one["random"], used));
    ASSERT_TRUE(ballot.has_value()) << one["name"];
    EXPECT_EQ(to_hex(*ballot), one["ballot"]) << one["name"];
    EXPECT_EQ(used, one["random"].size()) << one["name"];
    ++made;
  }
  EXPECT_GT(made, 10);
}

TEST(Encryption, RefusesMarksThatBreakTheForm) {
  for (const auto known = vectors("ballots.json"); const auto& one : known["unencodable"]) {
    const BallotShape shape = ballot_shape(one["n"], one["seats"], one["nobody_valid"]).value();
    const auto blank = blank_of(shape, one["columns"].get<Columns>());
    // b follows from the columns: where they are possible, the stated b isn't.
    if (blank) {
      EXPECT_NE(*blank, one["b"].get<int>()) << one["name"];
    } else {
      EXPECT_TRUE(blank.error().is(codes::kBallotChoice)) << one["name"];
    }
  }
}

class Encrypting : public ::testing::Test {
 protected:
  BallotContext context(std::size_t names, std::size_t seats, bool nobody_valid = false) const {
    BallotContext out;
    out.ctx = hash_in(known["contest"]["ctx"]);
    out.key = bytes_of(known["contest"]["K"]);
    out.voter = voter.point();
    out.shape = ballot_shape(names, seats, nobody_valid).value();
    return out;
  }
  void expect_good(const BallotContext& in, const Columns& columns) const {
    const auto ballot = encrypt_ballot(in, columns, system_random());
    ASSERT_TRUE(ballot.has_value()) << describe(ballot.error(), Language::kEnglish);
    EXPECT_EQ(ballot->size(), in.shape.bytes());
    EXPECT_TRUE(check_ballot(in, *ballot).has_value());
    EXPECT_TRUE(check_one_by_one(in, *ballot).has_value());
  }
  void expect_refused(const BallotContext& in, const Columns& columns, const char* where) const {
    const auto ballot = encrypt_ballot(in, columns, system_random());
    ASSERT_FALSE(ballot.has_value());
    EXPECT_TRUE(ballot.error().is(codes::kBallotChoice));
    EXPECT_EQ(ballot.error().where, where);
  }
  const json known = vectors("ballots.json");
  const SigningKey voter = SigningKey::generate(system_random());
};

TEST_F(Encrypting, AStrikeOutBallotTakesOneToSeatsNamesOrNone) {
  const BallotContext in = context(4, 2);
  for (int marks = 0; marks < 16; ++marks) {
    const Columns columns{
        static_cast<std::uint8_t>(marks & 1), static_cast<std::uint8_t>(marks >> 1 & 1),
        static_cast<std::uint8_t>(marks >> 2 & 1), static_cast<std::uint8_t>(marks >> 3 & 1)};
    if (__builtin_popcount(static_cast<unsigned>(marks)) <= 2) {
      expect_good(in, columns);
    } else {
      EXPECT_FALSE(encrypt_ballot(in, columns, system_random()).has_value());
    }
  }
  expect_refused(in, {1, 1, 0, 1}, "columns[3]");
  expect_refused(in, {1, 0, 0}, "columns");
  expect_refused(in, {1, 2, 0, 0}, "columns[1]");
}

TEST_F(Encrypting, ABoxesBallotTakesOneBoxOfANameAndNoDisagreementAlone) {
  const BallotContext in = context(3, 3);
  expect_good(in, {1, 0, 1, 0, 1, 0});
  expect_good(in, {1, 1, 1, 0, 0, 0});
  expect_good(in, {0, 0, 0, 0, 0, 0});
  expect_refused(in, {1, 0, 0, 1, 0, 0}, "columns[3]");
  expect_refused(in, {0, 0, 0, 0, 1, 0}, "columns[4]");
}

TEST_F(Encrypting, ABoxesBallotMayRefuseEverybodyWhereTheProfileSaysSo) {
  const BallotContext in = context(3, 4, true);
  expect_good(in, {0, 0, 0, 1, 1, 1});
  expect_good(in, {0, 0, 0, 0, 0, 0});
  expect_good(in, {1, 0, 0, 0, 1, 1});
  expect_refused(in, {0, 0, 1, 0, 0, 1}, "columns[5]");
}

TEST_F(Encrypting, ABallotOnOnePersonTakesOneBoxOrNone) {
  const BallotContext in = context(1, 1);
  expect_good(in, {1, 0});
  expect_good(in, {0, 1});
  expect_good(in, {0, 0});
  expect_refused(in, {1, 1}, "columns[1]");
}

TEST_F(Encrypting, IsOfOneVoterAndOneContestAlone) {
  const BallotContext in = context(3, 2);
  const Bytes ballot = encrypt_ballot(in, Columns{1, 0, 0}, system_random()).value();
  BallotContext other = in;
  other.voter = SigningKey::generate(system_random()).point();
  EXPECT_FALSE(check_ballot(other, ballot).has_value());
  other = in;
  other.ctx[0] ^= 1;
  EXPECT_FALSE(check_ballot(other, ballot).has_value());
  EXPECT_NE(ballot, encrypt_ballot(in, Columns{1, 0, 0}, system_random()).value());
  other = in;
  other.key[64] ^= 1;
  EXPECT_FALSE(encrypt_ballot(other, Columns{1, 0, 0}, system_random()).has_value());
}

TEST_F(Encrypting, ShowsItsOpeningToASecondDevice) {
  const BallotContext in = context(3, 2);
  OpenableBallot made = encrypt_to_open(in, Columns{0, 1, 0}, system_random()).value();
  EXPECT_EQ(made.opening.numbers, (Columns{0, 1, 0, 0}));
  EXPECT_TRUE(check_ballot(in, made.bytes).has_value());
  EXPECT_TRUE(check_opening(in, made.bytes, made.opening).has_value());
  made.opening.numbers = {0, 0, 1, 0};
  const auto lie = check_opening(in, made.bytes, made.opening);
  ASSERT_FALSE(lie.has_value());
  EXPECT_TRUE(lie.error().is(codes::kOpeningDiffers));
  EXPECT_EQ(lie.error().where, "columns[1]");
  made.opening.numbers = {0, 1, 0};
  EXPECT_FALSE(check_opening(in, made.bytes, made.opening).has_value());
}

TEST_F(Encrypting, DoesNotGoOnWithRandomnessThatIsNone) {
  const Random zeros = [](std::span<std::uint8_t> bytes) {
    std::ranges::fill(bytes, std::uint8_t{0});
  };
  EXPECT_FALSE(encrypt_ballot(context(3, 2), Columns{1, 0, 0}, zeros).has_value());
}

}  // namespace
}  // namespace hp::crypto
