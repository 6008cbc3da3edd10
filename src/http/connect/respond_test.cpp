#include "http/connect/respond.h"

#include <google/protobuf/wrappers.pb.h>
#include <gtest/gtest.h>
#include <homphieu/v1/error.pb.h>

#include <array>

#include "http/codes.h"
#include "http/connect/base64.h"
#include "http/connect/envelope.h"
#include "http/connect/error_json.h"
#include "http/connect/kit.h"
#include "http/connect/page.h"
#include "http/connect/status.h"
#include "http/connect/wire.h"

namespace hp::http::connect {
namespace {

using std::chrono::milliseconds;

constexpr ErrorCode kRefused{"test_refused", Status::kFailedPrecondition, "Từ chối", "Refused"};
constexpr ErrorCode kFault{"test_fault", Status::kInternal, "Lỗi", "Fault"};

template <class Message, class Value>
Result<std::unique_ptr<connect::Message>> message(Value value) {
  auto out = std::make_unique<Message>();
  out->set_value(std::move(value));
  return std::unique_ptr<connect::Message>(std::move(out));
}

TEST(Respond, AMessageIsWrittenInTheCodecOfItsRequest) {
  using google::protobuf::BytesValue;
  using google::protobuf::UInt64Value;
  const Response binary = respond(Codec::kProto, message<Text>(std::string("x")), {});
  EXPECT_EQ(binary.status, 200U);
  EXPECT_EQ(find(binary.fields, "Content-Type"), "application/proto");
  EXPECT_EQ(binary.body, proto("x"));
  // 64 bits do not fit into a number of JSON, and bytes are base64.
  const Response number =
      respond(Codec::kJson, message<UInt64Value>(std::uint64_t{9'007'199'254'740'993}), {});
  EXPECT_EQ(find(number.fields, "Content-Type"), "application/json");
  EXPECT_EQ(number.body, "\"9007199254740993\"");
  EXPECT_EQ(respond(Codec::kJson, message<BytesValue>(std::string("\xff\x00\x01", 3)), {}).body,
            "\"/wAB\"");
}

TEST(Respond, AnErrorIsJsonWithItsDetailWhateverTheCodec) {
  const Response response =
      respond(Codec::kProto, fail(kRefused, "envelope.payload", "7 > 5"), milliseconds(0));
  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.outcome, "failed_precondition");
  EXPECT_EQ(find(response.fields, "Content-Type"), "application/json");
  EXPECT_TRUE(find(response.fields, "Retry-After").empty());
  const auto json = nlohmann::json::parse(response.body);
  EXPECT_EQ(json["code"], "failed_precondition");
  EXPECT_EQ(json["message"], "Từ chối / Refused [envelope.payload]");
  ASSERT_EQ(json["details"].size(), 1U);
  EXPECT_EQ(json["details"][0]["type"], "homphieu.v1.ErrorDetail");
  const auto value = json["details"][0]["value"].get<std::string>();
  EXPECT_EQ(value.find('='), std::string::npos);
  homphieu::v1::ErrorDetail detail;
  ASSERT_TRUE(detail.ParseFromString(*from_base64(value)));
  EXPECT_EQ(detail.code(), "test_refused");
  EXPECT_EQ(detail.field(), "envelope.payload");
  EXPECT_EQ(detail.vi(), "Từ chối");
  EXPECT_EQ(detail.en(), "Refused");
  EXPECT_EQ(detail.detail(), "7 > 5");
  EXPECT_EQ(json["details"][0]["debug"]["code"], "test_refused");
}

TEST(Respond, ABusyServerSaysWhenToComeAgainInTheFieldAndInTheDetail) {
  const Response response = refuse_unary(fail(codes::kHttpBusy).error(), milliseconds(1200));
  EXPECT_EQ(response.status, 429U);
  EXPECT_EQ(find(response.fields, "Retry-After"), "2");
  EXPECT_EQ(read_error(response.body, 429)->retry_after, milliseconds(1200));
}

TEST(Respond, WhatAFaultInsideSaysStaysInside) {
  const std::string body = error_json(fail(kFault, "", "database password").error(), {});
  EXPECT_EQ(body.find("password"), std::string::npos);
  EXPECT_EQ(code_in(body), "test_fault");
}

TEST(Respond, TextThatIsNotUtf8NeitherThrowsNorBreaksTheJson) {
  const std::string body = error_json(fail(kRefused, "\xff\xfe", "\xc3").error(), {});
  EXPECT_TRUE(nlohmann::json::accept(body));
  const auto answer = respond(Codec::kProto, message<Text>(std::string("\xff")), {});
  EXPECT_TRUE(answer.status == 200U || answer.status == 500U);
}

TEST(Respond, EveryCodeHasItsNameAndHttpStatus) {
  struct Row {
    Status status;
    const char* name;
    unsigned http;
  };
  // connectrpc.com/docs/protocol
  constexpr std::array<Row, 16> kTable{{{Status::kCanceled, "canceled", 499},
                                        {Status::kUnknown, "unknown", 500},
                                        {Status::kInvalidArgument, "invalid_argument", 400},
                                        {Status::kDeadlineExceeded, "deadline_exceeded", 504},
                                        {Status::kNotFound, "not_found", 404},
                                        {Status::kAlreadyExists, "already_exists", 409},
                                        {Status::kPermissionDenied, "permission_denied", 403},
                                        {Status::kResourceExhausted, "resource_exhausted", 429},
                                        {Status::kFailedPrecondition, "failed_precondition", 400},
                                        {Status::kAborted, "aborted", 409},
                                        {Status::kOutOfRange, "out_of_range", 400},
                                        {Status::kUnimplemented, "unimplemented", 501},
                                        {Status::kInternal, "internal", 500},
                                        {Status::kUnavailable, "unavailable", 503},
                                        {Status::kDataLoss, "data_loss", 500},
                                        {Status::kUnauthenticated, "unauthenticated", 401}}};
  for (const Row& row : kTable) {
    const ErrorCode code{"c", row.status, "v", "e"};
    const Response response = refuse_unary(fail(code).error(), {});
    EXPECT_EQ(response.status, row.http) << row.name;
    EXPECT_EQ(nlohmann::json::parse(response.body)["code"], row.name);
    EXPECT_EQ(status_named(row.name), row.status);
    EXPECT_EQ(read_error(response.body, 500)->status, row.status);
  }
  EXPECT_FALSE(status_named("ok").has_value());
}

TEST(Respond, AStreamThatIsRefusedIsItsEndAlone) {
  rpc::Registry registry = methods();
  const auto call = decide(post("/t.S/Watch", "application/connect+json"), registry);
  const Response response = refuse(*call, fail(codes::kHttpBusy).error(), milliseconds(500));
  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(find(response.fields, "Content-Type"), "application/connect+json");
  ASSERT_GT(response.body.size(), kPrefixBytes);
  EXPECT_EQ(response.body[0], kEnd);
  const auto end = read_end(response.body.substr(kPrefixBytes));
  ASSERT_TRUE(end.has_value() && end->has_value());
  EXPECT_EQ((*end)->code, "http_busy");
  EXPECT_EQ((*end)->retry_after, milliseconds(500));
}

TEST(Respond, EveryHeadCarriesTheFieldsOfSecurity) {
  const std::string head = head_text(plain(200, "text/plain", "abc"), Framing::kLength, false);
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"));
  EXPECT_TRUE(head.ends_with("\r\nContent-Length: 3\r\nConnection: close\r\n\r\n"));
  for (const char* field :
       {"Strict-Transport-Security: max-age=", "Content-Security-Policy: default-src 'none'",
        "X-Content-Type-Options: nosniff", "Cache-Control: no-store",
        "Referrer-Policy: no-referrer"}) {
    EXPECT_NE(head.find(field), std::string::npos) << field;
  }
  const std::string chunked = head_text({}, Framing::kChunked, true);
  EXPECT_EQ(chunked.find("Content-Length"), std::string::npos);
  EXPECT_EQ(chunked.find("Connection"), std::string::npos);
  EXPECT_EQ(chunk(std::string(26, 'x')), "1a\r\n" + std::string(26, 'x') + "\r\n");
}

TEST(Page, HealthIsForEveryoneAndMetricsForThisMachineAlone) {
  const auto metrics = [] { return std::string("m"); };
  EXPECT_EQ(page(get("/healthz"), {false, false, metrics})->status, 200U);
  EXPECT_EQ(page(get("/healthz"), {false, true, metrics})->status, 503U);
  EXPECT_EQ(page(get("/metrics"), {true, false, metrics})->body, "m");
  EXPECT_FALSE(page(get("/metrics"), {false, false, metrics}).has_value());
  EXPECT_FALSE(page(get("/metrics?x"), {true, false, metrics}).has_value());
  EXPECT_FALSE(page({"POST", "/healthz", {}}, {true, false, metrics}).has_value());
}

}  // namespace
}  // namespace hp::http::connect
