// A contest marked as rehearsal: it counts, elects nobody and stands in nobody's way.
#include "congress/contest_queries.h"
#include "congress/contest_result.h"
#include "congress/paper_kit.h"

namespace hp::congress {
namespace {

const v1::SheetContent kFull = PaperHall::struck({5});

class Rehearsal : public ::testing::Test {
 protected:
  void SetUp() override {
    hall.to_closed(20);  // more papers than people in the hall
    ASSERT_TRUE(hall.record(hall.figures(20, 20, 0, 0, 20)).has_value());
  }
  void count() { hall.count_batch(1, std::vector<v1::SheetContent>(20, kFull)); }
  v1::ContestDefinition real() const {
    v1::ContestDefinition out = hall.definition();
    out.set_contest("real");
    out.set_rehearsal(false);
    return out;
  }
  Result<void> approve(const v1::ContestDefinition& d) {
    v1::Command command;
    auto& body = *command.mutable_approve_contest();
    body.set_definition(to_string(journal::encode_canonical(d)));
    if (!d.rehearsal()) {
      body.mutable_hands_for_seats()->set_votes_for(10);
      body.mutable_hands_for_list()->set_votes_for(10);
    }
    return hall.congress.send(command, {"p1", "s1"});
  }
  PaperHall hall{{.rehearsal = true}};
};

TEST_F(Rehearsal, IsCountedLikeTheRealContestButIsNotDeclared) {
  count();
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  const v1::Outcome out = compute_outcome(hall.congress.state, "c").value();
  EXPECT_EQ(out.total().votes(0), 20u);
  EXPECT_EQ(out.elected_size(), 0);  // four names have more than half
  EXPECT_EQ(out.next(), "");
  v1::Command declare;
  auto& body = *declare.mutable_declare_result();
  body.set_contest("c");
  body.set_round(1);
  body.set_outcome(to_string(outcome_bytes(hall.congress.state, "c").value()));
  body.set_program_version("1");
  EXPECT_REFUSED(hall.congress.send(declare, {"c1", "c2", "c3", "c4", "p1"}), codes::kRehearsal,
                 "contest");
  EXPECT_TRUE(result_of(hall.congress.state.contests.at("c")).elected.empty());
}

TEST_F(Rehearsal, DoesNotBlockTheRealContestOfTheSameOfficeAndBody) {
  EXPECT_TAKEN(approve(real()));
  v1::ContestDefinition second = real();
  second.set_contest("other");
  EXPECT_REFUSED(approve(second), codes::kContestLive, "definition.contest");
}

TEST_F(Rehearsal, TheRealContestDoesNotBlockARehearsal) {
  EXPECT_TAKEN(approve(real()));
  v1::ContestDefinition another = hall.definition();
  another.set_contest("again");
  EXPECT_TAKEN(approve(another));
}

TEST_F(Rehearsal, ItsContestStaysARehearsal) {
  count();
  v1::ContestDefinition d = hall.definition();
  d.set_round(2);
  d.set_rehearsal(false);
  EXPECT_REFUSED(approve(d), codes::kNotAsDecided, "definition.rehearsal");
  d.set_rehearsal(true);
  EXPECT_TAKEN(approve(d));  // rehearsed once more
}

TEST_F(Rehearsal, FillsNoBody) {
  count();
  v1::ContestDefinition chosen = real();
  chosen.set_office(v1::OFFICE_SECRETARY);
  chosen.set_from_contest("c");
  while (chosen.candidates_size() > 1) chosen.mutable_candidates()->RemoveLast();
  chosen.set_seats(1);
  EXPECT_REFUSED(approve(chosen), codes::kRehearsal, "definition.from_contest");
}

TEST_F(Rehearsal, OnceCountedIsNeitherLiveNorUnfinished) {
  EXPECT_TRUE(any_unfinished_round(hall.congress.state));
  count();
  EXPECT_FALSE(any_unfinished_round(hall.congress.state));
  EXPECT_FALSE(any_live_round(hall.congress.state));
  v1::Command close;
  close.mutable_close_congress();
  EXPECT_TAKEN(hall.congress.check(close, {"p1", "s1"}));
}

// Who is not convened is settled before the first opening: a rehearsal is none.
TEST_F(Rehearsal, IsNoOpeningOfTheCongressFirstContest) {
  EXPECT_FALSE(any_contest_opened(hall.congress.state));
}

TEST(RehearsalPlan, TakesNoShowOfHands) {
  PaperHall hall({.rehearsal = true});
  v1::Command command;
  auto& body = *command.mutable_approve_contest();
  body.set_definition(to_string(journal::encode_canonical(hall.definition())));
  body.mutable_hands_for_seats()->set_votes_for(10);
  EXPECT_REFUSED(hall.congress.send(command, {"p1", "s1"}), codes::kHandsTooMany,
                 "hands_for_seats");
}

TEST(RehearsalPlan, PapersAreKeyedOneToThreeTimes) {
  PaperHall hall({.counts = 4});
  v1::Command command;
  auto& body = *command.mutable_approve_contest();
  body.set_definition(to_string(journal::encode_canonical(hall.definition())));
  EXPECT_REFUSED(hall.congress.send(command, {"p1", "s1"}), codes::kDefinitionField,
                 "definition.paper_counts");
}

}  // namespace
}  // namespace hp::congress
