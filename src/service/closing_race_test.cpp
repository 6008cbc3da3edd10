// Ballots against the closing of their round, many times over: none acknowledged and missing,
// none counted after.
#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "congress/contest_codes.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/poll_kit.h"

namespace hp::service {
namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kRaces = 2000;  // a sanitizer takes its time
#else
constexpr std::size_t kRaces = 10'000;
#endif
constexpr std::size_t kCards = 16, kBefore = 8, kRacing = kCards - kBefore;

struct Race {
  std::vector<congress::Entry> ballots;
  std::vector<Result<v1::Receipt>> answers{kRacing, fail(codes::kServiceBusy)};
  Result<v1::Receipt> closed = fail(codes::kServiceBusy);
};

// Two threads send ballots while a third closes; `turn` moves the closing about among them.
Race run(Poll& poll, std::size_t turn) {
  Race race;
  for (std::size_t i = 0; i < kRacing; ++i) race.ballots.push_back(poll.ballot(kBefore + i));
  congress::Entry close = poll.close();
  std::latch start(3);
  const auto vote = [&](std::size_t first) {
    start.arrive_and_wait();
    std::vector<std::pair<std::size_t, Answered>> mine;
    for (std::size_t i = first; i < kRacing; i += 2) {
      mine.emplace_back(i, poll.send(race.ballots[i]));
    }
    for (auto& [i, answer] : mine) race.answers[i] = answer.get();
  };
  std::jthread one([&] { vote(0); });
  std::jthread two([&] { vote(1); });
  std::jthread three([&] {
    start.arrive_and_wait();
    for (std::size_t i = 0; i < turn % 8; ++i) std::this_thread::yield();
    race.closed = poll.send(std::move(close)).get();
  });
  one.join();
  two.join();
  three.join();
  return race;
}

void expect_consistent(const Poll& poll, const Race& race, std::size_t& taken) {
  const auto state = poll.book->snapshot();
  const congress::Round& round = state->contests.at("c").current();
  ASSERT_GOOD(race.closed);
  ASSERT_EQ(round.phase, congress::Phase::kClosed);
  std::size_t acknowledged = 0;
  for (std::size_t i = 0; i < kRacing; ++i) {
    const auto& answer = race.answers[i];
    const bool on_board = round.voted.contains(race.ballots[i].ballot->voter());
    ASSERT_EQ(answer.has_value(), on_board);
    ASSERT_EQ(answer.has_value(), poll.in_journal(race.ballots[i]));
    if (answer.has_value()) {
      ++acknowledged;
      ASSERT_LT(answer->index(), race.closed->index());
    } else {
      ASSERT_EQ(answer.error().code->name, codes::kContestPhase.name);
    }
  }
  ASSERT_EQ(round.board.size(), kBefore + acknowledged);
  ASSERT_EQ(round.closing->cards.collected, kBefore + acknowledged);
  ASSERT_EQ(state->size, poll.journal->size().value());
  taken += acknowledged;
}

TEST(ClosingRace, NoBallotIsAcknowledgedAndMissingAndNoneIsCountedAfter) {
  Poll ground(kCards);
  for (std::size_t i = 0; i < kBefore; ++i) ground.cast(i);
  std::size_t taken = 0;
  for (std::size_t turn = 0; turn < kRaces; ++turn) {
    Poll poll = Poll::like(ground);
    CommitterOptions options;
    options.window = std::chrono::milliseconds(0);
    if (turn % 2 == 0) options.most_commands = 1 + turn % 5;
    poll.begin(nullptr, options);
    const Race race = run(poll, turn);
    expect_consistent(poll, race, taken);
    if (HasFatalFailure()) return;
  }
  // The closing came in between often enough for the race to be one.
  EXPECT_GT(taken, kRaces / 20);
  EXPECT_LT(taken, kRaces * kRacing);
}

TEST(ClosingRace, HoldsWhereTheStoreForgetsToAnswer) {
  Poll ground(kCards);
  for (std::size_t i = 0; i < kBefore; ++i) ground.cast(i);
  for (std::size_t turn = 0; turn < 500; ++turn) {
    Poll poll = Poll::like(ground);
    CommitterOptions options;
    options.window = std::chrono::milliseconds(0);
    options.most_commands = 1 + turn % 3;
    auto store = std::make_shared<journal::MemoryStore>();
    poll.begin(store, options);
    const auto faults = turn % 7;
    for (std::size_t i = 0; i < faults; ++i) {
      store->next(i % 2 == 0 ? journal::MemoryFault::kUnknownApplied
                             : journal::MemoryFault::kUnknownLost);
    }
    Race race = run(poll, turn);
    // Whoever did not hear sends the same again, the closing last. Every fault comes once.
    const auto unheard = [](const Result<v1::Receipt>& answer) {
      return !answer && answer.error().is(codes::kStoreUnsettled);
    };
    for (std::size_t i = 0; i < kRacing; ++i) {
      while (unheard(race.answers[i])) race.answers[i] = poll.send(race.ballots[i]).get();
    }
    while (unheard(race.closed)) race.closed = poll.send(poll.close()).get();
    std::size_t taken = 0;
    expect_consistent(poll, race, taken);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace hp::service
