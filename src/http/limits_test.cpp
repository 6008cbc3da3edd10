// What one caller, and all together, can't take from the server.
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "http/testing/hall.h"
#include "http/testing/peer.h"

namespace hp::http {
namespace {

using namespace testing;
using std::chrono::milliseconds;
using std::chrono::seconds;

ServerOptions options(const std::function<void(Limits&)>& change) {
  ServerOptions out;
  out.threads = 2;
  out.workers = 4;
  change(out.limits);
  return out;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// How long `act` took.
template <class Act>
milliseconds took(Act act) {
  const auto from = std::chrono::steady_clock::now();
  act();
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - from);
}

TEST(Limits, ACallerThatSaysNothingIsClosed) {
  const Hall hall(options([](Limits& limits) {
    limits.handshake = milliseconds(200);
    limits.idle = milliseconds(200);
  }));
  Peer silent(hall.port(), Peer::Speaks::kPlain);
  EXPECT_LT(took([&] { EXPECT_EQ(silent.rest(), ""); }), seconds(9));
  Peer idle(hall.port());
  EXPECT_LT(took([&] { EXPECT_EQ(idle.rest(), ""); }), seconds(9));
}

TEST(Limits, AHeadThatComesByteByByteIsCutOffAtItsTime) {
  const Hall hall(options([](Limits& limits) { limits.header = milliseconds(300); }));
  Peer slow(hall.port());
  const std::string head = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ";
  const auto until = std::chrono::steady_clock::now() + seconds(8);
  slow.send(head);
  while (slow.send("x") && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(milliseconds(20));
  }
  EXPECT_LT(std::chrono::steady_clock::now(), until);
  EXPECT_EQ(slow.rest(), "");
}

TEST(Limits, ABodyThatStopsInTheMiddleIsCutOff) {
  const Hall hall(options([](Limits& limits) { limits.body = milliseconds(200); }));
  Peer half(hall.port());
  half.send(
      "POST /t.S/Echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
      "Content-Length: 100\r\n\r\n\"x");
  EXPECT_LT(took([&] { EXPECT_EQ(half.rest(), ""); }), seconds(9));
}

TEST(Limits, ABodyAsLongAsAllowedIsTakenAndOneByteMoreIsNot) {
  const Hall hall(options([](Limits& limits) { limits.body_bytes = 1000; }));
  Peer peer(hall.port());
  peer.send(post("/t.S/Echo", json_text(std::string(998, 'x'))));
  EXPECT_TRUE(has(peer.answer(), "HTTP/1.1 200 "));
  peer.send(post("/t.S/Echo", json_text(std::string(999, 'x'))));
  const std::string refused = peer.rest();
  EXPECT_TRUE(has(refused, "HTTP/1.1 429 ")) << refused;
  EXPECT_TRUE(has(refused, "http_too_large")) << refused;
}

TEST(Limits, AStreamWhoseRequestIsTooLongIsRefusedInItsClosingEnvelope) {
  const Hall hall(options([](Limits& limits) { limits.body_bytes = 1000; }));
  const std::string head =
      "POST /t.S/Watch HTTP/1.1\r\nHost: a\r\nContent-Type: application/connect+json\r\n";
  const std::string body(1001, 'x');
  for (const std::string& rest : {"Content-Length: 1001\r\n\r\n" + body,
                                  "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + body}) {
    Peer peer(hall.port());
    peer.send(head + rest);
    const std::string refused = peer.rest();
    EXPECT_TRUE(has(refused, "HTTP/1.1 200 ")) << refused;
    EXPECT_TRUE(has(refused, "Content-Type: application/connect+json\r\n")) << refused;
    EXPECT_TRUE(has(refused, std::string("\r\n\r\n\2\0", 6))) << refused;
    EXPECT_TRUE(has(refused, "resource_exhausted")) << refused;
    EXPECT_TRUE(has(refused, "http_too_large")) << refused;
  }
}

TEST(Limits, AHeadThatIsTooLongIsRefused) {
  const Hall hall;
  Peer peer(hall.port());
  peer.send("GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + std::string(40'000, 'x') + "\r\n\r\n");
  const std::string refused = peer.rest();
  EXPECT_TRUE(has(refused, "HTTP/1.1 431 ")) << refused;
}

TEST(Limits, ConnectionsBeyondTheLimitAreClosedAndItsPlacesComeBack) {
  const Hall hall(options([](Limits& limits) {
    limits.connections = 2;
    limits.handshake = seconds(30);
  }));
  Peer first(hall.port());
  {
    const Peer second(hall.port());
    ASSERT_TRUE(first.connected() && second.connected());
    EXPECT_FALSE(Peer(hall.port()).connected());
  }
  // The server learns of the end of the second a little later.
  const auto until = std::chrono::steady_clock::now() + seconds(30);
  bool again = false;
  while (!again && std::chrono::steady_clock::now() < until) again = Peer(hall.port()).connected();
  EXPECT_TRUE(again);
  first.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(has(first.answer(), "200 OK"));
  EXPECT_TRUE(has(hall.metrics.text(), "homphieu_http_connections_refused_total"));
}

TEST(Limits, CallsBeyondTheLimitAreToldToComeAgain) {
  Hall hall(options([](Limits& limits) { limits.requests_in_flight = 2; }));
  Peer first(hall.port());
  Peer second(hall.port());
  first.send(post("/t.S/Wait", "\"1\""));
  second.send(post("/t.S/Wait", "\"2\""));
  ASSERT_TRUE(hall.gate.await(2));
  Peer third(hall.port());
  third.send(post("/t.S/Echo", "\"3\""));
  const std::string refused = third.answer();
  EXPECT_TRUE(has(refused, "HTTP/1.1 429 ")) << refused;
  EXPECT_TRUE(has(refused, "\r\nRetry-After: 1\r\n")) << refused;
  EXPECT_TRUE(has(refused, "\"retryAfterMs\":\"1000\"")) << refused;
  hall.gate.open();
  EXPECT_TRUE(has(first.answer(), "\"1\""));
  EXPECT_TRUE(has(second.answer(), "\"2\""));
  third.send(post("/t.S/Echo", "\"3\""));
  EXPECT_TRUE(has(third.answer(), "HTTP/1.1 200 "));
}

TEST(Limits, BusyWorkersDoNotKeepTheNetworkFromAnswering) {
  ServerOptions narrow = options([](Limits&) {});
  narrow.threads = 1;
  narrow.workers = 1;
  Hall hall(std::move(narrow));
  Peer waiting(hall.port());
  waiting.send(post("/t.S/Wait", "\"1\""));
  ASSERT_TRUE(hall.gate.await(1));
  Peer other(hall.port());
  other.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(has(other.answer(), "ok"));
  hall.gate.open();
  EXPECT_TRUE(has(waiting.answer(), "\"1\""));
}

TEST(Limits, ACallerThatWaitsNoLongerIsAnsweredAtItsDeadline) {
  Hall hall;
  Peer peer(hall.port());
  peer.send(post("/t.S/Later", "\"\"", "Connect-Timeout-Ms: 100\r\n"));
  const std::string late = peer.answer();
  EXPECT_TRUE(has(late, "HTTP/1.1 504 ")) << late;
  EXPECT_TRUE(has(late, "\"code\":\"deadline_exceeded\"")) << late;
  hall.answer_later();
  peer.send(post("/t.S/Echo", "\"next\""));
  EXPECT_TRUE(has(peer.answer(), "\"next\""));
}

TEST(Limits, AMethodThatDoesNotAnswerIsAnsweredForAtTheServersLimit) {
  Hall hall(options([](Limits& limits) { limits.answer = milliseconds(100); }));
  Peer peer(hall.port());
  peer.send(post("/t.S/Later", "\"\""));
  EXPECT_TRUE(has(peer.answer(), "http_deadline"));
}

TEST(Limits, RequestsSentAtOnceAreAnsweredInTheirOrder) {
  const Hall hall;
  Peer peer(hall.port());
  std::string requests;
  for (int i = 0; i < 20; ++i) requests += post("/t.S/Echo", json_text(std::to_string(i)));
  peer.send(requests);
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(peer.answer().ends_with(json_text(std::to_string(i)))) << i;
  }
}

TEST(Limits, ARefusalWithoutABodyKeepsTheConnection) {
  const Hall hall;
  Peer peer(hall.port());
  peer.send("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\nHEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(has(peer.answer(), "404"));
  peer.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const std::string rest = peer.rest();
  EXPECT_TRUE(has(rest, "404 Not Found")) << rest;
  EXPECT_FALSE(has(rest, "rpc_unknown_method")) << "the answer to HEAD has no body";
  EXPECT_TRUE(rest.ends_with("ok\n")) << rest;
}

}  // namespace
}  // namespace hp::http
