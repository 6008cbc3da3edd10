// What a command says about a round, in words of one line, for the log of a count.
#pragma once

#include <optional>
#include <string>

#include "homphieu/v1/paper.pb.h"
#include "homphieu/v1/record.pb.h"

namespace hp::report {

namespace v1 = homphieu::v1;

struct CountLine {
  std::string contest;
  std::uint32_t round = 0;
  std::string text;
};

// Nothing for a command that the log of a count leaves out: those about something else, and
// ballots, which are secret.
std::optional<CountLine> count_line(const v1::Command& command);

// What somebody sees on a paper: "gạch 4, 17; rách", "không gạch ai", "1 đồng ý; 2 bỏ trống".
std::string content_text(const v1::SheetContent& content);

}  // namespace hp::report
