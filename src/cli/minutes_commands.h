// The subcommands of `homphieu minutes`, one a file.
#pragma once

#include "cli/subcommands.h"

namespace hp::cli {

void add_minutes_show(CLI::App& minutes, Terminal& terminal);
void add_minutes_make(CLI::App& minutes, Terminal& terminal);
void add_minutes_sign(CLI::App& minutes, Terminal& terminal);
void add_minutes_timestamp(CLI::App& minutes, Terminal& terminal);
void add_minutes_check(CLI::App& minutes, Terminal& terminal);

// What `minutes check` and `verify` share: papers and JSON under these roots, each checked, each
// told about; kWrong where one has a fault.
struct CheckArguments {
  std::vector<std::string> files;  // .pdf, or one .json with its .p7s
  std::string roots;               // PEM
  std::string record;              // empty: without one
  bool partial = false;            // a missing signature is no fault
  bool json = false;
};
Result<Exit> check_minutes(const CheckArguments& arguments, Terminal& terminal);

}  // namespace hp::cli
