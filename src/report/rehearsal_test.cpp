// A rehearsal held against its known votes.
#include "report/rehearsal.h"

#include <algorithm>
#include <tuple>

#include "congress/paper_kit.h"
#include "report/known_deck.h"
#include "report/rehearsal_codes.h"
#include "report/rehearsal_kit.h"
#include "report/rehearsal_paper.h"

namespace hp::report {
namespace {

using congress::PaperHall;
using congress::PaperPlan;
using pdf::testing::fonts;

class RehearsalOf : public ::testing::TestWithParam<PaperPlan> {
 protected:
  RehearsalOf() : hall(GetParam()) {
    hall.approve();
    known = make_known_votes(hall.congress.state, hall.round(), {.papers = 60, .seed = 5}).value();
  }
  void count(const std::vector<KnownPaper>& keyed) { testing::count_known(hall, keyed); }
  Rehearsal compared() {
    return compare_rehearsal(hall.congress.state, hall.round(), known).value();
  }
  std::vector<std::string> differing(const Rehearsal& rehearsal) {
    std::vector<std::string> out;
    for (const ComparedFigure& one : rehearsal.parts.at(0).figures) {
      if (!one.alike()) {
        out.push_back(one.name + " " + std::to_string(one.expected) + " " +
                      std::to_string(one.counted));
      }
    }
    return out;
  }
  Bytes report(const Rehearsal& rehearsal) {
    return rehearsal_report(hall.congress.state, hall.round(), rehearsal, fonts()).value();
  }
  PaperHall hall;
  KnownVotes known;
};

TEST_P(RehearsalOf, MatchesWhereEveryPaperWasKeyedAsItIs) {
  std::vector<KnownPaper> mixed = known.papers;
  std::ranges::reverse(mixed);
  count(mixed);
  const Rehearsal rehearsal = compared();
  EXPECT_TRUE(rehearsal.matches()) << ::testing::PrintToString(differing(rehearsal));
  EXPECT_EQ(rehearsal.papers_alike, 60u);
  ASSERT_EQ(rehearsal.parts.size(), 1u);
  EXPECT_EQ(rehearsal.parts[0].part, BallotPart::kPaper);
  const Bytes pdf = report(rehearsal);
  const std::string text =
      testing::words_on(pdf, "rehearsal-good-" + std::to_string(GetParam().names));
  EXPECT_NE(text.find("KHỚP: máy đếm đúng"), std::string::npos) << text;
  EXPECT_NE(text.find("Phiếu thu về 60 60 khớp"), std::string::npos) << text;
  EXPECT_NE(text.find("TRƯỞNG BAN KIỂM PHIẾU"), std::string::npos) << text;
  EXPECT_NE(text.find(to_hex(hall.congress.state.roots.back())), std::string::npos) << text;
  EXPECT_TRUE(testing::says_rehearsal_on_every_page(pdf));
}

// What comparing two counts never finds.
TEST_P(RehearsalOf, FindsAPaperThatBothKeyersKeyedWrong) {
  std::vector<KnownPaper> keyed = known.papers;
  const auto valid = std::ranges::find_if(keyed, [&](const KnownPaper& one) {
    const auto verdict = verdict_of(one, hall.round().definition);
    return verdict.ballot_class == rules::BallotClass::kValid && one.content.defects.empty();
  });
  ASSERT_NE(valid, keyed.end());
  const KnownPaper before = *valid;
  valid->content.defects = {rules::Defect::kSigned};
  count(keyed);
  const Rehearsal rehearsal = compared();
  EXPECT_FALSE(rehearsal.matches());
  EXPECT_EQ(rehearsal.papers_alike, 59u);
  ASSERT_EQ(rehearsal.papers.size(), 1u);
  EXPECT_TRUE(congress::reads_alike(rehearsal.papers[0].known->content, before.content));
  EXPECT_EQ(rehearsal.papers[0].keyed->seen.content.defects, std::vector{rules::Defect::kSigned});
  EXPECT_FALSE(differing(rehearsal).empty());
  const std::string text =
      testing::words_on(report(rehearsal), "rehearsal-bad-" + std::to_string(GetParam().names));
  EXPECT_NE(text.find("KHÔNG KHỚP"), std::string::npos) << text;
  EXPECT_NE(text.find("KHÁC"), std::string::npos) << text;
  EXPECT_NE(text.find("ký tên"), std::string::npos) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, RehearsalOf,
    ::testing::Values(
        PaperPlan{.names = 5, .seats = 4, .rehearsal = true},
        PaperPlan{
            .names = 3, .seats = 3, .office = congress::v1::OFFICE_OPINION, .rehearsal = true},
        PaperPlan{
            .names = 1, .seats = 1, .office = congress::v1::OFFICE_SECRETARY, .rehearsal = true}),
    [](const auto& one) { return std::to_string(one.param.names) + "_names"; });

class RehearsalCompared : public RehearsalOf {};
INSTANTIATE_TEST_SUITE_P(OnStrikes, RehearsalCompared,
                         ::testing::Values(PaperPlan{.rehearsal = true}));

// The sums are those that were expected, the papers are not: a strike went from one to another.
TEST_P(RehearsalCompared, FindsTwoSlipsThatMakeUpForEachOther) {
  std::vector<KnownPaper> keyed = known.papers;
  const auto plainly = [](const KnownPaper& one, std::size_t least, std::size_t most) {
    const std::size_t struck = one.content.struck.size();
    return one.content.defects.empty() && struck >= least && struck <= most;
  };
  KnownPaper* gets = nullptr;
  KnownPaper* loses = nullptr;
  rules::Candidate moved;
  for (KnownPaper& to : keyed) {
    for (KnownPaper& from : keyed) {
      if (!plainly(to, 1, 3) || !plainly(from, 2, 4)) continue;
      for (const rules::Candidate one : from.content.struck) {
        if (std::ranges::find(to.content.struck, one) != to.content.struck.end()) continue;
        std::tie(gets, loses, moved) = std::tuple(&to, &from, one);
      }
    }
  }
  ASSERT_NE(gets, nullptr);
  std::erase(loses->content.struck, moved);
  gets->content.struck.push_back(moved);
  std::ranges::sort(gets->content.struck);
  count(keyed);
  const Rehearsal rehearsal = compared();
  EXPECT_TRUE(differing(rehearsal).empty()) << ::testing::PrintToString(differing(rehearsal));
  EXPECT_FALSE(rehearsal.matches());
  EXPECT_EQ(rehearsal.papers.size(), 2u);
}

TEST_P(RehearsalCompared, FindsAPaperThatIsMissing) {
  std::vector<KnownPaper> keyed = known.papers;
  const std::uint32_t number = keyed.back().number;
  keyed.pop_back();
  count(keyed);
  const Rehearsal rehearsal = compared();
  EXPECT_EQ(differing(rehearsal).front(), "collected 60 59");
  ASSERT_EQ(rehearsal.papers.size(), 1u);
  // Papers that are alike can't be told apart: it may be another of the same marks.
  EXPECT_TRUE(
      congress::reads_alike(rehearsal.papers[0].known->content, known.papers[number - 1].content));
  EXPECT_FALSE(rehearsal.papers[0].keyed.has_value());
}

TEST_P(RehearsalCompared, FindsAPaperTooMany) {
  std::vector<KnownPaper> keyed = known.papers;
  keyed.push_back(keyed.front());
  count(keyed);
  const Rehearsal rehearsal = compared();
  EXPECT_EQ(differing(rehearsal).front(), "collected 60 61");
  ASSERT_EQ(rehearsal.papers.size(), 1u);
  EXPECT_FALSE(rehearsal.papers[0].known.has_value());
  EXPECT_EQ(rehearsal.papers_alike, 60u);
}

TEST_P(RehearsalCompared, AWrongConclusionIsADifference) {
  std::vector<KnownPaper> keyed = known.papers;
  const auto held =
      std::ranges::find_if(keyed, [](const KnownPaper& one) { return one.conclusion.has_value(); });
  held->conclusion = !*held->conclusion;
  count(keyed);
  const Rehearsal rehearsal = compared();
  ASSERT_EQ(rehearsal.papers.size(), 1u);
  EXPECT_NE(rehearsal.papers[0].known->conclusion, rehearsal.papers[0].keyed->seen.conclusion);
}

TEST_P(RehearsalCompared, IsRefusedBeforeTheRoundIsCountedAndForAnotherList) {
  const auto early = compare_rehearsal(hall.congress.state, hall.round(), known);
  EXPECT_EQ(early.error().code->name, "contest_phase");
  count(known.papers);
  known.definition_hash.fill(1);
  EXPECT_TRUE(compare_rehearsal(hall.congress.state, hall.round(), known)
                  .error()
                  .is(codes::kKnownVotesOther));
}

TEST_P(RehearsalCompared, ListOfThePapersIsForTheHeadAndSaysWhatToConclude) {
  const Bytes pdf = deck_list(hall.congress.state, hall.round(), known, fonts()).value();
  const std::string text = testing::words_on(pdf, "deck-list");
  for (const char* words :
       {"BẢNG KÊ PHIẾU MẪU", "Chỉ dành cho trưởng ban", "Phải đếm được", "Bầu thừa số lượng"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << text;
  }
  EXPECT_TRUE(testing::says_rehearsal_on_every_page(pdf));
}

// The electronic part is compared by its sums alone: nobody sees a ballot.
TEST(RehearsalOfBallots, ComparesTheSumsOfTheElectronicPart) {
  PaperHall hall({.rehearsal = true});
  hall.approve();
  KnownVotes known = make_known_votes(hall.congress.state, hall.round(), {.ballots = 12}).value();
  const KnownVotes papers_too = known;
  testing::count_known(hall, known.papers);
  congress::Round round = hall.round();
  round.opening->way = congress::Way::kBoth;
  round.closing->cards = {.prepared = 12, .unused = 0, .issued = 12, .collected = 12};
  const rules::Tally expected = expected_of_ballots(known, round.definition).value();
  round.tally.emplace();
  for (const rules::Votes one : expected.votes) {
    round.tally->push_back(static_cast<std::uint32_t>(one.value));
  }
  round.tally->push_back(static_cast<std::uint32_t>(expected.invalid.value));
  const Rehearsal good = compare_rehearsal(hall.congress.state, round, known).value();
  ASSERT_EQ(good.parts.size(), 3u);
  EXPECT_TRUE(good.matches());
  (*round.tally)[2] -= 1;
  (*round.tally)[3] += 1;
  const Rehearsal bad = compare_rehearsal(hall.congress.state, round, known).value();
  EXPECT_FALSE(bad.matches());
  EXPECT_TRUE(bad.papers.empty());
  EXPECT_TRUE(std::ranges::all_of(bad.parts[1].figures, &ComparedFigure::alike));
  EXPECT_FALSE(std::ranges::all_of(bad.parts[2].figures, &ComparedFigure::alike));
}

}  // namespace
}  // namespace hp::report
