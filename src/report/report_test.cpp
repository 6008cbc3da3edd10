#include "report/report.h"

#include <gtest/gtest.h>

#include "base/hex.h"
#include "congress/contest_kit.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"

namespace hp::report {
namespace {

using congress::again;
using congress::Hall;
using congress::list_of;

// The hall of the contest kit belongs to a founded congress here.
Hall minutes_hall(int delegates = 10) {
  Hall hall(delegates);
  hall.state.founding = congress::found_command().found_congress();
  return hall;
}

using Numbers = std::vector<minutes::Count>;

TEST(Report, MakesMinutesOfAPlainStrikeOutRound) {
  Hall hall = minutes_hall();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.count({9, 9, 8, 6, 4, 1}, 10);
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  const auto model = minutes_of(hall.state, "c", 1);
  ASSERT_TRUE(model.has_value()) << describe(model.error(), Language::kEnglish);
  EXPECT_EQ(model->congress.organisation, "Đảng bộ quận Cẩm Lệ");
  EXPECT_EQ(model->congress.meeting, minutes::Meeting::kDelegateCongress);
  EXPECT_EQ(model->contest.form, minutes::Form::kStrikeOut);
  EXPECT_EQ(model->contest.hands_for_seats, 6u);
  EXPECT_EQ(model->counters.head.id, "c1");
  EXPECT_EQ(model->counters.members.size(), 2u);
  EXPECT_EQ(model->ballots.total.votes, (Numbers{9, 9, 8, 6, 4}));
  EXPECT_TRUE(model->ballots.total.disagree.empty());
  EXPECT_EQ(model->ballots.electronic->valid, 9u);
  EXPECT_FALSE(model->ballots.paper.has_value());
  EXPECT_EQ(model->outcome.elected, (Numbers{1, 2, 3, 4}));
  EXPECT_EQ(model->outcome.next, "complete");
  EXPECT_EQ(model->completion.copies, 3u);
  EXPECT_EQ(model->completion.presidium.id, "chair");
  EXPECT_EQ(model->counting.head.size, hall.round().declaration->when.index + 1);
  EXPECT_TRUE(minutes_json(hall.state, "c", 1).has_value());
  const auto text = minutes_text(hall.state, "c", 1);
  ASSERT_TRUE(text.has_value()) << describe(text.error(), Language::kEnglish);
  EXPECT_NE(text->find(to_hex(minutes_hash(hall.state, "c", 1).value()).substr(0, 32)),
            std::string::npos);
}

minutes::Model made(const Hall& hall, std::uint32_t round = 1) {
  const auto model = minutes_of(hall.state, "c", round);
  EXPECT_TRUE(model.has_value()) << describe(model.error(), Language::kEnglish);
  if (!model) return {};
  const auto text = minutes_text(hall.state, "c", round);
  EXPECT_TRUE(text.has_value()) << describe(text.error(), Language::kEnglish);
  return *model;
}

Hall counted(const congress::v1::ContestDefinition& definition,
             const std::vector<std::uint32_t>& columns, std::uint32_t ballots = 10) {
  Hall hall = minutes_hall();
  EXPECT_TRUE(hall.approve(definition).has_value());
  hall.count(columns, ballots);
  return hall;
}

congress::v1::AnnulContest annulment() {
  congress::v1::AnnulContest body;
  body.set_contest("c");
  body.set_round(1);
  body.set_reason("Thùng phiếu bị mở");
  body.mutable_hands()->set_votes_for(9);
  return body;
}

Result<void> annul(Hall& hall, const std::vector<std::string>& signers) {
  return hall.run(congress::check_annul_contest, congress::apply_annul_contest, signers,
                  annulment());
}

TEST(Report, OfOneNameHasBoxes) {
  Hall hall = counted(list_of(1, 1, congress::v1::OFFICE_SECRETARY), {6, 3, 1});
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  const minutes::Model model = made(hall);
  EXPECT_EQ(model.contest.form, minutes::Form::kBoxes);
  EXPECT_EQ(model.contest.office, minutes::Office::kSecretary);
  EXPECT_EQ(model.ballots.total.disagree, Numbers{3});
  EXPECT_EQ(model.ballots.total.not_counted, Numbers{0});
  EXPECT_EQ(model.ballots.total.reasons.at(0).reason, "no_box");
}

TEST(Report, OfAListWithoutSurplusHasBoxesForEachName) {
  auto definition = list_of(2, 2, congress::v1::OFFICE_DEPUTY_SECRETARY);
  Hall hall = counted(definition, {8, 6, 1, 2, 1});
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  const minutes::Model model = made(hall);
  EXPECT_EQ(model.contest.form, minutes::Form::kBoxes);
  EXPECT_EQ(model.ballots.total.votes, (Numbers{8, 6}));
  EXPECT_EQ(model.ballots.total.disagree, (Numbers{1, 2}));
  EXPECT_EQ(model.ballots.total.not_counted, (Numbers{0, 1}));
}

TEST(Report, OfAPollRanksAllAndSaysNothingNext) {
  Hall hall = minutes_hall();
  EXPECT_TAKEN(hall.approve(list_of(3, 2, congress::v1::OFFICE_OPINION), 0, false));
  congress::v1::AppointCounters counters = hall.counters();
  counters.clear_hands();
  EXPECT_TAKEN(hall.appoint(counters));
  hall.confirm(10);
  congress::Round& round = hall.round();
  round.opening.emplace();
  round.closing.emplace();
  round.closing->cards = {.prepared = 10, .issued = 10, .collected = 10};
  round.tally = {3, 9, 5, 0};
  round.phase = congress::Phase::kCounted;
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  const minutes::Model model = made(hall);
  EXPECT_EQ(model.outcome.next, "");
  EXPECT_EQ(model.outcome.ranking, (Numbers{2, 3, 1}));
  EXPECT_TRUE(model.outcome.elected.empty());
  EXPECT_FALSE(model.contest.hands_for_list.has_value());
}

TEST(Report, PrintsRemarksAndWhoDoesNotSign) {
  Hall hall = counted(list_of(5, 4), {9, 9, 8, 6, 4, 1});
  congress::v1::RecordRemark remark;
  remark.set_contest("c");
  remark.set_round(1);
  remark.set_text("Một đại biểu không nhận được thẻ.");
  EXPECT_TAKEN(
      hall.run(congress::check_record_remark, congress::apply_record_remark, {"c2"}, remark));
  auto body = hall.declaration();
  auto& absent = *body.add_not_signing();
  absent.set_person("c3");
  absent.set_reason("ốm đột xuất");
  EXPECT_TAKEN(hall.declare(body, {"c1", "c2", "chair"}));
  const minutes::Model model = made(hall);
  ASSERT_EQ(model.remarks.size(), 1u);
  EXPECT_EQ(model.remarks[0].by.name, "Đồng chí c2");
  EXPECT_EQ(model.remarks[0].text, "Một đại biểu không nhận được thẻ.");
  ASSERT_EQ(model.completion.not_signing.size(), 1u);
  EXPECT_EQ(model.completion.not_signing[0].person.id, "c3");
  EXPECT_EQ(model.completion.not_signing[0].reason, "ốm đột xuất");
}

TEST(Report, NamesWhoeverReplacedACounterAndANewHead) {
  Hall hall = counted(list_of(5, 4), {9, 9, 8, 6, 4, 1});
  congress::v1::ReplaceCounter change;
  change.set_contest("c");
  change.set_round(1);
  change.set_leaving("c1");
  change.set_coming("c4");
  change.set_new_head("c2");
  change.set_reason("ốm");
  change.mutable_hands()->set_votes_for(10);
  EXPECT_TAKEN(hall.run(congress::check_replace_counter, congress::apply_replace_counter,
                        {"chair", "clerk"}, change));
  EXPECT_TAKEN(hall.declare(hall.declaration(), {"c2", "c3", "c4", "chair"}));
  const minutes::Model model = made(hall);
  EXPECT_EQ(model.counters.head.id, "c2");
  ASSERT_EQ(model.counters.replacements.size(), 1u);
  EXPECT_EQ(model.counters.replacements[0].leaving.id, "c1");
  EXPECT_EQ(model.counters.replacements[0].coming->id, "c4");
  EXPECT_EQ(model.counters.replacements[0].new_head->name, "Đồng chí c2");
}

TEST(Report, OfARoundAnnulledAfterItsCountKeepsTheFiguresAndElectsNobody) {
  Hall hall = counted(list_of(5, 4), {9, 9, 8, 6, 4, 1});
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_TAKEN(annul(hall, {"c1", "c2", "chair"}));
  const minutes::Model model = made(hall);
  ASSERT_TRUE(model.annulled.has_value());
  EXPECT_EQ(model.annulled->hands, 9u);
  EXPECT_EQ(model.annulled->reason, "Thùng phiếu bị mở");
  EXPECT_EQ(model.ballots.total.votes, (Numbers{9, 9, 8, 6, 4}));
  EXPECT_TRUE(model.outcome.elected.empty());
  EXPECT_EQ(model.outcome.unfilled, 4u);
  EXPECT_EQ(model.outcome.next, "blocked");
  EXPECT_EQ(model.counting.head.size, hall.round().annulment->when.index + 1);
  EXPECT_EQ(model.completion.presidium.id, "chair");
  ASSERT_EQ(model.completion.not_signing.size(), 1u);
  EXPECT_EQ(model.completion.not_signing[0].person.id, "c3");
}

TEST(Report, OfARoundAnnulledBeforeItsCountCountsNoBallot) {
  for (const auto& definition : {list_of(5, 4), list_of(1, 1, congress::v1::OFFICE_SECRETARY)}) {
    Hall hall = counted(definition, {9, 9, 8, 6, 4, 1});
    hall.round().tally.reset();
    hall.round().phase = congress::Phase::kClosed;
    EXPECT_TAKEN(annul(hall, {"c1", "c2", "c3", "chair"}));
    const minutes::Model model = made(hall);
    EXPECT_EQ(model.ballots.total.collected, 10u);
    EXPECT_EQ(model.ballots.total.valid, 0u);
    EXPECT_EQ(model.ballots.total.votes, Numbers(model.contest.candidates.size(), 0));
    EXPECT_EQ(model.outcome.accounting_problems, std::vector<std::string>{"collected_mismatch"});
    EXPECT_TRUE(model.counting.trustees.empty());
    EXPECT_TRUE(model.completion.not_signing.empty());
  }
}

TEST(Report, ThereIsNoneBeforeADeclarationOrAfterItLapsed) {
  Hall hall = counted(list_of(5, 4), {9, 9, 8, 6, 4, 1});
  EXPECT_EQ(minutes_of(hall.state, "c", 1).error().code->name, "contest_phase");
  EXPECT_EQ(minutes_of(hall.state, "x", 1).error().code->name, "contest_unknown");
  EXPECT_EQ(minutes_of(hall.state, "c", 2).error().code->name, "round_not_current");
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  congress::v1::RecordRemark remark;
  remark.set_contest("c");
  remark.set_round(1);
  remark.set_text("Khiếu nại");
  EXPECT_TAKEN(
      hall.run(congress::check_record_remark, congress::apply_record_remark, {"c2"}, remark));
  EXPECT_EQ(minutes_of(hall.state, "c", 1).error().code->name, "declaration_lapsed");
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_EQ(made(hall).remarks.size(), 1u);
}

TEST(Report, TheMinutesThatWereSignedStayWhatTheyAreWhileTheRecordGrows) {
  Hall hall = counted(list_of(5, 4), {10, 9, 8, 6, 6, 0});
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  const std::string before = minutes_json(hall.state, "c", 1).value();
  for (const char* one : {"c1", "c2", "c3", "chair"}) EXPECT_TAKEN(hall.sign(one));
  EXPECT_TAKEN(hall.announce(hall.announcement()));
  EXPECT_TAKEN(hall.decide_tie(1));
  EXPECT_TAKEN(hall.approve(again(list_of(5, 4), 2, 2, {"p4", "p5"}, 1), 0, false));
  hall.count({5, 4, 0}, 9);
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_EQ(minutes_json(hall.state, "c", 1).value(), before);
}

TEST(Report, OfATieBallotSaysSo) {
  Hall hall = counted(list_of(5, 4), {10, 9, 8, 6, 6, 0});
  hall.finish();
  EXPECT_EQ(made(hall).outcome.tie->candidates, (Numbers{4, 5}));
  EXPECT_EQ(made(hall).outcome.next, "tie_ballot");
  EXPECT_TAKEN(hall.decide_tie(1));
  EXPECT_TAKEN(hall.approve(again(list_of(5, 4), 2, 2, {"p4", "p5"}, 1), 0, false));
  hall.count({5, 4, 0}, 9);
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  const minutes::Model model = made(hall, 2);
  EXPECT_TRUE(model.contest.tie_ballot);
  EXPECT_EQ(model.contest.ballot, 2u);
  EXPECT_EQ(model.outcome.elected, Numbers{1});
}

TEST(Report, PrintsOnlySettingsThatAreNotWordingOfTheRegulation) {
  Hall hall = counted(list_of(5, 4), {9, 9, 8, 6, 4, 1});
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  const auto printed = made(hall).counting.settings;
  EXPECT_FALSE(printed.empty());
  EXPECT_LT(printed.size(), hall.round().definition.settings_text.size());
  EXPECT_TRUE(std::ranges::is_sorted(printed, {}, &minutes::Setting::name));
}

}  // namespace
}  // namespace hp::report
