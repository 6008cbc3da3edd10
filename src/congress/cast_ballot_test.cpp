#include "congress/checked_ballot.h"
#include "congress/contest_kit.h"
#include "congress/contest_lookup.h"
#include "congress/sums.h"
#include "congress/vector_kit.h"

namespace hp::congress {
namespace {

// The first known election, open in the hall: twelve cards, twelve ballots.
class Casting : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(hall.approve(list_of(6, 4, v1::OFFICE_UPPER_DELEGATES)).has_value());
    ASSERT_TRUE(hall.appoint(hall.counters()).has_value());
    hall.confirm(12);
    for (std::size_t i = 0; i < 12; ++i) {
      hall.state.cards.keys[key_id_of(voter(i))] = voter(i);
    }
    Round& round = hall.round();
    round.opening.emplace();
    round.opening->ctx = hash(election["contest"]["ctx"]);
    round.opening->when.index = hall.state.size - 1;
    round.phase = Phase::kOpen;
  }

  KeyPoint voter(std::size_t i) const {
    return array_of<65>(view(raw(election["ballots"][i]["voter"])));
  }
  std::shared_ptr<const CheckedBallot> ballot(std::size_t i) const {
    BallotContext context;
    context.ctx = hash(election["contest"]["ctx"]);
    context.key = to_bytes(view(raw(election["contest"]["K"])));
    context.voter = voter(i);
    context.shape = ballot_shape(6, 4, false).value();
    return check_ballot(context, view(raw(election["ballots"][i]["ballot"]))).value();
  }
  Result<void> cast(std::size_t i, std::uint32_t round = 1) {
    v1::CastBallot body;
    body.set_contest("c");
    body.set_round(round);
    body.set_ballot(raw(election["ballots"][i]["ballot"]));
    Entry entry = hall.entry({});
    entry.command.set_signed_at(0);
    const Head seen = head_after(hall.state, hall.round().opening->when);
    entry.command.mutable_seen()->set_size(seen.size + late_by);
    entry.command.mutable_seen()->set_root(to_string(seen.root));
    entry.key_ids = {key_id_of(voter(i))};
    if (checked) entry.ballot = ballot(i);
    HP_TRY(check_cast_ballot(hall.state, entry, body));
    apply_cast_ballot(hall.state, entry, body);
    hall.state.roots.push_back(Hash{});
    ++hall.state.size;
    return {};
  }

  const nlohmann::json election = vectors("tally.json")["elections"][0];
  Hall hall;
  std::uint64_t late_by = 0;
  bool checked = true;
};

TEST_F(Casting, MultipliesEveryBallotIntoTheKnownSums) {
  for (std::size_t i = 0; i < 12; ++i) EXPECT_TAKEN(cast(i));
  const Sums& sums = *hall.round().sums;
  EXPECT_EQ(sums.ballots, 12u);
  for (std::size_t j = 0; j < 7; ++j) {
    EXPECT_EQ(to_string(sums.columns[j].alpha.encode().value()), raw(election["sums"][j]["alpha"]));
    EXPECT_EQ(to_string(sums.columns[j].beta.encode().value()), raw(election["sums"][j]["beta"]));
  }
  EXPECT_EQ(hall.round().board[3].voter, voter(3));
  EXPECT_EQ(progress(hall.state).front().cast, 12u);
}

TEST_F(Casting, TheFirstBallotOfACardStandsAndThereIsNoSecond) {
  EXPECT_TAKEN(cast(0));
  EXPECT_REFUSED(cast(0), codes::kCardUsed, "signatures[0].key_id");
  EXPECT_EQ(hall.round().sums->ballots, 1u);
}

TEST_F(Casting, RefusesUnknownCardsAndVoidOnes) {
  hall.state.cards.keys.erase(key_id_of(voter(0)));
  EXPECT_REFUSED(cast(0), codes::kCardUnknown, "signatures[0].key_id");
  hall.state.cards.void_for_ever.insert(key_id_of(voter(1)));
  EXPECT_REFUSED(cast(1), codes::kCardVoid, "signatures[0].key_id");
  hall.round().opening->void_keys.insert(voter(2));
  EXPECT_REFUSED(cast(2), codes::kCardVoid, "signatures[0].key_id");
}

TEST_F(Casting, IsOnlyBetweenOpeningAndClosing) {
  for (const Phase phase : {Phase::kApproved, Phase::kClosed, Phase::kAnnulled}) {
    hall.round().phase = phase;
    EXPECT_REFUSED(cast(0), codes::kContestPhase, "contest");
  }
  hall.round().phase = Phase::kOpen;
  hall.round().moved.emplace();
  EXPECT_REFUSED(cast(0), codes::kContestPhase, "contest");
}

TEST_F(Casting, RefusesBallotsOfAnotherRoundContestOrCongress) {
  EXPECT_REFUSED(cast(0, 2), codes::kRoundNotCurrent, "round");
  // Any of these gives another context, for which the proofs were not checked.
  hall.round().opening->ctx[0] ^= 1;
  EXPECT_REFUSED(cast(0), codes::kBallotUnchecked, "ballot");
}

TEST_F(Casting, RefusesAnUncheckedBallot) {
  checked = false;
  EXPECT_REFUSED(cast(0), codes::kBallotUnchecked, "ballot");
}

TEST_F(Casting, RefersToTheTreeJustAfterTheOpening) {
  late_by = 1;
  EXPECT_REFUSED(cast(0), codes::kBallotSeen, "seen");
}

TEST_F(Casting, ABallotOfAnotherVoterDoesNotPassItsProofs) {
  BallotContext context;
  context.ctx = hash(election["contest"]["ctx"]);
  context.key = to_bytes(view(raw(election["contest"]["K"])));
  context.voter = voter(1);
  context.shape = ballot_shape(6, 4, false).value();
  const auto copied = check_ballot(context, view(raw(election["ballots"][0]["ballot"])));
  ASSERT_FALSE(copied.has_value());
  EXPECT_EQ(copied.error().code->name, "ballot_proof");
  EXPECT_EQ(copied.error().where, "bit 0");
}

}  // namespace
}  // namespace hp::congress
