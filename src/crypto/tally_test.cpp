#include "crypto/tally.h"

#include "crypto/codes.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

using nlohmann::json;

class KnownElections : public ::testing::Test {
 protected:
  const json known = vectors("tally.json");

  Sums sums_of(const json& election) const {
    Sums out;
    for (const auto& one : election["ballots"]) {
      json ballot = one;
      for (const char* key : {"n", "seats", "nobody_valid"}) ballot[key] = election[key];
      add_to(
          out,
          *check_ballot(context_in(election["contest"], ballot), bytes_of(one["ballot"])).value());
    }
    return out;
  }
  PartialStatement statement_of(const json& election, std::uint32_t i) const {
    return {.ctx = hash_in(election["contest"]["ctx"]),
            .closing = {election["head"]["size"], hash_in(election["head"]["root"])},
            .trustee = i,
            .column = 0,
            .share = bytes_of(known["V"][i - 1])};
  }
  SecretScalar secret_of(std::size_t i) const {
    const json ceremony = vectors("ceremony.json")[1];
    return SecretScalar::decode(bytes_of(ceremony["trustees"][i - 1]["x"])).value();
  }
  const json& election(const std::string& name) const {
    for (const auto& one : known["elections"]) {
      if (one["name"] == name) return one;
    }
    throw std::out_of_range(name);
  }
};

TEST_F(KnownElections, AddUpDecryptAndOpenToTheKnownResult) {
  for (const auto& one : known["elections"]) {
    const Sums sums = sums_of(one);
    ASSERT_EQ(sums.columns.size(), one["sums"].size()) << one["name"];
    for (std::size_t j = 0; j < sums.columns.size(); ++j) {
      EXPECT_EQ(to_hex(sums.columns[j].alpha.encode().value()), one["sums"][j]["alpha"]);
      EXPECT_EQ(to_hex(sums.columns[j].beta.encode().value()), one["sums"][j]["beta"]);
    }
    EXPECT_EQ(sums.ballots, one["result"]["ballots"].get<std::uint32_t>());
    std::map<std::uint32_t, Bytes> partials;
    for (const auto& partial : one["partials"]) {
      const std::uint32_t i = partial["i"];
      const Bytes bytes = partials[i] = bytes_of(partial["bytes"]);
      EXPECT_TRUE(check_partials(statement_of(one, i), sums.columns, bytes).has_value());
      std::size_t used = 0;
      EXPECT_EQ(make_partials(statement_of(one, i), sums.columns, secret_of(i),
                              known_random(partial["w"], used))
                    .value(),
                bytes);
    }
    for (const auto& opening : one["openings"]) {
      std::vector<PartialsOf> some;
      for (const std::uint32_t i : opening["set"]) some.push_back({i, partials[i]});
      EXPECT_EQ(open_tally(sums, bytes_of(known["K"]), 3, some).value(),
                opening["counts"].get<std::vector<std::uint32_t>>());
    }
  }
}

TEST_F(KnownElections, NameTheColumnOfABadPartialDecryption) {
  const json& one = election("cap-uy");
  const Sums sums = sums_of(one);
  Bytes bytes = bytes_of(one["partials"][0]["bytes"]);
  bytes[3 * kPartialBytes - 1] ^= 1;
  const auto checked = check_partials(statement_of(one, 1), sums.columns, bytes);
  ASSERT_FALSE(checked.has_value());
  EXPECT_TRUE(checked.error().is(codes::kProofWrong));
  EXPECT_EQ(checked.error().where, "partials[2]");
  bytes.pop_back();
  EXPECT_EQ(check_partials(statement_of(one, 1), sums.columns, bytes).error().where, "partials");
}

class BadPartials : public KnownElections, public ::testing::WithParamInterface<int> {};

TEST_P(BadPartials, AreRefusedForTheStatedReason) {
  int cases = 0;
  for (const auto& one : vectors("tally-invalid.json")) {
    if (one["check"] != "partial" || one["mistake"] != GetParam()) continue;
    ++cases;
    const json& of = election(one["election"]);
    const std::size_t j = one["j"];
    PartialStatement statement = statement_of(of, one["i"]);
    statement.column = static_cast<std::uint32_t>(j);
    const std::vector<Ciphertext> sums = sums_of(of).columns;
    const auto checked = check_partial(statement, sums[j], bytes_of(one["bytes"]));
    ASSERT_FALSE(checked.has_value()) << one["name"];
    EXPECT_EQ(checked.error().is(codes::kProofWrong) ? "equation" : checked.error().detail,
              one["fails"])
        << one["name"];
    // Among the good ones of the other columns.
    Bytes all = bytes_of(of["partials"][one["i"].get<std::size_t>() - 1]["bytes"]);
    const Bytes bad = bytes_of(one["bytes"]);
    if (bad.size() != kPartialBytes) continue;
    std::ranges::copy(bad, all.begin() + static_cast<std::ptrdiff_t>(j * kPartialBytes));
    const auto among = check_partials(statement, sums, all);
    ASSERT_FALSE(among.has_value()) << one["name"];
    EXPECT_EQ(among.error().where, "partials[" + std::to_string(j) + "]") << one["name"];
  }
  EXPECT_GT(cases, 0);
}

INSTANTIATE_TEST_SUITE_P(Mistake, BadPartials, ::testing::Values(3, 6, 7, 17, 21, 23),
                         [](const auto& param) { return std::to_string(param.param); });

class BadOpenings : public KnownElections, public ::testing::WithParamInterface<int> {};

TEST_P(BadOpenings, AreRefusedForTheStatedReason) {
  const Point key = Point::decode(bytes_of(known["K"])).value();
  int cases = 0;
  for (const auto& one : vectors("tally-invalid.json")) {
    if (one["check"] != "opening" || one["mistake"] != GetParam()) continue;
    ++cases;
    const Sums sums = sums_of(election(one["election"]));
    std::vector<std::uint32_t> trustees;
    std::vector<Point> factors;
    for (const auto& factor : one["factors"]) {
      trustees.push_back(factor["i"]);
      factors.push_back(Point::decode(bytes_of(factor["M"])).value());
    }
    const auto different = check_trustees(trustees, 3);
    ASSERT_EQ(different.has_value(), one["fails"] != "trustees") << one["name"];
    if (!different) continue;
    const Point power = opened(sums.columns[one["j"].get<std::size_t>()], trustees, factors);
    const auto count = count_of(key, power, one["ballots"]);
    ASSERT_FALSE(count.has_value()) << one["name"];
    EXPECT_TRUE(count.error().is(codes::kTallyFails));
  }
  EXPECT_GT(cases, 0);
}

INSTANTIATE_TEST_SUITE_P(Mistake, BadOpenings, ::testing::Values(9, 12, 19, 22),
                         [](const auto& param) { return std::to_string(param.param); });

TEST(Counts, AreFoundFromNoneToAll) {
  const Point key = Point::generator().power(Scalar(77));
  EXPECT_EQ(count_of(key, Point(), 5).value(), 0u);
  EXPECT_EQ(count_of(key, key.power(Scalar(5)), 5).value(), 5u);
  EXPECT_FALSE(count_of(key, key.power(Scalar(6)), 5).has_value());
  EXPECT_FALSE(count_of(key, key.inverse(), 5).has_value());
}

}  // namespace
}  // namespace hp::crypto
