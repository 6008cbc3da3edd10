// Readers of the parts of a case file. Private to this room; case_json.h is its door.
#pragma once

#include "rules/count.h"
#include "rules/json_text.h"

namespace hp::rules {

// A contest comes checked, since ballots can only be read by the form that follows from one that
// can be meant; whether the other parts can be meant is left to check(const Case&).
Result<Settings> read_settings(const Json& value, Profile profile);
Result<PeopleGroup> read_people(const Json& value);
Result<Contest> read_contest(const Json& value);
Result<BallotGroup> read_ballots(const Json& value, Form form);
Result<Accounting> read_accounting(const Json& value);

}  // namespace hp::rules
