#include "crypto/ed25519.h"

#include "crypto/codes.h"
#include "crypto/openssl.h"

namespace hp::crypto {

using openssl::must;

struct LogKey::Parts {
  Secret seed;
  openssl::Key key;
};

LogKey::LogKey(Secret seed) {
  openssl::Key key(
      EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.view().data(), seed.size()));
  if (!key) throw std::runtime_error("OpenSSL failed");
  parts_ = std::make_unique<Parts>(std::move(seed), std::move(key));
}

LogKey::LogKey(LogKey&&) noexcept = default;
LogKey& LogKey::operator=(LogKey&&) noexcept = default;
LogKey::~LogKey() = default;

LogKey LogKey::generate(const Random& random) {
  Secret seed(32);
  random(seed.bytes());
  return LogKey(std::move(seed));
}

Result<LogKey> LogKey::from_seed(ByteView bytes) {
  if (bytes.size() != 32) return fail(codes::kGroupElement, "", "length");
  return LogKey(Secret::copy(bytes));
}

std::array<std::uint8_t, 32> LogKey::public_key() const {
  std::array<std::uint8_t, 32> out{};
  std::size_t size = out.size();
  must(EVP_PKEY_get_raw_public_key(parts_->key.get(), out.data(), &size));
  return out;
}

Secret LogKey::seed() const {
  return Secret::copy(parts_->seed);
}

std::array<std::uint8_t, 64> LogKey::sign(ByteView message) const {
  const openssl::Digest digest(EVP_MD_CTX_new());
  must(EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, parts_->key.get()));
  std::array<std::uint8_t, 64> out{};
  std::size_t size = out.size();
  must(EVP_DigestSign(digest.get(), out.data(), &size, message.data(), message.size()));
  return out;
}

bool verify_ed25519(ByteView public_key, ByteView message, ByteView signature) {
  if (public_key.size() != 32 || signature.size() != 64) return false;
  const openssl::Key key(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, public_key.data(), 32));
  const openssl::Digest digest(EVP_MD_CTX_new());
  return key && digest &&
         EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(digest.get(), signature.data(), signature.size(), message.data(),
                          message.size()) == 1;
}

}  // namespace hp::crypto
