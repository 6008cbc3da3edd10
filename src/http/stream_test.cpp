#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "http/codes.h"
#include "http/testing/hall.h"
#include "http/testing/peer.h"

namespace hp::http {
namespace {

using namespace testing;
using std::chrono::milliseconds;

TEST(Streams, AMessageReachesEveryWatcherWhenItIsPublished) {
  Hall hall;
  std::vector<std::jthread> watchers;
  std::atomic<int> seen{0};
  for (int i = 0; i < 3; ++i) {
    watchers.emplace_back([&] {
      Client client = hall.client();
      const auto end = client.watch<Text>("/t.S/Watch", text("hello"), [&](const Text& message) {
        if (message.value() == "hello") return true;
        EXPECT_EQ(message.value(), "news");
        ++seen;
        return false;
      });
      EXPECT_TRUE(end.has_value());
    });
  }
  ASSERT_TRUE(hall.await_watchers(3));
  EXPECT_EQ(hall.publish("news"), 3U);
  watchers.clear();
  EXPECT_EQ(seen, 3);
}

TEST(Streams, AHandlersErrorEndsTheStreamAfterWhatItWrote) {
  const Hall hall;
  Client client = hall.client();
  std::uint64_t seen = 0;
  const auto end = client.watch<Number>("/t.S/Broken", number(3), [&](const Number&) {
    ++seen;
    return true;
  });
  EXPECT_EQ(seen, 3U);
  ASSERT_FALSE(end.has_value());
  EXPECT_TRUE(end.error().is(kRefused));
  EXPECT_EQ(end.error().where, "a.b");
}

TEST(Streams, TheHandlerIsToldWhenItsCallerGoesAway) {
  Hall hall;
  {
    Peer peer(hall.port());
    peer.send(
        "POST /t.S/Watch HTTP/1.1\r\nHost: a\r\nContent-Type: application/connect+json\r\n"
        "Content-Length: 8\r\n\r\n" +
        std::string("\0\0\0\0\x03\"x\"", 8));
    ASSERT_TRUE(hall.await_watchers(1));
  }
  EXPECT_TRUE(hall.await_closed(1));
  EXPECT_EQ(hall.publish("news"), 0U);
}

TEST(Streams, ACallerThatDoesNotReadIsGivenUp) {
  ServerOptions options;
  options.limits.stream_messages = 4;
  options.limits.write = milliseconds(300);
  Hall hall(std::move(options));
  Peer peer(hall.port());
  peer.send(
      "POST /t.S/Watch HTTP/1.1\r\nHost: a\r\nContent-Type: application/connect+json\r\n"
      "Content-Length: 8\r\n\r\n" +
      std::string("\0\0\0\0\x03\"x\"", 8));
  ASSERT_TRUE(hall.await_watchers(1));
  const std::string large(1'000'000, 'x');
  int published = 0;
  while (hall.publish(large) == 1 && published < 1000) ++published;
  EXPECT_LT(published, 1000);
  EXPECT_TRUE(hall.await_closed(1));
}

TEST(Streams, ATimeoutEndsAStream) {
  Hall hall;
  Peer peer(hall.port());
  peer.send(
      "POST /t.S/Watch HTTP/1.1\r\nHost: a\r\nContent-Type: application/connect+json\r\n"
      "Connect-Timeout-Ms: 100\r\nContent-Length: 8\r\n\r\n" +
      std::string("\0\0\0\0\x03\"x\"", 8));
  const std::string answer = peer.rest();
  EXPECT_NE(answer.find("deadline_exceeded"), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n0\r\n\r\n")) << answer;
}

TEST(Streams, StreamsBeyondTheLimitAreToldToComeAgain) {
  ServerOptions options;
  options.limits.streams = 0;
  Hall hall(std::move(options));
  Client client = hall.client();
  const auto end = client.watch<Text>("/t.S/Watch", text(""), [](const Text&) { return true; });
  ASSERT_FALSE(end.has_value());
  EXPECT_TRUE(end.error().is(codes::kHttpBusy));
  EXPECT_EQ(client.remote_error()->retry_after, milliseconds(1000));
}

TEST(Streams, ARequestThatCannotBeReadEndsTheStream) {
  Hall hall;
  Peer peer(hall.port());
  peer.send(
      "POST /t.S/Watch HTTP/1.1\r\nHost: a\r\nContent-Type: application/connect+proto\r\n"
      "Content-Length: 3\r\n\r\nxyz");
  const std::string answer = peer.rest();
  EXPECT_NE(answer.find("HTTP/1.1 200 OK"), std::string::npos);
  EXPECT_NE(answer.find("http_message"), std::string::npos) << answer;
}

TEST(Streams, BytesBehindTheRequestOfAStreamAreNoSecondRequest) {
  Hall hall;
  Peer peer(hall.port());
  peer.send(
      "POST /t.S/Watch HTTP/1.1\r\nHost: a\r\nContent-Type: application/connect+json\r\n"
      "Content-Length: 8\r\n\r\n" +
      std::string("\0\0\0\0\x03\"x\"", 8) + post("/t.S/Change", "\"smuggled\""));
  ASSERT_TRUE(hall.await_watchers(1));
  peer.send(std::string(200'000, 'x'));
  EXPECT_TRUE(hall.await_closed(1));
  EXPECT_EQ(peer.rest().find("smuggled"), std::string::npos);
}

}  // namespace
}  // namespace hp::http
