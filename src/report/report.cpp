#include "report/report.h"

#include "congress/frontier.h"
#include "congress/views.h"
#include "crypto/hash.h"
#include "minutes/json.h"
#include "minutes/text.h"
#include "report/figures.h"
#include "report/people.h"

namespace hp::report {
namespace {

using congress::Round;
using congress::State;

// Of an annulment, which carries neither: no program is named, and there is the one original.
constexpr const char* kNoProgram = "-";
constexpr minutes::Count kOneCopy = 1;

std::optional<minutes::Count> hands_of(const std::optional<congress::Hands>& hands) {
  return hands ? std::optional<minutes::Count>(hands->votes_for) : std::nullopt;
}

minutes::Contest contest_of(const Round& round, const v1::Outcome& outcome) {
  const congress::Definition& d = round.definition;
  minutes::Contest out;
  out.id = d.contest;
  out.office = office_of(d.office);
  out.body = d.body;
  out.round = d.round;
  out.ballot = d.ballot;
  out.form = outcome.box_form() ? minutes::Form::kBoxes : minutes::Form::kStrikeOut;
  out.tie_ballot = outcome.tie_ballot();
  out.places = places_of(d.places);
  for (const congress::Candidate& one : d.candidates) {
    out.candidates.push_back({one.person, one.name});
  }
  out.seats = d.seats;
  out.alternates = d.alternates;
  out.hands_for_seats = hands_of(round.hands_for_seats);
  out.hands_for_list = hands_of(round.hands_for_list);
  out.definition_hash = d.hash;
  return out;
}

minutes::Counting counting_of(const State& state, const Round& round, const v1::Outcome& outcome) {
  minutes::Counting out;
  out.keying = keying_of(outcome, round);
  for (const congress::Decryption& one : round.decryptions) {
    if (one.counted) out.trustees.push_back(person_of(one.who));
  }
  out.program_version = round.declaration ? round.declaration->program_version : kNoProgram;
  out.profile = std::string(rules::word(round.definition.profile));
  out.settings = settings_of(round.definition);
  if (const auto head = congress::minutes_head(state, round)) out.head = {head->size, head->root};
  return out;
}

minutes::Completion completion_of(const State& state, const Round& round) {
  minutes::Completion out;
  out.opened_at = round.opening->when.at;
  out.closed_at = round.closing->when.at;
  out.completed_at = round.annulment ? round.annulment->when.at : round.declaration->when.at;
  out.copies = round.declaration ? round.declaration->copies : kOneCopy;
  out.presidium = presidium_of(state, round);
  out.not_signing = not_signing_of(round);
  return out;
}

}  // namespace

Result<minutes::Model> minutes_of(const State& state, const std::string& contest,
                                  std::uint32_t number) {
  HP_ASSIGN(const Round* found, congress::find_round(state, contest, number));
  const Round& round = *found;
  HP_ASSIGN(const v1::Outcome outcome, outcome_for(state, round));
  minutes::Model out;
  out.congress = congress_of(state);
  out.contest = contest_of(round, outcome);
  out.counters = counters_of(state, round);
  out.base = base_of(outcome.base());
  out.cards_taken_away = round.opening->cards_taken_away;
  out.ballots = ballots_of(outcome);
  if (round.moved) {
    out.move_to_paper = minutes::MoveToPaper{round.moved->when.at, round.moved->ballots_stand,
                                             round.moved->papers_to_issue};
  }
  out.doubtful = doubtful_of(round);
  for (const congress::Remark& one : round.remarks) {
    out.remarks.push_back({person_of(one.who), one.when.at, one.text});
  }
  out.outcome = result_of(outcome);
  out.counting = counting_of(state, round, outcome);
  if (round.annulment) {
    out.annulled = minutes::Annulment{round.annulment->when.at, round.annulment->reason,
                                      hands_of(round.annulment->hands).value_or(0)};
  }
  out.completion = completion_of(state, round);
  return out;
}

Result<std::string> minutes_json(const State& state, const std::string& contest,
                                 std::uint32_t round) {
  HP_ASSIGN(const minutes::Model model, minutes_of(state, contest, round));
  return minutes::make_json(model);
}

Result<Hash> minutes_hash(const State& state, const std::string& contest, std::uint32_t round) {
  HP_ASSIGN(const std::string json, minutes_json(state, contest, round));
  return crypto::sha256(view(json));
}

Result<std::string> minutes_text(const State& state, const std::string& contest,
                                 std::uint32_t round) {
  HP_ASSIGN(const minutes::Model model, minutes_of(state, contest, round));
  HP_ASSIGN(const std::string json, minutes::make_json(model));
  return minutes::make_text(model, crypto::sha256(view(json)));
}

}  // namespace hp::report
