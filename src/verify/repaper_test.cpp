// Papers counted again from the entries of a record.
#include <gtest/gtest.h>

#include "congress/paper_kit.h"
#include "verify/codes.h"
#include "verify/retally.h"

namespace hp::verify {
namespace {

using congress::PaperHall;

std::vector<ReadEntry> entries_of(const PaperHall& hall) {
  std::vector<ReadEntry> out;
  for (const Bytes& payload : hall.congress.payloads) {
    ReadEntry one;
    one.envelope.set_payload(to_string(payload));
    v1::Command command;
    EXPECT_TRUE(command.ParseFromString(to_string(payload)));
    one.body = command.body_case();
    out.push_back(std::move(one));
  }
  return out;
}

// Batch 1 is counted anew; a difference, a doubt and an entry taken back are in batch 2.
class Repaper : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto good = PaperHall::struck({5}), other = PaperHall::struck({4});
    hall.to_counting(6);
    hall.count_batch(1, {other, other});
    EXPECT_TAKEN(hall.reopen_batch(1, 3));
    EXPECT_TAKEN(hall.key("c3", 1, 1, {{1, good}, {2, other}}));
    EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, good}, {2, other}, {3, good}}));
    EXPECT_TAKEN(hall.key("c3", 1, 1, {{3, good}}));
    EXPECT_TAKEN(hall.close_batch(1));
    EXPECT_TAKEN(hall.open_batch(2, 3));
    EXPECT_TAKEN(hall.key("c4", 1, 2, {{1, other}}));
    EXPECT_TAKEN(hall.key("c4", 1, 2, {{1, good}}, true));
    EXPECT_TAKEN(hall.key("c4", 1, 2, {{2, good}, {3, PaperHall::unsure(good)}}));
    EXPECT_TAKEN(hall.key("h1", 2, 2, {{1, good}, {2, other}, {3, good}}));
    EXPECT_TAKEN(hall.settle_sheet("c2", 2, 2, good));
    EXPECT_TAKEN(hall.conclude(2, 3, PaperHall::struck({}), false));
    EXPECT_TAKEN(hall.close_batch(2));
    ASSERT_EQ(hall.round().phase, congress::Phase::kCounted);
  }
  // Puts another content into each KeySheets of that batch, sheet by sheet.
  std::vector<ReadEntry> forged(std::uint32_t batch, std::uint32_t sheet) {
    auto entries = entries_of(hall);
    for (ReadEntry& one : entries) {
      v1::Command command;
      command.ParseFromString(one.envelope.payload());
      if (!command.has_key_sheets() || command.key_sheets().batch() != batch) continue;
      for (auto& keyed : *command.mutable_key_sheets()->mutable_sheets()) {
        if (keyed.sheet() == sheet) *keyed.mutable_content() = PaperHall::struck({1});
      }
      one.envelope.set_payload(command.SerializeAsString());
    }
    return entries;
  }
  std::string found(const std::vector<ReadEntry>& entries) {
    const auto error = check_papers(hall.round(), entries);
    return error ? std::string(error->code->name) : "";
  }
  PaperHall hall;
};

TEST_F(Repaper, TheEntriesGiveTheTallyOfTheFold) {
  EXPECT_EQ(found(entries_of(hall)), "");
}

TEST_F(Repaper, AnotherReadingOfOnePaperIsFound) {
  EXPECT_EQ(found(forged(1, 2)), codes::kPapersDiffer.name);
  EXPECT_EQ(found(forged(2, 1)), codes::kPapersDiffer.name);
}

TEST_F(Repaper, AMissingEntryIsFound) {
  auto entries = entries_of(hall);
  while (entries.back().body != v1::Command::kKeySheets) entries.pop_back();
  EXPECT_EQ(found(entries), codes::kPapersDiffer.name);
}

TEST_F(Repaper, ATallyThatTheFoldDidNotCountIsFound) {
  hall.round().paper.batches.pop_back();
  EXPECT_EQ(found(entries_of(hall)), codes::kPapersDiffer.name);
}

}  // namespace
}  // namespace hp::verify
