#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "http/codes.h"
#include "http/testing/hall.h"
#include "http/testing/peer.h"

namespace hp::http {
namespace {

using namespace testing;
using std::chrono::milliseconds;
using std::chrono::seconds;

ServerOptions wide() {
  ServerOptions out;
  out.threads = 2;
  out.workers = 4;
  return out;
}

TEST(Drain, WhatRunsIsAnsweredWhatIsIdleIsClosedAndNothingNewIsTaken) {
  Hall hall(wide());
  Peer idle(hall.port());
  Peer running(hall.port());
  running.send(post("/t.S/Wait", "\"done\""));
  ASSERT_TRUE(hall.gate.await(1));
  std::jthread draining([&] { hall.server->drain(seconds(20)); });
  EXPECT_EQ(idle.rest(), "");
  EXPECT_FALSE(Peer(hall.port()).connected());
  hall.gate.open();
  const std::string answer = running.rest();
  EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("\"done\"")) << answer;
}

TEST(Drain, StreamsEndWithUnavailable) {
  Hall hall(wide());
  std::jthread watcher([&] {
    Client client = hall.client();
    const auto end = client.watch<Text>("/t.S/Watch", text(""), [](const Text&) { return true; });
    ASSERT_FALSE(end.has_value());
    EXPECT_TRUE(end.error().is(codes::kHttpDraining));
    EXPECT_EQ(client.remote_error()->status, Status::kUnavailable);
    EXPECT_GT(client.remote_error()->retry_after, milliseconds(0));
  });
  ASSERT_TRUE(hall.await_watchers(1));
  hall.server->drain(seconds(20));
  EXPECT_TRUE(hall.await_closed(1));
}

TEST(Drain, ACallThatDoesNotEndIsCutOffAtTheLimit) {
  Hall hall(wide());
  std::jthread caller([&] {
    Client client = hall.client();
    const auto answer = client.call<Text>("/t.S/Wait", text(""));
    ASSERT_FALSE(answer.has_value());
    EXPECT_TRUE(answer.error().is(codes::kHttpLost));
  });
  ASSERT_TRUE(hall.gate.await(1));
  const auto from = std::chrono::steady_clock::now();
  hall.server->drain(milliseconds(100));
  EXPECT_LT(std::chrono::steady_clock::now() - from, seconds(5));
  caller.join();
  hall.gate.open();
}

TEST(Drain, EveryCallThatAHandlerTookUnderLoadIsAnswered) {
  Hall hall(wide());
  std::atomic<int> served{0};
  rpc::Registry counting;
  counting.unary<Text, Text>("/t.S/Count", [&](const Text& t, const rpc::Call&) -> Result<Text> {
    ++served;
    return t;
  });
  Metrics metrics;
  ServerOptions options = wide();
  options.identity = identities().server;
  auto server = Server::start(std::move(options), counting, metrics).value();
  const Endpoint to{"127.0.0.1", server->port(), identities().authority.certificate_pem};
  std::atomic<int> answered{0};
  std::vector<std::jthread> callers;
  for (int i = 0; i < 6; ++i) {
    callers.emplace_back([&] {
      auto client = Client::connect(to);
      while (client.has_value()) {
        if (!client->call<Text>("/t.S/Count", text("x")).has_value()) return;
        ++answered;
      }
    });
  }
  while (answered < 200) std::this_thread::yield();
  server->drain(seconds(20));
  callers.clear();
  EXPECT_EQ(answered, served);
}

TEST(Drain, AnAnswerThatComesAfterTheServerHasGoneGoesNowhere) {
  Hall hall(wide());
  std::jthread caller([&] {
    Client client = hall.client();
    EXPECT_TRUE(client.call<Text>("/t.S/Later", text("")).error().is(codes::kHttpLost));
  });
  std::jthread watcher([&] {
    Client client = hall.client();
    EXPECT_FALSE(
        client.watch<Text>("/t.S/Watch", text(""), [](const Text&) { return true; }).has_value());
  });
  ASSERT_EQ(hall.waiting_later(), 1U);
  ASSERT_TRUE(hall.await_watchers(1));
  hall.server.reset();
  hall.answer_later();
  EXPECT_EQ(hall.publish("late"), 0U);
}

TEST(Drain, AServerThatNobodyCalledEndsAtOnce) {
  for (int i = 0; i < 20; ++i) {
    Hall hall(wide());
    if (i % 2 == 0) hall.server->drain(seconds(5));
  }
}

}  // namespace
}  // namespace hp::http
