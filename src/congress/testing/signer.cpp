#include "congress/testing/signer.h"

#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::congress {

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
