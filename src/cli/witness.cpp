// `homphieu witness`: another machine that follows the record, cosigns it, keeps it and warns.
#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <ostream>
#include <thread>

#include "base/hex.h"
#include "cli/hall_access.h"
#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "client/codes.h"
#include "client/witness.h"

namespace hp::cli {
namespace {

struct WitnessChoices {
  HallArguments hall;
  std::string key_file, name, kept_file;
  double seconds = 5;
  bool once = false;
};

Result<Exit> new_key(const WitnessChoices& choices, Terminal& terminal) {
  const auto key = crypto::LogKey::generate(crypto::system_random());
  HP_TRY(save_secret(terminal, choices.hall.passphrase_fd, choices.key_file, "witness",
                     key.seed().view()));
  terminal.out << terminal.say("Khóa công khai của nhân chứng: ", "The witness's public key: ")
               << to_hex(key.public_key()) << '\n';
  return Exit::kGood;
}

void report(const client::Witness& witness, Terminal& terminal) {
  terminal.out << iso_vietnam(SystemClock().now()) << ' ' << witness.head().size << ' '
               << to_hex(witness.head().root) << std::endl;
}

// A fork ends it: what both sides signed stays in the kept file and on the server.
Result<Exit> follow(const WitnessChoices& choices, Terminal& terminal) {
  HP_ASSIGN(const crypto::Secret seed,
            load_secret(terminal, choices.hall.passphrase_fd, choices.key_file, "witness"));
  HP_ASSIGN(crypto::LogKey key, crypto::LogKey::from_seed(seed.view()));
  HP_ASSIGN(client::HallClient hall, connect(choices.hall, terminal));
  HP_ASSIGN(const Hash congress, congress_of(choices.hall, hall));
  client::Witness witness(std::move(hall), congress, choices.name, std::move(key));
  if (std::filesystem::exists(choices.kept_file)) {
    HP_ASSIGN(const std::string note, read_input(choices.kept_file, terminal.in, 64 * 1024));
    HP_TRY(witness.remember(note));
  }
  for (;;) {
    const auto followed = witness.follow(SystemClock().now());
    if (!witness.newest().empty()) {
      HP_TRY(replace_private(choices.kept_file, witness.newest()));
    }
    if (followed) {
      if (*followed) report(witness, terminal);
    } else if (followed.error().is(codes::kRecordForked) || choices.once) {
      return std::unexpected(followed.error());
    } else {
      complain(terminal, followed.error());  // a broken connection: the next round tries again
    }
    if (choices.once) return Exit::kGood;
    std::this_thread::sleep_for(std::chrono::duration<double>(choices.seconds));
  }
}

}  // namespace

void add_witness(CLI::App& app, Terminal& terminal) {
  auto* witness = app.add_subcommand(
      "witness", terminal.say("Nhân chứng: theo dõi, ký xác nhận và giữ điểm kiểm của hồ sơ",
                              "A witness: follows, cosigns and keeps the record's checkpoints"));
  witness->require_subcommand(1);
  auto choices = std::make_shared<WitnessChoices>();
  const auto key = [&](CLI::App& one) {
    one.add_option("KEY", choices->key_file, terminal.say("tệp khóa nhân chứng", "the key's file"))
        ->required();
    one.add_option("--passphrase-fd", choices->hall.passphrase_fd,
                   terminal.say("đọc mật khẩu từ bộ mô tả tệp này",
                                "read the passphrase from this file descriptor"));
  };
  auto* fresh = witness->add_subcommand(
      "new-key", terminal.say("Tạo khóa nhân chứng mới", "Make a new witness key"));
  key(*fresh);
  fresh->callback([=, &terminal] { leave(new_key(*choices, terminal), terminal); });
  auto* run = witness->add_subcommand(
      "follow", terminal.say("Theo dõi một máy chủ; mã thoát 2 nếu hồ sơ bị sửa",
                             "Follow a server; exit code 2 where the record was changed"));
  key(*run);
  add_server_options(*run, terminal, choices->hall);
  run->add_option("--name", choices->name,
                  terminal.say("tên nhân chứng như trong lệnh thành lập",
                               "the witness's name as the founding has it"))
      ->required();
  run->add_option("--keep", choices->kept_file,
                  terminal.say("tệp giữ điểm kiểm mới nhất", "file of the newest checkpoint"))
      ->required();
  run->add_option("--every", choices->seconds, terminal.say("số giây giữa hai lần", "seconds"))
      ->check(CLI::Range(0.2, 3600.0));
  run->add_flag("--once", choices->once, terminal.say("một lần rồi thôi", "once"));
  run->callback([=, &terminal] { leave(follow(*choices, terminal), terminal); });
}

}  // namespace hp::cli
