#include "http/certificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>

#include "http/codes.h"

namespace hp::http {
namespace {

template <auto Free>
struct With {
  template <class T>
  void operator()(T* p) const {
    Free(p);
  }
};
using Cert = std::unique_ptr<X509, With<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, With<EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, With<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, With<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, With<BN_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, With<GENERAL_NAMES_free>>;

constexpr std::time_t kDay = 24 * 3600;
constexpr std::time_t kAuthorityDays = 3652;
constexpr std::time_t kServerDays = 365;

Bio reader(std::string_view text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Result<Cert> read_certificate(std::string_view pem) {
  const Bio bio = reader(pem);
  Cert cert(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
  ERR_clear_error();
  if (!cert) return fail(codes::kHttpTlsMaterial, "certificate");
  return cert;
}

// Never asks at the terminal for a passphrase.
int no_passphrase(char*, int, int, void*) {
  return -1;
}

Result<Key> read_key(std::string_view pem) {
  const Bio bio = reader(pem);
  Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, no_passphrase, nullptr));
  ERR_clear_error();
  if (!key) return fail(codes::kHttpTlsMaterial, "key");
  return key;
}

// Whether `host` may stand as a DNS name: letters, digits, hyphens, labels of 1 to 63.
bool is_dns_name(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  std::size_t label = 0;
  for (const char c : host) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '.') {
      if (label == 0) return false;
      label = 0;
    } else if (!(plain || (c == '-' && label > 0)) || ++label > 63) {
      return false;
    }
  }
  return label > 0;
}

Result<Names> alternative_names(const std::vector<std::string>& hosts) {
  Names names(sk_GENERAL_NAME_new_null());
  if (hosts.empty() || !names) return fail(codes::kHttpHostName, "hosts");
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    const std::string& host = hosts[i];
    GENERAL_NAME* name = GENERAL_NAME_new();
    sk_GENERAL_NAME_push(names.get(), name);
    if (ASN1_OCTET_STRING* address = a2i_IPADDRESS(host.c_str())) {
      GENERAL_NAME_set0_value(name, GEN_IPADD, address);
    } else if (is_dns_name(host)) {
      ASN1_IA5STRING* dns = ASN1_IA5STRING_new();
      ASN1_STRING_set(dns, host.data(), static_cast<int>(host.size()));
      GENERAL_NAME_set0_value(name, GEN_DNS, dns);
    } else {
      ERR_clear_error();
      return fail(codes::kHttpHostName, "hosts[" + std::to_string(i) + "]", host);
    }
  }
  ERR_clear_error();
  return names;
}

bool add_extension(X509* cert, X509* issuer, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, cert, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
  return extension && X509_add_ext(cert, extension.get(), -1) == 1;
}

// What both kinds of certificate share: version, serial number, name, days, key.
// Back-dated by a day, for clocks that are behind.
bool fill(X509* cert, EVP_PKEY* key, std::string_view name, const Clock& clock, std::time_t days) {
  std::array<unsigned char, 16> serial{};
  if (RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1) return false;
  serial[0] = static_cast<unsigned char>((serial[0] & 0x7f) | 0x40);
  const Number number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
  const auto now = static_cast<std::time_t>(clock.now().value / 1000);
  X509_NAME* subject = X509_get_subject_name(cert);
  return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(cert)) != nullptr &&
         X509_set_version(cert, X509_VERSION_3) == 1 &&
         X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name.data()),
                                    static_cast<int>(name.size()), -1, 0) == 1 &&
         ASN1_TIME_set(X509_getm_notBefore(cert), now - kDay) != nullptr &&
         ASN1_TIME_set(X509_getm_notAfter(cert), now + days * kDay) != nullptr &&
         X509_set_pubkey(cert, key) == 1;
}

Result<Identity> written(X509* cert, EVP_PKEY* key) {
  // The secure heap's BIO wipes the key's text when it is freed.
  const Bio certificate(BIO_new(BIO_s_mem()));
  const Bio secret(BIO_new(BIO_s_secmem()));
  if (PEM_write_bio_X509(certificate.get(), cert) != 1 ||
      PEM_write_bio_PKCS8PrivateKey(secret.get(), key, nullptr, nullptr, 0, nullptr, nullptr) !=
          1) {
    return fail(codes::kHttpCertificate);
  }
  return Identity{text_of(certificate.get()), text_of(secret.get())};
}

}  // namespace

Result<Identity> make_authority(std::string_view name, const Clock& clock) {
  const Key key(EVP_EC_gen("P-256"));
  const Cert cert(X509_new());
  if (!key || !cert || !fill(cert.get(), key.get(), name, clock, kAuthorityDays) ||
      X509_set_issuer_name(cert.get(), X509_get_subject_name(cert.get())) != 1 ||
      !add_extension(cert.get(), cert.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
      !add_extension(cert.get(), cert.get(), NID_key_usage, "critical,keyCertSign,cRLSign") ||
      !add_extension(cert.get(), cert.get(), NID_subject_key_identifier, "hash") ||
      X509_sign(cert.get(), key.get(), EVP_sha256()) == 0) {
    ERR_clear_error();
    return fail(codes::kHttpCertificate, "authority");
  }
  return written(cert.get(), key.get());
}

Result<Identity> issue(const Identity& authority, const std::vector<std::string>& hosts,
                       const Clock& clock) {
  HP_ASSIGN(const Cert issuer, read_certificate(authority.certificate_pem));
  HP_ASSIGN(const Key issuer_key, read_key(authority.key_pem));
  if (X509_check_private_key(issuer.get(), issuer_key.get()) != 1) {
    ERR_clear_error();
    return fail(codes::kHttpTlsMaterial, "authority");
  }
  HP_ASSIGN(const Names names, alternative_names(hosts));
  const Key key(EVP_EC_gen("P-256"));
  const Cert cert(X509_new());
  // A common name holds 64 characters at most; clients read the alternative names alone.
  const std::string_view name = std::string_view(hosts.front()).substr(0, 64);
  if (!key || !cert || !fill(cert.get(), key.get(), name, clock, kServerDays) ||
      X509_set_issuer_name(cert.get(), X509_get_subject_name(issuer.get())) != 1 ||
      !add_extension(cert.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE") ||
      !add_extension(cert.get(), issuer.get(), NID_key_usage, "critical,digitalSignature") ||
      !add_extension(cert.get(), issuer.get(), NID_ext_key_usage, "serverAuth") ||
      !add_extension(cert.get(), issuer.get(), NID_subject_key_identifier, "hash") ||
      !add_extension(cert.get(), issuer.get(), NID_authority_key_identifier, "keyid:always") ||
      X509_add1_ext_i2d(cert.get(), NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) !=
          1 ||
      X509_sign(cert.get(), issuer_key.get(), EVP_sha256()) == 0) {
    ERR_clear_error();
    return fail(codes::kHttpCertificate, "server");
  }
  return written(cert.get(), key.get());
}

Result<Hash> fingerprint(std::string_view certificate_pem) {
  HP_ASSIGN(const Cert cert, read_certificate(certificate_pem));
  Hash out{};
  unsigned size = 0;
  if (X509_digest(cert.get(), EVP_sha256(), out.data(), &size) != 1 || size != out.size()) {
    return fail(codes::kHttpTlsMaterial, "certificate");
  }
  return out;
}

Result<UnixMs> valid_until(std::string_view certificate_pem) {
  HP_ASSIGN(const Cert cert, read_certificate(certificate_pem));
  std::tm when{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(cert.get()), &when) != 1) {
    return fail(codes::kHttpTlsMaterial, "certificate");
  }
  return UnixMs{static_cast<std::uint64_t>(timegm(&when)) * 1000};
}

}  // namespace hp::http
