// Both ways in one contest: opened on both, and moved to paper.
#include "congress/ceremony_state.h"
#include "congress/paper_kit.h"
#include "congress/sums.h"
#include "congress/tally.h"

namespace hp::congress {
namespace {

const v1::SheetContent kOnPaper = PaperHall::struck({5});

// Ten people with a card each, t1 … t3 as trustees of a ceremony that is ready. Casting and
// decrypting are set in the state: their crypto has its own tests.
class BothWays : public ::testing::Test {
 protected:
  void SetUp() override {
    State& state = hall.congress.state;
    Ceremony ceremony;
    ceremony.number = 1;
    ceremony.n = 3;
    ceremony.k = 2;
    for (const char* one : {"t1", "t2", "t3"}) ceremony.trustees.emplace_back().person = one;
    ceremony.phase = CeremonyPhase::kReady;
    ceremony.keys.emplace();
    ceremony.keys->key.assign(65, 4);
    ceremony.keys->hash.fill(9);
    state.ceremonies.all.push_back(ceremony);
    for (int i = 1; i <= 10; ++i) state.cards.keys[key_id_of(card(i))] = card(i);
    hall.approve();
  }

  static KeyPoint card(int i) {
    KeyPoint out{};
    out[0] = 4;
    out[64] = static_cast<std::uint8_t>(i);
    return out;
  }
  v1::Command opening(v1::Way way, std::uint32_t papers, int cards) {
    v1::Command command = hall.opening(way, papers);
    command.mutable_open_contest()->set_ceremony_hash(std::string(32, 9));
    for (int i = cards + 1; i <= 10; ++i) {
      command.mutable_open_contest()->add_void_keys(to_string(card(i)));
    }
    return command;
  }
  Result<void> open(v1::Way way, std::uint32_t papers, int cards) {
    return hall.congress.send(opening(way, papers, cards), {"c1", "p1"});
  }
  void cast(int count) {
    for (int i = 1; i <= count; ++i) {
      hall.round().voted[card(i)] = hall.round().board.size();
      hall.round().board.push_back({card(i), Hash{}, 0});
    }
    hall.round().sums = std::make_shared<const Sums>();
  }
  Result<void> move(bool stand, std::uint32_t papers) {
    v1::Command command;
    auto& body = *command.mutable_move_to_paper();
    body.set_contest("c");
    body.set_round(1);
    body.set_ballots_stand(stand);
    body.set_papers_to_issue(papers);
    return hall.congress.send(command, {"c1", "p1"});
  }
  Result<void> accept(const std::string& trustee) {
    const Head closing = *closing_head(hall.congress.state, hall.round());
    v1::Command command;
    auto& body = *command.mutable_accept_closing();
    body.set_contest("c");
    body.set_round(1);
    body.mutable_closing()->set_size(closing.size);
    body.mutable_closing()->set_root(to_string(closing.root));
    return hall.congress.send(command, {trustee});
  }
  // As the k-th DecryptTally leaves the round.
  void decrypt(const std::vector<std::uint32_t>& columns) {
    hall.round().tally = columns;
    EXPECT_TRUE(settle(hall.round()));
  }
  v1::Outcome outcome() { return compute_outcome(hall.congress.state, "c").value(); }

  using Votes = std::vector<std::uint32_t>;
  PaperHall hall;
};

TEST_F(BothWays, CardsAndPapersTogetherAreNotMoreThanPeople) {
  EXPECT_REFUSED(open(v1::WAY_BOTH, 5, 6), codes::kTooManyCards, "void_keys");
  EXPECT_REFUSED(open(v1::WAY_BOTH, 4, 6), codes::kPapersToIssue, "papers_to_issue");
  EXPECT_REFUSED(open(v1::WAY_BOTH, 0, 6), codes::kPapersToIssue, "papers_to_issue");
  EXPECT_REFUSED(open(v1::WAY_ELECTRONIC, 5, 5), codes::kPapersToIssue, "papers_to_issue");
  EXPECT_TAKEN(open(v1::WAY_BOTH, 5, 5));
  EXPECT_EQ(progress(hall.congress.state).front().issued, 5u);
  EXPECT_EQ(progress(hall.congress.state).front().papers, 5u);
}

TEST_F(BothWays, TrusteesWaitForThePapersAndThenFixThem) {
  EXPECT_TAKEN(open(v1::WAY_BOTH, 5, 5));
  cast(5);
  EXPECT_TAKEN(hall.close());
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  EXPECT_REFUSED(accept("t1"), codes::kPapersNotCounted, "contest");
  EXPECT_TAKEN(hall.record(hall.figures(6, 5, 1, 0, 5)));
  EXPECT_REFUSED(accept("t1"), codes::kPapersNotCounted, "contest");
  hall.count_batch(1, {kOnPaper, kOnPaper, kOnPaper, PaperHall::struck({}), kOnPaper});
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  EXPECT_TAKEN(hall.check_sample("41625", 5));
  EXPECT_TAKEN(accept("t1"));
  EXPECT_REFUSED(hall.check_sample("52736", 5), codes::kPapersFixed, "contest");
  EXPECT_REFUSED(hall.reopen_batch(1, 5), codes::kPapersFixed, "contest");
  EXPECT_REFUSED(hall.open_batch(2, 1), codes::kPapersFixed, "contest");
  EXPECT_REFUSED(hall.correct(hall.figures(7, 5, 2, 0, 5)), codes::kPapersFixed, "figures.contest");
}

TEST_F(BothWays, ThePartsStandSideBySideAndAreAdded) {
  EXPECT_TAKEN(open(v1::WAY_BOTH, 5, 5));
  cast(5);
  EXPECT_TAKEN(hall.close());
  EXPECT_TAKEN(hall.record(hall.figures(6, 5, 1, 0, 5)));
  hall.count_batch(1, {kOnPaper, kOnPaper, kOnPaper, PaperHall::struck({}), kOnPaper});
  EXPECT_TAKEN(accept("t1"));
  decrypt({4, 3, 3, 3, 1, 1});
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  const v1::Outcome out = outcome();
  const auto list = [](const auto& all) { return Votes(all.begin(), all.end()); };
  EXPECT_EQ(list(out.electronic().votes()), (Votes{4, 3, 3, 3, 1}));
  EXPECT_EQ(list(out.paper().votes()), (Votes{4, 4, 4, 4, 0}));
  EXPECT_EQ(list(out.total().votes()), (Votes{8, 7, 7, 7, 1}));
  EXPECT_EQ(out.electronic().prepared(), 10u);
  EXPECT_EQ(out.electronic().unused(), 5u);
  EXPECT_EQ(out.total().prepared(), 16u);
  EXPECT_EQ(out.total().spoiled(), 1u);
  EXPECT_EQ(out.total().collected(), 10u);
  EXPECT_EQ(out.total().valid(), 8u);
  EXPECT_EQ(out.total().invalid(), 2u);
  EXPECT_EQ(out.percent(0), "80.00");
  EXPECT_EQ(list(out.elected()), (Votes{1, 2, 3, 4}));
  EXPECT_EQ(out.accounting_problems_size(), 0);
}

TEST_F(BothWays, AMoveToPaperLetsTheBallotsStandAndTheOthersGetPapers) {
  EXPECT_TAKEN(open(v1::WAY_ELECTRONIC, 0, 10));
  cast(6);
  EXPECT_REFUSED(move(true, 5), codes::kTooManyCards, "papers_to_issue");
  EXPECT_TAKEN(move(true, 4));
  EXPECT_TAKEN(hall.close());
  EXPECT_TAKEN(hall.record(hall.figures(4, 4, 0, 0, 4)));
  hall.count_batch(1, std::vector<v1::SheetContent>(4, kOnPaper));
  EXPECT_TAKEN(accept("t1"));
  decrypt({6, 6, 6, 6, 0, 0});
  const v1::Outcome out = outcome();
  EXPECT_EQ(out.electronic().issued(), 6u);
  EXPECT_EQ(out.electronic().unused(), 4u);
  EXPECT_EQ(out.electronic().annulled(), 0u);
  EXPECT_EQ(out.total().votes(0), 10u);
}

TEST_F(BothWays, AnnulledBallotsStayOnTheBoardAndCountNowhere) {
  EXPECT_TAKEN(open(v1::WAY_ELECTRONIC, 0, 10));
  cast(3);
  EXPECT_REFUSED(move(false, 11), codes::kTooManyCards, "papers_to_issue");
  EXPECT_REFUSED(move(false, 0), codes::kPapersToIssue, "papers_to_issue");
  EXPECT_TAKEN(move(false, 10));
  EXPECT_EQ(hall.round().board.size(), 3u);
  EXPECT_EQ(hall.round().sums, nullptr);
  EXPECT_EQ(hall.round().opening->void_keys.size(), 10u);
  EXPECT_TAKEN(hall.close());
  EXPECT_TAKEN(hall.record(hall.figures(10, 10, 0, 0, 10)));
  hall.count_batch(1, std::vector<v1::SheetContent>(10, kOnPaper));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);  // nothing is decrypted
  EXPECT_REFUSED(accept("t1"), codes::kContestPhase, "contest");
  const v1::Outcome out = outcome();
  EXPECT_EQ(out.electronic().annulled(), 3u);
  EXPECT_EQ(out.electronic().collected(), 0u);
  EXPECT_EQ(out.electronic().valid(), 0u);
  EXPECT_EQ(out.total().annulled(), 3u);
  EXPECT_EQ(out.total().valid(), 10u);
  EXPECT_TAKEN(hall.reopen_batch(1, 10));  // counted on paper alone
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
}

TEST_F(BothWays, AMoveKeepsThePapersThatWereOpenedWith) {
  EXPECT_TAKEN(open(v1::WAY_BOTH, 5, 5));
  cast(5);
  EXPECT_REFUSED(move(true, 4), codes::kPapersToIssue, "papers_to_issue");
  EXPECT_REFUSED(move(true, 6), codes::kTooManyCards, "papers_to_issue");
  EXPECT_TAKEN(move(true, 5));
  EXPECT_EQ(papers_to_issue(hall.round()), 5u);
}

TEST_F(BothWays, TooFewElectronicBallotsDoNotCloseBesidePapersEither) {
  EXPECT_TAKEN(open(v1::WAY_BOTH, 5, 5));
  cast(4);
  EXPECT_REFUSED(hall.close(), codes::kTooFewBallots, "contest");
}

TEST_F(BothWays, WithoutElectronicBallotsThePapersAloneCount) {
  EXPECT_TAKEN(open(v1::WAY_BOTH, 5, 5));
  EXPECT_TAKEN(hall.close());
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  EXPECT_REFUSED(accept("t1"), codes::kContestPhase, "contest");
  EXPECT_TAKEN(hall.record(hall.figures(5, 5, 0, 0, 5)));
  hall.count_batch(1, std::vector<v1::SheetContent>(5, kOnPaper));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  EXPECT_EQ(outcome().electronic().collected(), 0u);
}

TEST_F(BothWays, WithoutPapersNoneAreKeyed) {
  EXPECT_TAKEN(open(v1::WAY_ELECTRONIC, 0, 10));
  cast(6);
  EXPECT_TAKEN(hall.close());
  EXPECT_REFUSED(hall.record(hall.figures(5, 5, 0, 0, 5)), codes::kNoPaper, "contest");
  EXPECT_REFUSED(hall.open_batch(1, 5), codes::kNoPaper, "contest");
}

}  // namespace
}  // namespace hp::congress
