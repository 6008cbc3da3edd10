// Signed minutes out of files, checked and told: for `minutes check` and `verify`.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "attest/check.h"
#include "cli/terminal.h"

namespace hp::cli {

struct CheckedFile {
  std::string name;
  attest::Checked checked;
};

// Whether a file of that name and beginning is one of minutes: a PDF, a .json or a .p7s.
bool is_of_minutes(std::string_view name, std::string_view content);

struct MinutesFile {
  std::string name, content;
};

// Papers one by one; a .json takes the .p7s files named beside it. Fails with
// `signature_without_json`.
Result<std::vector<CheckedFile>> check_minutes_files(const std::vector<MinutesFile>& files,
                                                     const attest::Against& against);

void tell(const CheckedFile& file, Terminal& terminal);
nlohmann::ordered_json json_of(const CheckedFile& file);

}  // namespace hp::cli
