// What an official sees of the record: `official check` and `official show`.
#pragma once

#include "cli/hall_access.h"

namespace hp::cli {

Result<Exit> check_official(const HallArguments& arguments, Terminal& terminal);
Result<Exit> show_official(const HallArguments& arguments, Terminal& terminal);
// `official count`: how far the papers of a contest's current round are counted.
Result<Exit> show_count(const HallArguments& arguments, const std::string& contest,
                        Terminal& terminal);

}  // namespace hp::cli
