// What every journal keeps (journal.h), over each implementation.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

#include "journal/codes.h"
#include "journal/memory_journal.h"
#include "journal/sqlite_journal.h"
#include "journal/testing/scratch.h"

namespace hp::journal {
namespace {

using testing::numbered;
using testing::Scratch;

// A place where a journal is kept; every `open` is another program that opens it.
struct Place {
  const char* name;
  std::function<std::function<std::unique_ptr<Journal>()>()> make;
};

class JournalContract : public ::testing::TestWithParam<Place> {
 protected:
  void SetUp() override {
    open_ = GetParam().make();
    reopen();
    epoch_ = journal_->take_lead().value();
  }
  void reopen() {
    journal_.reset();
    journal_ = open_();
    ASSERT_NE(journal_, nullptr);
  }
  // Records number `first` … `first + count − 1`, meant for the same places.
  static Batch batch(std::uint64_t first, std::uint64_t count) {
    Batch out{first, {}, "checkpoint " + std::to_string(first + count)};
    for (std::uint64_t i = 0; i < count; ++i) out.records.push_back(numbered(first + i));
    return out;
  }
  void expect_numbered(std::uint64_t size) {
    EXPECT_EQ(journal_->size().value(), size);
    const auto entries = journal_->read(0, 10'000).value();
    ASSERT_EQ(entries.size(), size);
    for (std::uint64_t i = 0; i < size; ++i) {
      EXPECT_EQ(entries[i], numbered(i).envelope);
      EXPECT_EQ(journal_->find(numbered(i).id).value(), (Found{i, numbered(i).payload_hash}));
    }
    EXPECT_TRUE(journal_->check().has_value());
  }

  std::function<std::unique_ptr<Journal>()> open_;
  std::unique_ptr<Journal> journal_;
  Epoch epoch_ = 0;
};

TEST_P(JournalContract, ANewOneIsEmpty) {
  EXPECT_EQ(journal_->size().value(), 0U);
  EXPECT_TRUE(journal_->read(0, 10).value().empty());
  EXPECT_EQ(journal_->checkpoint().value(), "");
  EXPECT_EQ(journal_->find(numbered(0).id).value(), std::nullopt);
  EXPECT_TRUE(journal_->kept("proposals").value().empty());
  EXPECT_TRUE(journal_->check().has_value());
}

TEST_P(JournalContract, WhatIsDurableIsThereWhenItIsOpenedAgain) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 3)), Appended::kDurable);
  ASSERT_EQ(journal_->append(epoch_, batch(3, 1)), Appended::kDurable);
  reopen();
  expect_numbered(4);
  EXPECT_EQ(journal_->checkpoint().value(), "checkpoint 4");
}

TEST_P(JournalContract, ReadsWhatThereIsFromAPlaceOn) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 10)), Appended::kDurable);
  EXPECT_EQ(journal_->read(7, 2).value(),
            (std::vector<Bytes>{numbered(7).envelope, numbered(8).envelope}));
  EXPECT_EQ(journal_->read(9, 5).value(), (std::vector<Bytes>{numbered(9).envelope}));
  EXPECT_TRUE(journal_->read(10, 5).value().empty());
  EXPECT_TRUE(journal_->read(~std::uint64_t{0}, 5).value().empty());
  EXPECT_TRUE(journal_->read(0, 0).value().empty());
}

TEST_P(JournalContract, KeepsEveryByteOfAnEnvelopeAlsoNone) {
  Batch odd = batch(0, 3);
  odd.records[0].envelope = {};
  odd.records[1].envelope = Bytes(3'000'000, 0);
  odd.records[2].envelope = {0, 255, 0, '\'', '\n'};
  odd.checkpoint = std::string("\u0111\0\n", 4);
  ASSERT_EQ(journal_->append(epoch_, odd), Appended::kDurable);
  reopen();
  const auto entries = journal_->read(0, 3).value();
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(entries[i], odd.records[i].envelope);
  EXPECT_EQ(journal_->checkpoint().value(), odd.checkpoint);
}

TEST_P(JournalContract, ACommandIdStandsInItOnce) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 2)), Appended::kDurable);
  Batch again = batch(2, 1);
  again.records[0].id = numbered(1).id;
  EXPECT_EQ(journal_->append(epoch_, again), Appended::kDuplicate);
  Batch twice = batch(2, 2);
  twice.records[1].id = twice.records[0].id;
  EXPECT_EQ(journal_->append(epoch_, twice), Appended::kDuplicate);
  expect_numbered(2);
}

TEST_P(JournalContract, TheSameBatchAgainIsADuplicateAndFoundWhereItWas) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 2)), Appended::kDurable);
  EXPECT_EQ(journal_->append(epoch_, batch(0, 2)), Appended::kDuplicate);
  expect_numbered(2);
}

TEST_P(JournalContract, ABatchForAnotherPlaceIsAConflict) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 2)), Appended::kDurable);
  Batch before = batch(2, 1);
  before.first = 1;
  Batch after = batch(2, 1);
  after.first = 3;
  EXPECT_EQ(journal_->append(epoch_, before), Appended::kConflict);
  EXPECT_EQ(journal_->append(epoch_, after), Appended::kConflict);
  expect_numbered(2);
  EXPECT_EQ(journal_->checkpoint().value(), "checkpoint 2");
}

TEST_P(JournalContract, ABatchIsThereAsAWholeOrNotAtAll) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 1)), Appended::kDurable);
  Batch bad = batch(1, 50);
  bad.records.back().id = numbered(0).id;
  EXPECT_EQ(journal_->append(epoch_, bad), Appended::kDuplicate);
  expect_numbered(1);
  EXPECT_EQ(journal_->find(numbered(1).id).value(), std::nullopt);
  EXPECT_EQ(journal_->checkpoint().value(), "checkpoint 1");
}

TEST_P(JournalContract, ABatchWithoutRecordsReplacesTheCheckpoint) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 1)), Appended::kDurable);
  ASSERT_EQ(journal_->append(epoch_, {1, {}, "signed anew"}), Appended::kDurable);
  reopen();
  expect_numbered(1);
  EXPECT_EQ(journal_->checkpoint().value(), "signed anew");
}

TEST_P(JournalContract, NothingOfAnEarlierEpochAppearsAfterANewOneBegan) {
  ASSERT_EQ(journal_->append(epoch_, batch(0, 1)), Appended::kDurable);
  const auto other = open_();
  const Epoch later = other->take_lead().value();
  EXPECT_GT(later, epoch_);
  EXPECT_EQ(journal_->append(epoch_, batch(1, 1)), Appended::kFenced);
  EXPECT_EQ(journal_->append(epoch_, batch(7, 1)), Appended::kFenced);
  EXPECT_EQ(journal_->append(epoch_, {1, {}, "mine"}), Appended::kFenced);
  EXPECT_EQ(other->append(later, batch(1, 1)), Appended::kDurable);
  EXPECT_EQ(journal_->append(epoch_, batch(2, 1)), Appended::kFenced);
  expect_numbered(2);
  EXPECT_EQ(journal_->checkpoint().value(), "checkpoint 2");
}

TEST_P(JournalContract, AnEpochThatNeverBeganIsFenced) {
  EXPECT_EQ(journal_->append(0, batch(0, 1)), Appended::kFenced);
  EXPECT_EQ(journal_->append(epoch_ + 1, batch(0, 1)), Appended::kFenced);
  expect_numbered(0);
}

TEST_P(JournalContract, EpochsGrowOverOpenings) {
  reopen();
  const Epoch second = journal_->take_lead().value();
  EXPECT_GT(second, epoch_);
  reopen();
  EXPECT_GT(journal_->take_lead().value(), second);
}

TEST_P(JournalContract, WritersThatRaceLeaveOneOrderWithoutGaps) {
  constexpr int kWriters = 4;
  constexpr std::uint64_t kEach = 25;
  std::atomic<std::uint64_t> durable = 0;
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w) {
    writers.emplace_back([&, w] {
      for (std::uint64_t i = 0; i < kEach; ++i) {
        const Record mine = numbered(static_cast<std::uint64_t>(w) * kEach + i);
        for (;;) {  // ends: every conflict is another writer's success
          const auto outcome = journal_->append(epoch_, {journal_->size().value(), {mine}, "c"});
          if (outcome == Appended::kDurable) ++durable;
          if (outcome != Appended::kConflict) break;
        }
      }
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(durable, kWriters * kEach);
  EXPECT_EQ(journal_->size().value(), kWriters * kEach);
  const auto entries = journal_->read(0, 1000).value();
  for (std::uint64_t n = 0; n < kWriters * kEach; ++n) {
    const auto found = journal_->find(numbered(n).id).value();
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(entries[found->index], numbered(n).envelope);
  }
  EXPECT_TRUE(journal_->check().has_value());
}

TEST_P(JournalContract, ShelvesKeepReplaceAndDrop) {
  ASSERT_TRUE(journal_->keep("proposals", "b", Bytes{1}).has_value());
  ASSERT_TRUE(journal_->keep("proposals", "a", Bytes{2}).has_value());
  ASSERT_TRUE(journal_->keep("proposals", "b", Bytes{3, 0}).has_value());
  ASSERT_TRUE(journal_->keep("minutes", "a", Bytes{}).has_value());
  ASSERT_TRUE(journal_->drop("proposals", "none").has_value());
  reopen();
  using Things = std::vector<std::pair<std::string, Bytes>>;
  EXPECT_EQ(journal_->kept("proposals").value(), (Things{{"a", {2}}, {"b", {3, 0}}}));
  EXPECT_EQ(journal_->kept("minutes").value(), (Things{{"a", {}}}));
  ASSERT_TRUE(journal_->drop("proposals", "a").has_value());
  reopen();
  EXPECT_EQ(journal_->kept("proposals").value(), (Things{{"b", {3, 0}}}));
  EXPECT_EQ(journal_->size().value(), 0U);
}

std::function<std::unique_ptr<Journal>()> in_memory() {
  return [store = std::make_shared<MemoryStore>()]() -> std::unique_ptr<Journal> {
    return std::make_unique<MemoryJournal>(store);
  };
}

std::function<std::unique_ptr<Journal>()> in_sqlite() {
  return [folder = std::make_shared<Scratch>()]() -> std::unique_ptr<Journal> {
    auto opened = open_sqlite_journal(folder->path() / "journal.db");
    return opened.has_value() ? std::move(*opened) : nullptr;
  };
}

INSTANTIATE_TEST_SUITE_P(All, JournalContract,
                         ::testing::Values(Place{"Memory", in_memory}, Place{"Sqlite", in_sqlite}),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace hp::journal
