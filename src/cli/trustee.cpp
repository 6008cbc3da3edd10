// `homphieu trustee`: the seed that a trustee keeps on paper, and the steps that are due.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/codes.h"
#include "cli/hall_access.h"
#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "client/trustee.h"
#include "crypto/text_form.h"

namespace hp::cli {
namespace {

Result<Exit> new_seed(const std::string& file, int fd, Terminal& terminal) {
  congress::Seed seed = client::new_seed(crypto::system_random());
  const auto saved = save_secret(terminal, fd, file, "trustee", seed);
  if (saved) {
    terminal.out << terminal.say("Chép hạt giống này ra giấy, niêm phong, không để ai thấy:\n",
                                 "Copy this seed to paper, seal it, let nobody see it:\n")
                 << crypto::text_form(seed) << '\n';
  }
  crypto::wipe(seed);
  HP_TRY(saved);
  return Exit::kGood;
}

std::string step_word(const Terminal& terminal, congress::TrusteeStep step) {
  using enum congress::TrusteeStep;
  switch (step) {
    case kCommit:
      return terminal.say("cam kết", "commit");
    case kReveal:
      return terminal.say("mở cam kết", "reveal");
    case kShare:
      return terminal.say("chia phần khóa", "share");
    case kAccept:
      return terminal.say("nhận khóa chung", "accept the key");
    case kRehearse:
      return terminal.say("tập mở", "rehearse");
    case kAcceptClosing:
      return terminal.say("nhận đầu hồ sơ lúc đóng", "accept the closing head");
    case kDecrypt:
      return terminal.say("giải mã phần của mình", "decrypt");
    case kNothing:
      break;
  }
  return "–";
}

// The root's beginning is what the hall screen shows large; the whole of it is shown too.
bool confirm(const congress::State& state, const congress::TrusteeTask& task,
             const std::string& expected, Terminal& terminal) {
  const std::string root = to_hex(task.closing.root);
  if (!expected.empty()) return expected == root;
  const bool rehearsal = state.contests.at(task.contest).current().definition.rehearsal;
  terminal.out << (rehearsal ? terminal.say("DIỄN TẬP · ", "REHEARSAL · ") : "")
               << terminal.say("Cuộc bầu ", "Contest ") << task.contest << ": "
               << step_word(terminal, task.step) << '\n'
               << terminal.say("  hồ sơ lúc đóng: ", "  record at closing: ") << task.closing.size
               << terminal.say(" mục\n  gốc: ", " entries\n  root: ") << root << '\n';
  return says_yes(terminal, "Có đúng như trên màn hình hội trường không?",
                  "Is it what the hall screen shows?");
}

Result<Exit> step(const HallArguments& arguments, const std::string& seed_file,
                  const std::string& closing, Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  HP_ASSIGN(const crypto::Secret secret,
            load_secret(terminal, arguments.passphrase_fd, seed_file, "trustee"));
  if (secret.size() != sizeof(congress::Seed)) {
    return fail(codes::kFileUnreadable, seed_file);
  }
  congress::Seed seed = array_of<32>(secret.view());
  client::Trustee trustee(std::move(official), seed);
  crypto::wipe(seed);
  int steps = 0;
  for (;; ++steps) {
    HP_ASSIGN(const auto done,
              trustee.step(SystemClock().now(), crypto::system_random(), [&](const auto& task) {
                return confirm(trustee.official().state(), task, closing, terminal);
              }));
    HP_TRY(keep_newest(arguments, trustee.official()));
    if (!done) break;
    if (!arguments.json) terminal.out << step_word(terminal, done->task.step) << ". ";
    say_accepted(arguments, terminal, done->accepted);
  }
  if (steps == 0 && !arguments.json) {
    terminal.out << terminal.say("Chưa đến lượt, không có việc gì phải làm.",
                                 "Nothing is due from you now.")
                 << '\n';
  }
  return Exit::kGood;
}

}  // namespace

void add_trustee(CLI::App& app, Terminal& terminal) {
  auto* trustee =
      app.add_subcommand("trustee", terminal.say("Việc của người giữ khóa", "What a trustee does"));
  trustee->require_subcommand(1);
  auto arguments = std::make_shared<HallArguments>();
  struct Files {
    std::string seed, closing;
  };
  auto files = std::make_shared<Files>();
  auto* fresh = trustee->add_subcommand(
      "new-seed", terminal.say("Tạo hạt giống mới trong một tệp có mật khẩu, và in để chép ra giấy",
                               "Make a new seed in a file under a passphrase, and print it once"));
  fresh->add_option("FILE", files->seed, terminal.say("tệp mới", "the new file"))->required();
  fresh->add_option("--passphrase-fd", arguments->passphrase_fd,
                    terminal.say("đọc mật khẩu từ bộ mô tả tệp này",
                                 "read the passphrase from this file descriptor"));
  fresh->callback([=, &terminal] {
    leave(new_seed(files->seed, arguments->passphrase_fd, terminal), terminal);
  });
  auto* next = trustee->add_subcommand(
      "step", terminal.say("Làm mọi bước đang đến lượt mình", "Do every step that is due"));
  next->add_option("SEED", files->seed, terminal.say("tệp hạt giống", "the seed's file"))
      ->required();
  next->add_option("--closing", files->closing,
                   terminal.say("gốc hồ sơ lúc đóng, như màn hình hội trường (thay cho câu hỏi)",
                                "the closing root as the hall screen shows it, instead of asking"));
  add_server_options(*next, terminal, *arguments);
  add_key_options(*next, terminal, *arguments);
  next->callback(
      [=, &terminal] { leave(step(*arguments, files->seed, files->closing, terminal), terminal); });
}

}  // namespace hp::cli
