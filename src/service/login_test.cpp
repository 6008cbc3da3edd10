// Logins and sessions: docs/design/record.md section 8.
#include <gtest/gtest.h>

#include "congress/testing/entries.h"
#include "service/codes.h"
#include "service/testing/expect.h"
#include "service/testing/hall_kit.h"

namespace hp::service {
namespace {

class Login : public ::testing::Test {
 protected:
  void SetUp() override { meeting.enrol_all(); }
  Result<v1::LogInResponse> log_in(const v1::Envelope& envelope) {
    auto request = about<v1::LogInRequest>(meeting);
    *request.mutable_envelope() = envelope;
    return hall.call<v1::LogInResponse>("LogIn", request);
  }
  Result<v1::GetRollResponse> read(const std::string& token) {
    return hall.call<v1::GetRollResponse>("GetRoll", about<v1::GetRollRequest>(meeting), token);
  }

  TestHall hall;
  Meeting meeting{hall};
};

TEST_F(Login, SaysWhoIsLoggedIn) {
  const auto in = log_in(meeting.login("p1"));
  ASSERT_GOOD(in);
  EXPECT_EQ(in->person(), "p1");
  ASSERT_EQ(in->roles_size(), 1);
  EXPECT_EQ(in->roles(0), v1::ROLE_PRESIDIUM);
  EXPECT_TRUE(read(in->token()).has_value());
}

TEST_F(Login, ANonceIsUsedOnce) {
  const v1::Envelope envelope = meeting.login("p1");
  ASSERT_GOOD(log_in(envelope));
  EXPECT_FAILS(log_in(envelope), codes::kLoginRefused);
}

TEST_F(Login, ANonceIsTheServersAndNotOld) {
  const v1::Envelope envelope = meeting.login("p1");
  hall.clock.ms += 300'001;
  EXPECT_FAILS(log_in(envelope), codes::kLoginRefused);
  const v1::Envelope other = meeting.login("p1");
  hall.restart();
  EXPECT_FAILS(log_in(other), codes::kLoginRefused);
}

TEST_F(Login, LastsTwelveHoursAtMost) {
  EXPECT_FAILS(log_in(meeting.login("p1", 13)), codes::kLoginRefused);
  EXPECT_FAILS(log_in(meeting.login("p1", 0)), codes::kLoginRefused);
  const auto in = log_in(meeting.login("p1", 12));
  ASSERT_GOOD(in);
  hall.clock.ms += 12 * 3'600'000 - 1;
  EXPECT_TRUE(read(in->token()).has_value());
  hall.clock.ms += 1;
  EXPECT_FAILS(read(in->token()), codes::kSessionOver);
}

TEST_F(Login, IsBoundToTheCertificateOfTheConnection) {
  const v1::Envelope envelope = meeting.login("p1");
  const std::string token = meeting.log_in("p1");
  hall.certificate[0] ^= 1;
  EXPECT_FAILS(log_in(envelope), codes::kLoginRefused);
  EXPECT_FAILS(read(token), codes::kSessionOver);
}

TEST_F(Login, NeedsALiveKeyOfThisCongress) {
  EXPECT_FAILS(log_in(meeting.login("stranger")), codes::kLoginRefused);
  v1::Envelope forged = meeting.login("p1");
  (*forged.mutable_signatures(0)->mutable_signature())[7] ^= 1;
  EXPECT_FAILS(log_in(forged), codes::kLoginRefused);
  v1::Envelope two = meeting.login("p1");
  *two.add_signatures() = two.signatures(0);
  EXPECT_FAILS(log_in(two), codes::kLoginRefused);
}

TEST_F(Login, EndsWithTheKey) {
  const std::string token = meeting.log_in("c1");
  EXPECT_TRUE(read(token).has_value());
  meeting.new_key("c1");
  v1::Command again = congress::enrol_command("c1", {v1::ROLE_COUNTING});
  again.mutable_enrol_official()->mutable_official()->set_key(to_string(meeting.key("c1").point()));
  meeting.must(again, {"s1", "p1", "c1"});
  EXPECT_FAILS(read(token), codes::kSessionOver);
  EXPECT_TRUE(read(meeting.log_in("c1")).has_value());
}

TEST_F(Login, OfSomebodyWithoutARoleIsRefusedAndReadsNothing) {
  const std::string token = meeting.log_in("h1");
  meeting.must(congress::retire_command("h1", {v1::ROLE_HELPER}), {"s1", "p1"});
  EXPECT_FAILS(read(token), codes::kReadNotAllowed);
  EXPECT_FAILS(log_in(meeting.login("h1")), codes::kLoginRefused);
}

TEST_F(Login, EndsByLoggingOut) {
  const std::string token = meeting.log_in("p1");
  ASSERT_GOOD(hall.call<v1::LogOutResponse>("LogOut", v1::LogOutRequest(), token));
  EXPECT_FAILS(read(token), codes::kSessionOver);
}

TEST_F(Login, IsForOneCongressAlone) {
  Meeting other(hall);
  const std::string token = meeting.log_in("s1");
  EXPECT_FAILS(hall.call<v1::GetRollResponse>("GetRoll", about<v1::GetRollRequest>(other), token),
               codes::kSessionOver);
  auto request = about<v1::LogInRequest>(other);
  *request.mutable_envelope() = meeting.login("s1");
  EXPECT_FAILS(hall.call<v1::LogInResponse>("LogIn", request), codes::kLoginRefused);
}

}  // namespace
}  // namespace hp::service
