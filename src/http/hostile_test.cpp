// Bytes that no honest caller sends. The server answers or closes, and goes on.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <thread>

#include "http/testing/hall.h"
#include "http/testing/peer.h"

namespace hp::http {
namespace {

using namespace testing;
using std::chrono::milliseconds;

ServerOptions impatient(milliseconds handshake = milliseconds(30'000)) {
  ServerOptions out;
  out.threads = 2;
  out.limits.handshake = handshake;
  out.limits.header = milliseconds(300);
  out.limits.body = milliseconds(300);
  out.limits.idle = milliseconds(1000);
  return out;
}

std::string status_of(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") ? answer.substr(9, 3) : answer.substr(0, 40);
}

void expect_well(Hall& hall) {
  EXPECT_EQ(hall.client().call<Text>("/t.S/Echo", text("well"))->value(), "well");
  // Every connection is given back once its peer has gone.
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (hall.metrics.text().find("homphieu_http_connections 0") == std::string::npos &&
         std::chrono::steady_clock::now() < until) {
    std::this_thread::yield();
  }
  EXPECT_NE(hall.metrics.text().find("homphieu_http_connections 0"), std::string::npos);
}

TEST(Hostile, RequestsWhoseEndIsInDoubtAreRefusedAndTheirConnectionsClosed) {
  Hall hall(impatient());
  const std::string line = "POST /t.S/Echo HTTP/1.1\r\n";
  const std::string type = "Content-Type: application/json\r\n";
  const std::array<std::pair<std::string, const char*>, 14> cases{{
      {line + "Host: a\r\n" + type + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n\"\"", "400"},
      {line + "Host: a\r\n" + type + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
       "400"},
      {line + "Host: a\r\n" + type + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n",
       "400"},
      {line + "Host: a\r\n" + type + "Transfer-Encoding: gzip\r\n\r\n", "400"},
      {line + "Host: a\r\n" + type + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "400"},
      {line + "Host: a\r\n" + type + "Content-Length: -1\r\n\r\n", "400"},
      {line + "Host: a\r\n" + type + "Content-Length: 99999999999999999999\r\n\r\n", "400"},
      {line + "Host: a\r\n" + type + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400"},
      {line + type + "Content-Length: 2\r\n\r\n\"\"", "400"},
      {line + "Host: a\r\nBad Name: x\r\n\r\n", "400"},
      {line + "Host: a\r\nX: \x01\r\n\r\n", "400"},
      {"POST /t.S/Echo HTTP/1.0\r\nHost: a\r\n" + type + "Content-Length: 2\r\n\r\n\"\"", "505"},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400"},
      {"\r\n\r\n\r\n", "400"},
  }};
  for (const auto& [bytes, status] : cases) {
    Peer peer(hall.port());
    peer.send(bytes + "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::string answer = peer.rest();
    EXPECT_EQ(status_of(answer), status) << bytes << "\n" << answer;
    EXPECT_FALSE(answer.ends_with("ok\n")) << bytes;
    EXPECT_FALSE(answer.ends_with("(open)")) << bytes;
  }
  expect_well(hall);
}

TEST(Hostile, BytesThatAreNotTlsAreClosed) {
  Hall hall(impatient(milliseconds(2'000)));
  std::mt19937 random(1);
  for (int i = 0; i < 100; ++i) {
    Peer peer(hall.port(), Peer::Speaks::kPlain);
    std::string bytes(random() % 600 + 1, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    // Half of them begin as TLS does.
    if (i % 2 == 0) bytes.insert(0, "\x16\x03\x01\x00", 4);
    peer.send(bytes);
    if (i % 25 == 0) {
      EXPECT_FALSE(peer.rest().ends_with("(open)"));
    }
  }
  Peer plain(hall.port(), Peer::Speaks::kPlain);
  plain.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(plain.rest().find("200"), std::string::npos);
  expect_well(hall);
}

TEST(Hostile, FiveHundredDamagedRequestsLeaveTheServerWell) {
  Hall hall(impatient());
  std::mt19937 random(2);
  const std::array<std::string, 5> good{
      post("/t.S/Echo", "\"x\""),
      "GET /t.S/Echo?connect=v1&encoding=json&message=%22x%22 HTTP/1.1\r\nHost: a\r\n\r\n",
      "POST /t.S/Count HTTP/1.1\r\nHost: a\r\nContent-Type: application/connect+json\r\n"
      "Content-Length: 8\r\n\r\n" +
          std::string("\0\0\0\0\x03\"5\"", 8),
      "POST /t.S/Echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
      "Transfer-Encoding: chunked\r\n\r\n3\r\n\"x\"\r\n0\r\n\r\n",
      post("/t.S/Change", "{\"a\":[1,2,{\"b\":null}]}", "Connect-Timeout-Ms: 5\r\n")};
  for (int i = 0; i < 500; ++i) {
    std::string bytes = good[random() % good.size()];
    for (unsigned n = random() % 4; n > 0; --n) {
      const std::size_t at = random() % bytes.size();
      switch (random() % 4) {
        case 0:
          bytes[at] = static_cast<char>(random());
          break;
        case 1:
          bytes.erase(at, random() % 20);
          break;
        case 2:
          bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 40));
          break;
        default:
          bytes.resize(at + 1);
          break;
      }
      if (bytes.empty()) bytes.push_back(0);
    }
    Peer peer(hall.port());
    ASSERT_TRUE(peer.connected()) << i;
    peer.send(bytes);
    // Most go away without waiting; every twenty-fifth stays until the server closes.
    if (i % 25 == 0) {
      EXPECT_FALSE(peer.rest().ends_with("(open)")) << bytes;
    }
  }
  expect_well(hall);
}

}  // namespace
}  // namespace hp::http
