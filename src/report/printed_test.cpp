// Each kind of paper by its order, and what it is called.
#include "report/printed.h"

#include <gtest/gtest.h>

#include "congress/paper_kit.h"
#include "congress/testing/entries.h"
#include "pdf/test_support.h"
#include "report/ballot_paper.h"
#include "report/rehearsal_kit.h"

namespace hp::report {
namespace {

using congress::PaperHall;
using pdf::testing::fonts;

class PrintedPapers : public ::testing::Test {
 protected:
  PrintedPapers() { hall.to_counting(); }
  Result<std::vector<PrintedFile>> printed(Paper paper, std::uint32_t copies = 1) {
    return print(hall.congress.state, entries_of({}),
                 {.paper = paper, .contest = "c", .copies = copies, .program = "homphieu 0"},
                 fonts());
  }
  PaperHall hall;
};

TEST_F(PrintedPapers, HaveTheNameOfTheirKindAndContest) {
  const auto ballots = printed(Paper::kBallots);
  ASSERT_TRUE(ballots.has_value());
  ASSERT_EQ(ballots->size(), 2u);
  EXPECT_EQ((*ballots)[0].name, "ballots-c.pdf");
  EXPECT_EQ((*ballots)[0].media_type, "application/pdf");
  EXPECT_EQ((*ballots)[1].name, "ballots-c.layout.json");
  EXPECT_EQ((*ballots)[1].media_type, "application/json");
  EXPECT_EQ((*printed(Paper::kCovers, 3))[0].name, "covers-c.pdf");
  EXPECT_EQ((*printed(Paper::kKeying, 2))[0].name, "keying-c.pdf");
  EXPECT_EQ((*printed(Paper::kSlides))[0].name, "slides-c.pdf");
}

TEST(PrintedPapersOfARehearsal, AreCalledSo) {
  PaperHall hall({.rehearsal = true});
  hall.approve();
  for (const Paper paper :
       {Paper::kBallots, Paper::kCovers, Paper::kKeying, Paper::kSlides, Paper::kZero}) {
    const auto files =
        print(hall.congress.state, entries_of({}), {.paper = paper, .contest = "c"}, fonts());
    ASSERT_TRUE(files.has_value()) << describe(files.error(), Language::kEnglish);
    for (const PrintedFile& file : *files) EXPECT_TRUE(file.name.starts_with("dien-tap-"));
    const auto said = testing::says_rehearsal_on_every_page(files->front().content);
    EXPECT_TRUE(said) << files->front().name << ": " << said.message();
  }
}

TEST_F(PrintedPapers, OfAZeroReportAreThereBeforeTheFirstPaper) {
  EXPECT_EQ(printed(Paper::kZero).error().code->name, "zero_counted");
  PaperHall before;
  before.approve();
  const auto files = print(before.congress.state, entries_of({}),
                           {.paper = Paper::kZero, .contest = "c"}, fonts());
  ASSERT_TRUE(files.has_value()) << describe(files.error(), Language::kEnglish);
  EXPECT_EQ(files->front().name, "zero-c.pdf");
}

TEST_F(PrintedPapers, AreWhatTheirMakersMake) {
  const paper::Ballot ballot = ballot_paper_of(hall.congress.state, "c", 1, "homphieu 0").value();
  const paper::Printed made = paper::make_ballots(ballot, fonts(), 7).value();
  const auto ballots = printed(Paper::kBallots, 7).value();
  EXPECT_EQ(ballots[0].content, made.pdf);
  EXPECT_EQ(to_string(ballots[1].content), paper::layout_json(made.layout));
}

TEST_F(PrintedPapers, OfALogWithoutItsEntriesAreRefused) {
  EXPECT_EQ(printed(Paper::kLog).error().code->name, "record_head_differs");
}

TEST_F(PrintedPapers, OfNoApprovedListAreRefused) {
  for (const Paper paper : {Paper::kBallots, Paper::kCovers, Paper::kKeying, Paper::kLog,
                            Paper::kSlides, Paper::kZero}) {
    EXPECT_EQ(print(hall.congress.state, entries_of({}), {.paper = paper, .contest = "x"}, fonts())
                  .error()
                  .code->name,
              "contest_unknown");
    EXPECT_EQ(print(hall.congress.state, entries_of({}),
                    {.paper = paper, .contest = "c", .round = 4}, fonts())
                  .error()
                  .code->name,
              "round_not_current");
  }
}

}  // namespace
}  // namespace hp::report
