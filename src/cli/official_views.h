// What an official sees of the record: `official check` and `official show`.
#pragma once

#include "cli/hall_access.h"
#include "homphieu/v1/keying.pb.h"
#include "report/sampled.h"

namespace hp::cli {

Result<Exit> check_official(const HallArguments& arguments, Terminal& terminal);
Result<Exit> show_official(const HallArguments& arguments, Terminal& terminal);
// `official count`: how far the papers of a contest's current round are counted.
Result<Exit> show_count(const HallArguments& arguments, const std::string& contest,
                        Terminal& terminal);
// The server's view of it; who may read none of it is refused.
Result<client::v1::CountView> count_of(client::Official& official, const std::string& contest);
// `official sample`: the papers that a seed draws, with what was keyed of each.
Result<Exit> show_sample(const HallArguments& arguments, const report::SampleAsked& asked,
                         Terminal& terminal);

}  // namespace hp::cli
