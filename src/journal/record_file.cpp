#include "journal/record_file.h"

#include <limits>
#include <stdexcept>

#include "journal/codes.h"
#include "journal/tree.h"

namespace hp::journal {
namespace {

void put_length(Bytes& out, std::size_t length) {
  const auto wide = u64_be(length);
  out.insert(out.end(), wide.begin() + 4, wide.end());
}

// Takes four bytes off.
std::optional<std::size_t> take_length(ByteView& bytes) {
  if (bytes.size() < 4) return std::nullopt;
  std::size_t out = 0;
  for (std::size_t i = 0; i < 4; ++i) out = out << 8 | bytes[i];
  bytes = bytes.subspan(4);
  return out;
}

}  // namespace

Bytes write_record(const RecordFile& record) {
  Bytes out = to_bytes(view(kRecordLine));
  for (const Bytes& entry : record.entries) {
    if (entry.empty() || entry.size() > std::numeric_limits<std::uint32_t>::max()) {
      throw std::invalid_argument("write_record: length of an entry");
    }
    put_length(out, entry.size());
    append(out, entry);
  }
  put_length(out, 0);
  append(out, view(record.checkpoint));
  return out;
}

Result<RecordFile> read_record(ByteView file) {
  if (!chars(file).starts_with(kRecordLine)) return fail(codes::kRecordFileForm, "line");
  file = file.subspan(kRecordLine.size());
  RecordFile out;
  for (;;) {
    const std::string where = "entries[" + std::to_string(out.entries.size()) + "]";
    const auto length = take_length(file);
    if (!length || *length > file.size()) return fail(codes::kRecordFileForm, where);
    if (*length == 0) break;
    out.entries.push_back(to_bytes(file.first(*length)));
    file = file.subspan(*length);
  }
  out.checkpoint = to_string(file);
  if (const auto text = read_checkpoint_text(out.checkpoint); !text.has_value()) {
    return std::unexpected(under("checkpoint", text.error()));
  }
  return out;
}

Result<Witnessed> check_record(const RecordFile& record, const Hash& congress_id, ByteView log_key,
                               std::span<const Witness> witnesses) {
  HP_ASSIGN(Witnessed out, open_witnessed(record.checkpoint, congress_id, log_key, witnesses));
  Tree tree;
  for (const Bytes& entry : record.entries) tree.add(leaf_hash(entry));
  if (tree.head() != out.head) {
    return fail(codes::kRecordHeadDiffers, "checkpoint",
                std::to_string(out.head.size) + " / " + std::to_string(tree.size()));
  }
  return out;
}

}  // namespace hp::journal
