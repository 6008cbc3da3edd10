// Signed envelopes as a program makes them.
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/random.h"
#include "crypto/signing.h"
#include "homphieu/v1/record.pb.h"
#include "journal/journal.h"

namespace hp::client {

namespace v1 = homphieu::v1;
using journal::CommandId;

// A DSSE envelope of that type over these bytes, signed by all of them.
Result<v1::Envelope> seal_payload(std::string_view type, Bytes payload,
                                  const std::vector<const crypto::Signer*>& signers);

// The envelope of a command in its one encoding.
Result<v1::Envelope> seal(const v1::Command& command,
                          const std::vector<const crypto::Signer*>& signers);

// A new command's id.
CommandId new_command_id(const crypto::Random& random);

// One more signature over the envelope's payload, by itself: for proposals.
Result<v1::Signature> signature_over(const v1::Envelope& envelope, const crypto::Signer& signer);

}  // namespace hp::client
