// One envelope, taken apart and with its signatures verified, ready for the fold.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/bytes.h"
#include "homphieu/v1/record.pb.h"
#include "journal/journal.h"

namespace hp::crypto {
class CheckedBallot;
}

namespace hp::congress {

using crypto::CheckedBallot;
namespace v1 = homphieu::v1;

using journal::CommandId;

struct Entry {
  v1::Command command;
  Bytes payload;  // the signed bytes: canonical encoding of `command`
  Hash payload_hash{};
  Hash leaf_hash{};           // RFC 6962 leaf hash of the envelope's canonical bytes
  std::vector<Hash> key_ids;  // whose signatures are there and good; ascending, none twice
  // CastBallot alone: the ballot whose proofs hold for its own contest context.
  std::shared_ptr<const CheckedBallot> ballot;
  std::uint64_t index = 0;  // place in the journal, from 0; set when it is added
};

}  // namespace hp::congress
