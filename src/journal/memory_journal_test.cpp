#include "journal/memory_journal.h"

#include <gtest/gtest.h>

#include "journal/codes.h"
#include "journal/testing/scratch.h"

namespace hp::journal {
namespace {

using testing::numbered;

struct MemoryHall {
  std::shared_ptr<MemoryStore> store;
  MemoryJournal journal;
  Epoch epoch;
  explicit MemoryHall(MemoryFaults faults = {})
      : store(std::make_shared<MemoryStore>(faults)),
        journal(store),
        epoch(journal.take_lead().value()) {}
  Appended add(std::uint64_t n) { return journal.append(epoch, {n, {numbered(n)}, "c"}); }
};

TEST(MemoryJournal, AnUnknownBatchIsThereOrNotAndFindSettlesIt) {
  MemoryHall hall;
  hall.store->next(MemoryFault::kUnknownApplied);
  EXPECT_EQ(hall.add(0), Appended::kUnknown);
  EXPECT_TRUE(hall.journal.find(numbered(0).id).value().has_value());
  hall.store->next(MemoryFault::kUnknownLost);
  EXPECT_EQ(hall.add(1), Appended::kUnknown);
  EXPECT_FALSE(hall.journal.find(numbered(1).id).value().has_value());
  EXPECT_EQ(hall.add(1), Appended::kDurable);
}

TEST(MemoryJournal, AFullOneTakesTheBatchLater) {
  MemoryHall hall;
  hall.store->next(MemoryFault::kFull);
  EXPECT_EQ(hall.add(0), Appended::kFull);
  EXPECT_EQ(hall.journal.size().value(), 0U);
  EXPECT_EQ(hall.add(0), Appended::kDurable);
}

TEST(MemoryJournal, AFencedWriterStaysFenced) {
  MemoryHall hall;
  hall.store->next(MemoryFault::kFenced);
  EXPECT_EQ(hall.add(0), Appended::kFenced);
  EXPECT_EQ(hall.add(0), Appended::kFenced);
  hall.epoch = hall.journal.take_lead().value();
  EXPECT_EQ(hall.add(0), Appended::kDurable);
}

TEST(MemoryJournal, ABrokenOneStaysBroken) {
  MemoryHall hall;
  hall.store->next(MemoryFault::kBroken);
  EXPECT_EQ(hall.add(0), Appended::kBroken);
  EXPECT_EQ(hall.add(0), Appended::kBroken);
  EXPECT_TRUE(hall.journal.size().error().is(codes::kJournalBroken));
}

// Runs 1,000 appends as a careful writer does.
std::vector<Appended> run(std::uint64_t seed) {
  MemoryHall hall(
      {.seed = seed, .unknown_per_mille = 100, .full_per_mille = 50, .fenced_per_mille = 20});
  std::vector<Appended> out;
  std::uint64_t size = 0;
  for (int i = 0; i < 1000; ++i) {
    out.push_back(hall.add(size));
    if (out.back() == Appended::kFenced) hall.epoch = hall.journal.take_lead().value();
    const auto found = hall.journal.find(numbered(size).id).value();
    EXPECT_TRUE(out.back() != Appended::kDurable || found.has_value());
    EXPECT_TRUE((out.back() != Appended::kFull && out.back() != Appended::kFenced) || !found);
    if (found.has_value()) ++size;
    EXPECT_EQ(hall.journal.size().value(), size);
  }
  return out;
}

TEST(MemoryJournal, FaultsFollowFromTheSeed) {
  const auto first = run(5);
  EXPECT_EQ(first, run(5));
  EXPECT_NE(first, run(6));
  for (const Appended kind : {Appended::kUnknown, Appended::kFull, Appended::kFenced}) {
    EXPECT_GT(std::ranges::count(first, kind), 5) << name_of(kind);
  }
}

}  // namespace
}  // namespace hp::journal
