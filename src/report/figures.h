// A round's figures: from the outcome of the record to the parts of minutes.
#pragma once

#include <optional>
#include <vector>

#include "base/error.h"
#include "congress/contest_state.h"
#include "congress/state.h"
#include "homphieu/v1/outcome.pb.h"
#include "minutes/model.h"

namespace hp::report {

namespace v1 = homphieu::v1;

// The outcome that the round's minutes show: as declared; of an annulled round, computed anew and
// with nobody elected. Fails with `contest_phase`, `declaration_lapsed`.
Result<v1::Outcome> outcome_for(const congress::State& state, const congress::Round& round);

minutes::Office office_of(rules::Office office);
minutes::Places places_of(congress::Places places);
minutes::Congress congress_of(const congress::State& state);
minutes::Base base_of(const v1::OutcomeBase& base);
minutes::Ballots ballots_of(const v1::Outcome& outcome);
minutes::Outcome result_of(const v1::Outcome& outcome);
// Papers that the committee concluded on, and those that two counts read differently: batch by
// batch, by pencil number.
std::vector<minutes::Doubtful> doubtful_of(const congress::Round& round);
std::vector<minutes::Difference> differences_of(const congress::Round& round);
// How the papers were read; nothing where the outcome has no paper part.
std::optional<minutes::Keying> keying_of(const v1::Outcome& outcome, const congress::Round& round);
// The settings to print: those that are not wording of the regulation, by name.
std::vector<minutes::Setting> settings_of(const congress::Definition& definition);

}  // namespace hp::report
