#include "token/frame.h"

#include <algorithm>
#include <array>

#include "token/codes.h"

namespace hp::token {
namespace {

std::array<std::uint8_t, 4> big_endian(std::size_t number) {
  return {static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
          static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
}

}  // namespace

std::size_t body_size(std::span<const std::uint8_t, kFrameHead> head) {
  std::size_t size = 0;
  for (const std::uint8_t byte : head) size = size << 8 | byte;
  return size;
}

void FrameWriter::put(ByteView raw) {
  fits_ = fits_ && raw.size() <= buffer_.size() - used_;
  if (!fits_) return;
  std::ranges::copy(raw, buffer_.bytes().subspan(used_).begin());
  used_ += raw.size();
}

FrameWriter& FrameWriter::u8(std::uint8_t number) {
  put(ByteView(&number, 1));
  return *this;
}

FrameWriter& FrameWriter::u32(std::uint32_t number) {
  put(big_endian(number));
  return *this;
}

FrameWriter& FrameWriter::bytes(ByteView bytes) {
  put(big_endian(bytes.size()));
  put(bytes);
  return *this;
}

Result<ByteView> FrameWriter::frame() {
  if (!fits_) return fail(codes::kTokenTooLong);
  std::ranges::copy(big_endian(used_ - kFrameHead), buffer_.bytes().begin());
  return buffer_.view().first(used_);
}

ByteView FrameReader::take(std::size_t size) {
  good_ = good_ && size <= rest_.size();
  if (!good_) return {};
  const ByteView taken = rest_.first(size);
  rest_ = rest_.subspan(size);
  return taken;
}

std::uint8_t FrameReader::u8() {
  const ByteView raw = take(1);
  return raw.empty() ? 0 : raw.front();
}

std::uint32_t FrameReader::u32() {
  std::uint32_t number = 0;
  for (const std::uint8_t byte : take(4)) number = number << 8 | byte;
  return number;
}

ByteView FrameReader::bytes(std::size_t limit) {
  const std::uint32_t size = u32();
  good_ = good_ && size <= limit;
  return good_ ? take(size) : ByteView{};
}

}  // namespace hp::token
