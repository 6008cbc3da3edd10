#include "journal/record_file.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include "crypto/ed25519.h"
#include "journal/codes.h"
#include "journal/tree.h"

namespace hp::journal {
namespace {

const Hash kRecorded{7};
crypto::LogKey seeded_key(std::uint8_t seed) {
  return crypto::LogKey::from_seed(Bytes(32, seed)).value();
}

struct Case {
  RecordFile record;
  std::vector<Witness> witnesses{{"w/1", seeded_key(2).public_key()}};

  Result<Witnessed> check(const RecordFile& read) const {
    return check_record(read, kRecorded, seeded_key(1).public_key(), witnesses);
  }
};

Case made(std::vector<Bytes> entries) {
  Case out;
  Tree tree;
  for (const Bytes& entry : entries) tree.add(leaf_hash(entry));
  const auto note = sign_checkpoint(kRecorded, tree.head(), seeded_key(1));
  out.record = {std::move(entries), note + cosign(note, "w/1", seeded_key(2), UnixMs{5000})};
  return out;
}
Case some() {
  return made({Bytes(1, 'a'), Bytes(40, 0), Bytes{0, 0, 0, 0}});
}

TEST(RecordFile, WhatWasWrittenIsRead) {
  for (const Case& one : {some(), made({})}) {
    const auto back = read_record(write_record(one.record));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->entries, one.record.entries);
    EXPECT_EQ(back->checkpoint, one.record.checkpoint);
    EXPECT_EQ(one.check(*back)->count(), 1U);
  }
}

TEST(RecordFile, BeginsWithItsLineAndLengths) {
  const Bytes file = write_record(made({Bytes{'x'}}).record);
  EXPECT_TRUE(chars(file).starts_with(
      std::string_view("homphieu-record v1\n\0\0\0\1x\0\0\0\0homphieu/", 37)));
}

TEST(RecordFile, EveryBitChangedIsRefusedOrReadsAsWhatItSays) {
  const Case one = some();
  const Bytes file = write_record(one.record);
  for (std::size_t i = 0; i < file.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      Bytes changed = file;
      changed[i] = static_cast<std::uint8_t>(changed[i] ^ (1 << bit));
      const auto read = read_record(changed);
      if (!read.has_value()) continue;
      ASSERT_EQ(write_record(*read), changed) << i;
      ASSERT_FALSE(one.check(*read).has_value()) << i << " " << bit;
    }
  }
}

TEST(RecordFile, CutAnywhereItIsRefused) {
  const Case one = some();
  const Bytes file = write_record(one.record);
  const std::size_t log_only =
      file.size() - cosign(one.record.checkpoint, "w/1", seeded_key(2), UnixMs{5000}).size();
  for (std::size_t size = 0; size < file.size(); ++size) {
    const auto read = read_record(ByteView(file).first(size));
    // Without the cosignature it is a record too, and says so.
    EXPECT_EQ(read.has_value(), size == log_only) << size;
    if (read.has_value()) {
      EXPECT_EQ(one.check(*read)->count(), 0U);
    }
  }
}

TEST(RecordFile, WithAnythingAfterItsEndIsRefused) {
  const Bytes file = write_record(some().record);
  for (const std::string_view more : {"\n", " ", "\r\n", "x", "— w/1 AAAA\n"}) {
    Bytes longer = file;
    append(longer, view(more));
    EXPECT_FALSE(read_record(longer).has_value()) << more;
  }
  Bytes longer = file;
  longer.push_back(0);
  EXPECT_FALSE(read_record(longer).has_value());
}

TEST(RecordFile, BytesPutInAnywhereAreRefusedOrReadAsWhatTheySay) {
  const Case one = some();
  const Bytes file = write_record(one.record);
  std::mt19937 random(3);
  for (std::size_t i = 0; i <= file.size(); ++i) {
    for (const int byte : {0, 0x0a, 0x20, 0x3d, static_cast<int>(random() % 256)}) {
      Bytes changed = file;
      changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(i),
                     static_cast<std::uint8_t>(byte));
      const auto read = read_record(changed);
      if (!read.has_value()) continue;
      ASSERT_EQ(write_record(*read), changed) << i;
      ASSERT_FALSE(one.check(*read).has_value()) << i;
    }
  }
}

TEST(RecordFile, SaysWhereItIsWrong) {
  Bytes file = write_record(some().record);
  file[kRecordLine.size()] = 0xff;
  EXPECT_EQ(read_record(file).error().where, "entries[0]");
  EXPECT_TRUE(read_record(view("homphieu-record v2\n")).error().is(codes::kRecordFileForm));
  EXPECT_EQ(read_record(view("homphieu-record v1\r\n")).error().where, "line");
  RecordFile no_note = some().record;
  no_note.checkpoint.clear();
  EXPECT_EQ(read_record(write_record(no_note)).error().where, "checkpoint");
}

TEST(RecordFile, WhoseEntriesAreNotThoseOfTheCheckpointIsRefused) {
  const Case one = some();
  RecordFile changed = one.record;
  std::swap(changed.entries[0], changed.entries[1]);
  EXPECT_TRUE(one.check(changed).error().is(codes::kRecordHeadDiffers));
  changed = one.record;
  changed.entries.pop_back();
  EXPECT_TRUE(one.check(changed).error().is(codes::kRecordHeadDiffers));
}

TEST(RecordFile, AnEmptyEntryCanNotBeWritten) {
  EXPECT_THROW(write_record({{Bytes{}}, "note"}), std::invalid_argument);
}

}  // namespace
}  // namespace hp::journal
