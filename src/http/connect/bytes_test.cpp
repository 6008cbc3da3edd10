// Base64, queries, envelopes and errors as they are read back.
#include <gtest/gtest.h>

#include "http/codes.h"
#include "http/connect/base64.h"
#include "http/connect/envelope.h"
#include "http/connect/error_json.h"
#include "http/connect/query.h"

namespace hp::http::connect {
namespace {

TEST(Base64, IsThatOfTheRfcWithoutPadding) {
  // RFC 4648 section 10.
  EXPECT_EQ(base64(view("")), "");
  EXPECT_EQ(base64(view("f")), "Zg");
  EXPECT_EQ(base64(view("fo")), "Zm8");
  EXPECT_EQ(base64(view("foo")), "Zm9v");
  EXPECT_EQ(base64(view("foob")), "Zm9vYg");
  EXPECT_EQ(base64(view("fooba")), "Zm9vYmE");
  EXPECT_EQ(base64(view("foobar")), "Zm9vYmFy");
}

TEST(Base64, ReadsBothAlphabetsWithPaddingOrWithout) {
  EXPECT_EQ(from_base64("Zm8="), "fo");
  EXPECT_EQ(from_base64("Zm8"), "fo");
  EXPECT_EQ(from_base64("Zg=="), "f");
  EXPECT_EQ(from_base64("-_8"), "\xfb\xff");
  EXPECT_EQ(from_base64("+/8"), "\xfb\xff");
  for (const char* bad : {"Z", "Zg=", "Zm8==", "Z===", "Zm9v=", "Zm 8", "Zh", "Zm9", "=", "===="}) {
    EXPECT_FALSE(from_base64(bad).has_value()) << bad;
  }
}

TEST(Base64, GivesBackEveryByte) {
  std::string all;
  for (int i = 0; i < 256; ++i) {
    all += static_cast<char>(i);
    EXPECT_EQ(from_base64(base64(view(all))), all);
  }
}

TEST(Query, IsReadWithItsEscapes) {
  const auto query = read_query("a=1&b=x%20y+z&c&=&&d=%25%C4%90");
  ASSERT_TRUE(query.has_value());
  EXPECT_EQ(query->at("a"), "1");
  EXPECT_EQ(query->at("b"), "x y z");
  EXPECT_EQ(query->at("c"), "");
  EXPECT_EQ(query->at("d"), "%Đ");
  EXPECT_TRUE(read_query("")->empty());
  for (const char* bad : {"a=%", "a=%4", "a=%g0", "a=1&a=2", "%61=1&a=2", "a=%-1"}) {
    EXPECT_FALSE(read_query(bad).has_value()) << bad;
  }
}

TEST(Envelope, ComesOutWholeHoweverItsBytesCome) {
  const std::string stream = envelope(0, "first") + envelope(0, "") + envelope(kEnd, "{}");
  for (std::size_t step = 1; step <= stream.size(); ++step) {
    EnvelopeReader reader(10);
    std::vector<std::string> seen;
    for (std::size_t at = 0; at < stream.size(); at += step) {
      reader.feed(std::string_view(stream).substr(at, step));
      while (auto next = reader.next().value()) {
        seen.push_back(std::to_string(next->flags) + next->payload);
      }
    }
    EXPECT_EQ(seen, (std::vector<std::string>{"0first", "0", "2{}"})) << step;
  }
}

TEST(Envelope, OneLongerThanAllowedIsRefusedBeforeItCame) {
  EnvelopeReader reader(10);
  reader.feed(std::string("\0\0\0\0\x0b", 5));
  EXPECT_TRUE(reader.next().error().is(codes::kHttpAnswer));
  EnvelopeReader huge(10);
  huge.feed(std::string("\0\xff\xff\xff\xff", 5));
  EXPECT_TRUE(huge.next().error().is(codes::kHttpAnswer));
}

TEST(ErrorJson, AnErrorOfAnotherServerIsReadAsFarAsItGoes) {
  EXPECT_FALSE(read_error("<html>", 502).has_value());
  EXPECT_FALSE(read_error("[]", 502).has_value());
  EXPECT_EQ(read_error("{}", 502)->status, Status::kUnavailable);
  EXPECT_EQ(read_error("{}", 404)->status, Status::kUnimplemented);
  EXPECT_EQ(read_error(R"({"code":5,"message":[],"details":{}})", 401)->status,
            Status::kUnauthenticated);
  const auto plain =
      read_error(R"({"code":"aborted","message":"m","details":[1,{"type":2}]})", 500);
  EXPECT_EQ(plain->status, Status::kAborted);
  EXPECT_EQ(plain->en, "m");
  EXPECT_EQ(plain->code, "");
}

TEST(ErrorJson, TheEndOfAStreamIsGoodAnErrorOrUnreadable) {
  EXPECT_FALSE(read_end("{}")->has_value());
  EXPECT_FALSE(read_end(R"({"metadata":{"a":["b"]}})")->has_value());
  EXPECT_EQ(read_end(R"({"error":{"code":"unavailable"}})").value()->status, Status::kUnavailable);
  for (const char* bad : {"", "[]", "{", "{\"error\":5}"}) {
    EXPECT_TRUE(read_end(bad).error().is(codes::kHttpAnswer)) << bad;
  }
}

}  // namespace
}  // namespace hp::http::connect
