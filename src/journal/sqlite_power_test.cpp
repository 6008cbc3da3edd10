// A cut of power, a full disk and a sync that fails: nothing that was called durable is lost, and
// nothing that was called lost comes back.
#include <gtest/gtest.h>

#include "journal/codes.h"
#include "journal/sqlite_journal.h"
#include "journal/testing/faulty_disk.h"
#include "journal/testing/scratch.h"

namespace hp::journal {
namespace {

using testing::FaultyDisk;
using testing::numbered;
using testing::Scratch;
using Unsynced = FaultyDisk::Unsynced;

std::string size_note(std::uint64_t size) {
  return "size " + std::to_string(size);
}

Batch batch_of(std::uint64_t first, std::uint64_t count, std::size_t bytes = 500) {
  Batch out{first, {}, size_note(first + count)};
  for (std::uint64_t i = first; i < first + count; ++i) out.records.push_back(numbered(i, bytes));
  return out;
}

struct PowerHall {
  Scratch folder;
  std::filesystem::path path = folder.path() / "journal.db";
  FaultyDisk disk{"faulty"};
  std::mt19937 random;
  std::unique_ptr<Journal> journal;
  Epoch epoch = 0;

  explicit PowerHall(unsigned seed) : random(seed) {}
  bool open() {
    auto opened = open_sqlite_journal(path, {.vfs = "faulty"});
    if (!opened.has_value()) return false;
    journal = std::move(*opened);
    const auto lead = journal->take_lead();
    epoch = lead.value_or(0);
    return lead.has_value();
  }
  void cut_and_open(Unsynced unsynced) {
    disk.cut_after(0);
    journal.reset();
    disk.power_up(random, unsynced);
    ASSERT_TRUE(open());
  }
};

// What there is now is whole, and the entries 0 … size − 1.
std::uint64_t whole_size(Journal& journal) {
  const std::uint64_t size = journal.size().value();
  EXPECT_TRUE(journal.check().has_value());
  EXPECT_EQ(journal.checkpoint().value(), size == 0 ? "" : size_note(size));
  const auto entries = journal.read(0, 1 << 20).value();
  EXPECT_EQ(entries.size(), size);
  for (std::uint64_t n = 0; n < entries.size(); ++n) {
    EXPECT_EQ(entries[n], numbered(n, entries[n].size()).envelope);
  }
  return size;
}

// Appends until the disk says no: the size that was last called durable.
std::uint64_t append_until_cut(PowerHall& hall, std::uint64_t size) {
  for (int i = 0; i < 10'000; ++i) {
    const std::uint64_t count = 1 + hall.random() % 5;
    if (hall.journal->append(hall.epoch, batch_of(size, count, 100 + hall.random() % 5000)) !=
        Appended::kDurable) {
      return size;
    }
    size += count;
  }
  ADD_FAILURE() << "the power was not cut";
  return size;
}

TEST(SqlitePower, ACutLosesNothingThatWasDurable) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    PowerHall hall(seed);
    std::uint64_t durable = 0;
    for (int cut = 0; cut < 3; ++cut) {  // also while it is made, opened or recovered
      hall.disk.cut_after(hall.random() % (cut == 0 ? 400 : 120));
      if (hall.open()) durable = append_until_cut(hall, durable);
      EXPECT_TRUE(hall.disk.is_cut());
      hall.journal.reset();
      const auto unsynced = std::array{Unsynced::kDrawn, Unsynced::kKept, Unsynced::kLost};
      hall.disk.power_up(hall.random, unsynced[hall.random() % 3]);
      const auto journal = open_sqlite_journal(hall.path, {.vfs = "faulty"});
      ASSERT_TRUE(journal.has_value()) << seed;
      const std::uint64_t size = whole_size(**journal);
      ASSERT_GE(size, durable) << seed;
      ASSERT_LE(size, durable + 5) << seed;
      durable = size;
    }
  }
}

TEST(SqlitePower, ABatchThatFindCallsLostStaysLost) {
  for (const Unsynced unsynced : {Unsynced::kKept, Unsynced::kLost, Unsynced::kDrawn}) {
    PowerHall hall(1);
    ASSERT_TRUE(hall.open());
    ASSERT_EQ(hall.journal->append(hall.epoch, batch_of(0, 2)), Appended::kDurable);
    hall.disk.fail_syncs(1);
    ASSERT_EQ(hall.journal->append(hall.epoch, batch_of(2, 2)), Appended::kUnknown);
    ASSERT_EQ(hall.journal->find(numbered(2).id).value(), std::nullopt);
    hall.cut_and_open(unsynced);
    EXPECT_EQ(whole_size(*hall.journal), 2U);
    EXPECT_EQ(hall.journal->append(hall.epoch, batch_of(2, 2)), Appended::kDurable);
  }
}

TEST(SqlitePower, WhatCanNotBeSettledIsNotAnswered) {
  PowerHall hall(1);
  ASSERT_TRUE(hall.open());
  ASSERT_EQ(hall.journal->append(hall.epoch, batch_of(0, 2)), Appended::kDurable);
  hall.disk.fail_syncs(4);
  EXPECT_EQ(hall.journal->append(hall.epoch, batch_of(2, 1)), Appended::kUnknown);
  EXPECT_FALSE(hall.journal->find(numbered(2).id).has_value());
  EXPECT_EQ(hall.journal->append(hall.epoch, batch_of(2, 1)), Appended::kUnknown);
  EXPECT_EQ(hall.journal->find(numbered(2).id).value(), std::nullopt) << "the disk works again";
  EXPECT_EQ(hall.journal->append(hall.epoch, batch_of(2, 1)), Appended::kDurable);
}

TEST(SqlitePower, AnUnknownBatchIsThereAfterACutAsAWholeOrNotAtAll) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    PowerHall hall(seed);
    ASSERT_TRUE(hall.open());
    ASSERT_EQ(hall.journal->append(hall.epoch, batch_of(0, 2)), Appended::kDurable);
    hall.disk.fail_syncs(100);
    ASSERT_EQ(hall.journal->append(hall.epoch, batch_of(2, 5)), Appended::kUnknown);
    hall.cut_and_open(Unsynced::kDrawn);
    const std::uint64_t size = whole_size(*hall.journal);
    EXPECT_TRUE(size == 2 || size == 7) << size;
  }
}

TEST(SqlitePower, AFullDiskTakesNoPartOfABatchAndGoesOnWhenThereIsRoom) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    PowerHall hall(seed);
    ASSERT_TRUE(hall.open());
    hall.disk.leave_room(20'000 + hall.random() % 50'000);
    std::uint64_t size = 0;
    Appended outcome = Appended::kDurable;
    for (int i = 0; i < 1000 && outcome == Appended::kDurable; ++i) {
      outcome = hall.journal->append(hall.epoch, batch_of(size, 3, 3000));
      if (outcome == Appended::kDurable) size += 3;
    }
    EXPECT_TRUE(outcome == Appended::kFull || outcome == Appended::kUnknown) << name_of(outcome);
    hall.disk.leave_room(std::nullopt);
    EXPECT_EQ(whole_size(*hall.journal), size);
    EXPECT_EQ(hall.journal->append(hall.epoch, batch_of(size, 1)), Appended::kDurable);
    hall.cut_and_open(Unsynced::kLost);
    EXPECT_EQ(whole_size(*hall.journal), size + 1);
  }
}

}  // namespace
}  // namespace hp::journal
