#include "http/client.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "http/codes.h"
#include "http/testing/hall.h"
#include "rpc/codes.h"

namespace hp::http {
namespace {

using namespace testing;
using std::chrono::milliseconds;

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

TEST(Client, TheHandlerLearnsWhoCallsAndWithWhichToken) {
  const Hall hall;
  Client client = hall.client();
  EXPECT_EQ(client.call<Text>("/t.S/Peer", text(""), "token")->value(), "token 127.0.0.1");
  EXPECT_EQ(client.call<Text>("/t.S/Peer", text(""))->value(), " 127.0.0.1");
}

TEST(Client, BothSidesSeeTheSameServerCertificate) {
  Hall hall;
  std::promise<Hash> seen;
  hall.on_certificate = [&](const Hash& hash) { seen.set_value(hash); };
  Client client = hall.client();
  EXPECT_TRUE(client.call<Text>("/t.S/Certificate", text("")).has_value());
  const Hash expected = fingerprint(identities().server.certificate_pem).value();
  EXPECT_EQ(client.server_certificate(), expected);
  EXPECT_EQ(seen.get_future().get(), expected);
}

TEST(Client, ConnectsByNameAndByAddress) {
  const Hall hall;
  EXPECT_TRUE(Client::connect(hall.endpoint("localhost")).has_value());
  EXPECT_TRUE(Client::connect(hall.endpoint("127.0.0.1")).has_value());
}

TEST(Client, AnotherAuthorityOrAnotherHostsCertificateIsNotTrusted) {
  const SystemClock clock;
  const Hall hall;
  Endpoint other = hall.endpoint();
  other.trusted_ca_pem = make_authority("Test authority", clock)->certificate_pem;
  EXPECT_TRUE(Client::connect(other).error().is(codes::kHttpUntrusted));
  ServerOptions options;
  options.identity = issue(identities().authority, {"elsewhere.local"}, clock).value();
  const Hall elsewhere(std::move(options));
  EXPECT_TRUE(Client::connect(elsewhere.endpoint("127.0.0.1")).error().is(codes::kHttpUntrusted));
  EXPECT_TRUE(Client::connect(elsewhere.endpoint("localhost")).error().is(codes::kHttpUntrusted));
}

TEST(Client, WhatCannotBeReachedOrReadIsNamed) {
  std::uint16_t closed = 0;
  {
    const Hall hall;
    closed = hall.port();
  }
  const std::string ca = identities().authority.certificate_pem;
  EXPECT_TRUE(Client::connect({"127.0.0.1", closed, ca}).error().is(codes::kHttpConnect));
  EXPECT_TRUE(Client::connect({"127.0.0.1", closed, "x"}).error().is(codes::kHttpTlsMaterial));
  EXPECT_TRUE(Client::connect({"", closed, ca}).error().is(codes::kHttpHostName));
  EXPECT_TRUE(Client::connect({"a\r\nb", closed, ca}).error().is(codes::kHttpHostName));
}

TEST(Client, NothingThatCouldBreakTheHeadIsSent) {
  const Hall hall;
  Client client = hall.client();
  EXPECT_TRUE(
      client.call<Text>("/t.S/Echo", text(""), "a\r\nX: y").error().is(codes::kHttpRequest));
  EXPECT_TRUE(client.call<Text>("/t.S/Echo HTTP/1.1", text("")).error().is(codes::kHttpRequest));
  EXPECT_TRUE(client.call<Text>("/t.S/None", text("")).error().is(codes::kRpcUnknownMethod));
}

TEST(Client, ANewCallMakesAConnectionAnewThatTheServerClosedWhileIdle) {
  ServerOptions options;
  options.limits.idle = milliseconds(1000);
  const Hall hall(std::move(options));
  Client client = hall.client();
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(client.call<Text>("/t.S/Change", text("x")).has_value());
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (hall.metrics.text().find("homphieu_http_connections 0") == std::string::npos &&
           std::chrono::steady_clock::now() < until) {
      std::this_thread::yield();
    }
  }
}

TEST(Client, ACallThatTakesTooLongEndsAndTheNextOneIsWell) {
  Hall hall;
  Client client = hall.client({.call = milliseconds(1000)});
  const auto late = client.call<Text>("/t.S/Later", text(""));
  ASSERT_FALSE(late.has_value());
  EXPECT_TRUE(late.error().is(codes::kHttpDeadline));
  EXPECT_EQ(client.call<Text>("/t.S/Echo", text("next"))->value(), "next");
}

TEST(Client, AnAnswerLongerThanAllowedIsRefused) {
  const Hall hall;
  Client client = hall.client({.answer_bytes = 1000});
  EXPECT_TRUE(
      client.call<Text>("/t.S/Echo", text(std::string(2000, 'x'))).error().is(codes::kHttpAnswer));
  EXPECT_TRUE(client.call<Text>("/t.S/Echo", text("short")).has_value());
}

TEST(Client, ALargeMessageGoesAndComesWhole) {
  const Hall hall;
  Client client = hall.client();
  for (const std::size_t size : {16'384U, 300'000U, 2'000'000U}) {
    const auto answer = client.call<Text>("/t.S/Echo", text(std::string(size, 'x')));
    ASSERT_TRUE(answer.has_value()) << size;
    EXPECT_EQ(answer->value(), std::string(size, 'x'));
  }
}

TEST(Client, StoppingItFromAnotherThreadEndsWhatRuns) {
  Hall hall;
  Client client = hall.client();
  std::jthread other([&] {
    EXPECT_TRUE(hall.await_watchers(1));
    client.stop();
  });
  const auto end = client.watch<Text>("/t.S/Watch", text(""), [](const Text&) { return true; });
  ASSERT_FALSE(end.has_value());
  EXPECT_TRUE(end.error().is(codes::kHttpStopped));
  EXPECT_TRUE(client.call<Text>("/t.S/Echo", text("")).error().is(codes::kHttpStopped));
}

TEST(Client, AStreamThatSaysNothingIsGivenUpWhereALimitIsSet) {
  Hall hall;
  Client client = hall.client({.stream_idle = milliseconds(100)});
  const auto end = client.watch<Text>("/t.S/Watch", text(""), [](const Text&) { return true; });
  EXPECT_TRUE(end.error().is(codes::kHttpDeadline));
}

TEST(Client, AFaultInsideTheServerIsToldToItsLogAloneWithItsFigures) {
  std::promise<std::string> told;
  ServerOptions options;
  options.on_fault = [&](std::string_view path, const Error& error) {
    told.set_value(std::string(path) + " " + error.detail);
  };
  const Hall hall(std::move(options));
  Client client = hall.client();
  const auto answer = client.call<Text>("/t.S/Fault", text(""));
  EXPECT_EQ(answer.error().detail, "test_fault: Lỗi / Fault");
  EXPECT_EQ(told.get_future().get(), "/t.S/Fault 7");
}

}  // namespace
}  // namespace hp::http
