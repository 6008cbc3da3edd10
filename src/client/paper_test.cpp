// A contest on paper through the programs of this room and the real server.
#include "client/hall_kit.h"
#include "client/words.h"
#include "congress/contest_result.h"
#include "congress/paper_codes.h"
#include "congress/papers.h"
#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::client {
namespace {

v1::KeyedSheet keyed(std::uint32_t sheet, const std::vector<std::uint32_t>& struck) {
  v1::KeyedSheet out;
  out.set_sheet(sheet);
  for (const std::uint32_t one : struck) out.mutable_content()->add_struck(one);
  return out;
}

class OnPaper : public ::testing::Test {
 protected:
  // Six papers collected, one batch of six open.
  void SetUp() override {
    hall.enrol_all();
    hall.enrol("kc", v1::ROLE_COUNTING, "pa");
    hall.enrol("ga", v1::ROLE_HELPER, "pa");
    hall.gather();
    hall.approve();
    hall.accepted(must(replace()), {"pa", "an"});
    OpenPlan plan;
    plan.way = v1::WAY_PAPER;
    plan.papers_to_issue = 6;
    hall.accepted(must(open_contest(hall.as("ka").state(), "bch", plan)), {"ka", "pa"});
    hall.close();
    hall.accepted(must(record_paper(hall.as("ka").state(), "bch", paper_figures(7, 6, 1, 0, 6))),
                  {"ka", "kb"});
    hall.alone("kb", must(open_batch(hall.as("kb").state(), "bch", 6)));
  }
  // The committee with a third member.
  Result<v1::Command> replace() {
    return appoint_counters(hall.as("pa").state(), "bch", "ka", {"kb", "kc"}, 6);
  }
  void key(const std::string& who, std::uint32_t count, const std::vector<v1::KeyedSheet>& sheets) {
    hall.alone(who, must(key_sheets(hall.as(who).state(), "bch", 1, count, sheets)));
  }
  SmallCongress hall;
};

TEST_F(OnPaper, IsCountedAndAnnouncedThroughTheServer) {
  key("ga", 1, {keyed(1, {5}), keyed(2, {5}), keyed(3, {5}), keyed(4, {5})});
  key("ga", 1, {keyed(5, {5}), keyed(6, {4})});
  v1::KeyedSheet doubtful = keyed(2, {5});
  doubtful.mutable_content()->set_doubtful(true);
  key("kb", 2,
      {keyed(1, {4}), doubtful, keyed(3, {5}), keyed(4, {5}), keyed(5, {5}), keyed(6, {4})});
  hall.alone("kc", must(settle_sheet(hall.as("kc").state(), "bch", 1, 1, keyed(1, {5}).content())));
  hall.accepted(must(conclude_sheet(hall.as("ka").state(), "bch", 1, 2, keyed(2, {5}).content(),
                                    true, "Nét gạch rõ")),
                {"ka", "kb"});
  hall.alone("kb", must(close_batch(hall.as("kb").state(), "bch", 1)));
  hall.accepted(must(declare_result(hall.as("ka").state(), "bch", "1", 3)),
                {"ka", "kb", "kc", "pa"});
  for (const char* one : {"ka", "kb", "kc", "pa"}) {
    hall.alone(one, must(sign_minutes(hall.as(one).state(), "bch")));
  }
  hall.alone("pa", must(announce_result(hall.as("pa").state(), "bch")));
  EXPECT_EQ(congress::result_of(hall.as("an").state().contests.at("bch")).elected,
            (std::vector<std::string>{"d1", "d2", "d3", "d4"}));
}

TEST_F(OnPaper, EveryPaperCommandIsSaidInBothLanguages) {
  Official& official = hall.as("ka");
  const auto& state = official.state();
  std::vector<v1::Command> commands{
      must(record_paper(state, "bch", paper_figures(9, 6, 1, 0, 6))),
      must(correct_paper(state, "bch", paper_figures(7, 6, 1, 0, 6), "Đếm lại")),
      must(open_batch(state, "bch", 3)),
      must(key_sheets(state, "bch", 1, 1, {keyed(1, {5})})),
      must(settle_sheet(state, "bch", 1, 1, keyed(1, {2, 5}).content())),
      must(conclude_sheet(state, "bch", 1, 1, keyed(1, {5}).content(), true, "Rõ")),
      must(close_batch(state, "bch", 1)),
      must(reopen_batch(state, "bch", 1, 6, "Đếm sai")),
      must(move_to_paper(state, "bch", false, 6))};
  for (const v1::Command& command : commands) {
    for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
      const CommandWords words = words_of(state, command, language);
      EXPECT_FALSE(words.lines.empty());
      EXPECT_EQ(words.title.find("không biết"), std::string::npos);
      EXPECT_EQ(words.title.find("does not know"), std::string::npos);
    }
  }
  EXPECT_NE(as_text(words_of(state, commands[4], Language::kVietnamese)).find("gạch 2, 5"),
            std::string::npos);
  // A sum that does not fit is said before anybody signs.
  EXPECT_NE(as_text(words_of(state, commands[0], Language::kVietnamese)).find("9 ≠ 7"),
            std::string::npos);
}

TEST_F(OnPaper, SoFewPapersBesideBallotsThatStandAreWarnedOfBeforeSigning) {
  const auto& state = hall.as("ka").state();
  const auto said = [&](bool stand, std::uint32_t papers) {
    return as_text(
        words_of(state, must(move_to_paper(state, "bch", stand, papers)), Language::kVietnamese));
  };
  EXPECT_NE(said(true, 4).find("đoán được ai bầu ai"), std::string::npos);
  EXPECT_EQ(said(true, 5).find("đoán được ai bầu ai"), std::string::npos);
  EXPECT_EQ(said(false, 4).find("đoán được ai bầu ai"), std::string::npos);
}

TEST_F(OnPaper, ABuilderNamesABatchThatThereIs) {
  EXPECT_EQ(close_batch(hall.as("kb").state(), "bch", 2).error().code->name,
            codes::kBatchUnknown.name);
}

}  // namespace
}  // namespace hp::client
