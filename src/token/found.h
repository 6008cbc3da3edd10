// What is on a token, and which of it is meant: plain values.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace hp::token {

enum class KeyKind : std::uint8_t {
  kUnusable,   // any other algorithm, length or curve; or not known before a login
  kRsaSha256,  // RSA of 2048 bits or more; PKCS#1 v1.5 with SHA-256 (RFC 8017 section 8.2)
  kEcdsaP256,  // P-256 with SHA-256; the signature as a DER Ecdsa-Sig-Value (RFC 5753)
};

// A key as it is seen without a PIN: by its public half, its certificate, or itself.
struct FoundKey {
  Bytes id = {};           // CKA_ID: what Choice.key_id names
  std::string label = {};  // CKA_LABEL, for people
  KeyKind kind = KeyKind::kUnusable;
  Bytes certificate = {};  // DER as the token gave it, unchecked; empty: none of this id

  friend bool operator==(const FoundKey&, const FoundKey&) = default;
};

struct Found {
  std::string label = {}, serial = {}, manufacturer = {}, model = {};
  bool needs_pin = false;  // ask the person for it and hand it to `sign`
  bool pin_pad = false;    // the reader asks for the PIN by itself: `sign` takes an empty one
  bool pin_locked = false;
  bool pin_final_try = false;  // one more wrong PIN locks the token
  bool pin_count_low = false;  // a wrong PIN was given since the last right one
  std::vector<FoundKey> keys = {};

  friend bool operator==(const Found&, const Found&) = default;
};

// One key on one token. An empty label or serial fits every token: `sign` fails with
// `token_ambiguous` where two are left.
struct Choice {
  std::filesystem::path module = {};  // the token's PKCS#11 module, a shared library
  std::string label = {};             // of the token
  std::string serial = {};
  Bytes key_id = {};
  bool even_final_try = false;  // use the PIN though a wrong one would lock the token
};

}  // namespace hp::token
