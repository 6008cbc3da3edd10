#include "service/overview.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "congress/attendance_state.h"
#include "congress/cards_state.h"
#include "congress/views.h"

namespace hp::service {
namespace {

using congress::CeremonyPhase;

// The last step that is complete.
std::string_view step_of(CeremonyPhase phase) {
  switch (phase) {
    case CeremonyPhase::kCommit:
      return "started";
    case CeremonyPhase::kReveal:
      return "committed";
    case CeremonyPhase::kShare:
      return "revealed";
    case CeremonyPhase::kAccept:
      return "shared";
    case CeremonyPhase::kRehearse:
      return "accepted";
    case CeremonyPhase::kReady:
      return "rehearsed";
    case CeremonyPhase::kComplaint:
      return "failed";
  }
  return "failed";
}

void put(v1::TreeHead& out, const congress::Head& head) {
  out.set_size(head.size);
  out.set_root(to_string(head.root));
}

v1::RoundView view_of(const State& state, const congress::Round& round) {
  const congress::Progress progress = congress::progress_of(state, round);
  const congress::Definition& definition = round.definition;
  v1::ContestDefinition approved;
  approved.ParseFromArray(definition.bytes.data(), static_cast<int>(definition.bytes.size()));
  v1::RoundView out;
  out.set_contest(definition.contest);
  out.set_office(approved.office());
  out.set_body(definition.body);
  out.set_round(definition.round);
  out.set_ballot(definition.ballot);
  out.set_state(std::string(congress::word(round.phase)));
  out.set_seats(definition.seats);
  out.set_candidates(static_cast<std::uint32_t>(definition.candidates.size()));
  out.set_present(progress.present);
  out.set_issued(progress.issued);
  out.set_cast(progress.cast);
  out.set_definition_hash(to_string(definition.hash));
  if (const auto head = congress::opening_head(state, round)) put(*out.mutable_opened(), *head);
  if (const auto head = congress::closing_head(state, round)) put(*out.mutable_closing(), *head);
  out.set_accepted_closing(progress.accepted);
  out.set_decrypted(progress.decrypted);
  out.set_signed_minutes(progress.signatures);
  out.set_signatories(progress.signatories);
  out.set_rehearsal(definition.rehearsal);
  return out;
}

v1::CeremonyView view_of(const congress::Ceremony& ceremony) {
  v1::CeremonyView out;
  out.set_ceremony(ceremony.number);
  out.set_n(ceremony.n);
  out.set_k(ceremony.k);
  out.set_step(std::string(step_of(ceremony.phase)));
  for (const auto& trustee : ceremony.trustees) out.add_trustees(trustee.person);
  if (ceremony.keys) {
    out.set_election_key(to_string(ceremony.keys->key));
    out.set_ceremony_hash(to_string(ceremony.keys->hash));
  }
  return out;
}

}  // namespace

v1::CongressName name_of(const State& state) {
  v1::CongressName out;
  out.set_congress_id(to_string(state.congress_id));
  out.set_organisation(state.founding.organisation());
  out.set_congress(state.founding.congress());
  out.set_term(state.founding.term());
  return out;
}

v1::TreeHead head_of(const Book::Page& page) {
  v1::TreeHead out;
  out.set_size(page.state.size);
  out.set_root(to_string(page.state.roots.back()));
  return out;
}

v1::Overview overview_of(const Book::Page& page) {
  const State& state = page.state;
  v1::Overview out;
  out.set_congress_id(to_string(state.congress_id));
  *out.mutable_head() = head_of(page);
  *out.mutable_name() = name_of(state);
  out.set_roll_people(static_cast<std::uint32_t>(state.roll.people.size()));
  out.set_roll_confirmed(state.roll.confirmed);
  out.set_present(congress::present_count(state));
  out.set_cards(congress::live_cards(state));
  std::vector<const congress::ContestState*> contests;
  for (const auto& [id, contest] : state.contests) contests.push_back(&contest);
  std::ranges::sort(contests, {}, [](const congress::ContestState* contest) {
    return contest->rounds.front().approved.index;
  });
  for (const auto* contest : contests) *out.add_rounds() = view_of(state, contest->current());
  if (const auto* ceremony = state.ceremonies.in_force()) {
    *out.mutable_ceremony() = view_of(*ceremony);
  }
  out.set_closed(state.closed);
  return out;
}

}  // namespace hp::service
