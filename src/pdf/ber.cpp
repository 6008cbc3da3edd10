#include "pdf/ber.h"

namespace hp::pdf {
namespace {

struct Header {
  std::size_t size = 0;
  std::optional<std::size_t> length;  // of what follows; none: up to two zeros
};

// Tags of one byte alone, as CMS has them; lengths of four bytes at most.
std::optional<Header> header_of(ByteView bytes) {
  if (bytes.size() < 2 || (bytes[0] & 0x1FU) == 0x1FU) return std::nullopt;
  const std::uint8_t first = bytes[1];
  if (first < 0x80) return Header{2, first};
  if (first == 0x80) {
    const bool constructed = (bytes[0] & 0x20U) != 0;
    return constructed ? std::optional(Header{2, std::nullopt}) : std::nullopt;
  }
  const std::size_t count = first & 0x7FU;
  if (count > 4 || bytes.size() < 2 + count) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < count; ++i) length = length << 8U | bytes[2 + i];
  return Header{2 + count, length};
}

}  // namespace

std::optional<std::size_t> ber_sequence(ByteView bytes) {
  constexpr int kDepth = 32;
  if (bytes.empty() || bytes[0] != 0x30) return std::nullopt;
  std::size_t at = 0;
  int open = 0;  // values of indefinite length
  do {
    const ByteView rest = bytes.subspan(at);
    if (open > 0 && rest.size() >= 2 && rest[0] == 0 && rest[1] == 0) {
      at += 2;
      --open;
      continue;
    }
    const auto header = header_of(rest);
    if (!header) return std::nullopt;
    at += header->size;
    if (!header->length) {
      if (++open > kDepth) return std::nullopt;
      continue;
    }
    if (*header->length > bytes.size() - at) return std::nullopt;
    at += *header->length;
  } while (open > 0);
  return at;
}

}  // namespace hp::pdf
