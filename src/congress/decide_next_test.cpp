#include "congress/contest_kit.h"

namespace hp::congress {
namespace {

// Delegates to the higher congress: official places and alternates on one list.
v1::ContestDefinition delegates(int names, std::uint32_t seats, std::uint32_t alternates) {
  v1::ContestDefinition d = list_of(names, seats, v1::OFFICE_UPPER_DELEGATES);
  d.set_alternates(alternates);
  return d;
}

void hold(Hall& hall, const v1::ContestDefinition& d, const std::vector<std::uint32_t>& columns,
          std::uint32_t ballots = 10, std::uint32_t base = 10) {
  const Result<void> taken = hall.approve(d, 10, d.ballot() == 1);
  ASSERT_TRUE(taken.has_value()) << describe(taken.error(), Language::kEnglish);
  hall.count(columns, ballots, base);
  hall.finish();
}

ContestResult result(const Hall& hall) {
  return result_of(hall.state.contests.at("c"));
}

using People = std::vector<PersonId>;

TEST(DecideNext, ATieLeadsToATieBallotAndASecondTieBackToTheCongress) {
  Hall hall;
  const auto first = list_of(5, 4);
  hold(hall, first, {10, 9, 8, 6, 6, 0});
  EXPECT_EQ(result(hall).elected, (People{"p1", "p2", "p3"}));
  EXPECT_EQ(result(hall).tie->people, (People{"p4", "p5"}));
  EXPECT_FALSE(is_settled(hall.state.contests.at("c")));

  EXPECT_TAKEN(hall.decide_tie(1));
  hold(hall, again(first, 2, 2, {"p4", "p5"}, 1), {5, 5, 0});
  v1::Outcome outcome;
  ASSERT_TRUE(outcome.ParseFromArray(hall.round().declaration->outcome.data(),
                                     static_cast<int>(hall.round().declaration->outcome.size())));
  EXPECT_TRUE(outcome.tie_ballot());
  EXPECT_EQ(outcome.next(), "congress_decides");

  EXPECT_TAKEN(hall.decide_tie(2));
  hold(hall, again(first, 3, 3, {"p4", "p5"}, 1), {3, 4, 0}, 7);  // no majority is needed
  EXPECT_EQ(result(hall).elected, (People{"p1", "p2", "p3", "p5"}));
  EXPECT_FALSE(result(hall).open());
  EXPECT_TRUE(is_settled(hall.state.contests.at("c")));
}

TEST(DecideNext, OfATieBallotFixesPeopleSeatsAndPlaces) {
  Hall hall;
  const auto first = list_of(5, 4);
  hold(hall, first, {10, 9, 8, 6, 6, 0});
  EXPECT_REFUSED(hall.approve(again(first, 2, 2, {"p4", "p5"}, 1), 0, false), codes::kNotAsDecided,
                 "definition.ballot");
  EXPECT_TAKEN(hall.decide_tie(1));
  EXPECT_REFUSED(hall.approve(again(first, 2, 2, {"p5", "p4"}, 1), 0, false), codes::kNotAsDecided,
                 "definition.candidates");
  EXPECT_REFUSED(hall.approve(again(first, 2, 2, {"p4", "p5"}, 2), 0, false), codes::kNotAsDecided,
                 "definition.seats");
  EXPECT_REFUSED(hall.approve(again(first, 2, 1, {"p4", "p5"}, 1), 0, false), codes::kNotAsDecided,
                 "definition.ballot");
  EXPECT_REFUSED(hall.approve(again(first, 2, 2, {"p4", "p5"}, 1), 10, true), codes::kHandsTooMany,
                 "hands_for_seats");
  EXPECT_TAKEN(hall.approve(again(first, 2, 2, {"p4", "p5"}, 1), 0, false));
}

TEST(DecideNext, AFurtherBallotFillsOpenPlaces) {
  Hall hall;
  const auto first = list_of(5, 4);
  hold(hall, first, {10, 9, 8, 5, 4, 0});
  EXPECT_EQ(result(hall).open_places, 1u);
  EXPECT_FALSE(result(hall).tie.has_value());
  v1::DecideNext body;
  body.set_round(1);
  body.set_decision(v1::DECISION_FURTHER_BALLOT);
  body.set_seats(1);
  body.add_people("p4");
  EXPECT_TAKEN(hall.decide(body));
  hold(hall, again(first, 2, 2, {"p4"}, 1), {8, 2, 0});
  EXPECT_EQ(result(hall).elected, (People{"p1", "p2", "p3", "p4"}));
  body.set_round(2);
  EXPECT_REFUSED(hall.decide(body), codes::kDecisionInvalid, "decision");
}

TEST(DecideNext, RefusesWhatDoesNotFitTheResult) {
  Hall hall;
  const auto first = list_of(5, 4);
  EXPECT_TAKEN(hall.approve(first));
  EXPECT_REFUSED(hall.decide_tie(1), codes::kContestPhase, "contest");
  hall.count({10, 9, 8, 5, 4, 0}, 10);
  hall.finish();
  EXPECT_REFUSED(hall.decide_tie(1), codes::kDecisionInvalid, "decision");
  EXPECT_REFUSED(hall.decide_tie(2), codes::kRoundNotCurrent, "round");

  v1::DecideNext good;
  good.set_round(1);
  good.set_decision(v1::DECISION_FURTHER_BALLOT);
  good.set_seats(1);
  good.add_people("p4");
  const auto refused = [&](const char* field, auto&& change) {
    v1::DecideNext body = good;
    change(body);
    EXPECT_REFUSED(hall.decide(body), codes::kDecisionInvalid, field);
  };
  refused("people", [](auto& b) { b.clear_people(); });
  refused("people[1]", [](auto& b) { b.add_people("p1"); });  // elected
  refused("people[1]", [](auto& b) { b.add_people("p4"); });
  refused("seats", [](auto& b) { b.set_seats(2); });
  refused("seats", [](auto& b) { b.set_seats(0); });
  refused("alternates", [](auto& b) { b.set_alternates(1); });
  refused("seats", [](auto& b) { b.set_places(v1::PLACES_ALTERNATE); });
  refused("people", [](auto& b) { b.set_decision(v1::DECISION_NONE); });
  EXPECT_REFUSED(hall.decide(good, 5), codes::kHandsTooFew, "hands");
}

TEST(DecideNext, NoneSettlesAContestAndCanBeDecidedAnew) {
  Hall hall;
  hold(hall, list_of(5, 4), {10, 9, 8, 5, 4, 0});
  v1::DecideNext body;
  body.set_round(1);
  body.set_decision(v1::DECISION_NONE);
  EXPECT_TAKEN(hall.decide(body));
  EXPECT_TRUE(is_settled(hall.state.contests.at("c")));
  body.set_decision(v1::DECISION_FURTHER_BALLOT);
  body.set_seats(1);
  body.add_people("p5");
  EXPECT_TAKEN(hall.decide(body));
  EXPECT_FALSE(is_settled(hall.state.contests.at("c")));
}

TEST(ContestResult, DelegatesComeWithAlternatesFromOneList) {
  Hall hall;
  hold(hall, delegates(6, 3, 2), {13, 12, 12, 11, 11, 1, 0}, 20, 20);
  EXPECT_EQ(result(hall).elected, (People{"p1", "p2", "p3"}));
  EXPECT_EQ(result(hall).alternates, (People{"p4", "p5"}));
  EXPECT_FALSE(result(hall).open());
}

// p2, p3, p4 tie over two official places, so nobody is an alternate yet; after the tie ballot
// p5 of the first round, above half, must not be forgotten.
TEST(ContestResult, AfterATieBallotOpenAlternatePlacesGoToTheNextOfTheEarlierRound) {
  Hall hall;
  const auto first = delegates(6, 3, 2);
  hold(hall, first, {13, 12, 12, 12, 11, 0, 0}, 20, 20);
  EXPECT_EQ(result(hall).elected, (People{"p1"}));
  EXPECT_EQ(result(hall).alternates, People{});
  EXPECT_EQ(result(hall).tie->people, (People{"p2", "p3", "p4"}));
  EXPECT_EQ(result(hall).tie->seats, 2u);
  EXPECT_EQ(result(hall).tie->alternates, 1u);
  EXPECT_TAKEN(hall.decide_tie(1));
  auto second = again(first, 2, 2, {"p2", "p3", "p4"}, 2);
  second.set_alternates(1);
  hold(hall, second, {9, 8, 6, 0}, 20, 20);
  EXPECT_EQ(result(hall).elected, (People{"p1", "p2", "p3"}));
  EXPECT_EQ(result(hall).alternates, (People{"p4", "p5"}));
  EXPECT_FALSE(result(hall).open());
}

TEST(ContestResult, ATieAmongThoseWhoComeNextStaysATieForAlternatePlaces) {
  Hall hall;
  const auto first = delegates(7, 4, 2);
  hold(hall, first, {18, 18, 18, 17, 17, 16, 16, 0}, 30, 30);
  EXPECT_TAKEN(hall.decide_tie(1));
  auto second = again(first, 2, 2, {"p4", "p5"}, 1);
  second.set_alternates(1);
  hold(hall, second, {16, 14, 0}, 30, 30);
  EXPECT_EQ(result(hall).alternates, (People{"p5"}));
  ASSERT_TRUE(result(hall).tie.has_value());
  EXPECT_EQ(result(hall).tie->people, (People{"p6", "p7"}));
  EXPECT_EQ(result(hall).tie->places, Places::kAlternate);
  EXPECT_TAKEN(hall.decide_tie(2));
  auto third = again(first, 3, 3, {"p6", "p7"}, 1);
  third.set_places(v1::PLACES_ALTERNATE);
  hold(hall, third, {14, 16, 0}, 30, 30);
  EXPECT_EQ(result(hall).elected, (People{"p1", "p2", "p3", "p4"}));
  EXPECT_EQ(result(hall).alternates, (People{"p5", "p7"}));
  EXPECT_FALSE(result(hall).open());
}

TEST(ContestResult, AnAnnulledRoundElectsNobody) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.count({10, 9, 8, 7, 5, 0}, 10);
  hall.round().phase = Phase::kAnnulled;
  EXPECT_TRUE(result(hall).elected.empty());
}

}  // namespace
}  // namespace hp::congress
