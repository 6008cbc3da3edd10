// A whole round through the calls: casting with receipts, the board, who reads what and when.
#include <gtest/gtest.h>

#include <thread>

#include "congress/contest_codes.h"
#include "congress/views.h"
#include "homphieu/v1/outcome.pb.h"
#include "journal/canonical.h"
#include "service/codes.h"
#include "service/testing/election_kit.h"
#include "service/testing/expect.h"

namespace hp::service {
namespace {

constexpr int kDelegates = 8;

class ElectionCalls : public ::testing::Test {
 protected:
  template <class Response, class Request>
  Result<Response> about_round(const char* method, const std::string& token = "") {
    auto request = about<Request>(election.meeting);
    request.set_contest("c");
    request.set_round(1);
    return hall.call<Response>(method, request, token);
  }
  Result<v1::GetBoardResponse> board(std::uint32_t from = 0, std::uint32_t count = 50) {
    auto request = about<v1::GetBoardRequest>(election.meeting);
    request.set_contest("c");
    request.set_round(1);
    request.set_from(from);
    request.set_count(count);
    return hall.call<v1::GetBoardResponse>("GetBoard", request);
  }
  std::uint64_t readable(const std::string& token) {
    auto request = about<v1::GetEntriesRequest>(election.meeting);
    request.set_count(1);
    return hall.call<v1::GetEntriesResponse>("GetEntries", request, token)->readable();
  }
  void everybody_votes() {
    for (std::size_t i = 0; i < kDelegates; ++i) {
      ASSERT_GOOD(election.cast(i, i < 6 ? 3 : 1));
    }
  }

  TestHall hall;
  Election election{hall, kDelegates};
};

TEST_F(ElectionCalls, ABallotIsAnsweredWithProofAndStandsOnTheBoard) {
  election.open();
  const v1::Envelope envelope = election.ballot(0);
  const auto receipt = election.meeting.submit(envelope);
  ASSERT_GOOD(receipt);
  EXPECT_TRUE(proves(election.meeting, *receipt, envelope));
  EXPECT_EQ(election.meeting.overview().rounds(0).cast(), 1u);
  const auto rows = board();
  ASSERT_GOOD(rows);
  EXPECT_EQ(rows->ballots(), 1u);
  ASSERT_EQ(rows->rows_size(), 1);
  EXPECT_EQ(rows->rows(0).credential(), to_string(election.cards[0].point()));
  EXPECT_EQ(rows->rows(0).index(), receipt->index());
  EXPECT_EQ(rows->rows(0).envelope(), to_string(journal::encode_canonical(envelope)));
}

TEST_F(ElectionCalls, ASentBallotAgainIsTheSameReceiptAlsoAfterClosing) {
  election.open();
  const v1::Envelope envelope = election.ballot(0);
  const auto first = election.meeting.submit(envelope);
  ASSERT_GOOD(first);
  EXPECT_FAILS(election.cast(0), codes::kCardUsed);
  for (std::size_t i = 1; i < 6; ++i) ASSERT_GOOD(election.cast(i));
  election.close();
  const auto again = election.meeting.submit(envelope);
  ASSERT_GOOD(again);
  EXPECT_EQ(again->index(), first->index());
  EXPECT_TRUE(proves(election.meeting, *again, envelope));
  EXPECT_FAILS(election.cast(7), codes::kContestPhase);
}

TEST_F(ElectionCalls, ABallotWithAWrongProofOrAnotherCardsSignatureIsRefused) {
  election.open();
  v1::Envelope spoiled = election.ballot(0);
  (*spoiled.mutable_signatures(0)->mutable_signature())[9] ^= 1;
  EXPECT_FALSE(election.meeting.submit(spoiled).has_value());
  v1::Envelope other = election.ballot(1);
  *other.mutable_signatures(0) = election.ballot(2).signatures(0);
  EXPECT_FALSE(election.meeting.submit(other).has_value());
  EXPECT_EQ(board()->ballots(), 0u);
  ASSERT_GOOD(election.cast(0));
}

TEST_F(ElectionCalls, TheBoardIsReadInParts) {
  election.open();
  everybody_votes();
  const auto some = board(5, 2);
  ASSERT_GOOD(some);
  EXPECT_EQ(some->rows_size(), 2);
  EXPECT_EQ(some->ballots(), static_cast<std::uint32_t>(kDelegates));
  EXPECT_EQ(board(7, 50)->rows_size(), 1);
  EXPECT_EQ(board(8, 50)->rows_size(), 0);
  EXPECT_EQ(board(4'000'000'000u, 50)->rows_size(), 0);
}

TEST_F(ElectionCalls, ManyDelegatesCastAtOnceAndEachHasAReceipt) {
  election.open();
  std::vector<v1::Envelope> ballots;
  for (std::size_t i = 0; i < kDelegates; ++i) ballots.push_back(election.ballot(i));
  std::vector<Result<v1::Receipt>> receipts(kDelegates, fail(codes::kServiceBusy));
  {
    std::vector<std::jthread> delegates;
    for (std::size_t i = 0; i < kDelegates; ++i) {
      delegates.emplace_back([&, i] { receipts[i] = election.meeting.submit(ballots[i]); });
    }
  }
  for (std::size_t i = 0; i < kDelegates; ++i) {
    ASSERT_GOOD(receipts[i]);
    EXPECT_TRUE(proves(election.meeting, *receipts[i], ballots[i]));
  }
  EXPECT_EQ(election.meeting.overview().rounds(0).cast(), static_cast<std::uint32_t>(kDelegates));
}

// Each cell of "outcome, minutes" and of the export, before and after the announcement.
TEST_F(ElectionCalls, ResultsAreReadByWhomTheTableNamesAndByAllOnceAnnounced) {
  election.open();
  everybody_votes();
  election.close();
  const std::uint64_t closed = election.meeting.state().size;
  const std::map<std::string, bool> early = {{"s1", false}, {"r1", false}, {"h1", false},
                                             {"p1", true},  {"p2", true},  {"c1", true},
                                             {"c3", true},  {"t3", true},  {"o1", true}};
  std::map<std::string, std::string> tokens;
  for (const auto& [person, may] : early) tokens[person] = election.meeting.log_in(person);
  for (const auto& [person, may] : early) EXPECT_EQ(readable(tokens[person]), closed) << person;

  election.accept_and_decrypt();
  const auto outcome = [&](const std::string& token) {
    return about_round<v1::GetOutcomeResponse, v1::GetOutcomeRequest>("GetOutcome", token);
  };
  const auto minutes = [&](const std::string& token) {
    return about_round<v1::GetMinutesResponse, v1::GetMinutesRequest>("GetMinutes", token);
  };
  EXPECT_FAILS(outcome(""), codes::kLoginNeeded);
  for (const auto& [person, may] : early) {
    EXPECT_EQ(outcome(tokens[person]).has_value(), may) << person;
    // Two acceptances stand open; the first decryption is closed to the others.
    EXPECT_EQ(readable(tokens[person]), may ? election.meeting.state().size : closed + 2) << person;
  }
  EXPECT_FAILS(outcome(tokens["s1"]), codes::kReadNotAllowed);
  v1::Outcome counted;
  ASSERT_TRUE(counted.ParseFromString(outcome(tokens["p1"])->outcome()));
  EXPECT_EQ(counted.total().votes(0), 8u);
  EXPECT_EQ(counted.total().votes(1), 6u);

  election.declare();
  for (const auto& [person, may] : early) {
    EXPECT_EQ(minutes(tokens[person]).has_value(), may) << person;
  }
  EXPECT_FAILS(minutes(""), codes::kLoginNeeded);
  EXPECT_FALSE(minutes(tokens["p1"])->signed_by_all());
  election.sign();
  EXPECT_TRUE(minutes(tokens["p1"])->signed_by_all());
  EXPECT_FAILS(outcome(""), codes::kLoginNeeded);
  election.announce();
  ASSERT_GOOD(outcome(""));
  ASSERT_GOOD(minutes(""));
  EXPECT_EQ(outcome("")->outcome(), to_string(election.round().declaration->outcome));
  for (const auto& [person, may] : early) {
    EXPECT_TRUE(outcome(tokens[person]).has_value()) << person;
    EXPECT_EQ(readable(tokens[person]), election.meeting.state().size) << person;
  }
  EXPECT_EQ(readable(""), 1u);
}

TEST_F(ElectionCalls, EverythingIsThereAgainAfterARestartInAnyState) {
  const auto restart = [&] {
    const std::string before = election.meeting.overview().SerializeAsString();
    hall.restart();
    EXPECT_EQ(election.meeting.overview().SerializeAsString(), before);
  };
  election.open();
  restart();
  everybody_votes();
  restart();
  election.close();
  restart();
  election.accept_and_decrypt();
  restart();
  election.declare();
  election.sign();
  restart();
  election.announce();
  restart();
  EXPECT_EQ(election.meeting.overview().rounds(0).state(), "announced");
}

TEST_F(ElectionCalls, TheDefinitionIsGivenAsItWasApproved) {
  election.open();
  auto request = about<v1::GetDefinitionRequest>(election.meeting);
  request.set_contest("c");
  const auto given = hall.call<v1::GetDefinitionResponse>("GetDefinition", request);
  ASSERT_GOOD(given);
  EXPECT_EQ(given->definition(), to_string(election.round().definition.bytes));
  request.set_contest("x");
  EXPECT_FAILS(hall.call<v1::GetDefinitionResponse>("GetDefinition", request),
               codes::kContestUnknown);
}

TEST_F(ElectionCalls, TheOverviewShowsTheCeremonyAndTheRoundAsNumbers) {
  election.open();
  ASSERT_GOOD(election.cast(0));
  const v1::Overview overview = election.meeting.overview();
  EXPECT_EQ(overview.ceremony().step(), "rehearsed");
  EXPECT_EQ(overview.ceremony().k(), 2u);
  EXPECT_EQ(overview.cards(), static_cast<std::uint32_t>(kDelegates));
  const v1::RoundView& round = overview.rounds(0);
  EXPECT_EQ(round.state(), "open");
  EXPECT_EQ(round.issued(), static_cast<std::uint32_t>(kDelegates));
  EXPECT_EQ(round.cast(), 1u);
  EXPECT_EQ(round.candidates(), 5u);
  EXPECT_EQ(round.opened().size(), election.meeting.state().size);
}

}  // namespace
}  // namespace hp::service
