#include "verify/entries.h"

#include "journal/envelope.h"
#include "verify/parallel.h"

namespace hp::verify {
namespace {

Result<void> read(const Bytes& bytes, ReadEntry& to) {
  HP_ASSIGN(to.envelope, journal::decode_envelope(bytes));
  const auto command = journal::decode_command(view(to.envelope.payload()));
  if (!command) return std::unexpected(under("payload", command.error()));
  to.body = command->body_case();
  return {};
}

}  // namespace

std::vector<ReadEntry> read_entries(const std::vector<Bytes>& entries, unsigned threads) {
  std::vector<ReadEntry> out(entries.size());
  for_all(entries.size(), threads, [&](std::size_t i) {
    out[i].leaf = journal::leaf_hash(entries[i]);
    if (auto done = read(entries[i], out[i]); !done) out[i].error = std::move(done).error();
  });
  return out;
}

journal::Tree tree_of(const std::vector<ReadEntry>& entries) {
  journal::Tree tree;
  for (const ReadEntry& entry : entries) tree.add(entry.leaf);
  return tree;
}

}  // namespace hp::verify
