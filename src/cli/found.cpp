// `homphieu found PLAN`: founds a congress; every founder signs on this machine.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/actions.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "client/builders.h"
#include "client/words.h"
#include "congress/fold.h"

namespace hp::cli {
namespace {

std::string text_of(const nlohmann::json& from, const char* key) {
  const auto found = from.find(key);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<v1::FoundCongress> body_of(const nlohmann::json& plan) {
  v1::FoundCongress out;
  out.set_organisation(text_of(plan, "organisation"));
  out.set_congress(text_of(plan, "congress"));
  out.set_term(text_of(plan, "term"));
  out.set_place(text_of(plan, "place"));
  v1::Level level{};
  if (!v1::Level_Parse("LEVEL_" + text_of(plan, "level"), &level)) {
    return fail(codes::kPlanForm, "level", "CELL, GRASS_ROOTS, DISTRICT, PROVINCE, NATIONAL");
  }
  out.set_level(level);
  v1::Meeting meeting{};
  if (!v1::Meeting_Parse("MEETING_" + text_of(plan, "meeting"), &meeting)) {
    return fail(codes::kPlanForm, "meeting",
                "DELEGATE_CONGRESS, MEMBER_CONGRESS, COMMITTEE_CONFERENCE");
  }
  out.set_meeting(meeting);
  for (const nlohmann::json& day : plan.value("days", nlohmann::json::array())) {
    if (!day.is_string()) return fail(codes::kPlanForm, "days");
    out.add_days(day.get<std::string>());
  }
  for (const nlohmann::json& one : plan.value("witnesses", nlohmann::json::array())) {
    HP_ASSIGN(const Bytes key, from_hex(text_of(one, "key")));
    v1::Witness& witness = *out.add_witnesses();
    witness.set_name(text_of(one, "name"));
    witness.set_key(to_string(key));
  }
  const nlohmann::json quorum = plan.value("witness_quorum", nlohmann::json(0u));
  if (!quorum.is_number_unsigned()) return fail(codes::kPlanForm, "witness_quorum");
  out.set_witness_quorum(quorum.get<std::uint32_t>());
  return out;
}

struct Founders {
  std::vector<std::shared_ptr<crypto::SigningKey>> keys;
  std::vector<const crypto::Signer*> signers;
};

Result<Founders> sign_in(const nlohmann::json& plan, int fd, Terminal& terminal,
                         v1::FoundCongress& body) {
  Founders out;
  for (const nlohmann::json& one : plan.value("officials", nlohmann::json::array())) {
    std::vector<std::string> words;
    for (const nlohmann::json& role : one.value("roles", nlohmann::json::array())) {
      if (role.is_string()) words.push_back(role.get<std::string>());
    }
    HP_ASSIGN(const auto roles, roles_of(words));
    HP_ASSIGN(auto key, load_key(terminal, fd, text_of(one, "key_file")));
    *body.add_officials() =
        client::official_of(text_of(one, "person"), text_of(one, "name"), roles, key->point());
    out.signers.push_back(key.get());
    out.keys.push_back(std::move(key));
  }
  if (out.keys.size() < 2) return fail(codes::kPlanForm, "officials");
  return out;
}

Result<Exit> found(const HallArguments& arguments, const std::string& plan_file,
                   const std::string& setup_file, Terminal& terminal) {
  HP_ASSIGN(const std::string text, read_input(plan_file, terminal.in, std::size_t{1} << 20));
  const nlohmann::json plan = nlohmann::json::parse(text, nullptr, false);
  if (!plan.is_object()) return fail(codes::kPlanForm, plan_file);
  HP_ASSIGN(v1::FoundCongress body, body_of(plan));
  HP_ASSIGN(std::string setup_code, read_input(setup_file, terminal.in, 4096));
  while (!setup_code.empty() && setup_code.back() == '\n') setup_code.pop_back();
  HP_ASSIGN(const Founders founders, sign_in(plan, arguments.passphrase_fd, terminal, body));
  // Asked for before: the founders sign the very key that they are shown.
  HP_ASSIGN(client::HallClient hall, connect(arguments, terminal));
  HP_ASSIGN(const client::LogKeyBytes log_key, hall.new_log_key(setup_code));
  body.set_log_key(to_string(log_key));
  v1::Command shown;
  *shown.mutable_found_congress() = body;
  if (!arguments.json) {
    terminal.out << as_text(client::words_of(congress::empty_state(), shown, terminal.language));
  }
  if (!arguments.yes && !says_yes(terminal, "Thành lập?", "Found it?")) return Exit::kWrong;
  HP_ASSIGN(const client::Founded done, hall.found(setup_code, body, founders.signers,
                                                   SystemClock().now(), crypto::system_random()));
  if (arguments.json) {
    terminal.out << nlohmann::json{{"congress", to_hex(done.congress_id)},
                                   {"log_key", to_hex(done.log_key)}}
                        .dump()
                 << '\n';
    return Exit::kGood;
  }
  terminal.out << terminal.say("Mã đại hội (in lên thẻ, màn hình và biên bản): ",
                               "Congress id (for cards, hall screen and minutes): ")
               << to_hex(done.congress_id) << '\n';
  return Exit::kGood;
}

}  // namespace

void add_found(CLI::App& app, Terminal& terminal) {
  auto* command = app.add_subcommand(
      "found", terminal.say("Thành lập hồ sơ đại hội; mọi người sáng lập cùng ký trên máy này",
                            "Found a congress; every founder signs on this machine"));
  auto arguments = std::make_shared<HallArguments>();
  struct Files {
    std::string plan, setup;
  };
  auto files = std::make_shared<Files>();
  command
      ->add_option("PLAN", files->plan,
                   terminal.say("tệp JSON: organisation, congress, term, level, meeting, place, "
                                "days, witnesses, witness_quorum, officials (person, name, roles, "
                                "key_file)",
                                "JSON file: organisation, congress, term, level, meeting, place, "
                                "days, witnesses, witness_quorum, officials (person, name, roles, "
                                "key_file)"))
      ->required();
  command
      ->add_option("--setup-code", files->setup,
                   terminal.say("tệp chứa mã thiết lập máy chủ đã in, hoặc - ",
                                "file with the set-up code that the server printed, or -"))
      ->required();
  add_server_options(*command, terminal, *arguments);
  command->add_option("--passphrase-fd", arguments->passphrase_fd,
                      terminal.say("đọc mật khẩu từ bộ mô tả tệp này, mỗi khóa một dòng",
                                   "read passphrases from this descriptor, one a line"));
  command->add_flag("--yes", arguments->yes, terminal.say("không hỏi lại", "don't ask"));
  command->callback(
      [=, &terminal] { leave(found(*arguments, files->plan, files->setup, terminal), terminal); });
}

}  // namespace hp::cli
