// A keying station against a hall in this process; the network's side is driven by hand.
#include "client/station.h"

#include <gmock/gmock.h>

#include "client/codes.h"
#include "client/station_codes.h"
#include "client/station_kit.h"
#include "client/station_thread.h"
#include "congress/papers.h"
#include "homphieu/v1/keying.pb.h"
#include "journal/canonical.h"
#include "service/codes.h"

namespace hp::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Stations : public ::testing::Test {
 protected:
  // What the record has of a paper; the presidium reads it.
  const congress::Sheet& sheet(std::uint32_t batch, std::uint32_t number) {
    const auto& round = hall.as("pa").state().contests.at("bch").current();
    return congress::find_batch(round, batch)->sheets[number - 1];
  }
  std::vector<int> keyed(std::uint32_t batch, std::uint32_t number, std::size_t count = 1) {
    std::vector<int> out;
    const auto reading = sheet(batch, number).counts[count - 1];
    if (!reading) return {-1};
    for (const auto one : reading->content.struck) out.push_back(one.number);
    return out;
  }
  std::uint64_t entries() { return hall.as("pa").state().size; }

  PaperHall hall{{3, 2}};
};

TEST_F(Stations, APersonKeysABatchToItsEndAndGetsTheNext) {
  Laptop a(hall, "ha");
  EXPECT_FALSE(a.station->view().online);
  StationView view = a.work();
  EXPECT_TRUE(view.online);
  EXPECT_EQ(view.person, "ha");
  EXPECT_EQ(view.definition->candidates.size(), 5u);
  EXPECT_EQ(view.paper, (Paper{1, 1, 1, 1, true, false}));
  a.key({5});
  a.key({4});
  EXPECT_EQ(a.station->view().waiting, 2u);
  EXPECT_EQ(a.files(".waiting"), 2u);
  view = a.work();
  EXPECT_EQ(view.waiting, 0u);
  EXPECT_EQ(a.files(".waiting"), 0u);
  EXPECT_EQ(keyed(1, 1), std::vector{5});
  EXPECT_EQ(keyed(1, 2), std::vector{4});
  a.key({3});
  EXPECT_FALSE(a.station->view().paper.has_value());
  view = a.work();
  EXPECT_EQ(view.paper, (Paper{2, 1, 1, 1, true, false}));
  a.key({1});
  a.key({1, 2});
  view = a.work();
  EXPECT_EQ(keyed(2, 2), (std::vector{1, 2}));
  EXPECT_FALSE(view.paper.has_value());
  ASSERT_TRUE(view.trouble.has_value());
  EXPECT_EQ(view.trouble->words.code, "nothing_to_key");
}

TEST_F(Stations, TheSecondCountLooksForTheKeptNames) {
  Laptop a(hall, "ha"), b(hall, "hb");
  a.work();
  const StationView view = b.work();
  EXPECT_EQ(view.paper, (Paper{1, 1, 2, 1, false, false}));
}

TEST_F(Stations, WithoutANetworkTheBatchInHandGoesOnAndArrivesOnce) {
  Laptop a(hall, "ha");
  a.work();
  a.line.cut = true;
  a.key({5});
  a.key({4});
  StationView view = a.work();
  EXPECT_FALSE(view.online);
  EXPECT_EQ(view.trouble->words.code, "http_connect");
  EXPECT_EQ(view.waiting, 2u);
  a.key({3});
  EXPECT_EQ(a.work().waiting, 3u);
  EXPECT_FALSE(a.station->view().paper.has_value());
  const std::uint64_t before = entries();
  a.line.cut = false;
  view = a.work();
  EXPECT_TRUE(view.online);
  EXPECT_FALSE(view.trouble.has_value());
  EXPECT_EQ(view.waiting, 0u);
  EXPECT_EQ(view.batch, 2u);
  EXPECT_EQ(entries(), before + 3);
  EXPECT_EQ(keyed(1, 3), std::vector{3});
}

TEST_F(Stations, AnAnswerThatIsLostIsAskedForByTheSameBytes) {
  Laptop a(hall, "ha");
  a.work();
  const std::uint64_t before = entries();
  a.key({5});
  a.line.lost["Submit"] = 3;  // all that the connection itself tries
  EXPECT_EQ(a.work().waiting, 1u);
  EXPECT_EQ(entries(), before + 1);  // the server has it
  EXPECT_EQ(a.work().waiting, 0u);
  EXPECT_EQ(entries(), before + 1);
  EXPECT_EQ(keyed(1, 1), std::vector{5});
}

TEST_F(Stations, WhatWasKeyedBeforeTheProgramEndedIsSentByTheNextRun) {
  Laptop a(hall, "ha");
  a.work();
  a.line.cut = true;
  a.key({5});
  a.key({4});
  a.work();
  a.start();  // the laptop was switched off
  EXPECT_EQ(a.station->view().waiting, 2u);
  a.line.cut = false;
  const StationView view = a.work();
  EXPECT_EQ(view.waiting, 0u);
  EXPECT_EQ(view.paper, (Paper{1, 1, 1, 3, true, false}));
  EXPECT_EQ(keyed(1, 2), std::vector{4});
}

TEST_F(Stations, TheLastPaperIsTakenBackAndBothEntriesStayInTheRecord) {
  Laptop a(hall, "ha");
  a.work();
  EXPECT_EQ(a.station->take_back().error().code, &codes::kNoPaperBefore);
  a.key({5});
  a.work();
  must(a.station->take_back());
  EXPECT_EQ(a.station->view().paper, (Paper{1, 1, 1, 1, true, true}));
  must(a.station->take_back());  // and not after all
  EXPECT_EQ(a.station->view().paper->sheet, 2u);
  must(a.station->take_back());
  a.key({4});
  EXPECT_EQ(a.station->view().paper, (Paper{1, 1, 1, 2, true, false}));
  a.work();
  EXPECT_EQ(keyed(1, 1), std::vector{4});
  ASSERT_EQ(sheet(1, 1).taken_back.size(), 1u);
  EXPECT_EQ(sheet(1, 1).taken_back[0].reading.content.struck[0].number, 5);
}

TEST_F(Stations, APaperIsTakenBackBeforeItWasSentToo) {
  Laptop a(hall, "ha");
  a.work();
  a.line.cut = true;
  a.key({5});
  must(a.station->take_back());
  a.key({4});
  a.work();
  a.line.cut = false;
  EXPECT_EQ(a.work().waiting, 0u);
  EXPECT_EQ(keyed(1, 1), std::vector{4});
}

TEST_F(Stations, WhatTakesAPaperBackNeverArrivesBeforeIt) {
  Laptop a(hall, "ha");
  a.work();
  a.line.cut = true;
  a.key({5});
  must(a.station->take_back());
  a.key({4});
  a.line.cut = false;
  a.line.fails.emplace("Submit", fail(codes::kStoreFull).error());
  EXPECT_EQ(a.work().waiting, 2u);
  EXPECT_EQ(a.station->view().trouble->words.code, "store_full");
  EXPECT_EQ(keyed(1, 1), std::vector{-1});
  EXPECT_EQ(a.work().waiting, 0u);
  EXPECT_EQ(keyed(1, 1), std::vector{4});
}

TEST_F(Stations, WhatWasComparedStaysAndTheKeyerReadsWhy) {
  Laptop a(hall, "ha"), b(hall, "hb");
  a.work();
  b.work();
  a.key({5});
  a.work();
  b.key({5});
  b.work();
  must(a.station->take_back());
  a.key({4});
  StationView view = a.work();
  ASSERT_TRUE(view.notice.has_value());
  EXPECT_EQ(view.notice->why.words.code, "sheet_compared");
  EXPECT_THAT(view.notice->sheets, ElementsAre(1));
  EXPECT_FALSE(view.paper.has_value());
  a.station->acknowledge();
  EXPECT_EQ(a.work().paper->sheet, 2u);
  EXPECT_EQ(keyed(1, 1), std::vector{5});
}

TEST_F(Stations, ABatchThatWasGivenAwaySaysWhatIsKeptAndWhatIsHandedOver) {
  Laptop a(hall, "ha"), b(hall, "hb");
  a.work();
  a.key({5});
  a.work();
  a.line.cut = true;
  a.key({4});
  a.work();
  // Somebody else gets the batch.
  HallClient other = hall.client();
  must(other.log_in(hall.congress, *hall.key("ha"), hall.now()));
  v1::GiveBackBatchRequest request;
  request.set_congress_id(to_string(hall.congress));
  request.set_contest("bch");
  request.set_round(1);
  request.set_batch(1);
  request.set_count(1);
  request.set_opening(1);
  must(other.ask<v1::GiveBackBatchResponse>("/homphieu.v1.KeyingService/GiveBackBatch", request));
  EXPECT_EQ(b.work().paper, (Paper{1, 1, 1, 2, true, false}));
  a.line.cut = false;
  StationView view = a.work();
  ASSERT_TRUE(view.notice.has_value());
  EXPECT_EQ(view.notice->what, Notice::What::kGivenAway);
  EXPECT_THAT(view.notice->kept, ElementsAre(1));
  EXPECT_THAT(view.notice->sheets, ElementsAre(2, 3));
  EXPECT_EQ(a.files(".refused.batch_given_away"), 1u);
  EXPECT_EQ(view.waiting, 0u);
  // Nothing else is taken before the papers are out of the way, and nothing can be taken back.
  EXPECT_FALSE(a.work().paper.has_value());
  EXPECT_EQ(a.station->take_back().error().code, &codes::kNoPaperBefore);
  a.station->acknowledge();
  view = a.work();
  EXPECT_EQ(view.paper, (Paper{2, 1, 1, 1, true, false}));
}

TEST_F(Stations, ASignOfLifeIsGivenEveryFifteenSecondsOfSilence) {
  Laptop a(hall, "ha");
  a.work();
  a.work();
  EXPECT_EQ(a.line.calls["HoldBatch"], 0);
  a.clock.moved = 15'000;
  a.work();
  EXPECT_EQ(a.line.calls["HoldBatch"], 1);
  a.clock.moved = 16'000;
  a.key({5});  // a paper is a sign of life too
  a.work();
  a.clock.moved = 30'000;
  a.work();
  EXPECT_EQ(a.line.calls["HoldBatch"], 1);
}

TEST_F(Stations, AnotherPaperCanComeFirstAndAllComeAround) {
  Laptop a(hall, "ha");
  a.work();
  must(a.station->skip());
  EXPECT_EQ(a.station->view().paper->sheet, 2u);
  a.key({5});
  EXPECT_EQ(a.station->view().paper->sheet, 3u);
  a.key({5});
  EXPECT_EQ(a.station->view().paper->sheet, 1u);
  must(a.station->skip());
  EXPECT_EQ(a.station->view().paper->sheet, 1u);
  // A paper that is not due is not taken.
  EXPECT_EQ(a.station->finish({1, 1, 1, 2, true, false}, struck({1})).error().code,
            &codes::kSheetNotInHand);
}

TEST_F(Stations, APersonOfTheCommitteeReadsThePapersOnWhichTheCountsDiffer) {
  Laptop a(hall, "ha"), b(hall, "hb"), c(hall, "kc", true), helper(hall, "ha", true);
  a.work();
  b.work();
  for (const int number : {5, 4, 3}) {
    a.key({number});
    b.key({number == 4 ? 1 : number});
  }
  a.work();
  b.work();
  EXPECT_EQ(helper.work().trouble->words.code, "not_keying");
  StationView view = c.work();
  EXPECT_EQ(view.paper, (Paper{1, 1, 0, 2, false, false}));
  EXPECT_EQ(c.station->take_back().error().code, &codes::kNoTakingBack);
  c.key({4});
  view = c.work();
  ASSERT_TRUE(sheet(1, 2).third.has_value());
  EXPECT_EQ(sheet(1, 2).third->who, "kc");
  EXPECT_EQ(view.waiting, 0u);
  EXPECT_EQ(view.trouble->words.code, "nothing_to_key");
}

TEST_F(Stations, APaperSignedTooLongAgoIsSignedAnew) {
  Laptop a(hall, "ha");
  a.work();
  a.line.cut = true;
  a.clock.moved = -11 * 60'000;
  a.key({5});
  a.work();
  a.clock.moved = 0;
  a.line.cut = false;
  EXPECT_EQ(a.work().waiting, 0u);
  EXPECT_EQ(keyed(1, 1), std::vector{5});
  EXPECT_EQ(a.line.calls["FindCommand"], 1);
}

TEST_F(Stations, AWrongClockIsSaidAndNothingIsLost) {
  Laptop a(hall, "ha");
  a.work();
  a.clock.moved = 11 * 60'000;
  a.key({5});
  StationView view = a.work();
  EXPECT_TRUE(view.online);
  EXPECT_EQ(view.trouble->words.code, "signed_at_far");
  EXPECT_EQ(view.waiting, 1u);
  a.clock.moved = 0;  // somebody sets it
  EXPECT_EQ(a.work().waiting, 0u);
  EXPECT_EQ(keyed(1, 1), std::vector{5});
}

TEST_F(Stations, AServerThatForgotTheLoginGetsANewOne) {
  Laptop a(hall, "ha");
  a.work();
  a.clock.moved = 15'000;
  a.line.fails.emplace("HoldBatch", fail(codes::kSessionOver).error());
  a.work();
  EXPECT_EQ(a.line.calls["LogIn"], 1);
  const StationView view = a.work();
  EXPECT_EQ(a.line.calls["LogIn"], 2);
  EXPECT_TRUE(view.online);
  EXPECT_FALSE(view.trouble.has_value());
  EXPECT_EQ(a.line.calls["HoldBatch"], 2);
}

TEST_F(Stations, ARecordThatDoesNotContinueWhatWasSeenStopsEverything) {
  Laptop a(hall, "ha");
  a.work();
  a.key({5});
  a.line.lies["GetConsistency"] = std::make_unique<v1::GetConsistencyResponse>();
  StationView view = a.work();
  ASSERT_TRUE(view.stopped.has_value());
  EXPECT_TRUE(view.stopped->is(codes::kRecordForked));
  EXPECT_FALSE(view.paper.has_value());
  EXPECT_EQ(a.station->finish({1, 1, 1, 2, true, false}, struck({1})).error().code,
            &codes::kRecordForked);
  const int calls = a.line.calls["GetCheckpoint"];
  a.work();
  EXPECT_EQ(a.line.calls["GetCheckpoint"], calls);
}

TEST_F(Stations, TheNewestCheckpointOfTheLastRunIsWhereTheNextOneBegins) {
  Laptop a(hall, "ha");
  a.work();
  a.key({5});
  a.work();
  ASSERT_FALSE(a.newest.empty());
  a.start();
  EXPECT_TRUE(a.work().paper.has_value());
  a.newest = "not a note";
  a.start();
  EXPECT_EQ(a.work().trouble->words.code, "note_form");
}

TEST_F(Stations, ADefinitionOtherThanTheApprovedOneIsNotKeyedBy) {
  Laptop a(hall, "ha");
  auto other = hall.plan();
  std::swap(other.candidates[0], other.candidates[1]);
  auto lie = std::make_unique<v1::GetDefinitionResponse>();
  lie->set_definition(
      to_string(journal::encode_canonical(must(definition_of(congress::empty_state(), other)))));
  a.line.lies["GetDefinition"] = std::move(lie);
  const StationView view = a.work();
  EXPECT_EQ(view.trouble->words.code, "definition_wrong");
  EXPECT_FALSE(view.paper.has_value());
}

TEST_F(Stations, WhoLeavesGivesTheBatchBack) {
  Laptop a(hall, "ha"), b(hall, "hb");
  a.work();
  a.key({5});
  a.station->leave();
  EXPECT_EQ(keyed(1, 1), std::vector{5});
  EXPECT_EQ(b.work().paper, (Paper{1, 1, 1, 2, true, false}));
}

TEST_F(Stations, TheThreadSendsAPaperAsSoonAsItIsPoked) {
  Laptop a(hall, "ha");
  StationThread thread(*a.station);
  const auto until = [&](const auto& done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!done(a.station->view())) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::yield();
    }
    return true;
  };
  ASSERT_TRUE(until([](const StationView& now) { return now.paper.has_value(); }));
  a.key({5});
  const auto before = std::chrono::steady_clock::now();
  thread.poke();
  ASSERT_TRUE(until([](const StationView& now) { return now.waiting == 0; }));
  EXPECT_LT(std::chrono::steady_clock::now() - before, Station::kAgain);
  thread.leave(std::chrono::seconds(20));
  EXPECT_EQ(a.line.calls["GiveBackBatch"], 1);
}

}  // namespace
}  // namespace hp::client
