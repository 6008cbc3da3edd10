#include "http/client.h"

#include <gtest/gtest.h>

#include <thread>

#include "http/codes.h"
#include "http/testing/hall.h"
#include "rpc/codes.h"

namespace hp::http {
namespace {

using namespace testing;

TEST(Client, ACallIsAnswered) {
  const Hall hall;
  Client client = hall.client();
  const auto answer = client.call<Text>("/t.S/Echo", text("Đại hội"));
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->value(), "Đại hội");
}

TEST(Client, CallsFollowOneAnotherOnOneConnection) {
  const Hall hall;
  Client client = hall.client();
  for (std::uint64_t i = 0; i < 50; ++i) {
    EXPECT_EQ(client.call<Number>("/t.S/Number", number(i))->value(), i);
  }
  EXPECT_NE(hall.metrics.text().find("homphieu_http_connections 1"), std::string::npos);
}

TEST(Client, TheServersErrorComesBackWithItsCodeWhereTheBookHasIt) {
  const Hall hall;
  Client client = hall.client();
  const auto answer = client.call<Text>("/t.S/Refuse", text(""));
  ASSERT_FALSE(answer.has_value());
  EXPECT_TRUE(answer.error().is(kRefused));
  EXPECT_EQ(answer.error().where, "a.b");
  EXPECT_EQ(answer.error().detail, "7");
  ASSERT_TRUE(client.remote_error().has_value());
  EXPECT_EQ(client.remote_error()->vi, "Từ chối");
  EXPECT_EQ(client.remote_error()->en, "Refused");
  EXPECT_EQ(client.remote_error()->status, Status::kFailedPrecondition);
  EXPECT_TRUE(client.call<Text>("/t.S/Echo", text("")).has_value());
  EXPECT_FALSE(client.remote_error().has_value());
}

TEST(Client, AnErrorThatTheBookLacksKeepsItsNameAndTexts) {
  const Hall hall;
  Client client = hall.client();
  const auto answer = client.call<Text>("/t.S/Unlisted", text(""));
  ASSERT_FALSE(answer.has_value());
  EXPECT_TRUE(answer.error().is(codes::kHttpRemote));
  EXPECT_EQ(answer.error().where, "a.b");
  EXPECT_EQ(answer.error().detail, "test_unlisted: Không có / Not there (7)");
}

TEST(Client, AStreamGivesEveryMessageThenItsEnd) {
  const Hall hall;
  Client client = hall.client();
  std::uint64_t seen = 0;
  const auto end = client.watch<Number>("/t.S/Count", number(100), [&](const Number& n) {
    EXPECT_EQ(n.value(), seen++);
    return true;
  });
  EXPECT_TRUE(end.has_value());
  EXPECT_EQ(seen, 100U);
  EXPECT_TRUE(client.call<Text>("/t.S/Echo", text("")).has_value());
}

}  // namespace
}  // namespace hp::http
