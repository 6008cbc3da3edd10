// Commands: safe to send again, refused without a trace.
#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/testing/entries.h"
#include "journal/codes.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/hall_kit.h"

namespace hp::service {
namespace {

using congress::import_command;

class Submit : public ::testing::Test {
 protected:
  TestHall hall;
  Meeting meeting{hall};
};

TEST_F(Submit, TheSameEnvelopeAgainGivesTheFirstAnswerAlsoAfterARestart) {
  const v1::Envelope envelope = meeting.seal(meeting.fill(import_command(5)), {"s1"});
  const auto first = meeting.submit(envelope);
  ASSERT_GOOD(first);
  const auto again = meeting.submit(envelope);
  ASSERT_GOOD(again);
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  hall.restart();
  const auto later = meeting.submit(envelope);
  ASSERT_GOOD(later);
  EXPECT_EQ(later->index(), first->index());
  EXPECT_TRUE(proves(meeting, *later, envelope));
  EXPECT_EQ(meeting.overview().head().size(), 2u);
}

TEST_F(Submit, ARepeatedCommandsProofIsOfTheNewerTree) {
  const v1::Envelope envelope = meeting.seal(meeting.fill(import_command(5)), {"s1"});
  ASSERT_GOOD(meeting.submit(envelope));
  v1::Command next = import_command(6);
  next.set_command_id("another--command");
  const v1::Overview now = meeting.overview();
  *next.mutable_seen() = now.head();
  ASSERT_GOOD(meeting.submit(meeting.seal(meeting.fill(next), {"s1"})));
  const auto again = meeting.submit(envelope);
  ASSERT_GOOD(again);
  EXPECT_EQ(again->index(), 1u);
  EXPECT_TRUE(proves(meeting, *again, envelope));
  EXPECT_NE(again->checkpoint().find("\n3\n"), std::string::npos);
}

TEST_F(Submit, TheSamePayloadSignedAnewGivesTheFirstAnswer) {
  const v1::Command command = meeting.fill(import_command(5));
  ASSERT_GOOD(meeting.submit(meeting.seal(command, {"s1"})));
  const v1::Envelope anew = meeting.seal(command, {"s1"});
  const auto again = meeting.submit(anew);
  ASSERT_GOOD(again);
  EXPECT_EQ(again->index(), 1u);
  v1::Envelope forged = anew;
  (*forged.mutable_signatures(0)->mutable_signature())[5] ^= 1;
  EXPECT_FAILS(meeting.submit(forged), codes::kSignatureWrong);
}

TEST_F(Submit, AUsedIdWithOtherContentIsRefused) {
  v1::Command command = meeting.fill(import_command(5));
  ASSERT_GOOD(meeting.submit(meeting.seal(command, {"s1"})));
  command.mutable_import_roll()->mutable_people(0)->set_name("Người khác");
  EXPECT_FAILS(meeting.submit(meeting.seal(command, {"s1"})), codes::kCommandIdUsed);
  EXPECT_EQ(meeting.overview().head().size(), 2u);
}

TEST_F(Submit, ARefusedCommandLeavesNoTraceAndItsIdIsFree) {
  v1::Command command = meeting.fill(import_command(5));
  const v1::Envelope wrong = meeting.seal(command, {"s1", "s2"});
  EXPECT_FAILS(meeting.submit(wrong), codes::kSignersNotAllowed);
  EXPECT_EQ(meeting.overview().head().size(), 1u);
  ASSERT_GOOD(meeting.submit(meeting.seal(command, {"s1"})));
}

TEST_F(Submit, ACommandSignedTooFarFromNowIsRefused) {
  v1::Command command = import_command(5);
  command.set_signed_at(hall.clock.ms - 600'001);
  EXPECT_FAILS(meeting.send(command, {"s1"}), codes::kSignedAtFar);
  command.set_signed_at(hall.clock.ms + 600'001);
  EXPECT_FAILS(meeting.send(command, {"s1"}), codes::kSignedAtFar);
  command.set_signed_at(hall.clock.ms - 600'000);
  ASSERT_GOOD(meeting.send(command, {"s1"}));
}

TEST_F(Submit, AnAcceptedCommandIsSafeToSendAgainHoweverLate) {
  const v1::Envelope envelope = meeting.seal(meeting.fill(import_command(5)), {"s1"});
  ASSERT_GOOD(meeting.submit(envelope));
  hall.clock.ms += 86'400'000;
  ASSERT_GOOD(meeting.submit(envelope));
}

TEST_F(Submit, AStaleCommandIsRefused) {
  const v1::Envelope old = meeting.seal(meeting.fill(import_command(5)), {"s1"});
  ASSERT_GOOD(meeting.send(import_command(6), {"s1"}));
  EXPECT_FAILS(meeting.submit(old), codes::kSeenStale);
}

TEST_F(Submit, FindsAnAcceptedCommandByItsId) {
  const v1::Receipt receipt = meeting.must(import_command(5), {"s1"});
  auto request = about<v1::FindCommandRequest>(meeting);
  request.set_command_id(receipt.command_id());
  const auto found = hall.call<v1::Receipt>("FindCommand", request);
  ASSERT_GOOD(found);
  EXPECT_EQ(found->SerializeAsString(), receipt.SerializeAsString());
  request.set_command_id("no such command.");
  EXPECT_FAILS(hall.call<v1::Receipt>("FindCommand", request), codes::kCommandNotFound);
  request.set_command_id("short");
  EXPECT_FAILS(hall.call<v1::Receipt>("FindCommand", request), codes::kRequestField);
  request.set_congress_id(std::string(32, 'x'));
  EXPECT_FAILS(hall.call<v1::Receipt>("FindCommand", request), codes::kCongressUnknown);
}

TEST_F(Submit, AStoppingServerTakesNothingMore) {
  hall.hall->stop();
  const v1::Envelope envelope = meeting.seal(meeting.fill(import_command(5)), {"s1"});
  EXPECT_FAILS(meeting.submit(envelope), codes::kServiceStopping);
  EXPECT_EQ(meeting.overview().head().size(), 1u);
}

}  // namespace
}  // namespace hp::service
