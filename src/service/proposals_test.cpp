// Commands that several people sign: docs/design/record.md section 1, "Several signers".
#include "service/proposals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/testing/entries.h"
#include "journal/codes.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/hall_kit.h"

namespace hp::service {
namespace {

using congress::enrol_command;
using congress::retire_command;

class ProposalCalls : public ::testing::Test {
 protected:
  void SetUp() override { meeting.enrol_all(); }

  Result<v1::Proposal> propose(const v1::Envelope& envelope) {
    auto request = about<v1::ProposeRequest>(meeting);
    *request.mutable_envelope() = envelope;
    return hall.call<v1::Proposal>("Propose", request);
  }
  Result<v1::Proposal> propose(const v1::Command& command, const std::string& by) {
    return propose(meeting.seal(meeting.fill(command), {by}));
  }
  Result<v1::Proposal> sign(const v1::Proposal& proposal, const std::string& person) {
    v1::Command command;
    command.ParseFromString(proposal.envelope().payload());
    auto request = about<v1::SignProposalRequest>(meeting);
    request.set_command_id(proposal.command_id());
    *request.mutable_signature() = meeting.seal(command, {person}).signatures(0);
    return hall.call<v1::Proposal>("SignProposal", request);
  }
  Result<v1::WithdrawProposalResponse> withdraw(const v1::Proposal& proposal,
                                                const std::string& person) {
    auto request = about<v1::WithdrawProposalRequest>(meeting);
    request.set_command_id(proposal.command_id());
    return hall.call<v1::WithdrawProposalResponse>("WithdrawProposal", request,
                                                   meeting.log_in(person));
  }
  v1::Proposal listed(const v1::Proposal& proposal) {
    const auto list = hall.call<v1::ListProposalsResponse>(
        "ListProposals", about<v1::ListProposalsRequest>(meeting), meeting.log_in("c1"));
    for (const auto& one : list->proposals()) {
      if (one.command_id() == proposal.command_id()) return one;
    }
    return {};
  }
  static std::vector<std::string> signers(const v1::Proposal& proposal) {
    return {proposal.signed_by().begin(), proposal.signed_by().end()};
  }

  TestHall hall;
  Meeting meeting{hall};
};

TEST_F(ProposalCalls, ACommandIsAcceptedOnceItsPlacesAreFilled) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  EXPECT_EQ(made->state(), v1::PROPOSAL_STATE_WAITING);
  EXPECT_EQ(made->proposer(), "s1");
  EXPECT_EQ(made->missing_code(), "signers_not_allowed");
  EXPECT_EQ(signers(*made), std::vector<std::string>{"s1"});
  const auto done = sign(*made, "p2");
  ASSERT_GOOD(done);
  EXPECT_EQ(done->state(), v1::PROPOSAL_STATE_ACCEPTED);
  EXPECT_TRUE(proves(meeting, done->receipt(), done->envelope()));
  meeting.follow();
  EXPECT_FALSE(congress::has_role(meeting.state(), "h1", v1::ROLE_HELPER));
}

TEST_F(ProposalCalls, WhoIsToBeEnrolledSignsWithoutALogin) {
  v1::Command command = enrol_command("c9", {v1::ROLE_COUNTING});
  command.mutable_enrol_official()->mutable_official()->set_key(
      to_string(meeting.key("c9").point()));
  const auto made = propose(command, "s2");
  ASSERT_GOOD(made);
  const auto second = sign(*made, "c9");
  ASSERT_GOOD(second);
  EXPECT_EQ(second->state(), v1::PROPOSAL_STATE_WAITING);
  EXPECT_THAT(signers(*second), ::testing::UnorderedElementsAre("s2", "c9"));
  const auto done = sign(*made, "p1");
  ASSERT_GOOD(done);
  EXPECT_EQ(done->state(), v1::PROPOSAL_STATE_ACCEPTED);
}

TEST_F(ProposalCalls, ASignatureThatFillsNoPlaceIsRefusedAndLeavesTheProposalAsItWas) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  EXPECT_FAILS(sign(*made, "s2"), codes::kSignersNotAllowed);
  EXPECT_FAILS(sign(*made, "c1"), codes::kSignersNotAllowed);
  EXPECT_FAILS(sign(*made, "stranger"), codes::kKeyUnknown);
  EXPECT_EQ(signers(listed(*made)), std::vector<std::string>{"s1"});
}

TEST_F(ProposalCalls, ASignatureOfOtherBytesIsRefused) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  auto request = about<v1::SignProposalRequest>(meeting);
  request.set_command_id(made->command_id());
  *request.mutable_signature() =
      meeting.seal(meeting.fill(retire_command("c1", {v1::ROLE_COUNTING})), {"p1"}).signatures(0);
  EXPECT_FAILS(hall.call<v1::Proposal>("SignProposal", request), codes::kSignatureWrong);
}

TEST_F(ProposalCalls, SigningTwiceIsOneSignature) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  const auto again = sign(*made, "s1");
  ASSERT_GOOD(again);
  EXPECT_EQ(again->state(), v1::PROPOSAL_STATE_WAITING);
  EXPECT_EQ(again->envelope().signatures_size(), 1);
  ASSERT_GOOD(sign(*made, "p1"));
  const auto after = sign(*made, "p1");
  ASSERT_GOOD(after);
  EXPECT_EQ(after->state(), v1::PROPOSAL_STATE_ACCEPTED);
}

TEST_F(ProposalCalls, AProposalSurvivesARestart) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  hall.restart();
  EXPECT_EQ(listed(*made).state(), v1::PROPOSAL_STATE_WAITING);
  EXPECT_EQ(listed(*made).proposer(), "s1");
  const auto done = sign(*made, "p1");
  ASSERT_GOOD(done);
  EXPECT_EQ(done->state(), v1::PROPOSAL_STATE_ACCEPTED);
  hall.restart();
  EXPECT_EQ(listed(*made).state(), v1::PROPOSAL_STATE_ACCEPTED);
  EXPECT_TRUE(listed(*made).has_receipt());
}

TEST_F(ProposalCalls, OnlyItsProposerWithdrawsAProposal) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  EXPECT_FAILS(withdraw(*made, "s2"), codes::kProposalNotYours);
  ASSERT_GOOD(withdraw(*made, "s1"));
  EXPECT_EQ(listed(*made).state(), v1::PROPOSAL_STATE_WITHDRAWN);
  EXPECT_FAILS(sign(*made, "p1"), codes::kProposalOver);
  hall.restart();
  EXPECT_EQ(listed(*made).state(), v1::PROPOSAL_STATE_WITHDRAWN);
}

TEST_F(ProposalCalls, WhatIsAcceptedCantBeWithdrawn) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  ASSERT_GOOD(sign(*made, "p1"));
  EXPECT_FAILS(withdraw(*made, "s1"), codes::kProposalOver);
}

TEST_F(ProposalCalls, AProposalThatHasBecomeStaleSaysSo) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  v1::Command more = enrol_command("h1", {v1::ROLE_HELPER, v1::ROLE_OBSERVER});
  more.mutable_enrol_official()->mutable_official()->set_key(to_string(meeting.key("h1").point()));
  meeting.must(more, {"s1", "p1", "h1"});
  EXPECT_EQ(listed(*made).state(), v1::PROPOSAL_STATE_STALE);
  EXPECT_EQ(listed(*made).missing_code(), "seen_stale");
  EXPECT_FAILS(sign(*made, "p1"), codes::kSeenStale);
}

TEST_F(ProposalCalls, ATimeIsLookedAtWhenACommandIsProposedAndNotAgain) {
  v1::Command command = retire_command("h1", {v1::ROLE_HELPER});
  command.set_signed_at(hall.clock.ms - 700'000);
  EXPECT_FAILS(propose(command, "s1"), codes::kSignedAtFar);
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  hall.clock.ms += 3 * 3'600'000;
  const auto done = sign(*made, "p1");
  ASSERT_GOOD(done);
  EXPECT_EQ(done->state(), v1::PROPOSAL_STATE_ACCEPTED);
}

TEST_F(ProposalCalls, NobodyProposesTheirOwnEnrolment) {
  v1::Command command = enrol_command("x", {v1::ROLE_PRESIDIUM});
  command.mutable_enrol_official()->mutable_official()->set_key(
      to_string(meeting.key("x").point()));
  EXPECT_FAILS(propose(command, "x"), codes::kSignersNotAllowed);
}

TEST_F(ProposalCalls, WhatNoSignatureCouldBringThroughIsRefusedAtOnce) {
  EXPECT_FAILS(propose(retire_command("nobody", {v1::ROLE_HELPER}), "s1"), codes::kPersonUnknown);
}

TEST_F(ProposalCalls, ACommandThatIsCompleteIsAcceptedAtOnce) {
  const auto made = propose(congress::import_command(5), "r1");
  ASSERT_GOOD(made);
  EXPECT_EQ(made->state(), v1::PROPOSAL_STATE_ACCEPTED);
}

TEST_F(ProposalCalls, ASignersKeyThatDiedIsLeftOut) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  const congress::TestSigner old = meeting.key("s1");
  meeting.new_key("s1");
  v1::Command again = enrol_command("s1", {v1::ROLE_SECRETARIAT});
  again.mutable_enrol_official()->mutable_official()->set_key(to_string(meeting.key("s1").point()));
  meeting.must(again, {"s2", "p1", "s1"});
  EXPECT_EQ(listed(*made).signed_by_size(), 0);
  const auto one = sign(*made, "p1");
  ASSERT_GOOD(one);
  EXPECT_EQ(one->state(), v1::PROPOSAL_STATE_WAITING);
  const auto done = sign(*made, "s2");
  ASSERT_GOOD(done);
  EXPECT_EQ(done->state(), v1::PROPOSAL_STATE_ACCEPTED);
}

TEST_F(ProposalCalls, AreReadByOfficialsAlone) {
  const auto request = about<v1::ListProposalsRequest>(meeting);
  EXPECT_FAILS(hall.call<v1::ListProposalsResponse>("ListProposals", request), codes::kLoginNeeded);
  for (const char* one : {"s1", "r1", "p1", "c1", "t1", "h1", "o1"}) {
    EXPECT_TRUE(hall.call<v1::ListProposalsResponse>("ListProposals", request, meeting.log_in(one))
                    .has_value());
  }
}

TEST_F(ProposalCalls, AFullStoreLeavesTheProposalToBeSignedAgain) {
  const auto made = propose(retire_command("h1", {v1::ROLE_HELPER}), "s1");
  ASSERT_GOOD(made);
  hall.store()->next(journal::MemoryFault::kFull);
  EXPECT_FAILS(sign(*made, "p1"), codes::kStoreFull);
  EXPECT_EQ(listed(*made).state(), v1::PROPOSAL_STATE_WAITING);
  const auto done = sign(*made, "p1");
  ASSERT_GOOD(done);
  EXPECT_EQ(done->state(), v1::PROPOSAL_STATE_ACCEPTED);
}

}  // namespace
}  // namespace hp::service
