// A hall's own certificate authority and the certificate of its server: ECDSA P-256, X.509 v3.
// Phones and tablets trust the authority once; officials compare its fingerprint with the one
// that the server printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "base/time.h"

namespace hp::http {

// A certificate with its private key (PKCS #8, not encrypted: the file is for its owner alone).
struct Identity {
  std::string certificate_pem;
  std::string key_pem;
};

// A new authority for ten years. `name` is its common name: "Hòm Phiếu – Đại hội Phường 5".
// Fails with `kHttpCertificate`.
Result<Identity> make_authority(std::string_view name, const Clock& clock);

// A certificate of that authority for one year. `hosts` are names and addresses that clients use:
// "hall.local", "192.168.1.7", "::1"; at least one.
// Fails with `kHttpTlsMaterial` where the authority can't be read, `kHttpHostName` where a host is
// neither a name nor an address, `kHttpCertificate` where making it fails.
Result<Identity> issue(const Identity& authority, const std::vector<std::string>& hosts,
                       const Clock& clock);

// SHA-256 of the first certificate (DER) in the text. Fails with `kHttpTlsMaterial`.
Result<Hash> fingerprint(std::string_view certificate_pem);

// When that certificate ends. Fails with `kHttpTlsMaterial`.
Result<UnixMs> valid_until(std::string_view certificate_pem);

}  // namespace hp::http
