// What goes over the pipe, whole and damaged.
#include "token/message.h"

#include <random>

#include "token/test_support.h"

namespace hp::token {
namespace {

template <class T>
Bytes body_of(const T& message) {
  FrameWriter writer;
  write(writer, message);
  return to_bytes(writer.frame().value().subspan(kFrameHead));
}

std::vector<Bytes> answers() {
  Error error{&codes::kTokenGone, "", "C_Sign CKR_DEVICE_REMOVED"};
  return {
      body_of(Answer{.kind = Answer::Kind::kHello}),
      body_of(Answer{.kind = Answer::Kind::kToken,
                     .token = {.label = "Thẻ", .serial = "1", .pin_pad = true}}),
      body_of(Answer{.kind = Answer::Kind::kKey,
                     .key = {.id = {1}, .kind = KeyKind::kEcdsaP256, .certificate = {0x30, 0}}}),
      body_of(Answer{.kind = Answer::Kind::kSignature, .signature = {1, 2, 3}}),
      body_of(Answer{.kind = Answer::Kind::kError, .error = error}),
  };
}

Bytes request() {
  const Bytes pin = {'1', '2'};
  const Bytes message = {'m'};
  Request request{.kind = Request::Kind::kSign, .milliseconds = 30'000};
  request.choice = {.module = "/a.so", .label = "Thẻ", .serial = "1", .key_id = {7}};
  request.choice.even_final_try = true;
  request.pin = pin;
  request.message = message;
  return body_of(request);
}

TEST(Messages, ComeBackAsTheyWere) {
  const Bytes body = request();
  const std::optional<Request> read = read_request(body);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->milliseconds, 30'000U);
  EXPECT_EQ(read->choice.module, "/a.so");
  EXPECT_EQ(read->choice.label, "Thẻ");
  EXPECT_EQ(read->choice.key_id, Bytes{7});
  EXPECT_TRUE(read->choice.even_final_try);
  EXPECT_EQ(to_string(read->pin), "12");
  EXPECT_EQ(to_string(read->message), "m");
  EXPECT_TRUE(read_answer(answers()[1])->token.pin_pad);
  EXPECT_EQ(read_answer(answers()[2])->key.kind, KeyKind::kEcdsaP256);
  EXPECT_EQ(read_answer(answers()[4])->error.code, &codes::kTokenGone);
}

TEST(Messages, CutOrWithMoreBehindAreRefused) {
  std::vector<Bytes> bodies = answers();
  bodies.push_back(request());
  for (Bytes body : bodies) {
    for (std::size_t size = 0; size < body.size(); ++size) {
      const ByteView cut = ByteView(body).first(size);
      EXPECT_FALSE(read_answer(cut).has_value());
      EXPECT_FALSE(read_request(cut).has_value());
    }
    body.push_back(0);
    EXPECT_FALSE(read_answer(body).has_value());
    EXPECT_FALSE(read_request(body).has_value());
  }
}

// Whatever was changed: read to something within the limits, or refused, and nothing else.
TEST(Messages, WithAnyByteChangedAreReadOrRefused) {
  for (const Bytes& good : answers()) {
    for (std::size_t i = 0; i < good.size(); ++i) {
      for (int value = 0; value < 256; ++value) {
        Bytes body = good;
        body[i] = static_cast<std::uint8_t>(value);
        const std::optional<Answer> answer = read_answer(body);
        EXPECT_TRUE(!answer || answer->token.label.find('\n') == std::string::npos);
      }
    }
  }
  std::mt19937 random(5);
  for (int i = 0; i < 20'000; ++i) {
    Bytes body(random() % 40);
    for (std::uint8_t& byte : body) byte = static_cast<std::uint8_t>(random() % 8 == 0 ? 'T' : 0);
    read_answer(body);
    read_request(body);
  }
}

TEST(Messages, ThatDoNotFitAFrameAreNotSent) {
  FrameWriter writer;
  writer.bytes(Bytes(kFrameLimit - 4));
  EXPECT_TRUE(writer.frame().has_value());
  writer.u8(1);
  EXPECT_EQ(testing::said(writer.frame()), "token_too_long");
}

TEST(TextOfATokenIsClean, WithoutPaddingControlCharactersAndBrokenBytes) {
  EXPECT_EQ(clean("Thẻ ký      "), "Thẻ ký");
  EXPECT_EQ(clean(std::string_view("A\0\0 ", 4)), "A");
  EXPECT_EQ(clean("The\u0309"), "Thẻ");
  EXPECT_EQ(clean("a\nb\x7f"), "a?b?");
  EXPECT_EQ(clean("a\xc2\x9b"
                  "31m"),
            "a??31m");
  EXPECT_EQ(clean("Th\xe1\xbb"), "Th??");
  EXPECT_EQ(clean(""), "");
}

}  // namespace
}  // namespace hp::token
