#include "congress/testing/signer.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

#include <algorithm>

#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::congress {

TestSigner::TestSigner()
    : key_(EVP_EC_gen("P-256"), [](void* key) { EVP_PKEY_free(static_cast<EVP_PKEY*>(key)); }) {
  std::size_t length = 0;
  EVP_PKEY_get_octet_string_param(static_cast<EVP_PKEY*>(key_.get()),
                                  OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY, point_.data(), point_.size(),
                                  &length);
}

Bytes TestSigner::sign(ByteView message) const {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  Bytes der(80);
  std::size_t length = der.size();
  EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, static_cast<EVP_PKEY*>(key_.get()));
  EVP_DigestSign(context, der.data(), &length, message.data(), message.size());
  EVP_MD_CTX_free(context);
  const unsigned char* at = der.data();
  ECDSA_SIG* signature = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(length));
  EC_GROUP* group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  BIGNUM* order = BN_dup(EC_GROUP_get0_order(group));
  BIGNUM* s = BN_dup(ECDSA_SIG_get0_s(signature));
  BIGNUM* other = BN_new();
  BN_sub(other, order, s);
  Bytes out(64);
  BN_bn2binpad(ECDSA_SIG_get0_r(signature), out.data(), 32);
  BN_bn2binpad(BN_cmp(s, other) > 0 ? other : s, out.data() + 32, 32);
  BN_free(other);
  BN_free(s);
  BN_free(order);
  EC_GROUP_free(group);
  ECDSA_SIG_free(signature);
  return out;
}

Bytes sealed(const v1::Command& command, const std::vector<const TestSigner*>& signers) {
  v1::Envelope envelope;
  envelope.set_payload_type(std::string(journal::kCommandType));
  const Bytes payload = journal::encode_canonical(command);
  envelope.set_payload(to_string(payload));
  const Bytes message = journal::pre_authentication(journal::kCommandType, payload);
  for (const TestSigner* signer : signers) {
    journal::add_signature(envelope, signer->key_id(), signer->sign(message));
  }
  return journal::encode_canonical(envelope);
}

}  // namespace hp::congress
