// The people of a round's minutes, under the names that the record had when each acted.
#pragma once

#include <optional>
#include <string>

#include "congress/contest_state.h"
#include "congress/state.h"
#include "minutes/model.h"

namespace hp::report {

minutes::Person person_of(const congress::Named& named);

// A counter of the round, gone ones included; else the official's name, which never changes.
minutes::Person counter_of(const congress::State& state, const congress::Round& round,
                           const std::string& person);

minutes::Counters counters_of(const congress::State& state, const congress::Round& round);

// Who signed for the presidium: the declaration, or an annulment after closing.
minutes::Person presidium_of(const congress::State& state, const congress::Round& round);

// Members who do not sign the minutes, with the reason given; of an annulment, those who did not
// sign that.
std::vector<minutes::NotSigning> not_signing_of(const congress::Round& round);

}  // namespace hp::report
