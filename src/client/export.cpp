#include "client/export.h"

#include "client/codes.h"
#include "journal/cosignature.h"

namespace hp::client {
namespace {

Result<std::vector<journal::Witness>> witnesses_of(const v1::FoundCongress& founding) {
  std::vector<journal::Witness> out;
  for (const auto& one : founding.witnesses()) {
    if (one.key().size() != 32) return fail(codes::kFoundingWrong, "witnesses");
    out.push_back({one.name(), array_of<32>(view(one.key()))});
  }
  return out;
}

// The line of each witness that holds for this checkpoint; empty where there is none.
std::vector<std::string> lines_of(const Checkpoint& checkpoint,
                                  const std::vector<journal::Witness>& witnesses) {
  std::vector<std::string> out(witnesses.size());
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    for (const std::string& line : checkpoint.cosignatures) {
      if (journal::check_cosignature(checkpoint.note, line, witnesses[i].name, witnesses[i].key)) {
        out[i] = line;
      }
    }
  }
  return out;
}

}  // namespace

Result<journal::RecordFile> export_record(HallClient& hall, const Hash& congress) {
  HP_ASSIGN(const v1::FoundCongress founding, hall.founding(congress));
  HP_ASSIGN(const auto witnesses, witnesses_of(founding));
  HP_ASSIGN(const Checkpoint checkpoint, hall.checkpoint(congress));
  journal::RecordFile out;
  while (out.entries.size() < checkpoint.head.size) {
    HP_ASSIGN(auto more, hall.entries(congress, out.entries.size()));
    // A server signs its newest tree alone, so a record that is cut for this reader has no
    // checkpoint of its own.
    if (more.readable < checkpoint.head.size || more.envelopes.empty()) {
      return fail(codes::kExportNotWhole, "entries",
                  std::to_string(more.readable) + "/" + std::to_string(checkpoint.head.size));
    }
    for (Bytes& one : more.envelopes) out.entries.push_back(std::move(one));
  }
  out.entries.resize(checkpoint.head.size);
  out.checkpoint = journal::join_cosignatures(checkpoint.note, lines_of(checkpoint, witnesses));
  HP_TRY(journal::check_record(out, congress, view(founding.log_key()), witnesses));
  return out;
}

}  // namespace hp::client
