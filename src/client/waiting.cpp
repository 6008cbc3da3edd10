#include "client/waiting.h"

#include <algorithm>

#include "congress/authority.h"
#include "congress/state.h"
#include "crypto/hash.h"
#include "journal/envelope.h"

namespace hp::client {
namespace {

struct Candidate {
  std::string person;
  Hash key_id{};
  bool new_key = false;
};

congress::Entry with(congress::Entry entry, const Hash& key_id) {
  entry.key_ids.push_back(key_id);
  std::ranges::sort(entry.key_ids);
  return entry;
}

// Who could sign next.
std::vector<Candidate> able(const congress::State& state, const congress::Entry& entry) {
  std::vector<Candidate> out;
  const auto consider = [&](const Candidate& one) {
    const bool there = std::ranges::find(entry.key_ids, one.key_id) != entry.key_ids.end();
    if (!there && congress::check_partial_authority(state, with(entry, one.key_id))) {
      out.push_back(one);
    }
  };
  for (const auto& [id, one] : state.people.officials) consider({id, one.key_id, false});
  if (entry.command.has_enrol_official()) {
    const auto& enrolled = entry.command.enrol_official().official();
    consider({enrolled.person(), congress::key_id_of(view(enrolled.key())), true});
  }
  return out;
}

}  // namespace

Waiting waiting_for(const congress::State& state, const homphieu::v1::Proposal& proposal) {
  Waiting out;
  congress::Entry entry;
  const auto command = journal::decode_command(view(proposal.envelope().payload()));
  if (!command) return out;
  entry.command = *command;
  entry.index = state.size;
  for (const auto& one : proposal.envelope().signatures()) {
    if (one.key_id().size() == sizeof(Hash)) {
      entry.key_ids.push_back(array_of<32>(view(one.key_id())));
    }
  }
  std::vector<Candidate> now = able(state, entry);
  while (!now.empty() && !congress::check_authority(state, entry)) {
    const Candidate next = now.front();
    entry = with(std::move(entry), next.key_id);
    std::vector<Candidate> then = able(state, entry);
    // Whoever can't sign any more would have filled the same place.
    std::vector<std::string>& place = out.places.emplace_back();
    for (const Candidate& one : now) {
      const bool still = std::ranges::find(then, one.key_id, &Candidate::key_id) != then.end();
      if (!still) place.push_back(one.person);
    }
    if (next.new_key) out.new_key = next.person;
    now = std::move(then);
  }
  if (!congress::check_authority(state, entry)) return {};
  for (const Candidate& one : now) out.also.push_back(one.person);
  return out;
}

}  // namespace hp::client
