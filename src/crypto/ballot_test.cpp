#include "crypto/ballot.h"

#include "crypto/codes.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

using nlohmann::json;

TEST(BallotShape, IsTheKnownOneForEveryList) {
  const json known = vectors("ballots.json");
  for (const auto& one : known["shapes"]) {
    const BallotShape shape = ballot_shape(one["n"], one["seats"], one["nobody_valid"]).value();
    EXPECT_EQ(word(shape.form), one["form"].get<std::string>());
    EXPECT_EQ(shape.columns, one["m"].get<std::size_t>());
    EXPECT_EQ(shape.rows, one["rows"].get<std::size_t>());
    EXPECT_EQ(shape.limit, one["L"].get<std::size_t>());
    EXPECT_EQ(shape.bytes(), one["ballot_length"].get<std::size_t>());
  }
  for (const auto& one : known["no_shapes"]) {
    EXPECT_FALSE(ballot_shape(one["n"], one["seats"], false).has_value());
  }
}

TEST(ContestContext, IsTheKnownHash) {
  const json c = vectors("ballots.json")["contest"];
  EXPECT_EQ(to_hex(contest_context(hash_in(c["congress_id"]), c["contest_id"].get<std::string>(),
                                   c["round"], hash_in(c["definition_hash"]), bytes_of(c["K"]),
                                   hash_in(c["ceremony_hash"]))),
            c["ctx"]);
}

TEST(Ballots, ThatAreGoodPassEveryWayOfChecking) {
  const json known = vectors("ballots.json");
  std::vector<Bytes> bytes;
  for (const auto& one : known["ballots"]) bytes.push_back(bytes_of(one["ballot"]));
  std::vector<UncheckedBallot> all;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto& one = known["ballots"][i];
    const BallotContext context = context_in(known["contest"], one);
    const ByteView ciphertexts =
        ByteView(bytes[i]).first((context.shape.columns + 1) * kCiphertextBytes);
    EXPECT_EQ(to_hex(ballot_hash(context, ciphertexts)), one["ballot_hash"]);
    const auto checked = check_ballot(context, bytes[i]);
    ASSERT_TRUE(checked.has_value()) << one["name"];
    EXPECT_EQ((*checked)->voter(), context.voter);
    EXPECT_EQ((*checked)->ctx(), context.ctx);
    EXPECT_TRUE(equal((*checked)->bytes(), bytes[i]));
    EXPECT_EQ((*checked)->columns(), context.shape.columns);
    EXPECT_TRUE(check_one_by_one(context, bytes[i]).has_value()) << one["name"];
    all.push_back({context, bytes[i]});
  }
  for (const auto& checked : check_ballots(all)) EXPECT_TRUE(checked.has_value());
}

// Whether an answer is one of those that a case allows.
void expect_reason(const Error& error, const json& one) {
  const auto has = [](const json& list, const std::string& word) {
    return std::find(list.begin(), list.end(), json(word)) != list.end();
  };
  EXPECT_TRUE(has(one["fails"], error.detail)) << one["name"] << ": " << error.detail;
  const bool decoding = error.is(codes::kGroupElement);
  EXPECT_TRUE(decoding || error.is(codes::kBallotProof));
  const std::string where = error.detail == "length" ? "" : error.where;
  EXPECT_TRUE(has(one["where"], where)) << one["name"] << ": " << where;
}

// Each mistake that other systems made, by a prover who knows every r: tried alone, one equation
// after another, and with a good ballot before and behind it.
class BadBallots : public ::testing::TestWithParam<int> {};

TEST_P(BadBallots, AreRefusedForTheStatedReason) {
  const json known = vectors("ballots-invalid.json");
  const json good = vectors("ballots.json");
  const Bytes good_bytes = bytes_of(good["ballots"][0]["ballot"]);
  const BallotContext good_context = context_in(good["contest"], good["ballots"][0]);
  int cases = 0;
  for (const auto& one : known["ballots"]) {
    if (one["mistake"] != GetParam()) continue;
    ++cases;
    const BallotContext context =
        context_in(one.contains("contest") ? one["contest"] : known["contest"], one);
    const Bytes bytes = bytes_of(one["ballot"]);
    const auto checked = check_ballot(context, bytes);
    ASSERT_FALSE(checked.has_value()) << one["name"];
    expect_reason(checked.error(), one);
    const auto slow = check_one_by_one(context, bytes);
    ASSERT_FALSE(slow.has_value()) << one["name"];
    expect_reason(slow.error(), one);
    const auto among = check_ballots(std::vector<UncheckedBallot>{
        {good_context, good_bytes}, {context, bytes}, {good_context, good_bytes}});
    EXPECT_TRUE(among[0].has_value() && among[2].has_value()) << one["name"];
    ASSERT_FALSE(among[1].has_value()) << one["name"];
    expect_reason(among[1].error(), one);
  }
  EXPECT_GT(cases, 0);
}

INSTANTIATE_TEST_SUITE_P(Mistake, BadBallots,
                         ::testing::Values(1, 2, 4, 5, 6, 7, 8, 10, 11, 12, 14, 17, 24, 25),
                         [](const auto& param) { return std::to_string(param.param); });

TEST(Ballots, OfWhichTwoCancelEachOtherAreBothRefused) {
  const json known = vectors("ballots-invalid.json");
  std::vector<UncheckedBallot> pair;
  std::vector<Bytes> bytes;
  for (const auto& one : known["ballots"]) {
    const std::string name = one["name"];
    if (name.ends_with("(a)") || name.ends_with("(b)")) bytes.push_back(bytes_of(one["ballot"]));
  }
  ASSERT_EQ(bytes.size(), 2u);
  std::size_t i = 0;
  for (const auto& one : known["ballots"]) {
    const std::string name = one["name"];
    if (name.ends_with("(a)") || name.ends_with("(b)")) {
      pair.push_back({context_in(known["contest"], one), bytes[i++]});
    }
  }
  for (const auto& checked : check_ballots(pair)) EXPECT_FALSE(checked.has_value());
}

TEST(Ballots, OfTheServersOwnRecordAreDecodedOnly) {
  const json known = vectors("ballots-invalid.json");
  const json& swapped = known["ballots"][0];
  EXPECT_TRUE(
      take_ballot(context_in(known["contest"], swapped), bytes_of(swapped["ballot"])).has_value());
  EXPECT_FALSE(take_ballot(context_in(known["contest"], swapped), Bytes(10)).has_value());
}

}  // namespace
}  // namespace hp::crypto
