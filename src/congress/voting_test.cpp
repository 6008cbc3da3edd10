#include "congress/voting.h"

#include "congress/contest_kit.h"
#include "congress/contest_lookup.h"

namespace hp::congress {
namespace {

KeyPoint card(int i) {
  KeyPoint out{};
  out[0] = 4;
  out[1] = static_cast<std::uint8_t>(i);
  return out;
}

// Approved, counters appointed, attendance confirmed, a ceremony of 3 of 5 rehearsed, and a card
// for each of the ten in the hall.
class Voting : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(hall.approve(list_of(5, 4)).has_value());
    ASSERT_TRUE(hall.appoint(hall.counters()).has_value());
    hall.confirm(10);
    hall.round().attendance->payload_hash.fill(7);
    Ceremony ceremony;
    ceremony.number = 1;
    ceremony.n = 5;
    ceremony.k = 3;
    for (int i = 1; i <= 5; ++i) {
      ceremony.trustees.push_back({});
      ceremony.trustees.back().person = "t" + std::to_string(i);
    }
    ceremony.phase = CeremonyPhase::kReady;
    ceremony.keys.emplace();
    ceremony.keys->key.assign(65, 4);
    ceremony.keys->hash.fill(9);
    hall.state.ceremonies.all.push_back(ceremony);
    for (int i = 1; i <= 10; ++i) add_card(i);
  }

  void add_card(int i) { hall.state.cards.keys[key_id_of(card(i))] = card(i); }

  v1::OpenContest opening() {
    v1::OpenContest body;
    body.set_contest("c");
    body.set_round(1);
    body.set_definition_hash(to_string(hall.round().definition.hash));
    body.set_attendance_hash(std::string(32, 7));
    body.set_way(v1::WAY_ELECTRONIC);
    body.set_ceremony_hash(std::string(32, 9));
    return body;
  }
  Result<void> open(const v1::OpenContest& body) {
    return hall.run(check_open_contest, apply_open_contest, {"c1", "chair"}, body);
  }
  Result<void> close() {
    v1::CloseContest body;
    body.set_contest("c");
    body.set_round(1);
    return hall.run(check_close_contest, apply_close_contest, {"c1", "chair"}, body);
  }
  Result<void> move(bool stand, std::uint32_t papers) {
    v1::MoveToPaper body;
    body.set_contest("c");
    body.set_round(1);
    body.set_ballots_stand(stand);
    body.set_papers_to_issue(papers);
    return hall.run(check_move_to_paper, apply_move_to_paper, {"c1", "chair"}, body);
  }
  // As if the first `count` cards had cast.
  void cast(int count) {
    for (int i = 1; i <= count; ++i) {
      hall.round().voted[card(i)] = hall.round().board.size();
      hall.round().board.push_back({card(i), Hash{}, 0});
    }
  }
  std::string key(int i) { return to_string(card(i)); }

  Hall hall;
};

TEST_F(Voting, OpensOnWhatWasApprovedAppointedConfirmedAndRehearsed) {
  EXPECT_TAKEN(open(opening()));
  EXPECT_EQ(hall.round().phase, Phase::kOpen);
  EXPECT_EQ(hall.round().opening->ceremony, 1u);
  EXPECT_EQ(opening_head(hall.state, hall.round())->size, hall.state.size);
  EXPECT_EQ(progress(hall.state).front().issued, 10u);
  EXPECT_REFUSED(open(opening()), codes::kContestPhase, "contest");
}

TEST_F(Voting, DoesNotOpenOnOtherHashesOrAnotherRound) {
  v1::OpenContest body = opening();
  body.set_round(2);
  EXPECT_REFUSED(open(body), codes::kRoundNotCurrent, "round");
  body = opening();
  body.set_definition_hash(std::string(32, 'x'));
  EXPECT_REFUSED(open(body), codes::kOpeningMismatch, "definition_hash");
  body = opening();
  body.set_attendance_hash(std::string(32, 'x'));
  EXPECT_REFUSED(open(body), codes::kOpeningMismatch, "attendance_hash");
  body = opening();
  body.set_ceremony_hash(std::string(32, 'x'));
  EXPECT_REFUSED(open(body), codes::kCeremonyHash, "ceremony_hash");
}

TEST_F(Voting, DoesNotOpenWithoutCountersAttendanceOrRehearsal) {
  hall.state.ceremonies.all.front().phase = CeremonyPhase::kRehearse;
  EXPECT_REFUSED(open(opening()), codes::kCeremonyNotReady, "ceremony_hash");
  hall.round().attendance.reset();
  EXPECT_REFUSED(open(opening()), codes::kAttendanceNotConfirmed, "attendance_hash");
  hall.round().counters.reset();
  EXPECT_REFUSED(open(opening()), codes::kCountersNotAppointed, "contest");
}

TEST_F(Voting, NeedsOneTrusteeMoreThanTheThreshold) {
  hall.state.people.officials["t1"].roles.clear();
  hall.state.people.officials["t2"].roles.clear();
  EXPECT_REFUSED(open(opening()), codes::kCeremonyNotReady, "ceremony_hash");
  hall.state.people.officials["t2"].roles.insert(v1::ROLE_TRUSTEE);
  EXPECT_TAKEN(open(opening()));
}

TEST_F(Voting, HasNoMoreLiveCardsThanPeople) {
  add_card(11);
  EXPECT_REFUSED(open(opening()), codes::kTooManyCards, "void_keys");
  v1::OpenContest body = opening();
  body.set_cards_taken_away(1);
  EXPECT_REFUSED(open(body), codes::kTooManyCards, "cards_taken_away");
  hall.state.attendance.people["d10"].present = false;  // one left with a card
  EXPECT_TAKEN(open(body));
}

TEST_F(Voting, VoidsKnownLiveCardsInOrder) {
  v1::OpenContest body = opening();
  body.add_void_keys(key(2));
  body.add_void_keys(key(1));
  EXPECT_REFUSED(open(body), codes::kOpeningMismatch, "void_keys[1]");
  body = opening();
  body.add_void_keys(key(12));
  EXPECT_REFUSED(open(body), codes::kCardUnknown, "void_keys[0]");
  body = opening();
  body.add_void_keys(key(3));
  hall.state.cards.void_for_ever.insert(key_id_of(card(3)));
  EXPECT_REFUSED(open(body), codes::kCardVoid, "void_keys[0]");
}

TEST_F(Voting, ClosesWhenHalfOfThosePresentHaveVoted) {
  EXPECT_REFUSED(close(), codes::kContestPhase, "contest");
  EXPECT_TAKEN(open(opening()));
  cast(4);
  EXPECT_REFUSED(close(), codes::kTooFewVoted, "contest");
}

TEST_F(Voting, ClosesWithTheMinimumAndCountsCards) {
  v1::OpenContest body = opening();
  body.add_void_keys(key(10));
  EXPECT_TAKEN(open(body));
  cast(5);
  EXPECT_TAKEN(close());
  const CardFigures& cards = hall.round().closing->cards;
  EXPECT_EQ(cards.prepared, 10u);
  EXPECT_EQ(cards.unused, 1u);
  EXPECT_EQ(cards.issued, 9u);
  EXPECT_EQ(cards.collected, 5u);
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
}

TEST_F(Voting, DoesNotCloseBelowTheMinimumThatKeepsBallotsSecret) {
  hall.round().attendance->present = 6;
  for (int i = 7; i <= 10; ++i) hall.state.cards.void_for_ever.insert(key_id_of(card(i)));
  EXPECT_TAKEN(open(opening()));
  cast(4);
  EXPECT_REFUSED(close(), codes::kTooFewBallots, "contest");
}

TEST_F(Voting, WithNoBallotsAtAllIsCountedAtOnceAsAllZeros) {
  hall.round().attendance->present = 0;
  for (int i = 1; i <= 10; ++i) hall.state.cards.void_for_ever.insert(key_id_of(card(i)));
  EXPECT_TAKEN(open(opening()));
  EXPECT_TAKEN(close());
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  EXPECT_EQ(*hall.round().tally, std::vector<std::uint32_t>(6, 0));
  EXPECT_EQ(compute_outcome(hall.state, "c").value().total().collected(), 0u);
}

TEST_F(Voting, BallotsStandBesidePaperOnlyWhereEnoughWereCast) {
  EXPECT_TAKEN(open(opening()));
  cast(4);
  EXPECT_REFUSED(move(true, 0), codes::kTooFewVoted, "ballots_stand");
  hall.round().board.clear();
  hall.round().voted.clear();
  cast(6);
  EXPECT_REFUSED(move(true, 5), codes::kTooManyCards, "papers_to_issue");
  EXPECT_TAKEN(move(true, 0));
  EXPECT_EQ(hall.round().opening->void_keys.size(), 4u);
  EXPECT_REFUSED(move(true, 0), codes::kContestPhase, "contest");
}

TEST_F(Voting, AnotherCeremonyWaitsForAnOpenRound) {
  EXPECT_FALSE(electronic_round_open(hall.state));
  EXPECT_TAKEN(open(opening()));
  EXPECT_TRUE(electronic_round_open(hall.state));
  cast(5);
  EXPECT_TAKEN(close());
  EXPECT_FALSE(electronic_round_open(hall.state));
  EXPECT_TRUE(electronic_round_undecrypted(hall.state));
}

}  // namespace
}  // namespace hp::congress
