// The list of a sample check: read back from the paper, and turned into a picture to look at with
// HOMPHIEU_PDF_KEEP.
#include "report/sampled.h"

#include <gtest/gtest.h>

#include <sstream>

#include "congress/paper_kit.h"
#include "congress/testing/expect.h"
#include "pdf/test_support.h"
#include "report/paper_words.h"

namespace hp::report {

namespace v1 = homphieu::v1;

namespace {

using congress::PaperHall;
using pdf::testing::OnDisk;

// With one space between words.
std::string printed(const Bytes& pdf, const std::string& name = "") {
  const OnDisk paper(pdf, name);
  EXPECT_NE(paper.judge("qpdf --check {}").find("No syntax or stream encoding errors"),
            std::string::npos);
  std::istringstream words(paper.judge("pdftotext -raw {} -"));
  std::string out;
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Batches of six and of four papers; seed 41625 draws 1.5, 1.6, 2.2 and 2.4, of which 1.6 is torn
// and 2.2 was read by a third person.
class SampleList : public ::testing::Test {
 protected:
  void count(PaperHall& hall) {
    const auto torn = PaperHall::with(good, v1::SHEET_DEFECT_TORN);
    EXPECT_TAKEN(hall.open_batch(1, 6));
    const PaperHall::Sheets six{{1, good}, {2, good}, {3, good}, {4, good}, {5, good}, {6, torn}};
    EXPECT_TAKEN(hall.key("c3", 1, 1, six));
    EXPECT_TAKEN(hall.key("h1", 2, 1, six));
    EXPECT_TAKEN(hall.conclude(1, 6, torn, false));
    EXPECT_TAKEN(hall.close_batch(1));
    EXPECT_TAKEN(hall.open_batch(2, 4));
    const auto none = PaperHall::struck({});
    EXPECT_TAKEN(hall.key("c3", 1, 2, {{1, good}, {2, good}, {3, good}, {4, none}}));
    EXPECT_TAKEN(
        hall.key("h1", 2, 2, {{1, good}, {2, PaperHall::struck({2, 4})}, {3, good}, {4, none}}));
    EXPECT_TAKEN(hall.settle_sheet("c2", 2, 2, PaperHall::struck({2, 4})));
    EXPECT_TAKEN(hall.close_batch(2));
  }
  static Bytes list(const PaperHall& hall, const SampleAsked& asked) {
    return sample_list(hall.congress.state, asked, "homphieu 0.1.0", pdf::testing::fonts()).value();
  }
  v1::SheetContent good = PaperHall::struck({5});
  SampleAsked asked{.contest = "c", .round = 0, .seed = "41625", .papers = 4};
};

TEST_F(SampleList, HasEachPaperWithWhatWasAgreedAndPlacesToTickAndSign) {
  PaperHall hall;
  hall.to_counting();
  count(hall);
  const std::string text = printed(list(hall, asked), "sample");
  std::size_t at = 0;
  for (const char* part :
       {"BAN KIỂM PHIẾU", "DANH SÁCH PHIẾU RÚT MẪU ĐỐI CHIẾU", "lần bầu thứ 1", "Số gieo: 41625.",
        "Rút 4 trong 10 phiếu của 2 lô.", "Đúng", "1 1 5 gạch 5",
        "2 1 6 gạch 5; rách; ban kiểm phiếu kết luận: không hợp lệ", "3 2 2 gạch 2, 4",
        "4 2 4 không gạch ai", "Số phiếu khác:", "TRƯỞNG BAN KIỂM PHIẾU",
        "ỦY VIÊN BAN KIỂM PHIẾU"}) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << "\n" << text;
    at = found;
  }
  EXPECT_EQ(text.find("DIỄN TẬP"), std::string::npos);
  EXPECT_EQ(list(hall, asked), list(hall, asked));
}

TEST_F(SampleList, OfManyPapersHasItsTitlesOnEachPageAndItsSignaturesOnce) {
  PaperHall hall({.names = 61, .seats = 60, .rehearsal = true});
  hall.to_counting(80);
  std::vector<std::uint32_t> most;
  for (std::uint32_t i = 1; i <= 55; ++i) most.push_back(i);
  hall.count_batch(1, std::vector<v1::SheetContent>(40, PaperHall::struck(most)));
  hall.count_batch(2, std::vector<v1::SheetContent>(40, PaperHall::struck({61})));
  const std::string text =
      printed(list(hall, {.contest = "c", .round = 1, .seed = "xúc xắc 4 1 6", .papers = 80}),
              "sample-long");
  const auto times = [&](const std::string& part) {
    std::size_t out = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
      ++out;
    }
    return out;
  };
  EXPECT_GE(times("Khác ở chỗ"), 3u);
  EXPECT_EQ(times("ỦY VIÊN BAN KIỂM PHIẾU"), 1u);
  EXPECT_EQ(times("DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ BẦU CỬ"), 1u);
  EXPECT_EQ(times("(DIỄN TẬP)"), times("Khác ở chỗ"));
  EXPECT_NE(text.find("80 2 40 gạch 61"), std::string::npos) << text;
}

TEST_F(SampleList, IsRefusedAsTheCheckItselfWouldBe) {
  PaperHall hall;
  hall.to_counting();
  const auto refused = [&](const SampleAsked& wanted) {
    return std::string(sampled_papers(hall.congress.state, wanted).error().code->name);
  };
  EXPECT_EQ(refused(asked), "papers_not_counted");
  count(hall);
  EXPECT_EQ(sampled_papers(hall.congress.state, asked)->size(), 4u);
  EXPECT_EQ(refused({.contest = "x", .seed = "1", .papers = 1}), "contest_unknown");
  EXPECT_EQ(refused({.contest = "c", .round = 2, .seed = "1", .papers = 1}), "round_not_current");
  EXPECT_EQ(refused({.contest = "c", .seed = "", .papers = 1}), "sample_seed");
  EXPECT_EQ(refused({.contest = "c", .seed = "1", .papers = 11}), "sample_papers");
  EXPECT_FALSE(sample_list(hall.congress.state, {.contest = "c", .seed = "1", .papers = 11}, "p",
                           pdf::testing::fonts())
                   .has_value());
}

TEST(PaperWords, SayWhatStandsOnAPaperOfEitherForm) {
  congress::SheetContent content;
  EXPECT_EQ(paper_words(content), "không gạch ai");
  content.struck = {rules::Candidate{2}, rules::Candidate{11}};
  content.defects = {rules::Defect::kPrivateMark, rules::Defect::kTorn};
  EXPECT_EQ(paper_words(content), "gạch 2, 11; đánh dấu riêng; rách");
  content = {};
  content.marks = {rules::Mark::kDisagree, rules::Mark::kAgree, rules::Mark::kNone,
                   rules::Mark::kAgree, rules::Mark::kBoth};
  EXPECT_EQ(paper_words(content), "đồng ý 2, 4; không đồng ý 1; cả hai ô 5; bỏ trống 3");
}

}  // namespace
}  // namespace hp::report
