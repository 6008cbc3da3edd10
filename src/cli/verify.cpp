// `homphieu verify FILE…`: exported records, checked with nothing else at hand; and signed minutes,
// against the record of their congress where that is beside them.
#include "verify/verify.h"
#include "cli/json_text.h"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/key_holder.h"
#include "cli/minutes_report.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "cli/signing_codes.h"
#include "cli/subcommands.h"
#include "client/fonts.h"

namespace hp::cli {
namespace {

constexpr std::size_t kMostNote = std::size_t{1} << 20;

struct VerifyAsked {
  std::vector<std::string> files;
  std::string congress;
  std::string head;
  std::string receipt;
  std::string roots;
  unsigned threads = 0;
  bool fail_fast = false;
  bool json = false;
};

Result<verify::Options> options_of(const VerifyAsked& asked, Terminal& terminal) {
  verify::Options out;
  out.threads = asked.threads;
  out.fail_fast = asked.fail_fast;
  if (!asked.congress.empty()) {
    auto id = hash_from_hex(asked.congress);
    if (!id) return std::unexpected(under("--congress", std::move(id).error()));
    out.congress = *id;
  }
  if (!asked.head.empty()) {
    HP_ASSIGN(out.head, read_input(asked.head, terminal.in, kMostNote));
  }
  if (!asked.receipt.empty()) {
    HP_ASSIGN(out.receipt, read_input(asked.receipt, terminal.in, kMostNote));
  }
  return out;
}

Exit exit_of(verify::Verdict verdict) {
  switch (verdict) {
    case verify::Verdict::kGood:
      return Exit::kGood;
    case verify::Verdict::kWrong:
      return Exit::kWrong;
    case verify::Verdict::kUnreadable:
      break;
  }
  return Exit::kError;
}

// What was read, by what it is.
struct Files {
  std::vector<verify::NamedFile> records;
  std::vector<MinutesFile> minutes;
};

Result<Files> read_files(const VerifyAsked& asked, Terminal& terminal) {
  Files out;
  for (const std::string& path : asked.files) {
    HP_ASSIGN(std::string bytes, read_input(path, terminal.in, kMostRecord));
    if (is_of_minutes(path, bytes)) {
      out.minutes.push_back({path, std::move(bytes)});
    } else {
      out.records.push_back({path, to_bytes(view(bytes))});
    }
  }
  return out;
}

// The longest record of each congress, folded.
Result<std::map<Hash, congress::State>> states_of(const std::vector<verify::NamedFile>& records) {
  std::map<Hash, congress::State> out;
  for (const verify::NamedFile& one : records) {
    HP_ASSIGN(congress::State state, state_of_record(one.bytes));
    const auto known = out.find(state.congress_id);
    if (known == out.end() || known->second.size < state.size) {
      out.insert_or_assign(state.congress_id, std::move(state));
    }
  }
  return out;
}

Result<std::vector<CheckedFile>> check_minutes(const VerifyAsked& asked, const Files& files,
                                               Terminal& terminal) {
  if (asked.roots.empty()) return fail(codes::kArgumentValue, "--roots");
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const auto states, states_of(files.records));
  attest::Against against;
  against.fonts = &fonts;
  HP_ASSIGN(against.roots, read_certificates(asked.roots, kMostRoots, terminal));
  if (!files.records.empty()) {
    against.record = [&](const attest::Minutes& named) -> Result<std::string> {
      const auto found = states.find(attest::congress_of(named));
      if (found == states.end()) return fail(codes::kMinutesWithoutRecord);
      return minutes_again(found->second, named);
    };
  }
  return check_minutes_files(files.minutes, against);
}

void tell_all(const std::vector<verify::Report>& reports, const std::vector<CheckedFile>& minutes,
              Terminal& terminal) {
  const char* between = "";
  for (const verify::Report& one : reports) {
    terminal.out << between << verify::text_of(one, terminal.language);
    between = "\n";
  }
  for (const CheckedFile& one : minutes) {
    terminal.out << between;
    tell(one, terminal);
    between = "\n";
  }
}

std::string all_as_json(const std::vector<verify::Report>& reports,
                        const std::vector<CheckedFile>& minutes, Exit exit) {
  const std::string records = verify::json_of(reports);
  if (minutes.empty()) return records;
  auto out = nlohmann::ordered_json::parse(records);
  if (exit == Exit::kWrong) out["verdict"] = "wrong";
  for (const CheckedFile& one : minutes) out["minutes"].push_back(json_of(one));
  return json_text(out) + "\n";
}

Result<Exit> verify_files(const VerifyAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const verify::Options options, options_of(asked, terminal));
  HP_ASSIGN(const Files files, read_files(asked, terminal));
  const std::vector<verify::Report> reports = verify::verify_records(files.records, options);
  Exit exit = exit_of(verify::verdict_of(reports));
  // Minutes are held against a record only where that is read and right.
  std::vector<CheckedFile> minutes;
  if (!files.minutes.empty() && exit == Exit::kGood) {
    HP_ASSIGN(minutes, check_minutes(asked, files, terminal));
  }
  for (const CheckedFile& one : minutes) {
    if (!one.checked.good()) exit = Exit::kWrong;
  }
  if (asked.json) {
    terminal.out << all_as_json(reports, minutes, exit);
  } else {
    tell_all(reports, minutes, terminal);
  }
  return exit;
}

}  // namespace

void add_verify(CLI::App& app, Terminal& terminal) {
  auto* command = app.add_subcommand(
      "verify",
      terminal.say("Kiểm chứng hồ sơ đại hội; mã thoát 0 tốt, 1 sai, 2 không đọc được",
                   "Check records of a congress; exit code 0 good, 1 wrong, 2 unreadable"));
  auto asked = std::make_shared<VerifyAsked>();
  command
      ->add_option("FILE", asked->files,
                   terminal.say("hồ sơ (.record); nhiều hồ sơ của cùng đại hội phải là phần đầu "
                                "của nhau; bên cạnh là biên bản đã ký (.pdf, .json và .p7s)",
                                "records (.record); several must be prefixes of each other; "
                                "beside them signed minutes (.pdf, .json and .p7s)"))
      ->required();
  command->add_option("--congress", asked->congress,
                      terminal.say("mã đại hội đã thấy tại hội trường, 64 chữ số thập lục phân",
                                   "the congress id seen in the hall, 64 hexadecimal digits"));
  command->add_option(
      "--head", asked->head,
      terminal.say("tệp điểm kiểm đã giữ từ trước", "file with a checkpoint that was kept"));
  command->add_option("--receipt", asked->receipt,
                      terminal.say("tệp biên nhận của một lệnh", "file with a command's receipt"));
  command->add_option("--roots", asked->roots,
                      terminal.say("chứng thư gốc được tin (PEM), khi kiểm cả biên bản",
                                   "the roots to trust (PEM), for minutes"));
  command->add_option(
      "--threads", asked->threads,
      terminal.say("số luồng; mặc định một luồng mỗi nhân", "threads; default one a core"));
  command->add_flag("--fail-fast", asked->fail_fast,
                    terminal.say("dừng khi việc kiểm tra nhanh (dạng, cây băm, chữ ký của sổ) đã "
                                 "thấy lỗi, không kiểm phiếu nữa",
                                 "stop where the quick checks (form, tree, log) found a fault, "
                                 "leaving the ballots"));
  command->add_flag("--json", asked->json,
                    terminal.say("in kết quả ở dạng JSON", "print the result as JSON"));
  command->callback([asked, &terminal] { leave(verify_files(*asked, terminal), terminal); });
}

}  // namespace hp::cli
