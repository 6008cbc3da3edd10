#include "report/ballot_paper.h"

#include <gtest/gtest.h>

#include "congress/contest_kit.h"
#include "congress/testing/entries.h"
#include "paper/qr.h"

namespace hp::report {
namespace {

using congress::again;
using congress::Hall;
using congress::list_of;

constexpr const char* kProgram = "homphieu 0";

Hall founded() {
  Hall hall;
  hall.state.founding = congress::found_command().found_congress();
  hall.state.congress_id.fill(7);
  return hall;
}

paper::Ballot ballot_of(const Hall& hall, std::uint32_t round = 0) {
  const auto made = ballot_paper_of(hall.state, "c", round, kProgram);
  EXPECT_TRUE(made.has_value()) << describe(made.error(), Language::kEnglish);
  return made.value_or(paper::Ballot{});
}

TEST(BallotPaper, HasTheApprovedListInBallotOrder) {
  Hall hall = founded();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  const paper::Ballot ballot = ballot_of(hall);
  ASSERT_EQ(ballot.names.size(), 5u);
  EXPECT_EQ(ballot.names[0], "Nguyễn Văn A");
  EXPECT_EQ(ballot.names[4], "Nguyễn Văn E");
  EXPECT_EQ(ballot.seats, 4u);
  EXPECT_EQ(ballot.form, paper::Form::kStrikeOut);
  EXPECT_EQ(ballot.congress_id, hall.state.congress_id);
  EXPECT_EQ(ballot.contest, "c");
  EXPECT_EQ(ballot.round, 1u);
  EXPECT_EQ(ballot.definition_hash, hall.round().definition.hash);
  EXPECT_EQ(ballot.heading.organisation, hall.state.founding.organisation());
  EXPECT_EQ(ballot.heading.office, "Ban Chấp hành");
  EXPECT_EQ(ballot.heading.at, hall.round().approved.at);
  EXPECT_FALSE(ballot.heading.rehearsal);
}

TEST(BallotPaper, WithoutSurplusHasBoxes) {
  Hall hall = founded();
  EXPECT_TAKEN(hall.approve(list_of(1, 1, congress::v1::OFFICE_SECRETARY)));
  EXPECT_EQ(ballot_of(hall).form, paper::Form::kBoxes);
  EXPECT_EQ(ballot_of(hall).heading.office, "Bí thư");
  EXPECT_EQ(ballot_of(hall).heading.body, "Ban Chấp hành");
}

TEST(BallotPaper, OfARehearsalIsARehearsals) {
  Hall hall = founded();
  auto definition = list_of(5, 4);
  definition.set_rehearsal(true);
  EXPECT_TAKEN(hall.approve(definition, 0, false));
  EXPECT_TRUE(ballot_of(hall).heading.rehearsal);
  EXPECT_TRUE(paper_heading_of(hall.state, "c", 1, kProgram)->rehearsal);
}

// The same list: a reader tells the two by the format word, and by the definition's hash too.
TEST(BallotPaper, OfARehearsalHasAnotherCodeThanTheRealContests) {
  Hall hall = founded();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  Hall other = founded();
  auto definition = list_of(5, 4);
  definition.set_rehearsal(true);
  EXPECT_TAKEN(other.approve(definition, 0, false));
  const auto code = [](const paper::Ballot& ballot) {
    return paper::ballot_code({ballot.heading.rehearsal, ballot.congress_id, ballot.contest,
                               ballot.round, ballot.definition_hash},
                              1, 1);
  };
  const std::string real = code(ballot_of(hall)), rehearsed = code(ballot_of(other));
  EXPECT_TRUE(real.starts_with("HP1;"));
  EXPECT_TRUE(rehearsed.starts_with("HPDT1;"));
  EXPECT_NE(real.substr(real.rfind(';')), rehearsed.substr(rehearsed.rfind(';')));
}

TEST(BallotPaper, OfADelegationNamesWhereItGoes) {
  Hall hall = founded();
  auto definition = list_of(5, 2, congress::v1::OFFICE_UPPER_DELEGATES);
  definition.set_body("Đại hội thành phố");
  EXPECT_TAKEN(hall.approve(definition));
  EXPECT_EQ(ballot_of(hall).heading.office, "Đại biểu dự Đại hội thành phố");
}

TEST(BallotPaper, OfAnOpinionBallotIsCalledSo) {
  Hall hall = founded();
  auto definition = list_of(5, 2, congress::v1::OFFICE_OPINION);
  EXPECT_TAKEN(hall.approve(definition, 0, false));
  EXPECT_EQ(ballot_of(hall).heading.kind, paper::Kind::kOpinion);
}

TEST(BallotPaper, TakesTheRoundThatIsNamedElseTheNewest) {
  Hall hall = founded();
  const auto first = list_of(5, 4);
  EXPECT_TAKEN(hall.approve(first));
  hall.count({10, 9, 8, 6, 6, 0}, 10);
  hall.finish();
  EXPECT_TAKEN(hall.decide_tie(1));
  EXPECT_TAKEN(hall.approve(again(first, 2, 2, {"p4", "p5"}, 1), 10, false));
  EXPECT_EQ(ballot_of(hall, 1).names.size(), 5u);
  EXPECT_EQ(ballot_of(hall).names, (std::vector<std::string>{"Nguyễn Văn D", "Nguyễn Văn E"}));
  EXPECT_EQ(ballot_of(hall).heading.ballot, 2u);
  EXPECT_EQ(ballot_paper_of(hall.state, "c", 3, kProgram).error().code->name, "round_not_current");
  EXPECT_EQ(ballot_paper_of(hall.state, "x", 0, kProgram).error().code->name, "contest_unknown");
}

TEST(BallotPaper, OfAListThatWasWithdrawnIsRefused) {
  Hall hall = founded();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.round().phase = congress::Phase::kWithdrawn;
  EXPECT_EQ(ballot_paper_of(hall.state, "c", 0, kProgram).error().code->name, "contest_phase");
}

TEST(BallotPaper, IsNeededForEveryOfficialDelegate) {
  Hall hall = founded();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  EXPECT_EQ(papers_needed(hall.state, "c", 0), 10u);
  hall.state.roll.people["d9"].set_standing(congress::v1::STANDING_ALTERNATE);
  EXPECT_EQ(papers_needed(hall.state, "c", 0), 9u);
  hall.confirm(8);
  EXPECT_EQ(papers_needed(hall.state, "c", 0), 8u);
}

}  // namespace
}  // namespace hp::report
