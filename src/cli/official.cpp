// `homphieu official`: what an official's own machine does.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/actions.h"
#include "cli/official_codes.h"
#include "cli/official_papers.h"
#include "cli/official_views.h"
#include "cli/paper_commands.h"
#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "client/words.h"
#include "crypto/hash.h"
#include "crypto/text_form.h"
#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::cli {
namespace {

constexpr std::size_t kProposalBytes = std::size_t{4} << 20;

Result<Exit> new_key(const std::string& path, int fd, bool json, Terminal& terminal) {
  const auto key = crypto::SigningKey::generate(crypto::system_random());
  HP_TRY(save_secret(terminal, fd, path, "official", key.scalar().view()));
  const std::string point = to_hex(key.point());
  const std::string compare = crypto::tracker(crypto::sha256(key.point()));
  if (json) {
    terminal.out << nlohmann::json{{"public_key", point}, {"compare", compare}}.dump() << '\n';
    return Exit::kGood;
  }
  terminal.out << terminal.say("Khóa công khai: ", "Public key: ") << point << '\n'
               << terminal.say("Để đối chiếu bằng lời: ", "To compare by voice: ") << compare
               << '\n';
  return Exit::kGood;
}

Result<v1::Proposal> find_proposal(client::Official& official, const std::string& id) {
  HP_ASSIGN(const auto all, official.proposals());
  const auto found = std::ranges::find_if(
      all, [&](const v1::Proposal& one) { return to_hex(view(one.command_id())).starts_with(id); });
  if (id.empty() || found == all.end()) return fail(codes::kProposalNotFound, id);
  return *found;
}

void show_words(const client::Official& official, const v1::Command& command,
                const HallArguments& arguments, Terminal& terminal) {
  if (arguments.json) return;
  terminal.out << as_text(client::words_of(official.state(), command, terminal.language));
}

Result<Exit> sign_it(client::Official& official, const v1::Proposal& proposal,
                     const HallArguments& arguments, Terminal& terminal) {
  HP_ASSIGN(const v1::Command command, official.read(proposal));
  show_words(official, command, arguments, terminal);
  if (!arguments.yes && !says_yes(terminal, "Ký đề nghị này?", "Sign this proposal?")) {
    return Exit::kWrong;
  }
  HP_ASSIGN(const v1::Proposal answer, official.sign(proposal));
  say_proposal(arguments, terminal, official.state(), answer);
  return Exit::kGood;
}

Result<Exit> sign(const HallArguments& arguments, const std::string& id, Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  HP_ASSIGN(const v1::Proposal proposal, find_proposal(official, id));
  HP_ASSIGN(const Exit exit, sign_it(official, proposal, arguments, terminal));
  HP_TRY(keep_newest(arguments, official));
  return exit;
}

// For who can't log in yet: the new key that an enrolment carries. The file is a proposal as
// `proposals --save` wrote it.
Result<Exit> countersign(const HallArguments& arguments, const std::string& file,
                         Terminal& terminal) {
  HP_ASSIGN(const std::string bytes, read_input(file, terminal.in, kProposalBytes));
  v1::Proposal proposal;
  HP_TRY(journal::parse(proposal, view(bytes)));
  HP_ASSIGN(auto key, load_key(terminal, arguments.passphrase_fd, arguments.key_file));
  HP_ASSIGN(client::HallClient hall, connect(arguments, terminal));
  HP_ASSIGN(const Hash congress, congress_of(arguments, hall));
  client::Official official(std::move(hall), std::move(key), congress, "");
  HP_TRY(official.sync());
  return sign_it(official, proposal, arguments, terminal);
}

Result<Exit> withdraw(const HallArguments& arguments, const std::string& id, Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  HP_ASSIGN(const v1::Proposal proposal, find_proposal(official, id));
  HP_TRY(official.withdraw(proposal));
  terminal.out << terminal.say("Đã rút đề nghị.", "The proposal is withdrawn.") << '\n';
  return Exit::kGood;
}

Result<Exit> proposals(const HallArguments& arguments, const std::string& save_id,
                       const std::string& save_to, bool over_too, Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  if (!save_id.empty()) {
    HP_ASSIGN(const v1::Proposal proposal, find_proposal(official, save_id));
    HP_TRY(write_private(save_to, proposal.SerializeAsString()));
    return Exit::kGood;
  }
  HP_ASSIGN(const auto all, official.proposals());
  std::size_t shown = 0;
  for (const v1::Proposal& one : all) {
    const bool over =
        one.state() == v1::PROPOSAL_STATE_ACCEPTED || one.state() == v1::PROPOSAL_STATE_WITHDRAWN;
    if (over && !over_too) continue;
    ++shown;
    say_proposal(arguments, terminal, official.state(), one);
    const auto command = official.read(one);
    if (command) show_words(official, *command, arguments, terminal);
  }
  if (shown == 0 && !arguments.json) {
    terminal.out << terminal.say("Không có đề nghị nào đang chờ.", "No proposal is waiting.")
                 << '\n';
  }
  return Exit::kGood;
}

struct Choices {
  std::string file, id, save_to;
  bool over_too = false;
};

}  // namespace

void add_official(CLI::App& app, Terminal& terminal) {
  auto* official = app.add_subcommand(
      "official", terminal.say("Việc của cán bộ đại hội trên máy của mình",
                               "What an official of the congress does on their own machine"));
  official->require_subcommand(1);
  auto arguments = std::make_shared<HallArguments>();
  auto choices = std::make_shared<Choices>();
  const auto add = [&](const char* name, std::string_view vi, std::string_view en) {
    CLI::App* one = official->add_subcommand(name, terminal.say(vi, en));
    add_server_options(*one, terminal, *arguments);
    add_key_options(*one, terminal, *arguments);
    return one;
  };

  auto* key = official->add_subcommand(
      "new-key", terminal.say("Tạo khóa ký mới trong một tệp có mật khẩu",
                              "Make a new signing key in a file under a passphrase"));
  key->add_option("FILE", choices->file, terminal.say("tệp khóa mới", "the new key file"))
      ->required();
  key->add_option("--passphrase-fd", arguments->passphrase_fd,
                  terminal.say("đọc mật khẩu từ bộ mô tả tệp này",
                               "read the passphrase from this file descriptor"));
  key->add_flag("--json", arguments->json, terminal.say("in dạng JSON", "print as JSON"));
  key->callback([=, &terminal] {
    leave(new_key(choices->file, arguments->passphrase_fd, arguments->json, terminal), terminal);
  });

  add("check", "Thử đăng nhập và đối chiếu hồ sơ", "Try the login and check the record")
      ->callback([=, &terminal] { leave(check_official(*arguments, terminal), terminal); });
  add("show", "Xem tình hình đại hội", "Show where the congress stands")->callback([=, &terminal] {
    leave(show_official(*arguments, terminal), terminal);
  });

  auto* list = add("proposals", "Các đề nghị đang chờ ký, bằng lời", "Proposals, in words");
  auto* save = list->add_option("--save", choices->id,
                                terminal.say("ghi đề nghị này ra tệp", "write this one to a file"));
  list->add_option("--to", choices->save_to, terminal.say("tệp đó", "that file"))->needs(save);
  list->add_flag("--all", choices->over_too,
                 terminal.say("cả những đề nghị đã vào sổ hoặc đã rút",
                              "those in the record or withdrawn too"));
  list->callback([=, &terminal] {
    leave(proposals(*arguments, choices->id, choices->save_to, choices->over_too, terminal),
          terminal);
  });

  const auto by_id = [&](const char* name, std::string_view vi, std::string_view en) {
    CLI::App* one = add(name, vi, en);
    one->add_option("ID", choices->id,
                    terminal.say("mã đề nghị, hoặc phần đầu của mã",
                                 "the proposal's id, or its "
                                 "beginning"))
        ->required();
    return one;
  };
  by_id("sign", "Ký một đề nghị", "Sign a proposal")->callback([=, &terminal] {
    leave(sign(*arguments, choices->id, terminal), terminal);
  });
  by_id("withdraw", "Rút đề nghị của mình", "Withdraw one's own proposal")
      ->callback([=, &terminal] { leave(withdraw(*arguments, choices->id, terminal), terminal); });
  auto* counter = add("countersign", "Ký đề nghị ghi nhận mình bằng khóa mới (từ tệp)",
                      "Sign the proposal that enrols one's new key, from a file");
  counter->add_option("FILE", choices->file, terminal.say("tệp đề nghị", "the proposal's file"))
      ->required();
  counter->callback(
      [=, &terminal] { leave(countersign(*arguments, choices->file, terminal), terminal); });

  auto* count = add("count", "Kiểm phiếu giấy: từng lô, từng lần đếm, tờ nào khác nhau",
                    "The count of papers: each batch, each count, which papers differ");
  count->add_option("--contest", choices->file, terminal.say("mã cuộc bầu", "the contest"))
      ->required();
  count->callback(
      [=, &terminal] { leave(show_count(*arguments, choices->file, terminal), terminal); });

  auto asked = std::make_shared<report::SampleAsked>();
  auto* sample = add("sample", "Rút mẫu đối chiếu: số gieo rút những phiếu nào, đã nhập gì",
                     "A sample check: which papers a seed draws, and what was keyed of them");
  add_sample_options(*sample, terminal, *asked);
  sample->callback([=, &terminal] { leave(show_sample(*arguments, *asked, terminal), terminal); });

  add_official_papers(*official, terminal);

  auto* submit = add("submit", "Lập và ký một lệnh; cần nhiều chữ ký thì thành đề nghị",
                     "Make and sign a command; one of several signers becomes a proposal");
  submit->require_subcommand(1);
  submit->fallthrough();
  Actions actions(*submit, terminal, arguments);
  add_people_actions(actions);
  add_attendance_actions(actions);
  add_contest_actions(actions);
  add_round_actions(actions);
  add_paper_actions(actions);
}

}  // namespace hp::cli
