#include "journal/cosignature.h"

#include <algorithm>
#include <limits>

#include "crypto/ed25519.h"
#include "journal/codes.h"
#include "journal/note.h"

namespace hp::journal {
namespace {

// What a witness signs: https://c2sp.org/tlog-cosignature, "Ed25519 signed message".
std::string message_of(std::uint64_t seconds, std::string_view text) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

bool is_of(const NoteSignature& line, std::string_view name, ByteView key) {
  return line.name == name && line.key_id == note_key_id(name, NoteKey::kCosignatureV1, key);
}

Result<UnixMs> check_one(std::string_view text, const NoteSignature& line, std::string_view name,
                         ByteView key) {
  const auto wrong = fail(codes::kCosignatureWrong, "", std::string(name));
  if (!is_of(line, name, key) || line.signature.size() != 8 + 64) return wrong;
  std::uint64_t seconds = 0;
  for (std::size_t i = 0; i < 8; ++i) seconds = seconds << 8 | line.signature[i];
  if (seconds > std::numeric_limits<std::uint64_t>::max() / 1000) return wrong;
  const ByteView signature = ByteView(line.signature).subspan(8);
  if (!crypto::verify_ed25519(key, view(message_of(seconds, text)), signature)) return wrong;
  return UnixMs{seconds * 1000};
}

}  // namespace

std::string cosign(std::string_view note, std::string_view witness_name, const crypto::LogKey& key,
                   UnixMs time) {
  const auto parts = read_note(note);
  if (!parts.has_value() || !read_checkpoint_text(note).has_value() || !is_key_name(witness_name)) {
    return "";
  }
  const std::uint64_t seconds = time.value / 1000;
  NoteSignature out{std::string(witness_name),
                    note_key_id(witness_name, NoteKey::kCosignatureV1, key.public_key()),
                    to_bytes(u64_be(seconds))};
  append(out.signature, key.sign(view(message_of(seconds, parts->text))));
  return write_signature_line(out);
}

Result<UnixMs> check_cosignature(std::string_view note, std::string_view line,
                                 std::string_view name, ByteView key) {
  HP_ASSIGN(const Note parts, read_note(note));
  HP_TRY(read_checkpoint_text(note));
  HP_ASSIGN(const NoteSignature one, read_signature_line(line));
  return check_one(parts.text, one, name, key);
}

std::size_t Witnessed::count() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(seen, [](const auto& time) { return time.has_value(); }));
}

Result<Witnessed> open_witnessed(std::string_view note, const Hash& congress_id, ByteView log_key,
                                 std::span<const Witness> witnesses) {
  Witnessed out;
  HP_ASSIGN(out.head, open_checkpoint(note, congress_id, log_key));
  HP_ASSIGN(const Note parts, read_note(note));
  const std::string origin = origin_of(congress_id);
  const NoteSignature& first = parts.signatures.front();
  if (first.name != origin || first.key_id != note_key_id(origin, NoteKey::kEd25519, log_key)) {
    return fail(codes::kCheckpointSignature, "signatures[0]");
  }
  out.seen.resize(witnesses.size());
  std::size_t next = 0;
  for (std::size_t i = 1; i < parts.signatures.size(); ++i) {
    const NoteSignature& one = parts.signatures[i];
    const std::string where = "signatures[" + std::to_string(i) + "]";
    while (next < witnesses.size() && !is_of(one, witnesses[next].name, witnesses[next].key))
      ++next;
    if (next == witnesses.size()) return fail(codes::kCosignatureWrong, where, one.name);
    const auto time = check_one(parts.text, one, witnesses[next].name, witnesses[next].key);
    if (!time.has_value()) return std::unexpected(under(where, time.error()));
    out.seen[next++] = *time;
  }
  return out;
}

std::string join_cosignatures(std::string_view note, std::span<const std::string> lines) {
  std::string out(note);
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace hp::journal
