#include "token/message.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "token/codes.h"

namespace hp::token {
namespace {

constexpr std::string_view kHello = "homphieu token 1";

// What a helper may say.
constexpr std::array kCodes = {
    &codes::kTokenModule,     &codes::kTokenAnswer,      &codes::kTokenFailed,
    &codes::kTokenGone,       &codes::kTokenNotFound,    &codes::kTokenAmbiguous,
    &codes::kTokenPinWrong,   &codes::kTokenPinFinalTry, &codes::kTokenLocked,
    &codes::kTokenKeyMissing, &codes::kTokenKeyKind,     &codes::kTokenTooLong,
};

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// The second set of control characters, U+0080 to U+009F, is C2 80 to C2 9F.
bool is_second_control(std::string_view text, std::size_t i) {
  return text[i] == '\xc2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
}

bool is_clean(std::string_view text) {
  if (!is_utf8(text)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_control(text[i]) || is_second_control(text, i)) return false;
  }
  return true;
}

std::uint8_t flags_of(const Found& token) {
  const bool flags[] = {token.needs_pin, token.pin_pad, token.pin_locked, token.pin_final_try,
                        token.pin_count_low};
  std::uint8_t out = 0;
  for (const bool flag : flags) out = static_cast<std::uint8_t>(out << 1 | (flag ? 1 : 0));
  return out;
}

bool read(FrameReader& from, Found& token) {
  token.label = from.text(kTextLimit);
  token.serial = from.text(kTextLimit);
  token.manufacturer = from.text(kTextLimit);
  token.model = from.text(kTextLimit);
  const std::uint8_t flags = from.u8();
  token.needs_pin = (flags & 16) != 0;
  token.pin_pad = (flags & 8) != 0;
  token.pin_locked = (flags & 4) != 0;
  token.pin_final_try = (flags & 2) != 0;
  token.pin_count_low = (flags & 1) != 0;
  return flags < 32 && is_clean(token.label) && is_clean(token.serial) &&
         is_clean(token.manufacturer) && is_clean(token.model);
}

bool read(FrameReader& from, FoundKey& key) {
  key.id = to_bytes(from.bytes(kIdLimit));
  key.label = from.text(kTextLimit);
  const std::uint8_t kind = from.u8();
  key.kind = static_cast<KeyKind>(kind);
  key.certificate = to_bytes(from.bytes(kCertificateLimit));
  return kind <= static_cast<std::uint8_t>(KeyKind::kEcdsaP256) && is_clean(key.label);
}

bool read(FrameReader& from, Error& error) {
  const std::string name = from.text(kTextLimit);
  const auto* const code = std::ranges::find(kCodes, name, [](auto* known) { return known->name; });
  if (code == kCodes.end()) return false;
  error.code = *code;
  error.detail = from.text(kTextLimit);
  return is_clean(error.detail);
}

}  // namespace

void write(FrameWriter& to, const Request& request) {
  to.u8(static_cast<std::uint8_t>(request.kind))
      .u32(request.milliseconds)
      .text(request.choice.module.native());
  if (request.kind == Request::Kind::kList) return;
  to.text(request.choice.label)
      .text(request.choice.serial)
      .bytes(request.choice.key_id)
      .u8(request.choice.even_final_try ? 1 : 0)
      .bytes(request.pin)
      .bytes(request.message);
}

std::optional<Request> read_request(ByteView body) {
  FrameReader from(body);
  Request request;
  request.kind = static_cast<Request::Kind>(from.u8());
  request.milliseconds = from.u32();
  request.choice.module = from.text(kPathLimit);
  bool good = request.kind == Request::Kind::kList;
  if (request.kind == Request::Kind::kSign) {
    request.choice.label = from.text(kTextLimit);
    request.choice.serial = from.text(kTextLimit);
    request.choice.key_id = to_bytes(from.bytes(kIdLimit));
    const std::uint8_t even_final_try = from.u8();
    request.choice.even_final_try = even_final_try == 1;
    request.pin = from.bytes(kPinLimit);
    request.message = from.bytes(kMessageLimit);
    good = even_final_try <= 1;
  }
  if (!good || !from.done()) return std::nullopt;
  return request;
}

void write(FrameWriter& to, const Answer& answer) {
  to.u8(static_cast<std::uint8_t>(answer.kind));
  switch (answer.kind) {
    case Answer::Kind::kHello:
      to.text(kHello);
      break;
    case Answer::Kind::kToken:
      to.text(answer.token.label)
          .text(answer.token.serial)
          .text(answer.token.manufacturer)
          .text(answer.token.model)
          .u8(flags_of(answer.token));
      break;
    case Answer::Kind::kKey:
      to.bytes(answer.key.id)
          .text(answer.key.label)
          .u8(static_cast<std::uint8_t>(answer.key.kind))
          .bytes(answer.key.certificate);
      break;
    case Answer::Kind::kEnd:
      break;
    case Answer::Kind::kSignature:
      to.bytes(answer.signature);
      break;
    case Answer::Kind::kError:
      to.text(answer.error.code->name).text(answer.error.detail);
      break;
  }
}

std::optional<Answer> read_answer(ByteView body) {
  FrameReader from(body);
  Answer answer;
  answer.kind = static_cast<Answer::Kind>(from.u8());
  bool good = false;
  switch (answer.kind) {
    case Answer::Kind::kHello:
      good = from.text(kTextLimit) == kHello;
      break;
    case Answer::Kind::kToken:
      good = read(from, answer.token);
      break;
    case Answer::Kind::kKey:
      good = read(from, answer.key);
      break;
    case Answer::Kind::kEnd:
      good = true;
      break;
    case Answer::Kind::kSignature:
      answer.signature = to_bytes(from.bytes(kSignatureLimit));
      good = !answer.signature.empty();
      break;
    case Answer::Kind::kError:
      good = read(from, answer.error);
      break;
  }
  if (!good || !from.done()) return std::nullopt;
  return answer;
}

std::string clean(std::string_view text) {
  text = text.substr(0, kTextLimit / 4);  // normal form may make it longer
  while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.remove_suffix(1);
  std::string out(text);
  const bool utf8 = is_utf8(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (utf8 && is_second_control(text, i)) {
      out[i] = '?';
      out[i + 1] = '?';
    }
    if (is_control(out[i]) || (!utf8 && (out[i] & 0x80) != 0)) out[i] = '?';
  }
  return to_nfc(out).value_or(std::string(out.size(), '?'));
}

}  // namespace hp::token
