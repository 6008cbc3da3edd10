// A sample check through the programs of this room and the real server: what differs brings its
// batch back to the keyers, and the minutes that everybody signs tell both samples.
#include "client/paper_hall_kit.h"
#include "client/words.h"
#include "congress/paper_codes.h"
#include "congress/sample_check.h"
#include "report/report.h"

namespace hp::client {
namespace {

class SampleCheckHall : public ::testing::Test {
 protected:
  SampleCheckHall() {
    count_batch(1, 5, 5);
    count_batch(2, 3, 5);
  }
  // All its papers alike, with one name struck; built by who may read, which a keyer may not.
  void count_batch(std::uint32_t batch, std::uint32_t papers, std::uint32_t struck) {
    std::vector<v1::KeyedSheet> sheets(papers);
    for (std::uint32_t i = 0; i < papers; ++i) {
      sheets[i].set_sheet(i + 1);
      sheets[i].mutable_content()->add_struck(struck);
    }
    const auto& state = hall.as("pa").state();
    hall.alone("ha", must(key_sheets(state, "bch", batch, 1, sheets)));
    hall.alone("hb", must(key_sheets(state, "bch", batch, 2, sheets)));
    hall.alone("kb", must(close_batch(hall.as("pa").state(), "bch", batch)));
  }
  const congress::Round& round(const std::string& who) {
    return hall.as(who).state().contests.at("bch").current();
  }
  PaperHall hall{{5, 3}};
};

TEST_F(SampleCheckHall, ADifferenceIsCountedAnewAndBothSamplesStandInTheMinutes) {
  const auto drawn = congress::draw_sample(round("ka"), "41625", 4);
  const congress::SheetPlace wrong = drawn.back();
  hall.accepted(must(check_sample(hall.as("ka").state(), "bch", "41625", 4, {wrong})),
                {"ka", "kb"});
  EXPECT_EQ(round("pa").phase, congress::Phase::kClosed);
  const std::uint32_t papers = wrong.batch == 1 ? 5 : 3;
  hall.accepted(must(reopen_batch(hall.as("pa").state(), "bch", wrong.batch, papers,
                                  "Rút mẫu thấy phiếu khác")),
                {"ka", "pa"});
  count_batch(wrong.batch, papers, 4);
  hall.accepted(must(check_sample(hall.as("ka").state(), "bch", "52736", 8, {})), {"ka", "kc"});
  hall.accepted(must(declare_result(hall.as("ka").state(), "bch", "1", 3)),
                {"ka", "kb", "kc", "pa"});
  for (const char* one : {"ka", "kb", "kc", "pa"}) {
    hall.alone(one, must(sign_minutes(hall.as(one).state(), "bch")));
  }
  hall.alone("pa", must(announce_result(hall.as("pa").state(), "bch")));
  const auto minutes = must(report::minutes_of(hall.as("ka").state(), "bch", 1));
  ASSERT_TRUE(minutes.counting.keying.has_value());
  EXPECT_EQ(minutes.counting.keying->reopened, 1u);
  ASSERT_EQ(minutes.counting.keying->samples.size(), 2u);
  EXPECT_EQ(minutes.counting.keying->samples[0].differing, 1u);
  EXPECT_EQ(minutes.counting.keying->samples[1].papers, 8u);
}

TEST_F(SampleCheckHall, TheDifferingPapersMayBeNamedInAnyOrder) {
  const auto drawn = congress::draw_sample(round("ka"), "41625", 4);
  const v1::Command command =
      must(check_sample(hall.as("ka").state(), "bch", "41625", 4, {drawn[2], drawn[0], drawn[1]}));
  ASSERT_EQ(command.check_sample().differing_size(), 3);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(command.check_sample().differing(i).batch(),
              drawn[static_cast<std::size_t>(i)].batch);
    EXPECT_EQ(command.check_sample().differing(i).sheet(),
              drawn[static_cast<std::size_t>(i)].sheet);
  }
  hall.accepted(command, {"ka", "kb"});
}

TEST_F(SampleCheckHall, IsSaidInWordsBeforeAnybodySignsIt) {
  const auto& state = hall.as("ka").state();
  const v1::Command command = must(check_sample(state, "bch", "41625", 4, {{2, 3}}));
  const std::string vi = as_text(words_of(state, command, Language::kVietnamese));
  for (const char* part : {"rút mẫu đối chiếu", "41625", "lô 2, phiếu 3", "phải mở lại"}) {
    EXPECT_NE(vi.find(part), std::string::npos) << part << "\n" << vi;
  }
  const std::string en = as_text(words_of(state, command, Language::kEnglish));
  EXPECT_NE(en.find("batch 2, paper 3"), std::string::npos) << en;
}

TEST_F(SampleCheckHall, OfAContestThatIsNotThereIsNotBuilt) {
  EXPECT_EQ(check_sample(hall.as("ka").state(), "x", "1", 1, {}).error().code->name,
            "contest_unknown");
}

}  // namespace
}  // namespace hp::client
