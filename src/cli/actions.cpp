#include "cli/actions.h"

#include <CLI/CLI.hpp>
#include <array>

#include "cli/official_codes.h"
#include "cli/subcommands.h"

namespace hp::cli {

void Actions::add(const std::string& name, std::string_view vi, std::string_view en,
                  const Options& options, Make make) {
  auto values = std::make_shared<ActionValues>();
  CLI::App* one = parent_.add_subcommand(name, terminal_.say(vi, en));
  one->fallthrough();
  options(*one, *values);
  one->callback([values, make = std::move(make), arguments = arguments_, &terminal = terminal_] {
    leave(act(*arguments, terminal,
              [&](const congress::State& state) { return make(state, *values); }));
  });
}

Actions::Options Actions::contest() const {
  return [this](CLI::App& o, ActionValues& v) {
    o.add_option("--contest", v.contest, say("mã cuộc bầu", "the contest"))->required();
  };
}

Actions::Options Actions::reason() const {
  return [this](CLI::App& o, ActionValues& v) {
    o.add_option("--reason", v.reason, say("lý do", "reason"))->required();
  };
}

Actions::Options Actions::hands() const {
  return [this](CLI::App& o, ActionValues& v) {
    o.add_option("--hands", v.hands, say("số người giơ tay tán thành", "hands in favour"));
  };
}

std::optional<v1::Role> role_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, v1::Role>, 7> kRoles{
      {{"secretariat", v1::ROLE_SECRETARIAT},
       {"credentials", v1::ROLE_CREDENTIALS},
       {"presidium", v1::ROLE_PRESIDIUM},
       {"counting", v1::ROLE_COUNTING},
       {"helper", v1::ROLE_HELPER},
       {"trustee", v1::ROLE_TRUSTEE},
       {"observer", v1::ROLE_OBSERVER}}};
  for (const auto& [name, role] : kRoles) {
    if (name == word) return role;
  }
  return std::nullopt;
}

Result<std::vector<v1::Role>> roles_of(const std::vector<std::string>& words) {
  std::vector<v1::Role> out;
  for (const std::string& word : words) {
    const auto role = role_of(word);
    if (!role) return fail(codes::kArgumentValue, "--role", word);
    out.push_back(*role);
  }
  return out;
}

Result<std::pair<std::string, std::string>> parted(const std::string& item) {
  const std::size_t at = item.find('=');
  if (at == std::string::npos) return fail(codes::kArgumentValue, item);
  return std::pair(item.substr(0, at), item.substr(at + 1));
}

}  // namespace hp::cli
