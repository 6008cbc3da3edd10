// `homphieu key`: a keying station in the terminal.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "base/hex.h"
#include "cli/hall_access.h"
#include "cli/key_plain.h"
#include "cli/raw_terminal.h"
#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "client/station_thread.h"

namespace hp::cli {
namespace {

// On a hall's own network an answer that takes so long does not come any more.
constexpr http::ClientLimits kLimits{.connect = std::chrono::milliseconds(3'000),
                                     .call = std::chrono::milliseconds(10'000)};
constexpr std::chrono::milliseconds kLookAgain{200};  // for what the network's side has done
constexpr std::chrono::milliseconds kLeaving{5'000};

struct KeyChoices {
  HallArguments hall;
  std::string contest, outbox;
  bool settle = false, plain = false, quiet = false;
  unsigned wait_seconds = 60;
};

// One folder a congress, so that a key that serves several sends each its own.
std::filesystem::path outbox_folder(const KeyChoices& choices, const Hash& congress) {
  const std::string parent =
      choices.outbox.empty() ? choices.hall.key_file + ".outbox" : choices.outbox;
  return std::filesystem::path(parent) / to_hex(congress).substr(0, 16);
}

void run_screen(KeySession& session, const KeyChoices& choices, RawTerminal& screen,
                TerminalSignals& signals, Language language) {
  const SystemClock clock;
  Heard last;
  while (!session.left()) {
    // A notice that has come sounds longer than a key that is refused.
    if (session.follow() && !choices.quiet) screen.beep(3);
    screen.draw(key_screen(session, last, choices.settle, clock.now(), screen.size(), language));
    for (const char key : screen.keys(kLookAgain, signals)) {
      Heard heard = session.press(key);
      if (heard.refused && !choices.quiet) screen.beep(1);
      // What the last paper was stays until something else is said.
      if (!heard.text.empty() || last.refused) last = std::move(heard);
    }
  }
}

Result<Exit> run_key(const KeyChoices& choices, Terminal& terminal) {
  HP_ASSIGN(const ServerAddress address, read_server_address(choices.hall.server));
  HP_ASSIGN(std::string authority, read_input(choices.hall.ca_file, terminal.in, kMostPem));
  HP_ASSIGN(auto key, load_key(terminal, choices.hall.passphrase_fd, choices.hall.key_file));
  HP_ASSIGN(
      client::HallClient hall,
      client::HallClient::connect({address.host, address.port, std::move(authority)}, kLimits));
  client::StationSetup setup;
  HP_ASSIGN(setup.congress, congress_of(choices.hall, hall));
  HP_ASSIGN(setup.newest, read_newest(choices.hall, terminal));
  setup.signer = std::move(key);
  setup.contest = choices.contest;
  setup.settling = choices.settle;
  // A note that can't be kept makes the next run no worse than a first one.
  setup.keep = [kept = newest_path(choices.hall)](std::string_view note) {
    (void)replace_private(kept, note);
  };
  const SystemClock clock;
  setup.clock = &clock;
  setup.random = crypto::system_random();
  HP_ASSIGN(auto outbox, client::Outbox::open(outbox_folder(choices, setup.congress)));
  const bool full_screen =
      !choices.plain && ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
  std::optional<TerminalSignals> signals;
  if (full_screen) signals.emplace();  // before the thread, which inherits them blocked
  client::Station station(std::move(hall), std::move(setup), std::move(outbox));
  client::StationThread thread(station);
  KeySession session(station, [&thread] { thread.poke(); }, terminal.language);
  Exit done = Exit::kGood;
  if (full_screen) {
    HP_ASSIGN(RawTerminal screen, RawTerminal::open());
    run_screen(session, choices, screen, *signals, terminal.language);
    thread.leave(kLeaving);
  } else {
    done =
        key_plain(session, terminal, choices.hall.json, std::chrono::seconds(choices.wait_seconds));
    thread.leave(kLeaving);
  }
  session.follow();
  if (const std::size_t waiting = session.station().waiting; full_screen && waiting > 0) {
    terminal.out << terminal.say("Còn phiếu chưa gửi, giữ trên máy này: ",
                                 "Papers not sent, kept on this machine: ")
                 << waiting << '\n';
    done = Exit::kWrong;
  }
  return done;
}

}  // namespace

void add_key(CLI::App& app, Terminal& terminal) {
  auto choices = std::make_shared<KeyChoices>();
  auto* key = app.add_subcommand(
      "key", terminal.say("Nhập phiếu giấy: bàn nhập toàn màn hình, hoặc từng dòng từ ống dẫn",
                          "Key ballot papers: a full-screen station, or line by line from a pipe"));
  key->add_option("--contest", choices->contest, terminal.say("mã cuộc bầu", "the contest's id"))
      ->required();
  key->add_flag("--settle", choices->settle,
                terminal.say("đọc lần thứ ba những phiếu hai lần nhập khác nhau (ủy viên ban "
                             "kiểm phiếu)",
                             "third look at papers on which the counts differ (committee)"));
  key->add_flag("--plain", choices->plain,
                terminal.say("mỗi dòng một phiếu, ví dụ \"3 17\", \"? torn\", \".\"",
                             "one paper a line, such as \"3 17\", \"? torn\", \".\""));
  key->add_flag("--quiet", choices->quiet, terminal.say("không kêu", "no sound"));
  key->add_option("--outbox", choices->outbox,
                  terminal.say("thư mục giữ phiếu chưa gửi (mặc định: cạnh tệp khóa)",
                               "folder of papers not sent yet (beside the key file)"));
  key->add_option("--wait", choices->wait_seconds,
                  terminal.say("--plain: số giây chờ một phiếu, chờ gửi hết",
                               "--plain: seconds to wait for a paper, and for the sending"))
      ->check(CLI::Range(0u, 3600u));
  add_server_options(*key, terminal, choices->hall);
  key->add_option("--key", choices->hall.key_file,
                  terminal.say("tệp khóa của mình (official new-key)",
                               "one's own key file (official new-key)"))
      ->envname("HOMPHIEU_KEY")
      ->required();
  key->add_option("--passphrase-fd", choices->hall.passphrase_fd,
                  terminal.say("đọc mật khẩu từ bộ mô tả tệp này, mỗi mật khẩu một dòng",
                               "read passphrases from this file descriptor, one a line"));
  key->add_option("--newest", choices->hall.newest_file,
                  terminal.say("nơi giữ điểm kiểm mới nhất đã thấy (mặc định: cạnh tệp khóa)",
                               "where the newest checkpoint seen is kept (beside the key file)"));
  key->callback([=, &terminal] { leave(run_key(*choices, terminal), terminal); });
}

}  // namespace hp::cli
