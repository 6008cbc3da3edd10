// Signed notes: text, a blank line, signature lines (https://c2sp.org/signed-note).
//
//   — <key name> base64(4-byte key id ‖ signature)
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace hp::journal {

using NoteKeyId = std::array<std::uint8_t, 4>;

// Kinds of keys, as the key id carries them.
enum class NoteKey : std::uint8_t { kEd25519 = 0x01, kCosignatureV1 = 0x04 };

struct NoteSignature {
  std::string name;
  NoteKeyId key_id{};
  Bytes signature;
  bool operator==(const NoteSignature&) const = default;
};

struct Note {
  std::string text;  // with its last newline
  std::vector<NoteSignature> signatures;
};

// SHA-256(name ‖ "\n" ‖ kind ‖ key), its first four bytes.
NoteKeyId note_key_id(std::string_view name, NoteKey kind, ByteView key);

// Whether a key can have this name: not empty, UTF-8, no control character, no space, no '+'.
bool is_key_name(std::string_view name);

// One signature line with its newline, and back.
std::string write_signature_line(const NoteSignature& signature);
Result<NoteSignature> read_signature_line(std::string_view line);

// Strict: UTF-8, no control character but newline, at least one and at most 64 signatures, nothing
// after the last newline. Verifies nothing. Fails with `note_form`.
Result<Note> read_note(std::string_view note);

}  // namespace hp::journal
