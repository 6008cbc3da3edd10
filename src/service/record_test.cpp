// The tree's proofs, the entries, witnesses, and what a start finds wrong.
#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/frontier.h"
#include "congress/testing/entries.h"
#include "crypto/ed25519.h"
#include "journal/canonical.h"
#include "journal/checkpoint.h"
#include "journal/codes.h"
#include "journal/cosignature.h"
#include "journal/tree.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/hall_kit.h"

namespace hp::service {
namespace {

class RecordCalls : public ::testing::Test {
 protected:
  void SetUp() override { meeting.enrol_all(); }

  journal::TreeHead head() {
    const auto note = hall.call<v1::GetCheckpointResponse>(
        "GetCheckpoint", about<v1::GetCheckpointRequest>(meeting));
    return journal::open_checkpoint(note->checkpoint(), array_of<32>(view(meeting.id())),
                                    view(meeting.state().founding.log_key()))
        .value();
  }
  Result<v1::GetEntriesResponse> entries(std::uint64_t from, std::uint32_t count,
                                         const std::string& token = "") {
    auto request = about<v1::GetEntriesRequest>(meeting);
    request.set_from(from);
    request.set_count(count);
    return hall.call<v1::GetEntriesResponse>("GetEntries", request, token);
  }

  TestHall hall;
  Meeting meeting{hall};
};

TEST_F(RecordCalls, TheCheckpointIsTheLogsOverWhatIsThere) {
  EXPECT_EQ(head().size, meeting.state().size);
  EXPECT_EQ(head().root, meeting.state().roots.back());
}

TEST_F(RecordCalls, EveryHeadIsProvedToBeABeginningOfTheNext) {
  const auto& roots = meeting.state().roots;
  for (std::uint64_t to = 1; to < roots.size(); ++to) {
    for (std::uint64_t from = 0; from <= to; ++from) {
      auto request = about<v1::GetConsistencyRequest>(meeting);
      request.set_from_size(from);
      request.set_to_size(to);
      const auto proof = hall.call<v1::GetConsistencyResponse>("GetConsistency", request);
      ASSERT_GOOD(proof);
      std::vector<Hash> hashes;
      for (const auto& one : proof->proof()) hashes.push_back(array_of<32>(view(one)));
      EXPECT_TRUE(journal::check_consistency({from, roots[from]}, {to, roots[to]}, hashes));
    }
  }
  auto request = about<v1::GetConsistencyRequest>(meeting);
  request.set_to_size(roots.size());
  EXPECT_FAILS(hall.call<v1::GetConsistencyResponse>("GetConsistency", request), codes::kTreeRange);
  request.set_from_size(3);
  request.set_to_size(2);
  EXPECT_FAILS(hall.call<v1::GetConsistencyResponse>("GetConsistency", request), codes::kTreeRange);
}

TEST_F(RecordCalls, LeafHashesAreThoseOfTheEntries) {
  auto request = about<v1::GetLeafHashesRequest>(meeting);
  request.set_from(1);
  request.set_count(3);
  const auto hashes = hall.call<v1::GetLeafHashesResponse>("GetLeafHashes", request);
  ASSERT_GOOD(hashes);
  const auto some = entries(1, 3, meeting.log_in("s1"));
  ASSERT_GOOD(some);
  ASSERT_EQ(hashes->hashes_size(), 3);
  ASSERT_EQ(some->entries_size(), 3);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(hashes->hashes(i), to_string(journal::leaf_hash(view(some->entries(i)))));
  }
}

TEST_F(RecordCalls, WithoutALoginTheFoundingAloneIsRead) {
  const auto some = entries(0, 200);
  ASSERT_GOOD(some);
  EXPECT_EQ(some->readable(), 1u);
  ASSERT_EQ(some->entries_size(), 1);
  EXPECT_EQ(entries(1, 200)->entries_size(), 0);
  EXPECT_FAILS(entries(0, 1, "no token"), codes::kSessionOver);
}

TEST_F(RecordCalls, OfficialsAndObserversReadAllWhereNothingIsClosed) {
  for (const char* one : {"s1", "r1", "p1", "c1", "t1", "h1", "o1"}) {
    const auto some = entries(0, 200, meeting.log_in(one));
    ASSERT_GOOD(some);
    EXPECT_EQ(some->readable(), meeting.state().size);
    EXPECT_EQ(static_cast<std::uint64_t>(some->entries_size()), meeting.state().size);
  }
  EXPECT_EQ(entries(2, 3, meeting.log_in("o1"))->entries_size(), 3);
}

TEST_F(RecordCalls, TheRollIsReadWithEverybodysAttendance) {
  meeting.seat(4);
  congress::v1::AttendanceEntry left;
  left.set_person("d2");
  left.mutable_left();
  meeting.must(congress::attendance_command(left), {"r1"});
  const auto request = about<v1::GetRollRequest>(meeting);
  EXPECT_FAILS(hall.call<v1::GetRollResponse>("GetRoll", request), codes::kLoginNeeded);
  const auto roll = hall.call<v1::GetRollResponse>("GetRoll", request, meeting.log_in("h1"));
  ASSERT_GOOD(roll);
  ASSERT_EQ(roll->rows_size(), 4);
  EXPECT_EQ(roll->rows(0).person().id(), "d1");
  EXPECT_EQ(roll->rows(0).attendance(), "here");
  EXPECT_EQ(roll->rows(1).attendance(), "left");
}

TEST_F(RecordCalls, WatchingSendsTheStateNowAndAfterEveryChange) {
  const auto recorder = std::make_shared<rpc::Recorder<v1::Overview>>();
  ASSERT_GOOD(rpc::stream_local(*hall.registry, "/homphieu.v1.CongressService/WatchProgress",
                                about<v1::WatchProgressRequest>(meeting), recorder));
  ASSERT_EQ(recorder->messages().size(), 1u);
  EXPECT_EQ(recorder->messages()[0].head().size(), meeting.state().size);
  meeting.must(congress::import_command(7), {"r1"});
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (recorder->messages().back().roll_people() != 7 &&
         std::chrono::steady_clock::now() < until) {
    std::this_thread::yield();
  }
  EXPECT_EQ(recorder->messages().back().roll_people(), 7u);
  hall.hall->stop();
  EXPECT_FALSE(recorder->open());
  EXPECT_FAILS(recorder->result(), codes::kServiceStopping);
}

// Appends to the store behind the hall's back.
class Damage : public RecordCalls {
 protected:
  journal::Appended append(const Bytes& envelope, const std::string& checkpoint) {
    journal::MemoryJournal journal(hall.store());
    const auto epoch = journal.take_lead().value();
    journal::Batch batch;
    batch.first = journal.size().value();
    if (!envelope.empty()) {
      batch.records.push_back({array_of<16>(view("behind the back!")), Hash{}, envelope});
    }
    batch.checkpoint = checkpoint.empty() ? journal.checkpoint().value() : checkpoint;
    return journal.append(epoch, batch);
  }
};

TEST_F(Damage, ARecordLongerThanItsCheckpointIsNotOpened) {
  const v1::Envelope envelope = meeting.seal(meeting.fill(congress::import_command(3)), {"r1"});
  hall.close();
  ASSERT_EQ(append(journal::encode_canonical(envelope), ""), journal::Appended::kDurable);
  const auto opened = hall.reopen();
  EXPECT_FAILS(opened, codes::kRecordDiffers);
  EXPECT_NE(opened.error().where.find("entries[" + std::to_string(meeting.state().size) + "]"),
            std::string::npos)
      << opened.error().where;
}

TEST_F(Damage, AnEntryThatTheFoldRefusesIsNamed) {
  hall.close();
  ASSERT_EQ(append(to_bytes(view("no envelope")), ""), journal::Appended::kDurable);
  const auto opened = hall.reopen();
  EXPECT_FAILS(opened, codes::kRecordDiffers);
  EXPECT_NE(opened.error().where.find("entries[" + std::to_string(meeting.state().size) + "]"),
            std::string::npos);
}

TEST_F(Damage, ACheckpointThatIsNotTheLogsStopsTheStart) {
  const auto other = crypto::LogKey::generate(crypto::system_random());
  const Hash id = array_of<32>(view(meeting.id()));
  hall.close();
  ASSERT_EQ(append({}, journal::sign_checkpoint(
                           id, {meeting.state().size, meeting.state().roots.back()}, other)),
            journal::Appended::kDurable);
  EXPECT_FAILS(hall.reopen(), codes::kRecordDiffers);
}

TEST_F(Damage, AnotherServerOverTheSameStoreFencesThisOne) {
  ASSERT_EQ(append({}, ""), journal::Appended::kDurable);
  EXPECT_FAILS(meeting.send(congress::import_command(3), {"r1"}), codes::kStoreFenced);
  EXPECT_EQ(meeting.overview().head().size(), meeting.state().size);
}

// A congress whose founding names a witness.
class Witnesses : public ::testing::Test {
 protected:
  crypto::LogKey key = crypto::LogKey::generate(crypto::system_random());
  TestHall hall;
  Meeting meeting{hall, [this](v1::FoundCongress& body) {
                    auto& witness = *body.add_witnesses();
                    witness.set_name("nhan-chung-1");
                    witness.set_key(to_string(key.public_key()));
                    body.set_witness_quorum(1);
                  }};

  v1::GetCheckpointResponse checkpoint() {
    return hall
        .call<v1::GetCheckpointResponse>("GetCheckpoint", about<v1::GetCheckpointRequest>(meeting))
        .value();
  }
  Result<v1::CosignResponse> cosign(const std::string& note, const std::string& line) {
    auto request = about<v1::CosignRequest>(meeting);
    request.set_checkpoint(note);
    request.set_cosignature(line);
    return hall.call<v1::CosignResponse>("Cosign", request);
  }
};

TEST_F(Witnesses, TheirCosignatureStandsBesideTheCheckpointAlsoAfterARestart) {
  const std::string note = checkpoint().checkpoint();
  const std::string line = journal::cosign(note, "nhan-chung-1", key, hall.clock.now());
  ASSERT_GOOD(cosign(note, line));
  ASSERT_EQ(checkpoint().cosignatures_size(), 1);
  EXPECT_EQ(checkpoint().cosignatures(0), line);
  hall.restart();
  EXPECT_EQ(checkpoint().cosignatures_size(), 1);
  meeting.must(congress::import_command(3), {"s1"});
  EXPECT_EQ(checkpoint().cosignatures_size(), 0);
}

TEST_F(Witnesses, OthersAreNone) {
  const std::string note = checkpoint().checkpoint();
  const auto other = crypto::LogKey::generate(crypto::system_random());
  EXPECT_FAILS(cosign(note, journal::cosign(note, "nhan-chung-1", other, hall.clock.now())),
               codes::kWitnessUnknown);
  EXPECT_FAILS(cosign(note, journal::cosign(note, "ai-do", key, hall.clock.now())),
               codes::kWitnessUnknown);
}

TEST_F(Witnesses, ACheckpointThatIsNotOfThisRecordIsReportedAloud) {
  // Signed by the log all the same: what a server that shows two records would do.
  const Hash id = array_of<32>(view(meeting.id()));
  const auto log = hall.log_key(id);
  const std::string note = journal::sign_checkpoint(id, {1, Hash{9}}, log);
  EXPECT_FAILS(cosign(note, journal::cosign(note, "nhan-chung-1", key, hall.clock.now())),
               codes::kRecordDiffers);
  EXPECT_NE(hall.lines().back().find("A WITNESS HOLDS"), std::string::npos);
}

TEST_F(Witnesses, ARecordThatLostWhatAWitnessSawIsNotOpened) {
  meeting.must(congress::import_command(3), {"s1"});
  const std::string note = checkpoint().checkpoint();
  ASSERT_GOOD(cosign(note, journal::cosign(note, "nhan-chung-1", key, hall.clock.now())));
  hall.close();
  hall.cut_to(1);
  const auto opened = hall.reopen();
  EXPECT_FAILS(opened, codes::kRecordDiffers);
  EXPECT_NE(opened.error().where.find("entries[1]"), std::string::npos) << opened.error().where;
}

}  // namespace
}  // namespace hp::service
