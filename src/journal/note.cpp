#include "journal/note.h"

#include <algorithm>

#include "base/text.h"
#include "crypto/base64.h"
#include "crypto/hash.h"
#include "journal/codes.h"

namespace hp::journal {
namespace {

constexpr std::string_view kDash = "\u2014 ";
constexpr std::size_t kMostSignatures = 64;
constexpr std::string_view kSpaces[] = {
    " ",      "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
    "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
    "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
};

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

}  // namespace

NoteKeyId note_key_id(std::string_view name, NoteKey kind, ByteView key) {
  Bytes bytes = to_bytes(view(name));
  bytes.push_back('\n');
  bytes.push_back(static_cast<std::uint8_t>(kind));
  append(bytes, key);
  return array_of<4>(crypto::sha256(bytes));
}

bool is_key_name(std::string_view name) {
  return !name.empty() && is_utf8(name) && name.find('+') == std::string_view::npos &&
         std::ranges::none_of(name, is_control) &&
         std::ranges::none_of(kSpaces, [&](auto space) { return name.contains(space); });
}

std::string write_signature_line(const NoteSignature& signature) {
  Bytes bytes = to_bytes(signature.key_id);
  append(bytes, signature.signature);
  return std::string(kDash) + signature.name + " " + crypto::to_base64(bytes) + "\n";
}

Result<NoteSignature> read_signature_line(std::string_view line) {
  const auto wrong = fail(codes::kNoteForm, "signature");
  if (!line.starts_with(kDash) || !line.ends_with('\n')) return wrong;
  line = line.substr(kDash.size(), line.size() - kDash.size() - 1);
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return wrong;
  const auto bytes = crypto::from_base64(line.substr(space + 1));
  if (!bytes.has_value() || bytes->size() <= 4) return wrong;
  const ByteView all = *bytes;
  return NoteSignature{std::string(line.substr(0, space)), array_of<4>(all),
                       to_bytes(all.subspan(4))};
}

Result<Note> read_note(std::string_view note) {
  if (!is_utf8(note)) return fail(codes::kNoteForm);
  if (std::ranges::any_of(note, [](char c) { return c != '\n' && is_control(c); })) {
    return fail(codes::kNoteForm);
  }
  const auto blank = note.rfind("\n\n");
  if (blank == std::string_view::npos) return fail(codes::kNoteForm);
  Note out{std::string(note.substr(0, blank + 1)), {}};
  for (std::string_view rest = note.substr(blank + 2); !rest.empty();) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos || out.signatures.size() == kMostSignatures) {
      return fail(codes::kNoteForm, "signature");
    }
    HP_ASSIGN(NoteSignature one, read_signature_line(rest.substr(0, end + 1)));
    out.signatures.push_back(std::move(one));
    rest.remove_prefix(end + 1);
  }
  if (out.signatures.empty()) return fail(codes::kNoteForm, "signature");
  return out;
}

}  // namespace hp::journal
