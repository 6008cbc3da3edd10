#include "crypto/base64.h"

#include <openssl/evp.h>

#include "crypto/codes.h"

namespace hp::crypto {

std::string to_base64(ByteView bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');  // and the zero that OpenSSL writes
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes.data(),
                                     static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

Result<Bytes> from_base64(std::string_view text) {
  constexpr std::size_t kMost = std::size_t{1} << 30;
  if (text.size() % 4 != 0 || text.size() > kMost) return fail(codes::kNotBase64);
  Bytes out(text.size() / 4 * 3);
  const int length = EVP_DecodeBlock(out.data(), view(text).data(), static_cast<int>(text.size()));
  if (length < 0 || static_cast<std::size_t>(length) != out.size()) return fail(codes::kNotBase64);
  const auto padding = text.size() - (text.find_last_not_of('=') + 1);
  if (padding > 2) return fail(codes::kNotBase64);
  out.resize(out.size() - padding);
  if (to_base64(out) != text) return fail(codes::kNotBase64);
  return out;
}

}  // namespace hp::crypto
