#include "pki/timestamp.h"

#include "crypto/hash.h"
#include "pki/codes.h"
#include "pki/exact_form.h"
#include "pki/signer_info.h"

namespace hp::pki {

using namespace openssl;

namespace {

using TsRequest = std::unique_ptr<TS_REQ, Freed<TS_REQ_free>>;
using TsResponse = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;
using TsInfo = std::unique_ptr<TS_TST_INFO, Freed<TS_TST_INFO_free>>;
using TsVerify = std::unique_ptr<TS_VERIFY_CTX, Freed<TS_VERIFY_CTX_free>>;

ByteView octets(const ASN1_STRING* text) {
  return {ASN1_STRING_get0_data(text), static_cast<std::size_t>(ASN1_STRING_length(text))};
}

Hash imprint_of(const OneSigner& one) {
  return crypto::sha256(octets(CMS_SignerInfo_get0_signature(one.signer)));
}

bool imprints(TS_MSG_IMPRINT* imprint, const Hash& hash) {
  return OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(imprint)->algorithm) == NID_sha256 &&
         equal(octets(TS_MSG_IMPRINT_get_msg(imprint)), hash);
}

std::optional<UnixMs> time_of(const TS_TST_INFO* info) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &parts) != 1) return std::nullopt;
  const std::time_t at = timegm(&parts);
  if (at < 0) return std::nullopt;
  return UnixMs{static_cast<std::uint64_t>(at) * 1000};
}

// SHA-2 throughout: the rules of the store hold for certificates alone.
bool is_strong(const PKCS7* token) {
  STACK_OF(PKCS7_SIGNER_INFO)* signers = PKCS7_get_signer_info(const_cast<PKCS7*>(token));
  for (int i = 0; i < sk_PKCS7_SIGNER_INFO_num(signers); ++i) {
    X509_ALGOR* digest = nullptr;
    PKCS7_SIGNER_INFO_get0_algs(sk_PKCS7_SIGNER_INFO_value(signers, i), nullptr, &digest, nullptr);
    const int kind = OBJ_obj2nid(digest->algorithm);
    if (kind != NID_sha256 && kind != NID_sha384 && kind != NID_sha512) return false;
  }
  return true;
}

// The token's signature and its authority: a certificate for timestamps alone (RFC 3161, 2.3),
// which was valid when it stamped.
bool trusted(PKCS7* token, const Trust& trust, UnixMs stamped) {
  if (!is_strong(token)) return false;
  const TsVerify context(TS_VERIFY_CTX_new());
  TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_SIGNATURE | TS_VFY_VERSION);
  TS_VERIFY_CTX_set_store(context.get(),
                          store_of({trust.roots, stamped}).release());  // owned by the context
  const bool ok = TS_RESP_verify_token(context.get(), token) == 1;
  ERR_clear_error();
  return ok;
}

}  // namespace

Result<Bytes> timestamp_request(ByteView cms) {
  HP_ASSIGN(const OneSigner one, one_signer(cms));
  const Hash hash = imprint_of(one);
  const TsRequest request(TS_REQ_new());
  must(TS_REQ_set_version(request.get(), 1));
  const std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>> imprint(TS_MSG_IMPRINT_new());
  const std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>> algorithm(X509_ALGOR_new());
  must(X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr));
  must(TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()));
  Hash copy = hash;
  must(TS_MSG_IMPRINT_set_msg(imprint.get(), copy.data(), static_cast<int>(copy.size())));
  must(TS_REQ_set_msg_imprint(request.get(), imprint.get()));
  std::array<std::uint8_t, 8> random{};
  must(RAND_bytes(random.data(), static_cast<int>(random.size())));
  const Number number(BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr));
  const std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>> nonce(
      BN_to_ASN1_INTEGER(number.get(), nullptr));
  must(TS_REQ_set_nonce(request.get(), nonce.get()));
  must(TS_REQ_set_cert_req(request.get(), 1));
  return der_of(request.get(), i2d_TS_REQ);
}

Result<Bytes> with_timestamp(ByteView cms, ByteView request, ByteView response) {
  HP_ASSIGN(const OneSigner one, one_signer(cms));
  const TsRequest asked = openssl::from_der<TsRequest>(request, d2i_TS_REQ);
  const TsResponse answer = openssl::from_der<TsResponse>(response, d2i_TS_RESP);
  if (asked == nullptr || answer == nullptr) return fail(codes::kTimestampForm);
  TS_TST_INFO* info = TS_RESP_get_tst_info(answer.get());
  PKCS7* token = TS_RESP_get_token(answer.get());
  if (info == nullptr || token == nullptr) return fail(codes::kTimestampForm);
  const ASN1_INTEGER* nonce = TS_TST_INFO_get_nonce(info);
  if (!imprints(TS_TST_INFO_get_msg_imprint(info), imprint_of(one)) || nonce == nullptr ||
      ASN1_INTEGER_cmp(nonce, TS_REQ_get_nonce(asked.get())) != 0) {
    return fail(codes::kTimestampOther);
  }
  const Bytes der = der_of(token, i2d_PKCS7);
  must(CMS_unsigned_add1_attr_by_NID(one.signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                     der.data(), static_cast<int>(der.size())));
  return der_of(one.cms.get(), i2d_CMS_ContentInfo);
}

Result<std::optional<UnixMs>> timestamp_of(const OneSigner& one, const Trust& trust) {
  std::optional<UnixMs> earliest;
  int at = -1;
  while ((at = CMS_unsigned_get_attr_by_NID(one.signer, NID_id_smime_aa_timeStampToken, at)) >= 0) {
    X509_ATTRIBUTE* attribute = CMS_unsigned_get_attr(one.signer, at);
    for (int i = 0; i < X509_ATTRIBUTE_count(attribute); ++i) {
      const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(attribute, i);
      if (value->type != V_ASN1_SEQUENCE) return fail(codes::kTimestampForm);
      const TokenPtr token = openssl::from_der<TokenPtr>(octets(value->value.sequence), d2i_PKCS7);
      const TsInfo info(token == nullptr ? nullptr : PKCS7_to_TS_TST_INFO(token.get()));
      ERR_clear_error();
      if (info == nullptr) return fail(codes::kTimestampForm);
      if (!imprints(TS_TST_INFO_get_msg_imprint(info.get()), imprint_of(one))) {
        return fail(codes::kTimestampOther);
      }
      const std::optional<UnixMs> time = time_of(info.get());
      if (!time.has_value()) return fail(codes::kTimestampForm);
      if (!trusted(token.get(), trust, *time)) return fail(codes::kTimestampUntrusted);
      if (!is_exact(octets(value->value.sequence), CmsKind::kTimestamp)) {
        return fail(codes::kTimestampForm, "exact");
      }
      if (!earliest.has_value() || *time < *earliest) earliest = time;
    }
  }
  return earliest;
}

}  // namespace hp::pki
