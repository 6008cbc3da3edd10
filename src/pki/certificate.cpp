#include "pki/certificate.h"

#include "base/hex.h"
#include "crypto/codes.h"
#include "crypto/hash.h"
#include "pki/codes.h"
#include "pki/openssl.h"

namespace hp::pki {

using namespace openssl;

namespace {

std::shared_ptr<const x509_st> shared(X509Ptr x509) {
  return {x509.release(), [](const x509_st* one) { X509_free(const_cast<X509*>(one)); }};
}

// The key, if it is of a kind and size that minutes take.
bool fits(EVP_PKEY* key) {
  if (key == nullptr) return false;
  if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) return EVP_PKEY_get_bits(key) >= 2048;
  char group[32] = {};
  std::size_t length = 0;
  return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
         EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 &&
         std::string_view(group, length) == "prime256v1";
}

// The only part of this kind; of several none counts, since readers would choose differently.
std::string text_of(X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0 || X509_NAME_get_index_by_NID(name, nid, at) >= 0) return "";
  unsigned char* utf8 = nullptr;
  const int length =
      ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  if (length < 0) {
    ERR_clear_error();
    return "";
  }
  std::string text(reinterpret_cast<char*>(utf8), static_cast<std::size_t>(length));
  OPENSSL_free(utf8);
  return text;
}

UnixMs time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  const std::time_t at = timegm(&parts);
  return {at < 0 ? 0 : static_cast<std::uint64_t>(at) * 1000};
}

X509* plain(const x509_st* x509) {
  return const_cast<X509*>(x509);  // OpenSSL's readers cache in it, under its own lock
}

// Whether it is for machines alone: servers, programs, timestamps, answers about revocation. One
// without extended uses, or with any for people or unknown here, is not.
bool is_of_machine(const x509_st* x509) {
  const std::unique_ptr<EXTENDED_KEY_USAGE, Freed<EXTENDED_KEY_USAGE_free>> uses(
      static_cast<EXTENDED_KEY_USAGE*>(
          X509_get_ext_d2i(x509, NID_ext_key_usage, nullptr, nullptr)));
  for (int i = 0; i < sk_ASN1_OBJECT_num(uses.get()); ++i) {
    switch (OBJ_obj2nid(sk_ASN1_OBJECT_value(uses.get(), i))) {
      case NID_server_auth:
      case NID_code_sign:
      case NID_time_stamp:
      case NID_OCSP_sign:
        break;
      default:
        return false;
    }
  }
  return uses != nullptr;
}

}  // namespace

std::string uid_of_person(const Hash& congress, std::string_view person) {
  return "homphieu:" + to_hex(congress) + "/person/" + std::string(person);
}

std::string uid_of_seal(const Hash& congress) {
  return "homphieu:" + to_hex(congress) + "/seal";
}

Result<Certificate> Certificate::of(const x509_st* x509) {
  if (!fits(X509_get0_pubkey(x509))) {
    ERR_clear_error();
    return fail(codes::kCertificateKey);
  }
  must(X509_up_ref(plain(x509)));
  Certificate out;
  out.x509_ = shared(X509Ptr(plain(x509)));
  return out;
}

Result<Certificate> Certificate::from_der(ByteView der) {
  X509Ptr x509 = openssl::from_der<X509Ptr>(der, d2i_X509);
  if (x509 == nullptr) return fail(codes::kCertificateForm);
  if (!fits(X509_get0_pubkey(x509.get()))) {
    ERR_clear_error();
    return fail(codes::kCertificateKey);
  }
  Certificate made;
  made.x509_ = shared(std::move(x509));
  return made;
}

Result<Certificate> Certificate::from_pem(std::string_view pem) {
  HP_ASSIGN(const auto all, certificates_of_pem(pem));
  return all.front();
}

Bytes Certificate::der() const {
  return der_of(plain(x509()), i2d_X509);
}

std::string Certificate::pem() const {
  const BioPtr bio(BIO_new(BIO_s_mem()));
  must(PEM_write_bio_X509(bio.get(), plain(x509())));
  char* text = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

Hash Certificate::fingerprint() const {
  return crypto::sha256(der());
}

Subject Certificate::subject() const {
  X509_NAME* name = X509_get_subject_name(plain(x509()));
  return {text_of(name, NID_commonName), text_of(name, NID_userId),
          text_of(name, NID_organizationName)};
}

Validity Certificate::validity() const {
  return {time_of(X509_get0_notBefore(x509())), time_of(X509_get0_notAfter(x509()))};
}

bool Certificate::is_authority() const {
  return X509_check_ca(plain(x509())) == 1;
}

bool Certificate::may_sign_documents() const {
  // Without the extension OpenSSL says that every use is allowed.
  const std::uint32_t usage = X509_get_key_usage(plain(x509()));
  return !is_authority() && (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0 &&
         !is_of_machine(x509());
}

Bytes Certificate::public_key() const {
  return der_of(X509_get0_pubkey(x509()), i2d_PUBKEY);
}

bool same_key(const Certificate& one, const Certificate& other) {
  const bool same = EVP_PKEY_eq(X509_get0_pubkey(one.x509()), X509_get0_pubkey(other.x509())) == 1;
  ERR_clear_error();  // of two kinds is an error to OpenSSL
  return same;
}

Result<std::vector<Certificate>> certificates_of_pem(std::string_view pem) {
  const BioPtr bio = reading(view(pem));
  std::vector<Certificate> all;
  while (X509Ptr one{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)}) {
    HP_ASSIGN(Certificate read, Certificate::from_der(der_of(one.get(), i2d_X509)));
    all.push_back(std::move(read));
  }
  ERR_clear_error();  // the end of the file is an error to OpenSSL
  if (all.empty()) return fail(codes::kCertificateForm);
  return all;
}

Result<void> check_signature(const Certificate& certificate, ByteView message, ByteView signature) {
  const Digest digest(EVP_MD_CTX_new());
  must(EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr,
                            X509_get0_pubkey(certificate.x509())));
  const int ok = EVP_DigestVerify(digest.get(), signature.data(), signature.size(), message.data(),
                                  message.size());
  ERR_clear_error();
  if (ok != 1) return fail(codes::kSignatureWrong);
  return {};
}

}  // namespace hp::pki
