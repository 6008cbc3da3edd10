#include "pki/authority.h"

#include "pki/codes.h"
#include "pki/openssl.h"

namespace hp::pki {

using namespace openssl;

namespace {

constexpr std::size_t kNameLetters = 64;  // X.520, ub-common-name and ub-organization-name

std::string cut(std::string_view utf8, std::size_t letters) {
  std::size_t at = 0;
  while (at < utf8.size() && letters > 0) {
    ++at;
    while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80) ++at;
    --letters;
  }
  return std::string(utf8.substr(0, at));
}

void add(X509_NAME* name, int nid, std::string_view text) {
  if (text.empty()) return;
  must(X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8,
                                  reinterpret_cast<const unsigned char*>(text.data()),
                                  static_cast<int>(text.size()), -1, 0));
}

NamePtr name_of(const Subject& subject) {
  NamePtr name(X509_NAME_new());
  add(name.get(), NID_countryName, "VN");
  add(name.get(), NID_organizationName, cut(subject.organisation, kNameLetters));
  add(name.get(), NID_commonName, cut(subject.common_name, kNameLetters));
  add(name.get(), NID_userId, subject.uid);
  return name;
}

void extend(X509* x509, X509V3_CTX& context, int nid, const char* value) {
  const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
  if (extension == nullptr) throw std::runtime_error("OpenSSL failed");
  must(X509_add_ext(x509, extension.get(), -1));
}

// Everything but the extensions and the signature.
X509Ptr begin(EVP_PKEY* key, const X509_NAME* subject, const X509_NAME* issuer, Validity validity) {
  X509Ptr x509(X509_new());
  must(X509_set_version(x509.get(), X509_VERSION_3));
  std::array<std::uint8_t, 16> serial{};
  must(RAND_bytes(serial.data(), static_cast<int>(serial.size())));
  serial[0] = static_cast<std::uint8_t>((serial[0] & 0x7F) | 0x40);  // positive, of full length
  const Number number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
  if (BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x509.get())) == nullptr) {
    throw std::runtime_error("OpenSSL failed");
  }
  must(ASN1_TIME_set(X509_getm_notBefore(x509.get()), seconds(validity.from)) != nullptr);
  must(ASN1_TIME_set(X509_getm_notAfter(x509.get()), seconds(validity.to)) != nullptr);
  must(X509_set_subject_name(x509.get(), subject));
  must(X509_set_issuer_name(x509.get(), issuer));
  must(X509_set_pubkey(x509.get(), key));
  return x509;
}

Certificate finish(X509* x509, const PrivateKey& key) {
  if (X509_sign(x509, key.key(), EVP_sha256()) <= 0) throw std::runtime_error("OpenSSL failed");
  return Certificate::from_der(der_of(x509, i2d_X509)).value();
}

RequestPtr request_of(ByteView bytes) {
  RequestPtr request = openssl::from_der<RequestPtr>(bytes, d2i_X509_REQ);
  if (request == nullptr) {
    const BioPtr bio = reading(bytes);
    request.reset(PEM_read_bio_X509_REQ(bio.get(), nullptr, nullptr, nullptr));
  }
  ERR_clear_error();
  return request;
}

}  // namespace

Certificate make_authority(const PrivateKey& key, const Subject& subject, Validity validity) {
  const NamePtr name = name_of(subject);
  const X509Ptr x509 = begin(key.key(), name.get(), name.get(), validity);
  X509V3_CTX context{};
  X509V3_set_ctx(&context, x509.get(), x509.get(), nullptr, nullptr, 0);
  extend(x509.get(), context, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  extend(x509.get(), context, NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(x509.get(), context, NID_subject_key_identifier, "hash");
  extend(x509.get(), context, NID_authority_key_identifier, "keyid:always");
  return finish(x509.get(), key);
}

Bytes make_request(const PrivateKey& key, const Subject& subject) {
  const RequestPtr request(X509_REQ_new());
  must(X509_REQ_set_version(request.get(), X509_REQ_VERSION_1));
  must(X509_REQ_set_subject_name(request.get(), name_of(subject).get()));
  must(X509_REQ_set_pubkey(request.get(), key.key()));
  if (X509_REQ_sign(request.get(), key.key(), EVP_sha256()) <= 0) {
    throw std::runtime_error("OpenSSL failed");
  }
  return der_of(request.get(), i2d_X509_REQ);
}

Result<Request> read_request(ByteView der_or_pem) {
  const RequestPtr request = request_of(der_or_pem);
  if (request == nullptr) return fail(codes::kCertificateRequest);
  EVP_PKEY* key = X509_REQ_get0_pubkey(request.get());
  if (key == nullptr || X509_REQ_verify(request.get(), key) != 1) {
    ERR_clear_error();
    return fail(codes::kCertificateRequest);
  }
  // A throw-away certificate around it, which only serves to read names and judge the key.
  const X509_NAME* name = X509_REQ_get_subject_name(request.get());
  const X509Ptr around = begin(key, name, name, {UnixMs{0}, UnixMs{1000}});
  const Key nobody(EVP_EC_gen("P-256"));
  if (X509_sign(around.get(), nobody.get(), EVP_sha256()) <= 0) {
    throw std::runtime_error("OpenSSL failed");
  }
  HP_ASSIGN(const Certificate read, Certificate::from_der(der_of(around.get(), i2d_X509)));
  return Request{read.subject(), read.public_key()};
}

Result<Certificate> issue(const Certificate& authority, const PrivateKey& key, ByteView public_key,
                          const Subject& subject, Validity validity, Use use) {
  if (authority.public_key() != key.public_key()) return fail(codes::kSigningKeyOther);
  const unsigned char* at = public_key.data();
  const Key subject_key(d2i_PUBKEY(nullptr, &at, static_cast<long>(public_key.size())));
  if (subject_key == nullptr) {
    ERR_clear_error();
    return fail(codes::kCertificateKey);
  }
  auto* issuer = const_cast<X509*>(authority.x509());
  const X509Ptr x509 =
      begin(subject_key.get(), name_of(subject).get(), X509_get_subject_name(issuer), validity);
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, x509.get(), nullptr, nullptr, 0);
  extend(x509.get(), context, NID_basic_constraints, "critical,CA:FALSE");
  extend(x509.get(), context, NID_key_usage,
         use == Use::kDocuments ? "critical,digitalSignature,nonRepudiation"
                                : "critical,digitalSignature");
  if (use == Use::kTimestamps)
    extend(x509.get(), context, NID_ext_key_usage, "critical,timeStamping");
  extend(x509.get(), context, NID_subject_key_identifier, "hash");
  extend(x509.get(), context, NID_authority_key_identifier, "keyid:always");
  return finish(x509.get(), key);
}

}  // namespace hp::pki
