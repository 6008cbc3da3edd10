#include "service/committer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/poll_kit.h"

namespace hp::service {
namespace {

using journal::MemoryFault;
using journal::MemoryStore;

std::uint64_t index_of(const Poll& poll, const congress::Entry& entry) {
  return poll.journal->find(array_of<16>(view(entry.command.command_id()))).value()->index;
}

// A long window, so that what a test sends at once is one commit.
CommitterOptions slowly() {
  CommitterOptions options;
  options.window = std::chrono::milliseconds(60'000);
  return options;
}
CommitterOptions of(std::size_t commands) {
  CommitterOptions options = slowly();
  options.most_commands = commands;
  return options;
}

TEST(Committer, ACommitTakesBallotsByVoterThenOthersAsTheyCame) {
  Poll poll(8);
  poll.begin(nullptr, of(10));
  std::vector<Answered> answers;
  const auto x = poll.enrol("x"), y = poll.enrol("y");
  answers.push_back(poll.send(y));
  for (std::size_t i = 0; i < 8; ++i) answers.push_back(poll.send(poll.ballot(i)));
  answers.push_back(poll.send(x));
  for (Answered& one : answers) ASSERT_TRUE(one.get().has_value());
  std::vector<std::size_t> cards(8);
  for (std::size_t i = 0; i < 8; ++i) cards[i] = i;
  std::ranges::sort(cards, {}, [&](std::size_t i) { return poll.voter(i); });
  EXPECT_FALSE(std::ranges::is_sorted(cards));
  for (std::size_t i = 0; i < 8; ++i) {
    EXPECT_EQ(index_of(poll, poll.ballot(cards[i])), poll.state.size + i);
  }
  EXPECT_EQ(index_of(poll, y), poll.state.size + 8);
  EXPECT_EQ(index_of(poll, x), poll.state.size + 9);
}

TEST(Committer, EachIsCheckedAgainstTheStateThatItsPredecessorsLeave) {
  Poll poll(4);
  poll.begin(nullptr, of(2));
  congress::Entry twice = poll.ballot(1);
  twice.command.set_command_id("another--command");
  twice.payload_hash[0] ^= 1;
  Answered first = poll.send(poll.ballot(1)), second = poll.send(twice);
  EXPECT_TRUE(first.get().has_value());
  EXPECT_FAILS(second.get(), codes::kCardUsed);
  EXPECT_FALSE(poll.in_journal(twice));
}

TEST(Committer, TheSameCommandTwiceInOneCommitIsOneEntryAndOneAnswer) {
  Poll poll(4);
  poll.begin(nullptr, of(2));
  Answered first = poll.send(poll.ballot(1)), second = poll.send(poll.ballot(1));
  const auto a = first.get(), b = second.get();
  ASSERT_GOOD(a);
  ASSERT_GOOD(b);
  EXPECT_EQ(a->SerializeAsString(), b->SerializeAsString());
  EXPECT_EQ(poll.journal->size().value(), poll.state.size + 1);
}

TEST(Committer, AFullStoreRefusesAndTheStateStaysWithWhatIsDurable) {
  Poll poll(4);
  auto store = std::make_shared<MemoryStore>();
  poll.begin(store, of(1));
  store->next(MemoryFault::kFull);
  EXPECT_FAILS(poll.send(poll.ballot(1)).get(), codes::kStoreFull);
  EXPECT_EQ(poll.book->snapshot()->size, poll.state.size);
  ASSERT_GOOD(poll.send(poll.ballot(1)).get());
  ASSERT_GOOD(poll.send(poll.ballot(2)).get());
  EXPECT_EQ(poll.book->snapshot()->contests.at("c").current().board.size(), 2u);
}

TEST(Committer, AnOutcomeThatTheStoreDoesNotKnowIsSettledByAskingIt) {
  Poll poll(4);
  auto store = std::make_shared<MemoryStore>();
  poll.begin(store, of(1));
  store->next(MemoryFault::kUnknownApplied);
  ASSERT_GOOD(poll.send(poll.ballot(1)).get());
  store->next(MemoryFault::kUnknownLost);
  EXPECT_FAILS(poll.send(poll.ballot(2)).get(), codes::kStoreUnsettled);
  EXPECT_FALSE(poll.in_journal(poll.ballot(2)));
  ASSERT_GOOD(poll.send(poll.ballot(2)).get());
  ASSERT_GOOD(poll.send(poll.ballot(1)).get());
  EXPECT_EQ(poll.journal->size().value(), poll.state.size + 2);
}

TEST(Committer, AFencedOrBrokenStoreTakesNothingMoreAndReadersKeepWhatIsDurable) {
  for (const auto& [fault, code] : {std::pair{MemoryFault::kFenced, &codes::kStoreFenced},
                                    std::pair{MemoryFault::kBroken, &codes::kStoreBroken}}) {
    Poll poll(4);
    auto store = std::make_shared<MemoryStore>();
    poll.begin(store, of(1));
    ASSERT_GOOD(poll.send(poll.ballot(1)).get());
    store->next(fault);
    EXPECT_FAILS(poll.send(poll.ballot(2)).get(), *code);
    EXPECT_FAILS(poll.send(poll.ballot(3)).get(), *code);
    EXPECT_EQ(poll.book->snapshot()->contests.at("c").current().board.size(), 1u);
  }
}

TEST(Committer, StoppingAnswersEverythingThatWaits) {
  Poll poll(8);
  poll.begin(nullptr, slowly());
  std::vector<Answered> answers;
  for (std::size_t i = 0; i < 8; ++i) answers.push_back(poll.send(poll.ballot(i)));
  poll.committer->stop();
  for (Answered& one : answers) EXPECT_TRUE(one.get().has_value());
  EXPECT_FAILS(poll.send(poll.enrol("x")).get(), codes::kServiceStopping);
}

}  // namespace
}  // namespace hp::service
