#include "journal/checkpoint.h"

#include <charconv>
#include <optional>

#include "base/hex.h"
#include "crypto/base64.h"
#include "crypto/ed25519.h"
#include "journal/codes.h"
#include "journal/note.h"

namespace hp::journal {
namespace {

std::string text_of(const std::string& origin, const TreeHead& head) {
  return origin + "\n" + std::to_string(head.size) + "\n" + crypto::to_base64(head.root) + "\n";
}

// Takes the first line off, without its newline.
std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t out = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, out);
  if (error != std::errc() || stop != end) return std::nullopt;
  return out;
}

Result<CheckpointText> read_text(std::string_view text) {
  const std::string_view whole = text;
  const auto origin = take_line(text);
  const auto size = take_line(text);
  const auto root = take_line(text);
  if (!origin || origin->empty() || !size || !root || !text.empty()) {
    return fail(codes::kCheckpointForm);
  }
  const auto number = number_of(*size);
  const auto bytes = crypto::from_base64(*root);
  if (!number || !bytes.has_value() || bytes->size() != 32) return fail(codes::kCheckpointForm);
  CheckpointText out{std::string(*origin), {*number, array_of<32>(*bytes)}};
  if (text_of(out.origin, out.head) != whole) return fail(codes::kCheckpointForm);
  return out;
}

}  // namespace

std::string origin_of(const Hash& congress_id) {
  return "homphieu/" + to_hex(congress_id);
}

std::string sign_checkpoint(const Hash& congress_id, const TreeHead& head,
                            const crypto::LogKey& key) {
  const std::string origin = origin_of(congress_id);
  const std::string text = text_of(origin, head);
  const auto key_id = note_key_id(origin, NoteKey::kEd25519, key.public_key());
  return text + "\n" + write_signature_line({origin, key_id, to_bytes(key.sign(view(text)))});
}

Result<CheckpointText> read_checkpoint_text(std::string_view note) {
  HP_ASSIGN(const Note parts, read_note(note));
  return read_text(parts.text);
}

Result<TreeHead> open_checkpoint(std::string_view note, const Hash& congress_id, ByteView log_key) {
  HP_ASSIGN(const Note parts, read_note(note));
  HP_ASSIGN(const CheckpointText text, read_text(parts.text));
  const std::string origin = origin_of(congress_id);
  if (text.origin != origin) return fail(codes::kCheckpointOther, "", text.origin);
  const auto key_id = note_key_id(origin, NoteKey::kEd25519, log_key);
  int good = 0;
  for (const NoteSignature& one : parts.signatures) {
    if (one.name != origin || one.key_id != key_id) continue;
    if (!crypto::verify_ed25519(log_key, view(parts.text), one.signature)) {
      return fail(codes::kCheckpointSignature);
    }
    ++good;
  }
  if (good != 1) return fail(codes::kCheckpointSignature);
  return text.head;
}

}  // namespace hp::journal
