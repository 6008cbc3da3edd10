// What an official sees of the record: `official check` and `official show`.
#pragma once

#include "cli/hall_access.h"

namespace hp::cli {

Result<Exit> check_official(const HallArguments& arguments, Terminal& terminal);
Result<Exit> show_official(const HallArguments& arguments, Terminal& terminal);

}  // namespace hp::cli
