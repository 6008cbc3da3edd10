#include "cli/usage.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/usage_codes.h"

namespace hp::cli {
namespace {

std::string before(std::string_view text, std::string_view mark) {
  return std::string(text.substr(0, text.find(mark)));
}

// CLI11's texts name the option at one of these places.
std::string option_in(std::string_view text) {
  constexpr std::string_view kArguments = " arguments to ";
  if (const auto at = text.find(kArguments); at != std::string_view::npos) {
    return before(text.substr(at + kArguments.size()), ", got");
  }
  constexpr std::string_view kConvert = "Could not convert: ";
  if (text.starts_with(kConvert)) text.remove_prefix(kConvert.size());
  return before(text, ": ");
}

}  // namespace

Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const std::string name = error.get_name();
  const std::string_view text = error.what();
  // CLI11 names this one by the subcommand.
  const bool is_extra = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
  const std::vector<std::string> extra = app.remaining(true);
  const auto option =
      std::ranges::find_if(extra, [](const std::string& one) { return one.starts_with('-'); });
  const bool no_subcommand = name == "RequiredError" && text.starts_with("A subcommand");
  if (name == "RequiredError" || is_extra) {
    if (option != extra.end()) return {&codes::kUsageUnknownOption, *option, ""};
    if (!extra.empty() && (no_subcommand || app.get_subcommands().empty())) {
      return {&codes::kUsageUnknownSubcommand, extra.front(), ""};
    }
  }
  if (no_subcommand) return {&codes::kUsageNoSubcommand, "", ""};
  if (name == "RequiredError") return {&codes::kUsageMissing, before(text, " is required"), ""};
  if (is_extra) {
    return {&codes::kUsageExtra, extra.empty() ? std::string(text) : extra.front(), ""};
  }
  if (name == "ConversionError" || name == "ValidationError") {
    return {&codes::kUsageValue, option_in(text), ""};
  }
  if (name == "ArgumentMismatch") return {&codes::kUsageValueCount, option_in(text), ""};
  if (name == "RequiresError" || name == "ExcludesError") {
    const std::string_view mark = name == "RequiresError" ? " requires " : " excludes ";
    const std::string first = before(text, mark);
    return {&codes::kUsageTogether, first,
            std::string(text.substr(std::min(text.size(), first.size() + mark.size())))};
  }
  return {&codes::kUsageOther, "", std::string(text)};
}

std::string deepest_command(const CLI::App& app) {
  std::string out = app.get_name();
  const CLI::App* at = &app;
  for (auto below = at->get_subcommands(); !below.empty(); below = at->get_subcommands()) {
    at = below.front();
    out += " " + at->get_name();
  }
  return out;
}

}  // namespace hp::cli
