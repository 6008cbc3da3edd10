#include "client/witness.h"

#include "client/codes.h"
#include "journal/checkpoint.h"
#include "journal/cosignature.h"

namespace hp::client {

Witness::Witness(HallClient hall, const Hash& congress, std::string name, crypto::LogKey key)
    : hall_(std::move(hall)), congress_(congress), name_(std::move(name)), key_(std::move(key)) {}

Result<void> Witness::remember(std::string_view note) {
  if (note.empty()) return {};
  HP_ASSIGN(const LogKeyBytes log, hall_.log_key(congress_));
  HP_ASSIGN(newest_.head, journal::open_checkpoint(note, congress_, log));
  newest_.note = note;
  return {};
}

Result<bool> Witness::follow(UnixMs now) {
  HP_ASSIGN(const Checkpoint latest, hall_.checkpoint(congress_));
  HP_TRY(hall_.check_consistent(congress_, newest_.head, latest.head));
  if (latest.head == newest_.head && handed_in_) return false;
  handed_in_ = false;
  const std::string line = journal::cosign(latest.note, name_, key_, now);
  newest_ = latest;
  newest_.note += line;
  HP_TRY(hall_.cosign(congress_, latest.note, line));
  handed_in_ = true;
  return true;
}

}  // namespace hp::client
