// `homphieu minutes sign FILE`: one signature more on the paper, or one of the JSON (.p7s). The
// minutes are made anew from the record before the key is asked for anything.
#include <CLI/CLI.hpp>
#include <optional>
#include <ostream>

#include "attest/sign.h"
#include "cli/key_holder.h"
#include "cli/minutes_commands.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "cli/secrets.h"
#include "client/fonts.h"

namespace hp::cli {
namespace {

struct Signing {
  std::string file, record, roots, field, out;
  bool timestamp = false;
  bool yes = false;
  KeyArguments key;
};

bool is_paper(std::string_view file) {
  return file.starts_with("%PDF");
}

// Says what is about to be signed; whether the person wants it.
bool agreed(const Signing& asked, const Terminal& terminal, const attest::Who& who) {
  terminal.out << terminal.say("Biên bản khớp với hồ sơ. Ký ở ô ",
                               "The minutes are those of the record. Signing in ")
               << who.field << ": " << who.certificate.subject().common_name << "\n";
  return asked.yes || says_yes(terminal, "Ký?", "Sign?");
}

// Nothing where the person does not want it.
using Made = Result<std::optional<Bytes>>;

Made sign_paper(const Signing& asked, Terminal& terminal, ByteView file, const KeyHolder& holder,
                const attest::Who& who, const attest::Against& against) {
  HP_ASSIGN(attest::Turn turn, attest::begin_paper(file, who, against, SystemClock().now()));
  if (!agreed(asked, terminal, turn.who)) return std::nullopt;
  HP_ASSIGN(const Bytes signature, sign_with(asked.key, terminal, holder, turn.attributes));
  return attest::finish_paper(std::move(turn), signature);
}

Made sign_json(const Signing& asked, Terminal& terminal, std::string_view json,
               const KeyHolder& holder, const attest::Who& who, const attest::Against& against) {
  HP_ASSIGN(const attest::JsonTurn turn, attest::begin_json(json, who, against));
  if (!agreed(asked, terminal, turn.who)) return std::nullopt;
  HP_ASSIGN(const Bytes signature, sign_with(asked.key, terminal, holder, turn.attributes));
  return attest::finish_json(json, turn, signature);
}

Result<Exit> sign(const Signing& asked, Terminal& terminal) {
  HP_ASSIGN(const std::string file, read_input(asked.file, terminal.in, kMostPaper));
  HP_ASSIGN(const KeyHolder holder, key_holder(asked.key, terminal));
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const congress::State state, state_of_record(asked.record, terminal));
  attest::Against against;
  against.fonts = &fonts;
  against.record = [&](const attest::Minutes& named) { return minutes_again(state, named); };
  HP_ASSIGN(against.roots, read_certificates(asked.roots, kMostRoots, terminal));
  const attest::Who who{asked.field, holder.certificate, holder.chain, asked.timestamp};
  HP_ASSIGN(const std::optional<Bytes> made,
            is_paper(file) ? sign_paper(asked, terminal, view(file), holder, who, against)
                           : sign_json(asked, terminal, file, holder, who, against));
  if (!made.has_value()) return Exit::kWrong;
  HP_TRY(write_private(asked.out, chars(*made)));
  terminal.out << asked.out << "\n";
  return Exit::kGood;
}

}  // namespace

void add_minutes_sign(CLI::App& minutes, Terminal& terminal) {
  auto* command = minutes.add_subcommand(
      "sign", terminal.say("Ký số biên bản: tệp PDF, hoặc tệp JSON (ra tệp .p7s)",
                           "Sign minutes: the PDF, or the JSON (giving a .p7s)"));
  auto asked = std::make_shared<Signing>();
  const auto option = [&](const char* name, std::string& to, std::string_view vi,
                          std::string_view en) {
    return command->add_option(name, to, terminal.say(vi, en));
  };
  option("FILE", asked->file, "biên bản (.pdf hoặc .json)", "the minutes (.pdf or .json)")
      ->required();
  option("--record", asked->record, "hồ sơ đã xuất: biên bản được lập lại từ đó và so sánh",
         "the exported record: the minutes are made again from it and compared")
      ->required();
  option("--roots", asked->roots, "chứng thư gốc được tin (PEM)", "the roots to trust (PEM)")
      ->required();
  option("--field", asked->field, "ô chữ ký; mặc định theo chứng thư",
         "the field; default by the certificate");
  option("--out", asked->out, "tệp mới đã ký", "the new, signed file")->required();
  command->add_flag("--timestamp", asked->timestamp,
                    terminal.say("chừa chỗ cho dấu thời gian", "leave room for a timestamp"));
  command->add_flag("--yes", asked->yes, terminal.say("không hỏi lại", "do not ask"));
  add_key_holder_options(*command, terminal, asked->key);
  command->callback([=, &terminal] { leave(sign(*asked, terminal), terminal); });
}

}  // namespace hp::cli
