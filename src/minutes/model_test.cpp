#include <gtest/gtest.h>

#include "base/codes.h"
#include "minutes/codes.h"
#include "minutes/examples.h"
#include "minutes/json.h"
#include "minutes/text.h"

namespace hp::minutes {
namespace {

void expect_refused(const Model& model, const ErrorCode& code, const std::string& where) {
  const auto made = make_json(model);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().code->name, code.name);
  EXPECT_EQ(made.error().where, where);
  EXPECT_FALSE(make_text(model, Hash{}).has_value());
}

TEST(Minutes, ANameWithDecomposedLettersIsRefused) {
  Model model = examples::committee();
  model.contest.candidates[1].name = "Nguye\u0302\u0303n A";
  expect_refused(model, codes::kNotNfc, "contest.candidates[1].name");
}

TEST(Minutes, ANameThatIsNotUtf8IsRefused) {
  Model model = examples::committee();
  model.counters.members[0].name = "\xFF";
  expect_refused(model, codes::kNotUtf8, "counters.members[0].name");
}

TEST(Minutes, AMissingVoteFigureIsRefused) {
  Model model = examples::committee();
  model.ballots.total.votes.pop_back();
  expect_refused(model, codes::kMinutesListLength, "ballots.total.votes");
}

TEST(Minutes, ABoxFormNeedsFiguresForDisagree) {
  Model model = examples::secretary();
  model.ballots.paper->disagree.clear();
  expect_refused(model, codes::kMinutesListLength, "ballots.paper.disagree");
}

TEST(Minutes, SomebodyElectedWhoIsNotOnTheBallotIsRefused) {
  Model model = examples::committee();
  model.outcome.elected = {6};
  expect_refused(model, codes::kMinutesPosition, "outcome.elected");
}

TEST(Minutes, SomebodyElectedTwiceIsRefused) {
  Model model = examples::committee();
  model.outcome.elected = {1, 1};
  expect_refused(model, codes::kMinutesPosition, "outcome.elected");
}

TEST(Minutes, AReasonWithoutWordingIsRefused) {
  Model model = examples::committee();
  model.ballots.electronic->reasons[0].reason = "because";
  expect_refused(model, codes::kMinutesUnknownWord, "ballots.electronic.reasons[0].reason");
}

TEST(Minutes, APollHasARankingInPlaceOfWhatFollows) {
  Model model = examples::opinion();
  model.outcome.next = "complete";
  expect_refused(model, codes::kMinutesUnknownWord, "outcome.next");
  model = examples::opinion();
  model.outcome.ranking = {1};
  expect_refused(model, codes::kMinutesListLength, "outcome.ranking");
}

TEST(Minutes, APercentageThatIsNotADecimalIsRefused) {
  Model model = examples::committee();
  model.outcome.percent[4] = "12,5";
  expect_refused(model, codes::kMinutesPercent, "outcome.percent[4]");
}

TEST(Minutes, WithoutAnyBallotsTheyAreRefused) {
  Model model = examples::committee();
  model.ballots.electronic.reset();
  expect_refused(model, codes::kMinutesNoBallots, "ballots");
}

TEST(Minutes, HowPapersWereKeyedGoesWithAPaperPart) {
  Model model = examples::secretary();
  model.counting.keying.reset();
  expect_refused(model, codes::kMinutesKeying, "counting.keying");
  model = examples::committee();
  model.counting.keying = examples::secretary().counting.keying;
  expect_refused(model, codes::kMinutesKeying, "counting.keying");
}

TEST(Minutes, FiguresOfTheKeyingThatDoNotFitAreRefused) {
  const auto refused = [](auto change, const std::string& where) {
    Model model = examples::secretary();
    change(*model.counting.keying);
    expect_refused(model, codes::kMinutesKeying, "counting.keying." + where);
  };
  refused([](Keying& it) { it.counts = 0; }, "counts");
  refused([](Keying& it) { it.by_third = 0; }, "differences");
  refused([](Keying& it) { it.by_committee = 1; }, "differences");
  refused([](Keying& it) { it.doubtful = 2; }, "doubtful");
  refused(
      [](Keying& it) {
        it.differences.emplace_back(it.differences[0]);
        it.by_third = 0;
        it.by_committee = 2;
      },
      "doubtful");
  refused([](Keying& it) { it.reopened = 6; }, "reopened");
  refused([](Keying& it) { it.samples[1].papers = 0; }, "samples[1].papers");
  refused([](Keying& it) { it.samples[0].differing = 11; }, "samples[0].differing");
}

TEST(Minutes, OfAnAnnulledRoundADifferenceMayBeUnsettled) {
  Model model = examples::moved_to_paper();
  model.counting.keying->differences = {{"lô 1, phiếu 4", "chưa giải quyết."}};
  EXPECT_TRUE(make_json(model).has_value());
  model.annulled.reset();
  expect_refused(model, codes::kMinutesKeying, "counting.keying.differences");
}

TEST(Minutes, ASeedIsPrintedAsItWasThrown) {
  const std::string text = make_text(examples::secretary(), Hash{}).value();
  for (const char* line : {"“41625”: xem lại 10 phiếu, 1 phiếu", "“hàng ghế 7, số 3 1 4 1 5”"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
  }
  Model model = examples::secretary();
  model.counting.keying->samples[0].seed = "xu\u0301c xa\u0306\u0301c";
  expect_refused(model, codes::kNotNfc, "counting.keying.samples[0].seed");
}

TEST(Minutes, WithoutASampleTheySaySo) {
  Model model = examples::secretary();
  model.counting.keying->samples.clear();
  EXPECT_NE(make_text(model, Hash{}).value().find("Không rút mẫu đối chiếu."), std::string::npos);
}

TEST(Minutes, WithoutDaysTheyAreRefused) {
  Model model = examples::committee();
  model.congress.days.clear();
  expect_refused(model, codes::kMinutesNoDay, "congress.days");
}

TEST(Minutes, TheSameModelGivesTheSameBytes) {
  EXPECT_EQ(make_json(examples::delegates()).value(), make_json(examples::delegates()).value());
}

TEST(Minutes, OneVoteMoreGivesOtherBytes) {
  Model model = examples::delegates();
  ++model.ballots.total.votes[0];
  EXPECT_NE(make_json(model).value(), make_json(examples::delegates()).value());
}

TEST(Minutes, WhoIsElectedOnAlternatePlacesIsNoOfficialDelegate) {
  Model model = examples::delegates();
  ASSERT_FALSE(model.outcome.elected.empty());
  EXPECT_NE(make_text(model, Hash{})->find("Trúng cử đại biểu chính thức: "), std::string::npos);
  model.contest.places = Places::kAlternate;
  model.outcome.alternates.clear();
  const std::string text = make_text(model, Hash{}).value();
  EXPECT_NE(text.find("Trúng cử đại biểu dự khuyết: "), std::string::npos);
  EXPECT_EQ(text.find("Trúng cử đại biểu chính thức"), std::string::npos);
}

TEST(Minutes, ARemarkCanNotMoveTheCursorOfATerminal) {
  Model model = examples::committee();
  model.remarks = {{{"k2", "A"}, {}, "x\x1B[2Jy\u009B2Jz"}};
  const std::string text = make_text(model, Hash{}).value();
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find("\u009B"), std::string::npos);
  EXPECT_NE(text.find("x [2Jy 2Jz"), std::string::npos);
}

TEST(Minutes, EveryMemberOfTheCommitteeHasAPlaceToSign) {
  const std::string text = make_text(examples::committee(), Hash{}).value();
  for (const char* name : {"Phạm Văn Đức: ...", "Trần Quốc Toản: ..."}) {
    EXPECT_NE(text.find(name), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace hp::minutes
