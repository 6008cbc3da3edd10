#include "http/connect/decide.h"

#include <gtest/gtest.h>

#include "http/codes.h"
#include "http/connect/envelope.h"
#include "http/connect/kit.h"

namespace hp::http::connect {
namespace {

const rpc::Registry& registry() {
  static const rpc::Registry filled = methods();
  return filled;
}

std::expected<Accepted, Response> decided(const Head& head) {
  return decide(head, registry());
}

// The refusal's HTTP status and code, "200 ok" where there is none.
std::string refusal(const Head& head) {
  const auto decision = decided(head);
  if (decision.has_value()) return "200 ok";
  const Response& response = decision.error();
  const bool stream = find(response.fields, "Content-Type").starts_with("application/connect+");
  return std::to_string(response.status) + " " +
         code_in(stream ? response.body.substr(kPrefixBytes) : response.body);
}

TEST(Decide, APostInEitherCodecIsACallOfItsMethod) {
  const auto binary = decided(post("/t.S/Change", "application/proto"));
  ASSERT_TRUE(binary.has_value());
  EXPECT_EQ(binary->method->path, "/t.S/Change");
  EXPECT_EQ(binary->codec, Codec::kProto);
  EXPECT_EQ(value_of(read_request(*binary, proto("x"))), "x");
  const auto json = decided(post("/t.S/Change", "application/json; charset=utf-8"));
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ(value_of(read_request(*json, "\"Đại hội\"")), "Đại hội");
}

TEST(Decide, OnlyRegisteredPathsExist) {
  for (const char* target : {"/", "/t.S/Other", "/t.S/Read/", "//t.S/Read", "/T.S/read", "*", "",
                             "https://localhost/t.S/Read", "/t.S/%52ead", "/../t.S/Read"}) {
    EXPECT_EQ(refusal(post(target, "application/proto")), "404 rpc_unknown_method") << target;
    EXPECT_EQ(refusal(get(target)), "404 rpc_unknown_method") << target;
  }
}

TEST(Decide, OtherContentTypesAreRefusedWithThoseThatAreTaken) {
  for (const char* type :
       {"", "text/plain", "application/grpc", "application/x-protobuf", "application/connect+proto",
        "application/proto; x=y", "application/json; charset=latin1", "application/jsonx"}) {
    EXPECT_EQ(refusal(post("/t.S/Change", type)), "415 http_content_type") << type;
  }
  EXPECT_EQ(refusal(post("/t.S/Watch", "application/proto")), "415 http_content_type");
  EXPECT_EQ(find(decided(post("/t.S/Change", "x")).error().fields, "accept-post"),
            "application/proto, application/json");
  EXPECT_EQ(find(decided(post("/t.S/Watch", "x")).error().fields, "accept-post"),
            "application/connect+proto, application/connect+json");
}

TEST(Decide, OtherHttpMethodsAreRefusedWithThoseThatAreTaken) {
  EXPECT_EQ(refusal(get("/t.S/Change?connect=v1&encoding=json&message=%22%22")), "405 http_method");
  EXPECT_EQ(find(decided(get("/t.S/Change")).error().fields, "Allow"), "POST");
  EXPECT_EQ(find(decided({"PUT", "/t.S/Read", {}}).error().fields, "Allow"), "GET, POST");
  EXPECT_EQ(find(decided(get("/t.S/Watch")).error().fields, "Allow"), "POST");
  for (const char* method : {"PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "post", "CONNECT"}) {
    EXPECT_EQ(refusal({method, "/t.S/Read", {}}), "405 http_method") << method;
  }
}

TEST(Decide, AMethodWithoutEffectIsAlsoCalledByGet) {
  const auto json = decided(get("/t.S/Read?connect=v1&encoding=json&message=%22a+b%26%22"));
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ(value_of(read_request(*json, "")), "a b&");
  // CgFh is the message with value "a".
  for (const char* message : {"CgFh", "CgFh%3D%3D"}) {
    const auto binary =
        decided(get(std::string("/t.S/Read?encoding=proto&base64=1&connect=v1&message=") +
                    (std::string(message) == "CgFh" ? "CgFh" : "CgJhYg%3D%3D")));
    ASSERT_TRUE(binary.has_value());
    EXPECT_EQ(value_of(read_request(*binary, "")).substr(0, 1), "a");
  }
}

TEST(Decide, AGetThatIsNotOfThisProtocolIsRefused) {
  const std::string path = "/t.S/Read?";
  EXPECT_EQ(refusal(get("/t.S/Read")), "400 http_version");
  EXPECT_EQ(refusal(get(path + "connect=v2&encoding=json&message=%22%22")), "400 http_version");
  EXPECT_EQ(refusal(get(path + "connect=v1&encoding=xml&message=")), "415 http_content_type");
  EXPECT_EQ(refusal(get(path + "connect=v1&encoding=json")), "400 http_message");
  EXPECT_EQ(refusal(get(path + "connect=v1&encoding=json&message=%2")), "400 http_message");
  EXPECT_EQ(refusal(get(path + "connect=v1&encoding=json&message=%zz")), "400 http_message");
  EXPECT_EQ(refusal(get(path + "connect=v1&encoding=proto&base64=1&message=%21")),
            "400 http_message");
  EXPECT_EQ(refusal(get(path + "connect=v1&connect=v1&encoding=json&message=%22%22")),
            "400 http_message");
  EXPECT_EQ(refusal(get(path + "connect=v1&encoding=json&message=%22%22&compression=gzip")),
            "501 http_compressed");
}

TEST(Decide, CompressionIsRefusedButNotItsAbsence) {
  EXPECT_EQ(refusal(post("/t.S/Change", "application/proto", {{"content-encoding", "gzip"}})),
            "501 http_compressed");
  EXPECT_EQ(refusal(post("/t.S/Change", "application/proto", {{"Content-Encoding", "identity"}})),
            "200 ok");
  EXPECT_EQ(
      refusal(post("/t.S/Watch", "application/connect+json", {{"Connect-Content-Encoding", "br"}})),
      "200 http_compressed");
  const auto stream = decided(post("/t.S/Watch", "application/connect+proto"));
  std::string body = envelope(kCompressed, proto("x"));
  EXPECT_TRUE(read_request(*stream, body).error().is(codes::kHttpCompressed));
}

TEST(Decide, OnlyVersionOneOfTheProtocolIsSpoken) {
  const auto with = [](std::string version) {
    return refusal(
        post("/t.S/Change", "application/proto", {{"Connect-Protocol-Version", version}}));
  };
  EXPECT_EQ(with("1"), "200 ok");
  EXPECT_EQ(with("2"), "400 http_version");
  EXPECT_EQ(with("1, 1"), "400 http_version");
}

TEST(Decide, ATimeoutIsUpToTenDigits) {
  const auto with = [](std::string timeout) {
    return decided(post("/t.S/Change", "application/proto", {{"Connect-Timeout-Ms", timeout}}));
  };
  EXPECT_EQ(with("1500")->timeout, std::chrono::milliseconds(1500));
  EXPECT_EQ(with("0")->timeout, std::chrono::milliseconds(0));
  EXPECT_EQ(with("9999999999")->timeout, std::chrono::milliseconds(9'999'999'999));
  EXPECT_FALSE(decided(post("/t.S/Change", "application/proto"))->timeout.has_value());
  for (const char* bad : {"-1", "1s", "1.5", " 1", "+1", "99999999999", "0x10"}) {
    EXPECT_EQ(code_in(with(bad).error().body), "http_timeout_field") << bad;
  }
}

TEST(Decide, TheBearersTokenIsTakenFromItsSchemeAlone) {
  const auto bearer = [](std::string authorization) {
    return decided(post("/t.S/Change", "application/proto", {{"authorization", authorization}}))
        ->bearer;
  };
  EXPECT_EQ(bearer("Bearer abc"), "abc");
  EXPECT_EQ(bearer("bearer  abc "), "abc");
  EXPECT_EQ(bearer("Basic abc"), "");
  EXPECT_EQ(bearer("Bearer"), "");
  EXPECT_EQ(bearer("Bearerabc"), "");
}

TEST(Decide, AFieldThatMustBeSingleMayNotComeTwice) {
  for (const char* name : {"content-type", "Authorization", "Connect-Timeout-Ms", "Host"}) {
    EXPECT_EQ(refusal(post("/t.S/Change", "application/proto",
                           {{name, "application/proto"}, {name, "application/proto"}})),
              "400 http_request")
        << name;
  }
}

TEST(Decide, AStreamsRequestIsExactlyOneEnvelope) {
  const auto call = decided(post("/t.S/Watch", "application/connect+proto"));
  ASSERT_TRUE(call.has_value());
  const std::string one = envelope(0, proto("x"));
  EXPECT_EQ(value_of(read_request(*call, one)), "x");
  for (const std::string& body : {std::string(), one.substr(0, 4), one.substr(0, one.size() - 1),
                                  one + one, one + "x", envelope(kEnd, "{}"), envelope(64, "")}) {
    EXPECT_TRUE(read_request(*call, body).error().is(codes::kHttpMessage));
  }
}

TEST(Decide, AMessageThatCannotBeReadIsRefused) {
  const auto binary = decided(post("/t.S/Change", "application/proto"));
  for (const std::string& body :
       {std::string("\x0a\x05x"), std::string("\xff"), std::string("\x0a\x01\xff")}) {
    EXPECT_TRUE(read_request(*binary, body).error().is(codes::kHttpMessage));
  }
  const auto json = decided(post("/t.S/Change", "application/json"));
  for (const std::string& body : {std::string(), std::string("{"), std::string("[]"),
                                  std::string("\"\xff\""), std::string(100'000, '[')}) {
    EXPECT_TRUE(read_request(*json, body).error().is(codes::kHttpMessage)) << body.substr(0, 9);
  }
}

}  // namespace
}  // namespace hp::http::connect
