// Keying stations: batches handed out, held, given away; who sees what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "congress/paper_codes.h"
#include "service/batches_in_hand.h"
#include "service/codes.h"
#include "service/keying_codes.h"
#include "service/testing/expect.h"
#include "service/testing/paper_kit.h"

namespace hp::service {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class KeyingCalls : public ::testing::Test {
 protected:
  std::uint64_t readable(const std::string& person) {
    auto request = about<v1::GetEntriesRequest>(paper.election.meeting);
    request.set_count(1);
    return hall.call<v1::GetEntriesResponse>("GetEntries", request, paper.token(person))
        ->readable();
  }
  std::uint64_t size() { return paper.election.meeting.overview().head().size(); }

  TestHall hall;
  PaperElection paper{hall};
};

TEST_F(KeyingCalls, TwoPeopleGetTheTwoCountsOfABatchAndAThirdGetsNothing) {
  paper.close();
  const auto first = paper.take("c2");
  const auto second = paper.take("h1");
  ASSERT_GOOD(first);
  ASSERT_GOOD(second);
  EXPECT_EQ(first->batch(), 1u);
  EXPECT_EQ(first->count(), 1u);
  EXPECT_TRUE(first->struck());
  EXPECT_EQ(second->batch(), 1u);
  EXPECT_EQ(second->count(), 2u);
  EXPECT_FALSE(second->struck());
  EXPECT_EQ(first->sheets_size(), 8);
  EXPECT_FAILS(paper.take("c3"), codes::kNothingToKey);
  // Asking again is the same batch.
  EXPECT_EQ(paper.take("c2")->count(), 1u);
}

TEST_F(KeyingCalls, WhoKeyedABatchNeverGetsItsOtherCount) {
  paper.close();
  ASSERT_GOOD(paper.take("c2"));
  paper.key_all("c2", 1);
  EXPECT_FAILS(paper.take("c2"), codes::kNothingToKey);
  EXPECT_FAILS(paper.key("c2", 2, 1, {5}), codes::kKeyedOtherCount);
  ASSERT_GOOD(paper.take("c3"));
}

TEST_F(KeyingCalls, OnlyTheCommitteeAndItsHelpersKey) {
  paper.close();
  EXPECT_FAILS(paper.take("r1"), codes::kNotKeying);
  EXPECT_FAILS(paper.take("p1"), codes::kNotKeying);
  EXPECT_FAILS(paper.call<v1::BatchInHand>("TakeBatch", v1::TakeBatchRequest(), ""),
               codes::kLoginNeeded);
  // Helpers conclude nothing, so they settle nothing.
  EXPECT_FAILS(paper.take("h1", true), codes::kNotKeying);
}

TEST_F(KeyingCalls, BeforeClosingThereIsNothingToKey) {
  EXPECT_FALSE(paper.take("c2").has_value());
}

TEST_F(KeyingCalls, ASilentStationsBatchGoesToSomebodyElseWithWhatIsLeft) {
  paper.close();
  const auto first = paper.take("c2");
  ASSERT_GOOD(first);
  for (std::uint32_t sheet = 1; sheet <= 3; ++sheet) ASSERT_GOOD(paper.key("c2", 1, sheet, {5}));
  ASSERT_GOOD(paper.take("h1"));
  hall.clock.ms += kSilent;
  const auto other = paper.take("c3");
  ASSERT_GOOD(other);
  EXPECT_EQ(other->count(), 1u);
  EXPECT_THAT(other->sheets(), ElementsAre(4, 5, 6, 7, 8));
  // The first comes back: what it sent is kept, and it sends nothing more of that batch.
  EXPECT_FAILS(paper.hold("c2", *first), codes::kBatchGivenAway);
  EXPECT_FAILS(paper.key("c2", 1, 4, {5}), codes::kBatchGivenAway);
  ASSERT_GOOD(paper.key("c3", 1, 4, {5}));
}

TEST_F(KeyingCalls, AStationThatIsBackInTimeGoesOn) {
  paper.close();
  const auto first = paper.take("c2");
  ASSERT_GOOD(first);
  hall.clock.ms += kSilent - 1;
  ASSERT_GOOD(paper.hold("c2", *first));  // heard
  hall.clock.ms += kSilent - 1;
  ASSERT_GOOD(paper.key("c2", 1, 1, {5}));  // heard too
  hall.clock.ms += kSilent - 1;
  const auto still = paper.hold("c2", *first);
  ASSERT_GOOD(still);
  EXPECT_EQ(still->sheets_size(), 7);
  // Too late, but nobody else has it: it goes on.
  hall.clock.ms += 2 * kSilent;
  ASSERT_GOOD(paper.hold("c2", *first));
}

TEST_F(KeyingCalls, ABatchThatIsGivenBackIsFreeAtOnce) {
  paper.close();
  const auto first = paper.take("c2");
  ASSERT_GOOD(paper.take("h1"));
  EXPECT_FAILS(paper.take("c3"), codes::kNothingToKey);
  v1::GiveBackBatchRequest request;
  request.set_batch(1);
  request.set_opening(1);
  request.set_count(first->count());
  // Nobody gives back another's.
  ASSERT_GOOD(paper.call<v1::GiveBackBatchResponse>("GiveBackBatch", request, paper.token("c3")));
  EXPECT_FAILS(paper.take("c3"), codes::kNothingToKey);
  ASSERT_GOOD(paper.call<v1::GiveBackBatchResponse>("GiveBackBatch", request, paper.token("c2")));
  EXPECT_EQ(paper.take("c3")->count(), 1u);
}

TEST_F(KeyingCalls, ADifferenceGoesToAThirdPersonWhoKeyedItInNoCount) {
  paper.close();
  paper.key_all("c2", 1);
  for (std::uint32_t sheet = 1; sheet <= kPapers; ++sheet) {
    ASSERT_GOOD(paper.key("c3", 2, sheet, {sheet == 4 ? 3u : 5u}));
  }
  const auto view = paper.count("c2");
  ASSERT_GOOD(view);
  ASSERT_EQ(view->batches_size(), 1);
  EXPECT_EQ(view->batches(0).agreed(), 7u);
  EXPECT_THAT(view->batches(0).differing(), ElementsAre(4));
  EXPECT_EQ(view->batches(0).problem().code(), codes::kBatchDiffering.name);
  EXPECT_FAILS(paper.take("c2", true), codes::kNothingToKey);
  const auto third = paper.take("c1", true);
  ASSERT_GOOD(third);
  EXPECT_EQ(third->count(), 0u);
  EXPECT_THAT(third->sheets(), ElementsAre(4));
  EXPECT_FAILS(paper.close_batch("c1"), codes::kBatchDiffering);
  paper.settle("c1", 4, {5});
  EXPECT_FAILS(paper.take("c1", true), codes::kNothingToKey);
  ASSERT_GOOD(paper.close_batch("c1"));
  const auto done = paper.count("c1");
  ASSERT_GOOD(done);
  EXPECT_TRUE(done->batches(0).closed());
  EXPECT_THAT(done->problems(), IsEmpty());
  EXPECT_EQ(paper.election.round().phase, congress::Phase::kCounted);
}

TEST_F(KeyingCalls, TheViewSaysWhoKeyedHowMuchAndNothingOfWhat) {
  paper.close();
  paper.key_all("c2", 1);
  ASSERT_GOOD(paper.key("h1", 2, 1, {1}));
  const auto view = paper.count("h1");
  ASSERT_GOOD(view);
  const v1::BatchView& batch = view->batches(0);
  EXPECT_THAT(batch.keyed(), ElementsAre(8, 1));
  ASSERT_EQ(batch.keyers_size(), 2);
  EXPECT_EQ(batch.keyers(0).person(), "c2");
  EXPECT_EQ(batch.keyers(0).sheets(), 8u);
  EXPECT_EQ(batch.keyers(1).person(), "h1");
  EXPECT_EQ(view->collected(), 8u);
  EXPECT_EQ(view->in_batches(), 8u);
  EXPECT_FAILS(paper.count("r1"), codes::kReadNotAllowed);
  ASSERT_GOOD(paper.count("p1"));
}

TEST_F(KeyingCalls, WhoKeysReadsNoReadingBeforeTheCountIsComplete) {
  paper.close();
  const std::uint64_t before = size();
  paper.key_all("c2", 1);
  // The presidium and observers key nothing; a keyer's program sees the record up to here.
  EXPECT_EQ(readable("p1"), size());
  EXPECT_EQ(readable("o1"), size());
  for (const char* one : {"c1", "c2", "c3", "h1"}) EXPECT_EQ(readable(one), before) << one;
  for (std::uint32_t sheet = 1; sheet <= kPapers; ++sheet) {
    ASSERT_GOOD(paper.key("c3", 2, sheet, {5}));
  }
  EXPECT_EQ(readable("c2"), before);
  ASSERT_GOOD(paper.close_batch("c1"));
  for (const char* one : {"c1", "c2", "c3"}) EXPECT_EQ(readable(one), size()) << one;
  // Others than the round's own wait for the announcement.
  EXPECT_EQ(readable("s1"), before);
}

TEST_F(KeyingCalls, APaperSentAgainIsCountedOnce) {
  paper.close();
  v1::Command command;
  auto& body = *command.mutable_key_sheets();
  body.set_contest("c");
  body.set_round(1);
  body.set_batch(1);
  body.set_opening(1);
  body.set_count(1);
  body.add_sheets()->set_sheet(1);
  body.mutable_sheets(0)->mutable_content()->add_struck(5);
  auto& meeting = paper.election.meeting;
  const v1::Envelope envelope = meeting.seal(meeting.fill(std::move(command)), {"c2"});
  const auto first = meeting.submit(envelope);
  const auto again = meeting.submit(envelope);
  ASSERT_GOOD(again);
  EXPECT_EQ(again->index(), first->index());
  EXPECT_FAILS(paper.key("c2", 1, 1, {5}), codes::kSheetKeyed);
  EXPECT_THAT(paper.count("c2")->batches(0).keyed(), ElementsAre(1, 0));
}

TEST_F(KeyingCalls, KeyersDoNotMakeEachOthersPapersStale) {
  paper.close();
  auto& meeting = paper.election.meeting;
  const auto papers_of = [&](std::uint32_t count, const std::string& person) {
    v1::Command command;
    auto& body = *command.mutable_key_sheets();
    body.set_contest("c");
    body.set_round(1);
    body.set_batch(1);
    body.set_opening(1);
    body.set_count(count);
    body.add_sheets()->set_sheet(1);
    body.mutable_sheets(0)->mutable_content()->add_struck(5);
    return meeting.seal(meeting.fill(std::move(command)), {person});
  };
  const v1::Envelope one = papers_of(1, "c2"), other = papers_of(2, "c3");
  ASSERT_GOOD(meeting.submit(one));
  ASSERT_GOOD(meeting.submit(other));
}

}  // namespace
}  // namespace hp::service
