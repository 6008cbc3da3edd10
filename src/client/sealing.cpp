#include "client/sealing.h"

#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::client {

Result<v1::Signature> signature_over(const v1::Envelope& envelope, const crypto::Signer& signer) {
  const Bytes message =
      journal::pre_authentication(envelope.payload_type(), view(envelope.payload()));
  HP_ASSIGN(const crypto::SignatureBytes bytes, signer.sign(message));
  v1::Signature out;
  out.set_key_id(to_string(signer.key_id()));
  out.set_signature(to_string(bytes));
  return out;
}

Result<v1::Envelope> seal_payload(std::string_view type, Bytes payload,
                                  const std::vector<const crypto::Signer*>& signers) {
  v1::Envelope out;
  out.set_payload_type(std::string(type));
  out.set_payload(to_string(payload));
  for (const crypto::Signer* signer : signers) {
    HP_ASSIGN(const v1::Signature one, signature_over(out, *signer));
    journal::add_signature(out, signer->key_id(), view(one.signature()));
  }
  return out;
}

Result<v1::Envelope> seal(const v1::Command& command,
                          const std::vector<const crypto::Signer*>& signers) {
  return seal_payload(journal::kCommandType, journal::encode_canonical(command), signers);
}

CommandId new_command_id(const crypto::Random& random) {
  CommandId out{};
  random(out);
  return out;
}

}  // namespace hp::client
