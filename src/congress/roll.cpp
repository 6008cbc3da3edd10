#include "congress/roll.h"

#include <google/protobuf/util/message_differencer.h>
#include <algorithm>

#include "congress/codes.h"
#include "congress/contest_queries.h"
#include "congress/field_checks.h"
#include "congress/state.h"

namespace hp::congress {
namespace {

constexpr std::uint32_t kEarliestBirth = 1900, kLatestBirth = 2100;

Result<void> check_person(const v1::Person& person, const std::set<std::string>& organisations,
                          const std::string& where) {
  HP_TRY(check_present(person.id(), where + ".id"));
  HP_TRY(check_present(person.name(), where + ".name"));
  if (person.sex() == v1::SEX_UNSPECIFIED || !v1::Sex_IsValid(person.sex())) {
    return fail(codes::kCommandField, where + ".sex");
  }
  if (person.born_year() < kEarliestBirth || person.born_year() > kLatestBirth) {
    return fail(codes::kCommandField, where + ".born_year", std::to_string(person.born_year()));
  }
  if (!organisations.contains(person.organisation())) {
    return fail(codes::kCommandField, where + ".organisation", person.organisation());
  }
  if (person.standing() == v1::STANDING_UNSPECIFIED || !v1::Standing_IsValid(person.standing())) {
    return fail(codes::kCommandField, where + ".standing");
  }
  if (person.basis() == v1::BASIS_UNSPECIFIED || !v1::Basis_IsValid(person.basis())) {
    return fail(codes::kCommandField, where + ".basis");
  }
  return {};
}

std::set<std::string> names_of(const std::vector<v1::Organisation>& organisations) {
  std::set<std::string> names;
  for (const auto& one : organisations) names.insert(one.name());
  return names;
}

// How many delegates each organisation elected.
std::map<std::string, std::uint32_t> elected_of(const RollState& roll) {
  std::map<std::string, std::uint32_t> elected;
  for (const auto& [id, person] : roll.people) {
    if (person.standing() == v1::STANDING_OFFICIAL && person.basis() == v1::BASIS_ELECTED) {
      ++elected[person.organisation()];
    }
  }
  return elected;
}

}  // namespace

const v1::Person* roll_person(const State& state, const std::string& id) {
  const auto found = state.roll.people.find(id);
  return found == state.roll.people.end() ? nullptr : &found->second;
}

Result<void> check_import_roll(const State& state, const Entry&, const v1::ImportRoll& body) {
  if (state.roll.confirmed) return fail(codes::kRollConfirmed);
  std::set<std::string> organisations, people;
  for (int i = 0; i < body.organisations_size(); ++i) {
    HP_TRY(check_present(body.organisations(i).name(), at("organisations", i) + ".name"));
    if (!organisations.insert(body.organisations(i).name()).second) {
      return fail(codes::kCommandField, at("organisations", i) + ".name",
                  body.organisations(i).name());
    }
  }
  if (body.people().empty()) return fail(codes::kCommandField, "people");
  for (int i = 0; i < body.people_size(); ++i) {
    const v1::Person& person = body.people(i);
    HP_TRY(check_person(person, organisations, at("people", i)));
    if (!people.insert(person.id()).second) {
      return fail(codes::kCommandField, at("people", i) + ".id", person.id());
    }
    const OfficialPerson* official = find_official(state, person.id());
    if (official != nullptr && official->name != person.name()) {
      return fail(codes::kNameDiffers, at("people", i) + ".name", official->name);
    }
  }
  return {};
}

void apply_import_roll(State& state, const Entry& entry, const v1::ImportRoll& body) {
  state.roll = {};
  state.roll.organisations.assign(body.organisations().begin(), body.organisations().end());
  for (const v1::Person& person : body.people()) state.roll.people[person.id()] = person;
  state.roll.import_hash = entry.payload_hash;
  state.touch(roll_subject(), entry.index);
}

Result<void> check_confirm_roll(const State& state, const Entry&, const v1::ConfirmRoll& body) {
  if (state.roll.confirmed) return fail(codes::kRollConfirmed);
  if (!state.roll.import_hash || !equal(*state.roll.import_hash, view(body.import_hash()))) {
    return fail(codes::kRollHash, "import_hash");
  }
  std::map<std::string, std::string> reasons;
  for (int i = 0; i < body.reasons_size(); ++i) {
    HP_TRY(check_present(body.reasons(i).reason(), at("reasons", i) + ".reason"));
    if (!reasons.emplace(body.reasons(i).organisation(), body.reasons(i).reason()).second) {
      return fail(codes::kAllocationReason, at("reasons", i), body.reasons(i).organisation());
    }
  }
  std::map<std::string, std::uint32_t> elected = elected_of(state.roll);
  for (const auto& organisation : state.roll.organisations) {
    const std::uint32_t found = elected[organisation.name()];
    const bool differs = found != organisation.allocation();
    if (differs != (reasons.erase(organisation.name()) == 1)) {
      return fail(codes::kAllocationReason, "reasons",
                  organisation.name() + " " + std::to_string(found) + "/" +
                      std::to_string(organisation.allocation()));
    }
  }
  if (!reasons.empty()) return fail(codes::kAllocationReason, "reasons", reasons.begin()->first);
  return {};
}

void apply_confirm_roll(State& state, const Entry& entry, const v1::ConfirmRoll& body) {
  state.roll.confirmed = true;
  for (const auto& one : body.reasons()) {
    state.roll.allocation_reasons[one.organisation()] = one.reason();
  }
  state.touch(roll_subject(), entry.index);
}

Result<void> check_correct_roll(const State& state, const Entry&, const v1::CorrectRoll& body) {
  if (!state.roll.import_hash) return fail(codes::kRollNotConfirmed);
  if (any_unfinished_round(state)) return fail(codes::kRoundUnfinished);
  HP_TRY(check_present(body.reason(), "reason"));
  HP_TRY(check_person(body.person(), names_of(state.roll.organisations), "person"));
  const v1::Person* before = roll_person(state, body.person().id());
  if (before == nullptr) {
    const OfficialPerson* official = find_official(state, body.person().id());
    if (official != nullptr && official->name != body.person().name()) {
      return fail(codes::kNameDiffers, "person.name", official->name);
    }
    return {};
  }
  if (google::protobuf::util::MessageDifferencer::Equals(*before, body.person())) {
    return fail(codes::kNothingChanges, "person");
  }
  const bool fixed_by_attendance =
      before->standing() != body.person().standing() ||
      before->convening_committee() != body.person().convening_committee();
  if (fixed_by_attendance && state.attendance.people.contains(before->id())) {
    return fail(codes::kAttendanceImpossible, "person.standing");
  }
  return {};
}

void apply_correct_roll(State& state, const Entry& entry, const v1::CorrectRoll& body) {
  const std::string& id = body.person().id();
  state.roll.people[id] = body.person();
  // One person has one name: the correction holds for the official too.
  const auto official = state.people.officials.find(id);
  if (official != state.people.officials.end()) official->second.name = body.person().name();
  state.touch(person_subject(id), entry.index);
}

}  // namespace hp::congress
