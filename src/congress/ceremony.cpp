#include "congress/ceremony.h"

#include <algorithm>

#include "congress/ceremony_crypto.h"
#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

namespace {

struct Place {
  const Ceremony* ceremony = nullptr;
  std::uint32_t number = 0;  // of the trustee who signed
  const TrusteeSteps& steps() const { return ceremony->trustees[number - 1]; }
};

// The ceremony in force, at this step, and the trustee who signed.
Result<Place> at_step(const State& state, const Entry& entry, std::uint32_t number,
                      CeremonyPhase phase) {
  const Ceremony* ceremony = state.ceremonies.in_force();
  if (ceremony == nullptr || ceremony->number != number || ceremony->phase != phase) {
    return fail(codes::kCeremonyStep, "ceremony",
                ceremony == nullptr ? "" : std::string(word(ceremony->phase)));
  }
  const std::uint32_t i = ceremony->number_of(signer_of(state, entry).person);
  if (i == 0) return fail(codes::kNotTrustee, "signatures");
  return Place{ceremony, i};
}

Result<void> once(bool done) {
  if (done) return fail(codes::kStepDone, "ceremony");
  return {};
}

Ceremony& in_force(State& state) {
  return state.ceremonies.all.back();
}

TrusteeSteps& signer_steps(State& state, const Entry& entry) {
  Ceremony& ceremony = in_force(state);
  return ceremony.trustees[ceremony.number_of(signer_of(state, entry).person) - 1];
}

// Goes on to the next step when everybody has taken this one.
void go_on(State& state, const Entry& entry, CeremonyPhase next, auto&& has_done) {
  Ceremony& ceremony = in_force(state);
  if (!std::ranges::all_of(ceremony.trustees, has_done)) return;
  ceremony.phase = next;
  state.touch(ceremony_subject(), entry.index);
}

Reveal reveal_of(const v1::RevealKey& body) {
  Reveal out;
  out.agreement = to_bytes(view(body.agreement()));
  for (const auto& c : body.coefficients()) out.coefficients.push_back(to_bytes(view(c)));
  for (const auto& p : body.proofs()) out.proofs.push_back(to_bytes(view(p)));
  return out;
}

// All reveals with this one added; fewer than n while some are missing.
std::vector<const Reveal*> reveals_with(const Ceremony& ceremony, std::uint32_t i,
                                        const Reveal& reveal) {
  std::vector<const Reveal*> out;
  for (std::uint32_t l = 1; l <= ceremony.n; ++l) {
    const auto& other = ceremony.trustees[l - 1].reveal;
    if (l == i) {
      out.push_back(&reveal);
    } else if (other) {
      out.push_back(&*other);
    }
  }
  return out;
}

}  // namespace

Result<void> check_start_ceremony(const State& state, const Entry&, const v1::StartCeremony& body) {
  if (electronic_round_open(state) || electronic_round_undecrypted(state)) {
    return fail(codes::kContestLive, "ceremony");
  }
  const std::uint64_t number = state.ceremonies.all.size() + 1;
  if (body.ceremony() != number) {
    return fail(codes::kCeremonyNumbers, "ceremony", std::to_string(number));
  }
  if (body.n() < 3 || body.n() > 9) return fail(codes::kCeremonyNumbers, "n");
  if (2 * std::uint64_t{body.k()} <= body.n() || body.k() >= body.n()) {
    return fail(codes::kCeremonyNumbers, "k");
  }
  if (static_cast<std::uint32_t>(body.trustees_size()) != body.n()) {
    return fail(codes::kCeremonyNumbers, "trustees", std::to_string(body.trustees_size()));
  }
  for (int i = 0; i < body.trustees_size(); ++i) {
    const auto before = body.trustees().begin() + i;
    const PersonId& person = body.trustees(i);
    if (!is_trustee(state, person) ||
        std::find(body.trustees().begin(), before, person) != before) {
      return fail(codes::kNotTrustee, "trustees[" + std::to_string(i) + "]", person);
    }
  }
  return {};
}

void apply_start_ceremony(State& state, const Entry& entry, const v1::StartCeremony& body) {
  Ceremony made;
  made.number = body.ceremony();
  made.n = body.n();
  made.k = body.k();
  for (const auto& person : body.trustees()) {
    TrusteeSteps steps;
    steps.person = person;
    steps.name = named(state, person)->name;
    made.trustees.push_back(std::move(steps));
  }
  made.started = stamp_of(entry);
  state.ceremonies.all.push_back(std::move(made));
  state.touch(ceremony_subject(), entry.index);
}

Result<void> check_commit_key(const State& state, const Entry& entry, const v1::CommitKey& body) {
  HP_ASSIGN(const Place place, at_step(state, entry, body.ceremony(), CeremonyPhase::kCommit));
  HP_TRY(once(place.steps().commitment.has_value()));
  if (body.commitment().size() != sizeof(Hash)) {
    return fail(codes::kCeremonyNumbers, "commitment");
  }
  if (state.ceremonies.commitments.contains(array_of<32>(view(body.commitment())))) {
    return fail(codes::kCommitmentAgain, "commitment");
  }
  return {};
}

void apply_commit_key(State& state, const Entry& entry, const v1::CommitKey& body) {
  const Hash commitment = array_of<32>(view(body.commitment()));
  signer_steps(state, entry).commitment = commitment;
  state.ceremonies.commitments.insert(commitment);
  go_on(state, entry, CeremonyPhase::kReveal,
        [](const TrusteeSteps& one) { return one.commitment.has_value(); });
}

Result<void> check_reveal_key(const State& state, const Entry& entry, const v1::RevealKey& body) {
  HP_ASSIGN(const Place place, at_step(state, entry, body.ceremony(), CeremonyPhase::kReveal));
  HP_TRY(once(place.steps().reveal.has_value()));
  const Reveal reveal = reveal_of(body);
  HP_TRY(check_reveal(state.congress_id, *place.ceremony, place.number, reveal));
  const auto all = reveals_with(*place.ceremony, place.number, reveal);
  if (all.size() < place.ceremony->n) return {};
  HP_TRY(keys_of(state.congress_id, place.ceremony->n, place.ceremony->k, all));
  return {};
}

void apply_reveal_key(State& state, const Entry& entry, const v1::RevealKey& body) {
  signer_steps(state, entry).reveal = reveal_of(body);
  Ceremony& ceremony = in_force(state);
  go_on(state, entry, CeremonyPhase::kShare,
        [](const TrusteeSteps& one) { return one.reveal.has_value(); });
  if (ceremony.phase != CeremonyPhase::kShare) return;
  const auto all = reveals_with(ceremony, 1, *ceremony.trustees.front().reveal);
  ceremony.keys = keys_of(state.congress_id, ceremony.n, ceremony.k, all).value();
}

Result<void> check_share_key(const State& state, const Entry& entry, const v1::ShareKey& body) {
  HP_ASSIGN(const Place place, at_step(state, entry, body.ceremony(), CeremonyPhase::kShare));
  HP_TRY(once(place.steps().shares.has_value()));
  if (static_cast<std::uint32_t>(body.shares_size()) != place.ceremony->n - 1) {
    return fail(codes::kCeremonyNumbers, "shares", std::to_string(body.shares_size()));
  }
  for (int i = 0; i < body.shares_size(); ++i) {
    if (auto checked = check_share_bytes(view(body.shares(i))); !checked) {
      return std::unexpected(
          under("shares[" + std::to_string(i) + "]", std::move(checked).error()));
    }
  }
  return {};
}

void apply_share_key(State& state, const Entry& entry, const v1::ShareKey& body) {
  auto& shares = signer_steps(state, entry).shares.emplace();
  for (const auto& share : body.shares()) shares.push_back(to_bytes(view(share)));
  go_on(state, entry, CeremonyPhase::kAccept,
        [](const TrusteeSteps& one) { return one.shares.has_value(); });
}

Result<void> check_accept_key(const State& state, const Entry& entry, const v1::AcceptKey& body) {
  HP_ASSIGN(const Place place, at_step(state, entry, body.ceremony(), CeremonyPhase::kAccept));
  HP_TRY(once(place.steps().accepted));
  if (!equal(view(body.ceremony_hash()), place.ceremony->keys->hash)) {
    return fail(codes::kCeremonyHash, "ceremony_hash");
  }
  return {};
}

void apply_accept_key(State& state, const Entry& entry, const v1::AcceptKey&) {
  signer_steps(state, entry).accepted = true;
  go_on(state, entry, CeremonyPhase::kRehearse,
        [](const TrusteeSteps& one) { return one.accepted; });
}

Result<void> check_complain_key(const State& state, const Entry& entry,
                                const v1::ComplainKey& body) {
  HP_ASSIGN(const Place place, at_step(state, entry, body.ceremony(), CeremonyPhase::kAccept));
  HP_TRY(once(place.steps().accepted));
  if (body.against() < 1 || body.against() > place.ceremony->n) {
    return fail(codes::kCeremonyNumbers, "against");
  }
  if (body.reason().empty()) return fail(codes::kReasonMissing, "reason");
  return {};
}

void apply_complain_key(State& state, const Entry& entry, const v1::ComplainKey& body) {
  Ceremony& ceremony = in_force(state);
  ceremony.complaint = Complaint{ceremony.number_of(signer_of(state, entry).person), body.against(),
                                 body.reason(), stamp_of(entry)};
  ceremony.phase = CeremonyPhase::kComplaint;
  state.touch(ceremony_subject(), entry.index);
}

Result<void> check_rehearse_key(const State& state, const Entry& entry,
                                const v1::RehearseKey& body) {
  HP_ASSIGN(const Place place, at_step(state, entry, body.ceremony(), CeremonyPhase::kRehearse));
  HP_TRY(once(place.steps().rehearsal.has_value()));
  const Ceremony& ceremony = *place.ceremony;
  HP_TRY(check_rehearsal(*ceremony.keys, place.number, view(body.partial())));
  std::vector<ByteView> all;
  for (std::uint32_t l = 1; l <= ceremony.n; ++l) {
    const auto& other = ceremony.trustees[l - 1].rehearsal;
    if (l == place.number) {
      all.push_back(view(body.partial()));
    } else if (other) {
      all.push_back(*other);
    }
  }
  if (all.size() < ceremony.n) return {};
  return check_rehearsal_opens(*ceremony.keys, ceremony.k, all);
}

void apply_rehearse_key(State& state, const Entry& entry, const v1::RehearseKey& body) {
  signer_steps(state, entry).rehearsal = to_bytes(view(body.partial()));
  go_on(state, entry, CeremonyPhase::kReady,
        [](const TrusteeSteps& one) { return one.rehearsal.has_value(); });
}

}  // namespace hp::congress
