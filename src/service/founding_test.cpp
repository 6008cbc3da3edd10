// Founding: with the set-up code, under a log key of this server, safe to send again.
#include <gtest/gtest.h>

#include <filesystem>

#include "congress/codes.h"
#include "congress/testing/entries.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/hall_kit.h"

namespace hp::service {
namespace {

class Founding : public ::testing::Test {
 protected:
  std::string log_key() {
    v1::NewLogKeyRequest request;
    request.set_setup_code(hall.setup_code);
    return hall.call<v1::NewLogKeyResponse>("NewLogKey", request)->log_key();
  }
  v1::FoundRequest founding(const std::string& key, const std::vector<std::string>& signers,
                            const std::string& id = "0123456789abcdef") {
    v1::Command command = congress::found_command();
    command.set_command_id(id);
    command.set_signed_at(hall.clock.ms);
    command.mutable_found_congress()->set_log_key(key);
    for (auto& one : *command.mutable_found_congress()->mutable_officials()) {
      one.set_key(to_string(keys[one.person()].point()));
    }
    std::vector<const congress::TestSigner*> signing;
    for (const auto& one : signers) signing.push_back(&keys[one]);
    v1::FoundRequest request;
    request.set_setup_code(hall.setup_code);
    const Bytes sealed = congress::sealed(command, signing);
    request.mutable_envelope()->ParseFromArray(sealed.data(), static_cast<int>(sealed.size()));
    return request;
  }
  Result<v1::Receipt> found(const v1::FoundRequest& request) {
    return hall.call<v1::Receipt>("Found", request);
  }
  std::size_t folders() const {
    std::size_t count = 0;
    for (const auto& one : std::filesystem::directory_iterator(hall.options.data / "congresses")) {
      count += one.is_directory() ? 1 : 0;
    }
    return count;
  }

  TestHall hall;
  std::map<std::string, congress::TestSigner> keys;
};

TEST_F(Founding, IsSafeToSendAgain) {
  const auto request = founding(log_key(), {"s1", "s2"});
  const auto first = found(request);
  ASSERT_GOOD(first);
  const auto again = found(request);
  ASSERT_GOOD(again);
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  hall.restart();
  ASSERT_GOOD(found(request));
  EXPECT_EQ(hall.hall->congresses(), 1u);
}

TEST_F(Founding, ManyCongressesLiveSideBySideEachWithItsOwnLogKey) {
  const auto one = found(founding(log_key(), {"s1", "s2"}, "aaaaaaaaaaaaaaaa"));
  const auto two = found(founding(log_key(), {"s1", "s2"}, "bbbbbbbbbbbbbbbb"));
  ASSERT_GOOD(one);
  ASSERT_GOOD(two);
  EXPECT_NE(one->congress_id(), two->congress_id());
  hall.restart();
  EXPECT_EQ(hall.hall->congresses(), 2u);
}

TEST_F(Founding, NeedsTheSetUpCode) {
  auto request = founding(log_key(), {"s1", "s2"});
  request.set_setup_code("ZADK-41KQ-071A-4NDM-ZRAD-XC1M-JR01");
  EXPECT_FAILS(found(request), codes::kSetupCodeWrong);
  request.set_setup_code("");
  EXPECT_FAILS(found(request), codes::kSetupCodeWrong);
}

TEST_F(Founding, NamesALogKeyOfThisServerThatNoOtherCongressHas) {
  EXPECT_FAILS(found(founding(std::string(32, 'L'), {"s1", "s2"})), codes::kLogKeyUnknown);
  const std::string key = log_key();
  ASSERT_GOOD(found(founding(key, {"s1", "s2"}, "aaaaaaaaaaaaaaaa")));
  EXPECT_FAILS(found(founding(key, {"s1", "s2"}, "bbbbbbbbbbbbbbbb")), codes::kLogKeyUnknown);
}

TEST_F(Founding, RefusedLeavesNoFolder) {
  EXPECT_FAILS(found(founding(log_key(), {"s1"})), codes::kSignersNotAllowed);
  auto late = founding(log_key(), {"s1", "s2"});
  hall.clock.ms += 700'000;
  EXPECT_FAILS(found(late), codes::kSignedAtFar);
  EXPECT_EQ(folders(), 0u);
}

TEST_F(Founding, ThatWasCutOffBeforeItWasDurableIsDoneBySendingItAgain) {
  const auto request = founding(log_key(), {"s1", "s2"});
  hall.next_store_fails = journal::MemoryFault::kFull;
  EXPECT_FAILS(found(request), codes::kStoreFull);
  EXPECT_EQ(hall.hall->congresses(), 0u);
  hall.restart();
  EXPECT_EQ(hall.hall->congresses(), 0u);
  ASSERT_GOOD(found(request));
}

TEST_F(Founding, OnlyAFoundingFounds) {
  TestHall other;
  Meeting meeting(other);
  v1::FoundRequest request;
  request.set_setup_code(hall.setup_code);
  *request.mutable_envelope() = meeting.seal(meeting.fill(congress::import_command(3)), {"s1"});
  EXPECT_FALSE(found(request).has_value());
  EXPECT_EQ(folders(), 0u);
}

TEST_F(Founding, KeysAndCodesAreForTheirOwnerAlone) {
  ASSERT_GOOD(found(founding(log_key(), {"s1", "s2"})));
  for (const auto& one : std::filesystem::recursive_directory_iterator(hall.options.data)) {
    using std::filesystem::perms;
    EXPECT_EQ(one.status().permissions() & (perms::group_all | perms::others_all), perms::none)
        << one.path();
  }
}

}  // namespace
}  // namespace hp::service
