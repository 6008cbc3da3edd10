#include "congress/checked_ballot.h"

#include "congress/contest_kit.h"
#include "congress/vector_kit.h"
#include "crypto/point.h"

namespace hp::congress {
namespace {

BallotContext context_from(const nlohmann::json& contest, const nlohmann::json& ballot) {
  BallotContext out;
  out.ctx = hash(contest["ctx"]);
  out.key = to_bytes(view(raw(contest["K"])));
  const std::string voter = raw(ballot["voter"]);
  if (voter.size() == 65) out.voter = array_of<65>(view(voter));
  out.shape = ballot_shape(ballot["n"].get<std::size_t>(), ballot["seats"].get<std::size_t>(),
                           ballot["nobody_valid"].get<bool>())
                  .value();
  return out;
}

TEST(BallotShape, IsTheKnownOneForEveryList) {
  const auto known = vectors("ballots.json");
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

TEST(CheckedBallot, IsMadeOfEveryGoodKnownAnswer) {
  const auto known = vectors("ballots.json");
  for (const auto& one : known["ballots"]) {
    const auto checked =
        check_ballot(context_from(known["contest"], one), view(raw(one["ballot"])));
    EXPECT_TRUE(checked.has_value())
        << one["name"] << " " << describe(checked.error(), Language::kEnglish);
  }
}

// Each known mistake of other systems, made by a prover who knows every r.
TEST(CheckedBallot, IsNotMadeOfAnyBadKnownAnswer) {
  const auto known = vectors("ballots-invalid.json");
  ASSERT_FALSE(known["ballots"].empty());
  for (const auto& one : known["ballots"]) {
    const std::string voter = raw(one["voter"]);
    if (!crypto::Point::decode(view(voter)))
      continue;  // its key is no key: the signature can't be checked
    const auto& contest = one.contains("contest") ? one["contest"] : known["contest"];
    EXPECT_FALSE(check_ballot(context_from(contest, one), view(raw(one["ballot"]))).has_value())
        << one["name"];
  }
}

}  // namespace
}  // namespace hp::congress
