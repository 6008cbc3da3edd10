#include "congress/cards.h"

#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/contest_queries.h"
#include "congress/contest_result.h"
#include "congress/field_checks.h"
#include "congress/state.h"

namespace hp::congress {
namespace {

using Keys = google::protobuf::RepeatedPtrField<std::string>;

Result<void> check_ascending(const Keys& keys) {
  if (keys.empty()) return fail(codes::kCommandField, "keys");
  for (int i = 0; i < keys.size(); ++i) {
    HP_TRY(check_length(keys[i], 65, at("keys", i)));
    if (i > 0 && view(keys[i - 1]).size() == 65 && !(keys[i - 1] < keys[i])) {
      return fail(codes::kCardsNotSorted, at("keys", i));
    }
  }
  return {};
}

}  // namespace

bool is_live_card(const State& state, const Hash& key_id) {
  return state.cards.keys.contains(key_id) && !state.cards.void_for_ever.contains(key_id);
}

std::uint32_t live_cards(const State& state) {
  return static_cast<std::uint32_t>(state.cards.keys.size() - state.cards.void_for_ever.size());
}

Result<void> check_register_cards(const State& state, const Entry&, const v1::RegisterCards& body) {
  if (electronic_round_open(state)) return fail(codes::kElectronicRoundOpen);
  HP_TRY(check_ascending(body.keys()));
  for (int i = 0; i < body.keys_size(); ++i) {
    const Hash key_id = key_id_of(view(body.keys(i)));
    if (state.cards.keys.contains(key_id) || state.people.live_keys.contains(key_id) ||
        state.people.dead_keys.contains(key_id)) {
      return fail(codes::kKeyTaken, at("keys", i));
    }
  }
  return {};
}

void apply_register_cards(State& state, const Entry& entry, const v1::RegisterCards& body) {
  for (const std::string& key : body.keys()) {
    state.cards.keys.emplace(key_id_of(view(key)), array_of<65>(view(key)));
  }
  state.touch(cards_subject(), entry.index);
}

Result<void> check_void_cards(const State& state, const Entry&, const v1::VoidCards& body) {
  HP_TRY(check_present(body.reason(), "reason"));
  HP_TRY(check_ascending(body.keys()));
  for (int i = 0; i < body.keys_size(); ++i) {
    const Hash key_id = key_id_of(view(body.keys(i)));
    if (!state.cards.keys.contains(key_id)) return fail(codes::kCardUnknown, at("keys", i));
    if (state.cards.void_for_ever.contains(key_id)) return fail(codes::kCardVoid, at("keys", i));
    if (has_cast_in_open_round(state, key_id)) return fail(codes::kCardUsed, at("keys", i));
  }
  return {};
}

void apply_void_cards(State& state, const Entry& entry, const v1::VoidCards& body) {
  for (const std::string& key : body.keys()) {
    state.cards.void_for_ever.insert(key_id_of(view(key)));
  }
  state.touch(cards_subject(), entry.index);
}

Result<void> check_close_congress(const State& state, const Entry&, const v1::CloseCongress&) {
  for (const auto& [id, contest] : state.contests) {
    const bool live = is_live(contest.current());
    // A contest that was withdrawn or annulled, and nothing of it announced, decides nothing.
    if (live || (contest.announced() > 0 && !is_settled(contest))) {
      return fail(codes::kPlacesOpen, "contest", id);
    }
  }
  return {};
}

void apply_close_congress(State& state, const Entry&, const v1::CloseCongress&) {
  state.closed = true;
}

}  // namespace hp::congress
