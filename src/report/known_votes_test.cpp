// Known votes: what is made has every case, and what is written is read back.
#include "report/known_votes.h"

#include <gtest/gtest.h>

#include <set>

#include "congress/paper_kit.h"
#include "congress/papers.h"
#include "report/known_deck.h"
#include "report/rehearsal_codes.h"

namespace hp::report {
namespace {

using congress::PaperHall;
using congress::PaperPlan;

PaperHall approved(PaperPlan plan) {
  plan.rehearsal = true;
  PaperHall hall(plan);
  hall.approve();
  return hall;
}

KnownVotes made(const PaperHall& hall, DeckPlan plan = {}) {
  return make_known_votes(hall.congress.state, hall.round(), plan).value();
}

class EveryForm : public ::testing::TestWithParam<PaperPlan> {
 protected:
  PaperHall hall = approved(GetParam());
  const congress::Definition& definition = hall.round().definition;
};

TEST_P(EveryForm, VotesForEveryNameAndAgainstEveryNameInValidVotes) {
  std::set<std::uint16_t> voted, not_voted;
  for (const KnownPaper& paper : made(hall).papers) {
    const rules::Verdict verdict = verdict_of(paper, definition);
    if (verdict.ballot_class != rules::BallotClass::kValid) continue;
    std::set<std::uint16_t> here;
    for (const rules::Candidate one : verdict.votes) here.insert(one.number);
    for (std::uint16_t name = 1; name <= definition.candidates.size(); ++name) {
      (here.contains(name) ? voted : not_voted).insert(name);
    }
  }
  EXPECT_EQ(voted.size(), definition.candidates.size());
  EXPECT_EQ(not_voted.size(), definition.candidates.size());
}

TEST_P(EveryForm, HasEachClassAndEachReasonOfItsForm) {
  const bool boxes = rules::form_of(definition.rules) == rules::Form::kBox;
  const bool one_name = definition.candidates.size() == 1;
  std::set<rules::Reason> reasons;
  std::set<rules::Defect> defects;
  std::set<bool> conclusions;
  for (const KnownPaper& paper : made(hall).papers) {
    const rules::Verdict verdict = verdict_of(paper, definition);
    EXPECT_NE(verdict.ballot_class, rules::BallotClass::kHeld) << paper.number;
    reasons.insert(verdict.reasons.begin(), verdict.reasons.end());
    defects.insert(paper.content.defects.begin(), paper.content.defects.end());
    if (paper.conclusion) conclusions.insert(*paper.conclusion);
  }
  EXPECT_EQ(defects.size(), rules::Words<rules::Defect>::of.size() - 1);
  EXPECT_EQ(conclusions.size(), 2u);
  EXPECT_EQ(reasons.contains(rules::Reason::kTooMany), !boxes);
  EXPECT_EQ(reasons.contains(rules::Reason::kNobody), !one_name);
  EXPECT_EQ(reasons.contains(rules::Reason::kBothBoxes), one_name);
  EXPECT_EQ(reasons.contains(rules::Reason::kNoBox), one_name);
  EXPECT_TRUE(reasons.contains(rules::Reason::kPrivateMark));
}

TEST_P(EveryForm, IsReadBackAsItWasWritten) {
  const KnownVotes known = made(hall, {.ballots = 9, .seed = 77});
  const std::string json = known_votes_json(known);
  const auto read = read_known_votes(json, hall.congress.state, hall.round());
  ASSERT_TRUE(read.has_value()) << describe(read.error(), Language::kEnglish) << json;
  EXPECT_EQ(known_votes_json(*read), json);
  EXPECT_EQ(read->papers.size(), known.papers.size());
  EXPECT_EQ(expected_of_papers(*read, definition), expected_of_papers(known, definition));
  EXPECT_EQ(expected_of_ballots(*read, definition)->ballots().value, 9u);
}

TEST_P(EveryForm, CanBePrinted) {
  const KnownVotes known = made(hall);
  const auto papers = deck_papers(known, definition);
  ASSERT_EQ(papers.size(), known.papers.size());
  for (std::size_t i = 0; i < papers.size(); ++i) {
    EXPECT_EQ(papers[i].number, known.papers[i].number);
    EXPECT_EQ(papers[i].taken_for.size(), known.papers[i].content.defects.size());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Known, EveryForm,
    ::testing::Values(PaperPlan{.names = 5, .seats = 4}, PaperPlan{.names = 20, .seats = 16},
                      PaperPlan{.names = 2, .seats = 1, .office = congress::v1::OFFICE_OPINION},
                      PaperPlan{.names = 3, .seats = 3, .office = congress::v1::OFFICE_OPINION},
                      PaperPlan{.names = 1, .seats = 1, .office = congress::v1::OFFICE_SECRETARY}),
    [](const auto& one) {
      return std::to_string(one.param.names) + "_for_" + std::to_string(one.param.seats);
    });

TEST(KnownVotes, AreTheSameForTheSameSeedAndOthersForAnother) {
  const PaperHall hall = approved({});
  const auto json = [&](std::uint64_t seed) {
    return known_votes_json(made(hall, {.papers = 40, .seed = seed}));
  };
  EXPECT_EQ(json(7), json(7));
  EXPECT_NE(json(7), json(8));
}

TEST(KnownVotes, TooFewToHaveEveryCaseAreRefusedWithBothNumbers) {
  const PaperHall hall = approved({});
  const auto why = [&](DeckPlan plan) {
    const auto known = make_known_votes(hall.congress.state, hall.round(), plan);
    return known ? ""
                 : std::string(known.error().code->name) + " " + known.error().where + " " +
                       known.error().detail;
  };
  EXPECT_EQ(why({.papers = 14}), "known_votes_few papers 14 < 15");
  EXPECT_EQ(why({.papers = 15}), "");
  EXPECT_EQ(why({.papers = 1'001}), "known_votes_few papers 1001 > 1000");
  EXPECT_EQ(why({.ballots = 4}), "known_votes_few ballots 4 < 5");
}

TEST(KnownVotes, OfARealContestAreRefused) {
  PaperHall hall;
  hall.approve();
  EXPECT_TRUE(
      make_known_votes(hall.congress.state, hall.round(), {}).error().is(codes::kNotRehearsal));
  EXPECT_TRUE(rehearsal_round(hall.congress.state, "c", 0).error().is(codes::kNotRehearsal));
}

class KnownFile : public ::testing::Test {
 protected:
  std::string why(const std::string& from, const std::string& to) {
    std::string json =
        R"({"known_votes": 1, "congress": ")" + to_hex(hall.congress.state.congress_id) +
        R"(", "contest": "c", "round": 1, "definition": ")" + to_hex(hall.round().definition.hash) +
        R"(", "papers": [{"number": 1, "struck": [5]}, {"number": 2, "struck": [4], )"
        R"("defects": ["torn"], "conclusion": "valid"}], "electronic": )"
        R"([{"struck": [1, 2]}]})";
    if (!from.empty()) json.replace(json.find(from), from.size(), to);
    const auto read = read_known_votes(json, hall.congress.state, hall.round());
    return read ? "" : std::string(read.error().code->name) + " " + read.error().where;
  }
  PaperHall hall = approved({});
};

TEST_F(KnownFile, MadeByHandIsTaken) {
  EXPECT_EQ(why("", ""), "");
}

TEST_F(KnownFile, OfSomethingElseIsRefused) {
  EXPECT_EQ(why(R"("c")", R"("d")"), "known_votes_other contest");
  EXPECT_EQ(why(R"("round": 1)", R"("round": 2)"), "known_votes_other round");
  const std::string hash = to_hex(hall.round().definition.hash);
  EXPECT_EQ(why(hash, std::string(64, '0')), "known_votes_other definition");
  const std::string congress = to_hex(hall.congress.state.congress_id);
  EXPECT_EQ(why(congress, std::string(64, 'f')), "known_votes_other congress");
}

TEST_F(KnownFile, WithAFaultIsRefusedWithItsPlace) {
  EXPECT_EQ(why("{", ""), "known_votes_bad ");
  EXPECT_EQ(why(R"("known_votes": 1)", R"("known_votes": 2)"), "known_votes_bad known_votes");
  EXPECT_EQ(why(R"("papers")", R"("paper")"), "known_votes_bad paper");
  EXPECT_EQ(why(R"("number": 2)", R"("number": 1)"), "known_votes_bad papers[1].number");
  EXPECT_EQ(why(R"("number": 2)", R"("number": 0)"), "known_votes_bad papers[1].number");
  EXPECT_EQ(why(R"("number": 2)", R"("number": "2")"), "known_votes_bad papers[1].number");
  EXPECT_EQ(why("[5]", "[6]"), "known_votes_bad papers[0].struck[0]");
  EXPECT_EQ(why("[5]", "[5, 5]"), "known_votes_bad papers[0].struck[1]");
  EXPECT_EQ(why("[5]", "[-1]"), "known_votes_bad papers[0].struck[0]");
  EXPECT_EQ(why("[5]", "5"), "known_votes_bad papers[0].struck");
  EXPECT_EQ(why(R"(["torn"])", R"(["worn"])"), "known_votes_bad papers[1].defects[0]");
  EXPECT_EQ(why(R"("defect)", R"("defekt)"), "known_votes_bad papers[1].defekts");
  EXPECT_EQ(why(R"(, "conclusion": "valid")", ""), "known_votes_bad papers[1].conclusion");
  EXPECT_EQ(why(R"("struck": [5])", R"("struck": [5], "conclusion": "valid")"),
            "known_votes_bad papers[0].conclusion");
  EXPECT_EQ(why("[1, 2]", "[]"), "known_votes_bad electronic[0]");  // more votes than seats
}

TEST_F(KnownFile, NeverEndsTheProgramWhateverItHolds) {
  const std::string good = known_votes_json(made(hall));
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 7)));
    (void)read_known_votes(bad, hall.congress.state, hall.round());
    (void)read_known_votes(good.substr(0, i), hall.congress.state, hall.round());
  }
}

}  // namespace
}  // namespace hp::report
