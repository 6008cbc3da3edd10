#include "pdf/digest.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <memory>
#include <stdexcept>

namespace hp::pdf {

Hash sha256(ByteView bytes) {
  Hash out{};
  SHA256(bytes.data(), bytes.size(), out.data());
  return out;
}

Hash sha256(ByteView first, ByteView second) {
  const std::unique_ptr<EVP_MD_CTX, decltype([](EVP_MD_CTX* one) { EVP_MD_CTX_free(one); })>
      context(EVP_MD_CTX_new());
  Hash out{};
  if (context == nullptr || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1 ||
      EVP_DigestUpdate(context.get(), first.data(), first.size()) != 1 ||
      EVP_DigestUpdate(context.get(), second.data(), second.size()) != 1 ||
      EVP_DigestFinal_ex(context.get(), out.data(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL can't make a SHA-256");
  }
  return out;
}

}  // namespace hp::pdf
