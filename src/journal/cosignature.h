// Witnesses' cosignatures of checkpoints (https://c2sp.org/tlog-cosignature, Ed25519 v1): "as of
// this time, the largest consistent head that I have seen of this log is this one".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "journal/checkpoint.h"

namespace hp::journal {

// A witness as the founding command names it.
struct Witness {
  std::string name;
  std::array<std::uint8_t, 32> key{};
};

// The signature line, with its newline, so that note + line is the cosigned checkpoint. The time
// is cut to seconds. The caller has opened the checkpoint and checked its consistency; for what
// is no checkpoint at all, and for a name that a key can't have, the line is empty.
std::string cosign(std::string_view note, std::string_view witness_name, const crypto::LogKey& key,
                   UnixMs time);

// When the witness saw the checkpoint `note`, by its line. Fails with `note_form`,
// `checkpoint_form`, `cosignature_wrong`.
Result<UnixMs> check_cosignature(std::string_view note, std::string_view line,
                                 std::string_view name, ByteView key);

// A checkpoint together with who cosigned it.
struct Witnessed {
  TreeHead head;
  std::vector<std::optional<UnixMs>> seen;  // of each witness, as they were given
  std::size_t count() const;
};

// The exported record's checkpoint (docs/design/record.md section 9): the log's signature first,
// then cosignatures of `witnesses` in their order, each at most once, and nothing else.
// Fails as the two above.
Result<Witnessed> open_witnessed(std::string_view note, const Hash& congress_id, ByteView log_key,
                                 std::span<const Witness> witnesses);

// That form, from a checkpoint with the log's signature alone and lines in any order: `lines[i]`
// is the line of witness i, or empty.
std::string join_cosignatures(std::string_view note, std::span<const std::string> lines);

}  // namespace hp::journal
