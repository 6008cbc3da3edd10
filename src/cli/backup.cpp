// `homphieu backup` and `homphieu restore`: a server's data folder, copied whole and consistent.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "cli/codes.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "cli/secrets.h"
#include "cli/subcommands.h"
#include "journal/sqlite_journal.h"
#include "service/hall.h"

namespace hp::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kJournal = "journal.db";

// A file of keys, settings or signed minutes, for its owner alone.
Result<void> copy_private(const fs::path& from, const fs::path& to, Terminal& terminal) {
  HP_ASSIGN(const std::string content, read_input(from.string(), terminal.in, kMostPaper));
  return write_private(to.string(), content);
}

// A journal's -wal and -shm, which its copy holds already; a file that is still being written.
bool is_left_out(const std::string& name) {
  return name.starts_with(kJournal) || name.ends_with(".new");
}

// Folders as they are; journals through the store, everything else byte by byte.
Result<std::size_t> copy_folder(const fs::path& from, const fs::path& to, Terminal& terminal) {
  std::error_code error;
  fs::create_directory(to, error);
  if (!error) fs::permissions(to, fs::perms::owner_all, error);
  if (error) return fail(codes::kFileUnwritable, to.string(), error.message());
  std::size_t journals = 0;
  for (const fs::directory_entry& one : fs::directory_iterator(from, error)) {
    const std::string name = one.path().filename().string();
    if (one.is_directory()) {
      HP_ASSIGN(const std::size_t below, copy_folder(one.path(), to / name, terminal));
      journals += below;
    } else if (name == kJournal) {
      HP_TRY(journal::backup_sqlite(one.path(), to / name));
      HP_ASSIGN(const auto copy, journal::open_sqlite_journal(to / name));
      HP_TRY(copy->check());
      ++journals;
    } else if (one.is_regular_file() && !is_left_out(name)) {
      HP_TRY(copy_private(one.path(), to / name, terminal));
    }
  }
  if (error) return fail(codes::kFileUnreadable, from.string(), error.message());
  return journals;
}

Result<void> check_folders(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (!fs::is_directory(from, error)) return fail(codes::kFolderMissing, from.string());
  if (fs::exists(to, error)) return fail(codes::kFileExists, to.string());
  return {};
}

// A folder that this run makes: gone again unless the whole work is done.
class NewFolder {
 public:
  explicit NewFolder(fs::path path) : path_(std::move(path)) {}
  ~NewFolder() {
    std::error_code error;
    if (!kept_) fs::remove_all(path_, error);
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  void keep() { kept_ = true; }

 private:
  fs::path path_;
  bool kept_ = false;
};

Result<Exit> backup(const std::string& data, const std::string& to, Terminal& terminal) {
  HP_TRY(check_folders(data, to));
  NewFolder made(to);
  HP_ASSIGN(const std::size_t journals, copy_folder(data, to, terminal));
  made.keep();
  terminal.out << to << ": " << journals << terminal.say(" hồ sơ, đã kiểm\n", " records, checked\n")
               << terminal.say("Có khóa nhật ký bên trong: giữ kín như máy chủ.\n",
                               "The log keys are inside: keep it as safe as the server.\n");
  return Exit::kGood;
}

Result<Exit> restore(const std::string& from, const std::string& data, Terminal& terminal) {
  HP_TRY(check_folders(from, data));
  NewFolder made(data);
  HP_TRY(copy_folder(from, data, terminal));
  SystemClock clock;
  service::HallOptions options;
  options.data = data;
  options.clock = &clock;
  // Folds every record and compares it with its signed checkpoint.
  HP_ASSIGN(const auto hall, service::Hall::open(std::move(options)));
  const std::size_t congresses = hall->congresses();
  hall->stop();
  made.keep();
  terminal.out << data << ": " << congresses
               << terminal.say(" đại hội, hồ sơ đúng với điểm kiểm đã ký\n",
                               " congresses, each record as its signed checkpoint says\n")
               << terminal.say(
                      "Máy chủ cũ không được chạy nữa: hai máy cùng một khóa nhật ký là hai "
                      "hồ sơ.\n",
                      "The old server must not run any more: two with one log key make two "
                      "records.\n");
  return Exit::kGood;
}

struct Folders {
  std::string from, to;
};

}  // namespace

void add_backup(CLI::App& app, Terminal& terminal) {
  auto folders = std::make_shared<Folders>();
  auto* command = app.add_subcommand(
      "backup", terminal.say("Sao lưu thư mục dữ liệu của máy chủ, cả khi đang chạy",
                             "Back up a server's data folder, also while it runs"));
  command->add_option("--data", folders->from, terminal.say("thư mục dữ liệu", "the data folder"))
      ->required();
  command->add_option("--to", folders->to, terminal.say("thư mục mới", "a new folder"))->required();
  command->callback(
      [=, &terminal] { leave(backup(folders->from, folders->to, terminal), terminal); });
}

void add_restore(CLI::App& app, Terminal& terminal) {
  auto folders = std::make_shared<Folders>();
  auto* command = app.add_subcommand(
      "restore", terminal.say("Dựng lại thư mục dữ liệu từ bản sao lưu, và kiểm toàn bộ",
                              "Make a data folder from a backup again, and check all of it"));
  command->add_option("--from", folders->from, terminal.say("bản sao lưu", "the backup"))
      ->required();
  command->add_option("--data", folders->to, terminal.say("thư mục dữ liệu mới", "the new folder"))
      ->required();
  command->callback(
      [=, &terminal] { leave(restore(folders->from, folders->to, terminal), terminal); });
}

}  // namespace hp::cli
