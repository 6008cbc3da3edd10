// Certificates of the people and seals that sign minutes (X.509, RFC 5280).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "base/time.h"

struct x509_st;

namespace hp::pki {

// Who a certificate names. `uid` is the subject's userId (RFC 4519): for certificates of a
// congress's own authority what uid_of_person and uid_of_seal give, else whatever it holds. Each is
// empty where the certificate has none, or several of its kind.
struct Subject {
  std::string common_name;
  std::string uid;
  std::string organisation;
};
std::string uid_of_person(const Hash& congress, std::string_view person);
std::string uid_of_seal(const Hash& congress);

struct Validity {
  UnixMs from, to;  // whole seconds count
};

class Certificate {
 public:
  // Fail with `certificate_form`; a key that may not sign minutes fails with `certificate_key`.
  static Result<Certificate> from_der(ByteView der);
  // One that OpenSSL has read already: shared, not read again.
  static Result<Certificate> of(const x509_st* x509);
  static Result<Certificate> from_pem(std::string_view pem);  // the first in it

  Bytes der() const;
  std::string pem() const;
  Hash fingerprint() const;  // SHA-256 of the DER
  Subject subject() const;
  Validity validity() const;
  bool is_authority() const;        // basicConstraints CA
  bool may_sign_documents() const;  // by its uses, where they are there, and no authority
  Bytes public_key() const;         // SubjectPublicKeyInfo, DER
  const x509_st* x509() const { return x509_.get(); }

 private:
  std::shared_ptr<const x509_st> x509_;
};

// Whether two certificates are for one key, in whatever form they write it.
bool same_key(const Certificate& one, const Certificate& other);

// All certificates of a PEM file, in order; at least one. Fails as from_pem.
Result<std::vector<Certificate>> certificates_of_pem(std::string_view pem);

// Fails with `signature_wrong` where the signature over the message does not hold under the
// certificate's key: RSA with PKCS#1 v1.5 and SHA-256, or ECDSA with SHA-256 (DER).
Result<void> check_signature(const Certificate& certificate, ByteView message, ByteView signature);

}  // namespace hp::pki
