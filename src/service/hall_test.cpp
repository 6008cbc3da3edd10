// The thin path: a congress is founded, commanded, looked at, and there again after a restart.
#include "service/hall.h"

#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/testing/entries.h"
#include "journal/codes.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/hall_kit.h"

namespace hp::service {
namespace {

TEST(Hall, FoundsACongressAndProvesIt) {
  TestHall hall;
  Meeting meeting(hall);
  const v1::Overview overview = meeting.overview();
  EXPECT_EQ(overview.head().size(), 1u);
  EXPECT_EQ(overview.congress_id(), meeting.id());
  EXPECT_EQ(overview.name().organisation(), "Đảng bộ quận Cẩm Lệ");
  const auto list =
      hall.call<v1::ListCongressesResponse>("ListCongresses", v1::ListCongressesRequest());
  ASSERT_EQ(list->congresses_size(), 1);
  EXPECT_EQ(list->congresses(0).congress_id(), meeting.id());
}

TEST(Hall, TheReceiptOfACommandProvesItsPlace) {
  TestHall hall;
  Meeting meeting(hall);
  const v1::Envelope envelope = meeting.seal(meeting.fill(congress::import_command(5)), {"s1"});
  const auto receipt = meeting.submit(envelope);
  ASSERT_TRUE(receipt.has_value()) << describe(receipt.error(), Language::kEnglish);
  EXPECT_EQ(receipt->index(), 1u);
  EXPECT_TRUE(proves(meeting, *receipt, envelope));
}

TEST(Hall, AfterARestartEverythingAcknowledgedIsThere) {
  TestHall hall;
  Meeting meeting(hall);
  meeting.enrol_all();
  meeting.seat(10);
  const v1::Overview before = meeting.overview();
  hall.restart();
  EXPECT_EQ(meeting.overview().SerializeAsString(), before.SerializeAsString());
  EXPECT_EQ(before.present(), 10u);
  EXPECT_EQ(before.head().root(), to_string(meeting.state().roots.back()));
  EXPECT_TRUE(meeting.send(congress::import_command(3), {"r1"}).error().is(codes::kRollConfirmed));
}

TEST(Hall, TheSetUpCodeIsShownOnceAndNeededAgain) {
  TestHall hall;
  Meeting meeting(hall);
  EXPECT_FALSE(hall.setup_code.empty());
  hall.restart();
  EXPECT_EQ(hall.hall->setup_code(), "");
  v1::NewLogKeyRequest request;
  request.set_setup_code("ZADK-41KQ-071A-4NDM-ZRAD-XC1M-JR01");
  EXPECT_FAILS(hall.call<v1::NewLogKeyResponse>("NewLogKey", request), codes::kSetupCodeWrong);
  request.set_setup_code(hall.setup_code);
  EXPECT_TRUE(hall.call<v1::NewLogKeyResponse>("NewLogKey", request).has_value());
}

TEST(Hall, KeepsItsCongressesInSqliteFiles) {
  TestHall hall;
  hall.options.open_journal = nullptr;
  hall.restart();
  Meeting meeting(hall);
  meeting.enrol_all();
  const v1::Receipt receipt = meeting.must(congress::import_command(5), {"r1"});
  const v1::Overview before = meeting.overview();
  hall.restart();
  EXPECT_EQ(meeting.overview().SerializeAsString(), before.SerializeAsString());
  auto request = about<v1::FindCommandRequest>(meeting);
  request.set_command_id(receipt.command_id());
  EXPECT_EQ(hall.call<v1::Receipt>("FindCommand", request)->index(), receipt.index());
  meeting.must(congress::confirm_roll_command(meeting.state()), {"r1", "r2"});
}

TEST(Hall, HoldsItsFolderAlone) {
  TestHall hall;
  EXPECT_FAILS(Hall::open(hall.options), codes::kDataFolderInUse);
  hall.close();
  EXPECT_TRUE(Hall::open(hall.options).has_value());
}

TEST(Hall, AFolderThatCantBeMadeIsNamed) {
  TestHall hall;
  HallOptions options = hall.options;
  options.data = hall.options.data / "setup.code" / "data";
  EXPECT_FAILS(Hall::open(options), codes::kDataFolder);
}

}  // namespace
}  // namespace hp::service
