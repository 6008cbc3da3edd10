#include "journal/envelope.h"

#include <algorithm>
#include <string>
#include <vector>

#include "journal/canonical.h"

namespace hp::journal {

Bytes pre_authentication(std::string_view type, ByteView payload) {
  const std::string head = "DSSEv1 " + std::to_string(type.size()) + " " + std::string(type) + " " +
                           std::to_string(payload.size()) + " ";
  Bytes out = to_bytes(view(head));
  append(out, payload);
  return out;
}

Result<void> check_envelope(const v1::Envelope& envelope) {
  if (envelope.payload_type() != kCommandType) return fail(codes::kPayloadType, "payload_type");
  if (envelope.signatures().empty()) return fail(codes::kSignatureForm, "signatures");
  for (int i = 0; i < envelope.signatures_size(); ++i) {
    const v1::Signature& one = envelope.signatures(i);
    const bool in_order = i == 0 || envelope.signatures(i - 1).key_id() < one.key_id();
    if (one.key_id().size() != 32 || one.signature().size() != 64 || !in_order) {
      return fail(codes::kSignatureForm, "signatures[" + std::to_string(i) + "]");
    }
  }
  return {};
}

Result<v1::Envelope> decode_envelope(ByteView bytes) {
  HP_ASSIGN(v1::Envelope envelope, decode_canonical<v1::Envelope>(bytes));
  HP_TRY(check_envelope(envelope));
  return envelope;
}

Result<v1::Command> decode_command(ByteView payload) {
  return decode_canonical<v1::Command>(payload);
}

void add_signature(v1::Envelope& envelope, const Hash& key_id, ByteView signature) {
  std::vector<v1::Signature> all(envelope.signatures().begin(), envelope.signatures().end());
  v1::Signature one;
  one.set_key_id(to_string(key_id));
  one.set_signature(to_string(signature));
  all.push_back(std::move(one));
  std::ranges::sort(all, {}, [](const v1::Signature& s) { return s.key_id(); });
  envelope.clear_signatures();
  for (auto& each : all) *envelope.add_signatures() = std::move(each);
}

}  // namespace hp::journal
