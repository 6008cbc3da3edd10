#include "crypto/hash.h"

#include <openssl/core_names.h>
#include <openssl/sha.h>

#include "crypto/openssl.h"

namespace hp::crypto {

Hash sha256(ByteView bytes) {
  Hash out{};
  SHA256(bytes.data(), bytes.size(), out.data());
  return out;
}

Bytes transcript(std::string_view tag, const std::vector<ByteView>& fields) {
  std::size_t size = 8 + tag.size();
  for (const ByteView field : fields) size += 8 + field.size();
  Bytes out;
  out.reserve(size);
  const auto add = [&](ByteView field) {
    append(out, u64_be(field.size()));
    append(out, field);
  };
  add(view(tag));
  for (const ByteView field : fields) add(field);
  return out;
}

Hash hash_of(std::string_view tag, const std::vector<ByteView>& fields) {
  return sha256(transcript(tag, fields));
}

Secret hkdf(ByteView secret, ByteView salt, ByteView info, std::size_t size) {
  const openssl::Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
  const openssl::KdfContext context(EVP_KDF_CTX_new(kdf.get()));
  const auto octets = [](const char* name, ByteView bytes) {
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t*>(bytes.data()),
                                             bytes.size());
  };
  char digest[] = "SHA256";
  std::vector<OSSL_PARAM> parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
      octets(OSSL_KDF_PARAM_KEY, secret), octets(OSSL_KDF_PARAM_INFO, info)};
  if (!salt.empty()) parameters.push_back(octets(OSSL_KDF_PARAM_SALT, salt));
  parameters.push_back(OSSL_PARAM_construct_end());
  Secret out(size);
  openssl::must(EVP_KDF_derive(context.get(), out.bytes().data(), size, parameters.data()));
  return out;
}

}  // namespace hp::crypto
