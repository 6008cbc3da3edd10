#include "crypto/text_form.h"

#include "crypto/codes.h"

namespace hp::crypto {
namespace {

constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::uint32_t kPrime = 1021;  // the largest below 32²

// Values of base-32 characters, zero bits added at the end.
std::vector<std::uint8_t> characters_of(ByteView bytes) {
  std::vector<std::uint8_t> out((bytes.size() * 8 + 4) / 5);
  for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
    const int bit = bytes[i / 8] >> (7 - i % 8) & 1;
    out[i / 5] = static_cast<std::uint8_t>(out[i / 5] | bit << (4 - i % 5));
  }
  return out;
}

std::uint32_t remainder(const std::vector<std::uint8_t>& characters) {
  std::uint32_t out = 0;
  for (const std::uint8_t c : characters) out = (out * 32 + c) % kPrime;
  return out;
}

std::string in_groups(const std::vector<std::uint8_t>& characters) {
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (i != 0 && i % 4 == 0) out += '-';
    out += kCrockford[characters[i]];
  }
  return out;
}

// The value of a character as typed, or −1.
int value_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'I' || c == 'L') return 1;
  if (c == 'O') return 0;
  const std::size_t found = kCrockford.find(c);
  return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

}  // namespace

std::string text_form(ByteView bytes) {
  std::vector<std::uint8_t> characters = characters_of(bytes);
  const std::uint32_t rest = remainder(characters) * 1024 % kPrime;
  const std::uint32_t check = (kPrime + 1 - rest) % kPrime;
  characters.push_back(static_cast<std::uint8_t>(check / 32));
  characters.push_back(static_cast<std::uint8_t>(check % 32));
  return in_groups(characters);
}

Result<Bytes> read_text_form(std::string_view text, std::size_t size) {
  std::vector<std::uint8_t> characters;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    const int value = value_of(c);
    if (value < 0) return fail(codes::kTextForm, "", "character");
    characters.push_back(static_cast<std::uint8_t>(value));
  }
  const std::size_t data = (size * 8 + 4) / 5;
  if (characters.size() != data + 2) return fail(codes::kTextForm, "", "length");
  // The check is 0 … 1020: no text has two.
  const int check = characters[data] * 32 + characters[data + 1];
  if (check >= static_cast<int>(kPrime) || remainder(characters) != 1) {
    return fail(codes::kTextForm, "", "check");
  }
  Bytes out(size);
  for (std::size_t i = 0; i < data * 5; ++i) {
    const int bit = characters[i / 5] >> (4 - i % 5) & 1;
    if (i < size * 8) {
      out[i / 8] = static_cast<std::uint8_t>(out[i / 8] | bit << (7 - i % 8));
    } else if (bit != 0) {
      return fail(codes::kTextForm, "", "padding");
    }
  }
  return out;
}

std::string tracker(const Hash& payload_hash) {
  return in_groups(characters_of(ByteView(payload_hash).first(10)));
}

}  // namespace hp::crypto
