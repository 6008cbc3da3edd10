// `official submit COMMAND …`: one subcommand for each action of docs/design/record.md section 5.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/hall_access.h"
#include "homphieu/v1/record.pb.h"

namespace hp::cli {

namespace v1 = homphieu::v1;

// Of papers: the committee's figures, a batch, a paper of it and what stands there.
struct PaperValues {
  std::uint32_t prepared = 0, issued = 0, spoiled = 0, unused = 0, collected = 0;
  std::uint32_t batch = 0, opening = 1, papers = 0, sheet = 0;
  std::vector<std::uint32_t> struck;
  std::vector<std::string> marks, defects;
  std::vector<std::string> differs;  // of a sample: "batch.sheet"
  bool valid = false, invalid = false;
};

// What the options of any action fill; each action uses some of them.
struct ActionValues {
  std::string person, name, reason, note, text, contest, command, key, file, organisations;
  std::string second;  // another person, contest or head
  std::string third;
  std::vector<std::string> people;  // or codes, roles, keys
  std::vector<std::string> items;   // "name=value"
  std::vector<std::uint32_t> numbers;
  std::uint32_t number = 0, seats = 0, alternates = 0, minimum = 5;
  std::optional<std::uint32_t> hands, hands_for_list, approved_size, prepared, official_members;
  bool flag = false;
  PaperValues paper;
  std::string word, profile = "190-2024";
};

// Registers actions below one subcommand.
class Actions {
 public:
  Actions(CLI::App& parent, Terminal& terminal, std::shared_ptr<HallArguments> arguments)
      : parent_(parent), terminal_(terminal), arguments_(std::move(arguments)) {}

  using Make = std::function<Result<v1::Command>(const congress::State&, const ActionValues&)>;

  using Options = std::function<void(CLI::App&, ActionValues&)>;

  // One action: `options` adds its options, `make` gives its command.
  void add(const std::string& name, std::string_view vi, std::string_view en,
           const Options& options, Make make);

  // Options that many actions have: --contest and --reason, both required, and --hands.
  Options contest() const;
  Options reason() const;
  Options hands() const;

  Terminal& terminal() { return terminal_; }
  const std::shared_ptr<HallArguments>& arguments() const { return arguments_; }
  std::string say(std::string_view vi, std::string_view en) const { return terminal_.say(vi, en); }

 private:
  CLI::App& parent_;
  Terminal& terminal_;
  std::shared_ptr<HallArguments> arguments_;
};

void add_people_actions(Actions& actions);
void add_attendance_actions(Actions& actions);
void add_paper_actions(Actions& actions);
void add_sample_action(Actions& actions);
void add_contest_actions(Actions& actions);
void add_round_actions(Actions& actions);

// "secretariat" … as a role; nothing where there is no such word.
std::optional<v1::Role> role_of(std::string_view word);
Result<std::vector<v1::Role>> roles_of(const std::vector<std::string>& words);
// "a=b" parted at its first '='.
Result<std::pair<std::string, std::string>> parted(const std::string& item);

}  // namespace hp::cli
