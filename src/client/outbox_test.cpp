// Keyed papers on their way: on disk before they are sent, sent until it is settled, never twice in
// the record.
#include "client/outbox.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/hex.h"
#include "client/station_codes.h"
#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::client {
namespace {

namespace fs = std::filesystem;
constexpr UnixMs kNow{1'754'000'000'000};

Said server_says(const char* code, Status status = Status::kFailedPrecondition) {
  Said out;
  out.words.code = code;
  out.words.status = status;
  out.by_server = true;
  return out;
}
Said no_answer() {
  Said out;
  out.words.code = "http_lost";
  out.words.status = Status::kUnavailable;
  return out;
}

class Outboxes : public ::testing::Test {
 protected:
  Outboxes() {
    std::array<std::uint8_t, 8> name{};
    random(name);
    folder = fs::temp_directory_path() / ("homphieu-outbox-" + to_hex(name));
    post.submit = [this](ByteView bytes) -> Post::Answer<Accepted> {
      sent.push_back(to_bytes(bytes));
      if (answers.empty()) return Accepted{};
      const auto next = answers.front();
      answers.erase(answers.begin());
      if (next) return std::unexpected(*next);
      return Accepted{};
    };
    post.find = [this](const CommandId&, ByteView bytes) -> Post::Answer<Accepted> {
      ++looked_up;
      if (std::ranges::find(record, to_bytes(bytes)) != record.end()) return Accepted{};
      return std::unexpected(server_says("command_not_found", Status::kNotFound));
    };
    post.sign_anew = [this](v1::Command command) {
      command.set_command_id(to_string(new_command_id(random)));
      command.set_signed_at(kNow.value);
      return seal(command, {&key});
    };
  }
  ~Outboxes() override { fs::remove_all(folder); }

  v1::Envelope paper(std::uint32_t sheet, bool again = false, UnixMs at = kNow) {
    v1::Command command;
    command.set_congress_id(std::string(32, 'c'));
    command.set_command_id(to_string(new_command_id(random)));
    command.set_signed_at(at.value);
    command.mutable_seen()->set_size(1);
    command.mutable_seen()->set_root(std::string(32, 'r'));
    auto& body = *command.mutable_key_sheets();
    body.set_contest("bch");
    body.add_sheets()->set_sheet(sheet);
    body.mutable_sheets(0)->mutable_content()->add_struck(2);
    body.mutable_sheets(0)->set_again(again);
    return seal(command, {&key}).value();
  }
  std::unique_ptr<Outbox> open() { return Outbox::open(folder).value(); }
  std::set<std::string> files() {
    std::set<std::string> out;
    for (const auto& one : fs::directory_iterator(folder)) {
      if (one.path().filename() != "lock") out.insert(one.path().filename().string());
    }
    return out;
  }
  Sent::How send_one(Outbox& outbox, std::uint64_t number) {
    return send(outbox, number, post, kNow).value().value().how;
  }

  crypto::Random random = crypto::system_random();
  crypto::SigningKey key = crypto::SigningKey::generate(random);
  fs::path folder;
  Post post;
  std::vector<Bytes> sent;
  std::vector<std::optional<Said>> answers;  // of submit, one after another; nothing: accepted
  std::vector<Bytes> record;                 // what `find` finds
  int looked_up = 0;
};

TEST_F(Outboxes, APaperIsOnDiskBeforeItIsSentAndGoneWhenTheRecordHasIt) {
  const auto outbox = open();
  const v1::Envelope envelope = paper(1);
  const std::uint64_t number = outbox->put(envelope).value();
  EXPECT_EQ(files(), std::set<std::string>{"00000001.waiting"});
  EXPECT_TRUE(sent.empty());
  EXPECT_EQ(send_one(*outbox, number), Sent::How::kAccepted);
  EXPECT_EQ(sent, std::vector<Bytes>{journal::encode_canonical(envelope)});
  EXPECT_TRUE(files().empty());
  EXPECT_FALSE(send(*outbox, number, post, kNow).value().has_value());
}

TEST_F(Outboxes, FolderAndFilesAreTheOwnersAlone) {
  const auto outbox = open();
  ASSERT_TRUE(outbox->put(paper(1)).has_value());
  EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(folder / "00000001.waiting").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Outboxes, ACrashBetweenWritingAndSendingLosesNothingAndSendsTheSameBytes) {
  const v1::Envelope first = paper(1), second = paper(2);
  {
    const auto outbox = open();
    ASSERT_TRUE(outbox->put(first).has_value());
    ASSERT_TRUE(outbox->put(second).has_value());
  }  // never sent
  const auto outbox = open();
  const auto waiting = outbox->waiting();
  ASSERT_EQ(waiting.size(), 2u);
  EXPECT_EQ(waiting.at(1).envelope, journal::encode_canonical(first));
  EXPECT_EQ(waiting.at(2).command.key_sheets().sheets(0).sheet(), 2u);
  EXPECT_EQ(send_one(*outbox, 1), Sent::How::kAccepted);
  EXPECT_EQ(sent.front(), journal::encode_canonical(first));
}

TEST_F(Outboxes, ACrashWhileWritingLeavesNothingBehind) {
  {
    const auto outbox = open();
    ASSERT_TRUE(outbox->put(paper(1)).has_value());
  }
  std::ofstream(folder / "00000002.waiting.new") << "half of a pap";
  const auto outbox = open();
  EXPECT_EQ(outbox->waiting().size(), 1u);
  EXPECT_EQ(files(), std::set<std::string>{"00000001.waiting"});
  // Its number is not used again.
  EXPECT_EQ(outbox->put(paper(2)).value(), 3u);
}

TEST_F(Outboxes, ACrashAfterSendingSendsOnceMoreTheSameBytes) {
  const v1::Envelope envelope = paper(1);
  {
    const auto outbox = open();
    ASSERT_TRUE(outbox->put(envelope).has_value());
    answers = {no_answer()};  // the server has it, its answer is lost
    EXPECT_EQ(send_one(*outbox, 1), Sent::How::kLater);
  }
  const auto outbox = open();
  EXPECT_EQ(send_one(*outbox, 1), Sent::How::kAccepted);
  ASSERT_EQ(sent.size(), 2u);
  EXPECT_EQ(sent[0], sent[1]);
}

TEST_F(Outboxes, WithoutAnAnswerThatStandsAPaperWaits) {
  const auto outbox = open();
  ASSERT_TRUE(outbox->put(paper(1)).has_value());
  Said unbelieved = server_says("receipt_form", Status::kInvalidArgument);
  unbelieved.by_server = false;
  for (const Said& why :
       {no_answer(), unbelieved, server_says("store_unsettled", Status::kUnavailable),
        server_says("service_busy", Status::kResourceExhausted),
        server_says("http_busy", Status::kResourceExhausted),
        server_says("http_request", Status::kInvalidArgument),
        server_says("store_broken", Status::kDataLoss), server_says("", Status::kNotFound),
        server_says("session_over", Status::kUnauthenticated)}) {
    answers = {why};
    EXPECT_EQ(send_one(*outbox, 1), Sent::How::kLater) << why.words.code;
  }
  EXPECT_EQ(files(), std::set<std::string>{"00000001.waiting"});
}

TEST_F(Outboxes, ARefusedPaperIsSetAsideWithItsReason) {
  {
    const auto outbox = open();
    ASSERT_TRUE(outbox->put(paper(1)).has_value());
    answers = {server_says("batch_given_away", Status::kAborted)};
    const auto refused = send(*outbox, 1, post, kNow).value().value();
    EXPECT_EQ(refused.how, Sent::How::kRefused);
    EXPECT_EQ(refused.why->words.code, "batch_given_away");
    EXPECT_EQ(files(), std::set<std::string>{"00000001.refused.batch_given_away"});
  }
  const auto outbox = open();
  EXPECT_TRUE(outbox->waiting().empty());
  EXPECT_EQ(outbox->put(paper(2)).value(), 2u);
}

TEST_F(Outboxes, OnesOwnPaperThatIsKeyedAlreadyIsDone) {
  const auto outbox = open();
  ASSERT_TRUE(outbox->put(paper(1)).has_value());
  answers = {server_says("sheet_keyed", Status::kAlreadyExists)};
  EXPECT_EQ(send_one(*outbox, 1), Sent::How::kKnown);
  EXPECT_TRUE(files().empty());
  // To take something back is something else: it can't be there already.
  ASSERT_TRUE(outbox->put(paper(1, true)).has_value());
  answers = {server_says("sheet_keyed", Status::kAlreadyExists)};
  EXPECT_EQ(send_one(*outbox, 2), Sent::How::kRefused);
}

TEST_F(Outboxes, APaperTooOldIsSignedAnewOnlyWhereTheRecordDoesNotHaveIt) {
  const UnixMs long_ago{kNow.value - 11 * 60'000};
  const auto outbox = open();
  const v1::Envelope there = paper(1, false, long_ago), not_there = paper(2, false, long_ago);
  ASSERT_TRUE(outbox->put(there).has_value());
  ASSERT_TRUE(outbox->put(not_there).has_value());
  record = {journal::encode_canonical(there)};
  answers = {server_says("signed_at_far"), server_says("signed_at_far")};
  EXPECT_EQ(send_one(*outbox, 1), Sent::How::kAccepted);
  EXPECT_EQ(send_one(*outbox, 2), Sent::How::kSignedAnew);
  EXPECT_EQ(looked_up, 2);
  EXPECT_EQ(files(), std::set<std::string>{"00000002.waiting"});
  const Outgoing anew = outbox->find(2).value();
  EXPECT_EQ(anew.command.signed_at(), kNow.value);
  EXPECT_EQ(
      anew.command.key_sheets().SerializeAsString(),
      journal::decode_command(view(not_there.payload())).value().key_sheets().SerializeAsString());
  EXPECT_EQ(send_one(*outbox, 2), Sent::How::kAccepted);
  EXPECT_EQ(sent.back(), anew.envelope);
}

TEST_F(Outboxes, AClockThatIsWrongIsSaidAndNotSignedAgainstForEver) {
  const auto outbox = open();
  ASSERT_TRUE(outbox->put(paper(1)).has_value());
  const Bytes before = outbox->find(1)->envelope;
  answers = {server_says("signed_at_far")};
  const auto later = send(*outbox, 1, post, UnixMs{kNow.value + 1000}).value().value();
  EXPECT_EQ(later.how, Sent::How::kLater);
  EXPECT_EQ(later.why->words.code, "signed_at_far");
  EXPECT_EQ(outbox->find(1)->envelope, before);
}

TEST_F(Outboxes, WhatCanNotBeLookedUpIsNotSignedAnew) {
  const auto outbox = open();
  ASSERT_TRUE(outbox->put(paper(1, false, UnixMs{1})).has_value());
  post.find = [](const CommandId&, ByteView) -> Post::Answer<Accepted> {
    return std::unexpected(no_answer());
  };
  answers = {server_says("signed_at_far")};
  EXPECT_EQ(send_one(*outbox, 1), Sent::How::kLater);
  EXPECT_EQ(outbox->find(1)->command.signed_at(), 1u);
}

TEST_F(Outboxes, OneProgramAtATime) {
  const auto outbox = open();
  const auto second = Outbox::open(folder);
  ASSERT_FALSE(second.has_value());
  EXPECT_TRUE(second.error().is(codes::kOutboxInUse));
}

TEST_F(Outboxes, ADamagedFileIsNamedAndNotSkipped) {
  open();
  std::ofstream(folder / "00000007.waiting") << "not an envelope";
  const auto damaged = Outbox::open(folder);
  ASSERT_FALSE(damaged.has_value());
  EXPECT_TRUE(damaged.error().is(codes::kOutboxDamaged));
  EXPECT_NE(damaged.error().where.find("00000007.waiting"), std::string::npos);
}

TEST_F(Outboxes, WhereNothingCanBeWrittenNothingIsPromised) {
  const auto outbox = open();
  fs::remove_all(folder);  // the disk is gone
  const auto put = outbox->put(paper(1));
  ASSERT_FALSE(put.has_value());
  EXPECT_TRUE(put.error().is(codes::kOutboxFolder));
  EXPECT_TRUE(outbox->waiting().empty());
}

}  // namespace
}  // namespace hp::client
