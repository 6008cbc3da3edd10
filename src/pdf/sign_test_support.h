// Signed papers for tests, with a DER value of no meaning where a signature would be.
#pragma once

#include "pdf/make.h"
#include "pdf/sample.h"
#include "pdf/sign.h"
#include "pdf/signed.h"
#include "pdf/test_support.h"

namespace hp::pdf::testing {

// SEQUENCE { OCTET STRING } of `size` bytes in all, 8 to 65,000.
inline Bytes dummy_der(std::size_t size, std::uint8_t fill = 0xA5) {
  Bytes out(size, fill);
  const auto put = [&out](std::size_t at, std::uint8_t tag, std::size_t length) {
    out[at] = tag;
    out[at + 1] = 0x82;
    out[at + 2] = static_cast<std::uint8_t>(length >> 8U);
    out[at + 3] = static_cast<std::uint8_t>(length);
  };
  put(0, 0x30, size - 4);
  put(4, 0x04, size - 8);
  return out;
}

inline SignatureRequest request(const std::string& field) {
  return {.field = field,
          .name = "Nguyễn Văn An",
          .reason = "Chủ tịch",
          .location = "Đà Nẵng",
          .at = {1595900100000}};
}

inline Bytes signed_by(ByteView file, const SignatureRequest& wanted, std::size_t size = 1500) {
  auto open = begin_signature(file, wanted, fonts());
  EXPECT_TRUE(open.has_value()) << describe(open.error(), Language::kEnglish);
  if (!open) return {};
  return finish_signature(std::move(*open), dummy_der(size)).value();
}

// The sample with one visible and `fields` invisible signature fields of little content.
inline Bytes base(int fields = 3) {
  return make(sample(3, fields), fonts()).value();
}

inline Signed read_back(ByteView file) {
  auto it = read_signed(file);
  EXPECT_TRUE(it.has_value()) << describe(it.error(), Language::kEnglish);
  return it.value_or(Signed{});
}

}  // namespace hp::pdf::testing
