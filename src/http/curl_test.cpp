// The server as programs that people have already speak to it: curl and openssl.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "http/testing/hall.h"
#include "http/testing/peer.h"
#include "http/testing/program.h"

namespace hp::http {
namespace {

using namespace testing;

class Curl : public ::testing::Test {
 protected:
  // What curl prints, and behind it the HTTP status.
  std::string curl(const std::string& target, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"curl",        "--silent",    "--show-error", "--http1.1",
                                       "--cacert",    ca.path(),     "--max-time",   "20",
                                       "--write-out", "%{http_code}"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.push_back("https://localhost:" + std::to_string(hall.port()) + target);
    return run_program(arguments).output;
  }

  std::string send(const std::string& method, const std::string& type, const std::string& body,
                   std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--header", "Content-Type: " + type, "--data-binary", body});
    return curl("/t.S/" + method, more);
  }

  Hall hall;
  TemporaryFile ca{identities().authority.certificate_pem};
};

TEST_F(Curl, SpeaksJson) {
  EXPECT_EQ(send("Change", "application/json", "\"Đại hội\""), "\"Đại hội\"200");
  EXPECT_EQ(send("Number", "application/json", "\"9007199254740993\""), "\"9007199254740993\"200");
  EXPECT_EQ(send("Blob", "application/json", "\"/wAB\""), "\"/wAB\"200");
}

TEST_F(Curl, SpeaksBinary) {
  EXPECT_EQ(send("Change", "application/proto", "\x0a\x01x"), "\x0a\x01x200");
}

TEST_F(Curl, CallsAMethodWithoutEffectByGet) {
  EXPECT_EQ(curl("/t.S/Echo?connect=v1&encoding=json&message=%22x%22"), "\"x\"200");
  EXPECT_EQ(curl("/t.S/Echo?connect=v1&encoding=proto&base64=1&message=CgF4"), "\x0a\x01x200");
  EXPECT_TRUE(curl("/t.S/Change?connect=v1&encoding=json&message=%22x%22").ends_with("405"));
}

TEST_F(Curl, GetsErrorsAsJsonInBothLanguages) {
  const std::string answer = send("Refuse", "application/proto", "");
  ASSERT_TRUE(answer.ends_with("400")) << answer;
  const auto json = nlohmann::json::parse(answer.substr(0, answer.size() - 3));
  EXPECT_EQ(json["code"], "failed_precondition");
  EXPECT_EQ(json["message"], "Từ chối / Refused [a.b]");
  EXPECT_EQ(json["details"][0]["debug"]["code"], "test_refused");
}

TEST_F(Curl, IsRefusedWhatIsNotThere) {
  EXPECT_TRUE(curl("/").ends_with("404"));
  EXPECT_TRUE(curl("/index.html").ends_with("404"));
  EXPECT_TRUE(send("Nothing", "application/json", "{}").ends_with("404"));
  EXPECT_TRUE(send("Change", "text/plain", "x").ends_with("415"));
  EXPECT_TRUE(send("Change", "application/json", "\"\"", {"--header", "Content-Encoding: gzip"})
                  .ends_with("501"));
}

TEST_F(Curl, FollowsAStreamOfJson) {
  const std::string request = std::string("\0\0\0\0\x03", 5) + "\"2\"";
  const TemporaryFile file(request);
  const std::string answer = curl(
      "/t.S/Count",
      {"--header", "Content-Type: application/connect+json", "--data-binary", "@" + file.path()});
  EXPECT_EQ(answer, std::string("\0\0\0\0\x03\"0\"\0\0\0\0\x03\"1\"\x02\0\0\0\x02{}200", 26));
}

TEST_F(Curl, SendsALargeBodyAfterBeingAskedToGoOn) {
  const TemporaryFile file(json_text(std::string(1'900'000, 'x')));
  const std::string answer =
      curl("/t.S/Change", {"--header", "Content-Type: application/json", "--header",
                           "Expect: 100-continue", "--data-binary", "@" + file.path()});
  EXPECT_EQ(answer.size(), 1'900'005U);
}

TEST_F(Curl, IsToldThatABodyIsTooLarge) {
  const TemporaryFile file(std::string(3'000'000, 'x'));
  for (const char* framing : {"Expect:", "Transfer-Encoding: chunked"}) {
    const std::string answer =
        curl("/t.S/Change", {"--header", "Content-Type: application/json", "--header", framing,
                             "--data-binary", "@" + file.path()});
    EXPECT_TRUE(answer.ends_with("429")) << answer;
    EXPECT_NE(answer.find("http_too_large"), std::string::npos) << answer;
  }
}

TEST_F(Curl, ReadsHealthAndMetricsOnTheSameMachine) {
  EXPECT_EQ(curl("/healthz"), "ok\n200");
  send("Change", "application/json", "\"\"");
  const std::string metrics = curl("/metrics");
  EXPECT_NE(metrics.find("homphieu_http_requests_total{code=\"ok\",path=\"/t.S/Change\"} 1"),
            std::string::npos)
      << metrics;
}

TEST_F(Curl, GetsTheFieldsOfSecurityWithEveryAnswer) {
  for (const char* target : {"/healthz", "/nothing", "/t.S/Change"}) {
    const std::string answer = curl(target, {"--include"});
    for (const char* field :
         {"Strict-Transport-Security: max-age=63072000", "X-Content-Type-Options: nosniff",
          "Content-Security-Policy: default-src 'none'", "Cache-Control: no-store",
          "Referrer-Policy: no-referrer"}) {
      EXPECT_NE(answer.find(field), std::string::npos) << target << answer;
    }
  }
}

TEST_F(Curl, DoesNotTrustTheServerUnderAnotherAuthority) {
  const SystemClock clock;
  const TemporaryFile other(make_authority("Test authority", clock)->certificate_pem);
  const auto ran = run_program({"curl", "--silent", "--cacert", other.path(), "--max-time", "20",
                                "https://localhost:" + std::to_string(hall.port()) + "/healthz"});
  EXPECT_EQ(ran.status, 60);
}

TEST_F(Curl, OldVersionsOfTlsAreRefused) {
  const std::string to = "127.0.0.1:" + std::to_string(hall.port());
  const auto with = [&](const std::string& version) {
    return run_program({"openssl", "s_client", "-connect", to, version, "-CAfile", ca.path(),
                        "-verify_return_error"});
  };
  EXPECT_EQ(with("-tls1_3").status, 0);
  const auto old = with("-tls1_2");
  EXPECT_NE(old.status, 0);
  EXPECT_NE(old.output.find("alert protocol version"), std::string::npos) << old.output;
}

TEST_F(Curl, ACallerThatSpeaksAnotherProtocolAloneIsRefusedInTheHandshake) {
  const auto ran = run_program({"openssl", "s_client", "-connect",
                                "127.0.0.1:" + std::to_string(hall.port()), "-alpn", "h2"});
  EXPECT_NE(ran.output.find("no application protocol"), std::string::npos) << ran.output;
}

}  // namespace
}  // namespace hp::http
