// A key that signs minutes, in a file on its owner's own machine.
#pragma once

#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/secret.h"

struct evp_pkey_st;

namespace hp::pki {

enum class KeyKind { kRsa3072, kP256 };

class PrivateKey {
 public:
  static PrivateKey generate(KeyKind kind = KeyKind::kRsa3072);

  // PKCS#8 in PEM, encrypted or not. Fails with `signing_key`; also where the file is encrypted
  // and the passphrase is empty.
  static Result<PrivateKey> from_pem(std::string_view pem, ByteView passphrase);

  // PKCS#8 in PEM, encrypted with AES-256-CBC under PBKDF2 (RFC 8018), so that `openssl` reads it
  // too. The passphrase is not empty.
  crypto::Secret pem(ByteView passphrase) const;

  Bytes public_key() const;  // SubjectPublicKeyInfo, DER

  // RSA: PKCS#1 v1.5 with SHA-256. P-256: ECDSA with SHA-256, DER.
  Bytes sign(ByteView message) const;

  evp_pkey_st* key() const { return key_.get(); }

 private:
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace hp::pki
