#include "cli/official_papers.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/hall_access.h"
#include "cli/json_text.h"
#include "cli/key_holder.h"
#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "client/fonts.h"
#include "client/signing.h"
#include "pki/codes.h"

namespace hp::cli {
namespace {

namespace v1 = homphieu::v1;

// One official's options; each subcommand uses some of them.
struct DeskAsked {
  HallArguments hall;
  client::MinutesName minutes;
  KeyArguments key;
  std::string roots, file, out, json_out, field, request;
  bool json_too = false;  // sign the JSON
  bool paper_no = false;  // and the JSON alone
  bool timestamp = false;
};

struct Trusted {
  pdf::Fonts fonts;
  std::vector<pki::Certificate> roots;
  client::Trusting trusting() const { return {roots, &fonts}; }
};

Result<Trusted> trusted(const DeskAsked& asked, const Terminal& terminal) {
  HP_ASSIGN(pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(auto roots, read_certificates(asked.roots, kMostRoots, terminal));
  return Trusted{std::move(fonts), std::move(roots)};
}

void tell_json(const v1::SigningState& state, Terminal& terminal) {
  nlohmann::ordered_json out{{"revision", state.revision()},
                             {"paper_hash", to_hex(view(state.paper_hash()))},
                             {"held_by", state.held_by()}};
  out["signatures"] = nlohmann::ordered_json::array();
  for (const v1::ExpectedSignature& one : state.signatures()) {
    out["signatures"].push_back({{"field", one.field()},
                                 {"name", one.name()},
                                 {"paper_signed", one.paper_signed()},
                                 {"on_json", one.on_json()},
                                 {"json_signed", one.json_signed()}});
  }
  terminal.out << json_text(out) << '\n';
}

void tell(const DeskAsked& asked, const v1::SigningState& state, Terminal& terminal) {
  if (asked.hall.json) return tell_json(state, terminal);
  for (const v1::ExpectedSignature& one : state.signatures()) {
    terminal.out << "  " << one.field() << ": " << one.name();
    if (one.paper_signed()) {
      terminal.out << terminal.say(", đã ký PDF", ", PDF signed");
    } else if (one.on_paper()) {
      terminal.out << terminal.say(", chưa ký PDF", ", PDF not signed");
    }
    if (one.on_json()) {
      terminal.out << (one.json_signed() ? terminal.say(", đã ký JSON", ", JSON signed")
                                         : terminal.say(", chưa ký JSON", ", JSON not signed"));
    }
    terminal.out << '\n';
  }
  if (!state.held_by().empty()) {
    terminal.out << terminal.say("  đang ký: ", "  signing now: ") << state.held_by() << '\n';
  }
}

Result<Exit> show(const DeskAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const Trusted trust, trusted(asked, terminal));
  HP_ASSIGN(client::Official official, open_official(asked.hall, terminal));
  HP_ASSIGN(const v1::SignedPaper paper,
            client::signed_paper(official, asked.minutes, trust.trusting()));
  tell(asked, paper.state(), terminal);
  if (!asked.out.empty()) HP_TRY(write_private(asked.out, paper.pdf()));
  if (!asked.json_out.empty()) {
    HP_TRY(write_private(asked.json_out, paper.json()));
    HP_ASSIGN(const auto signatures, client::json_signatures(official, asked.minutes));
    for (std::size_t i = 0; i < signatures.size(); ++i) {
      HP_TRY(write_private(asked.json_out + "." + std::to_string(i + 1) + ".p7s",
                           chars(signatures[i])));
    }
  }
  return Exit::kGood;
}

Result<Exit> set_roots(const DeskAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const auto roots, read_certificates(asked.roots, kMostRoots, terminal));
  HP_ASSIGN(client::Official official, open_official(asked.hall, terminal));
  HP_TRY(client::set_signing_roots(official, roots));
  for (const pki::Certificate& one : roots) {
    terminal.out << one.subject().common_name << "  SHA-256 " << to_hex(one.fingerprint()) << '\n';
  }
  return Exit::kGood;
}

Result<Exit> sign_at_desk(const DeskAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const KeyHolder holder, key_holder(asked.key, terminal));
  HP_ASSIGN(const Trusted trust, trusted(asked, terminal));
  HP_ASSIGN(client::Official official, open_official(asked.hall, terminal));
  const attest::Who who{asked.field, holder.certificate, holder.chain, asked.timestamp};
  const client::AskKey ask = [&](const attest::Who& signer,
                                 ByteView attributes) -> Result<std::optional<Bytes>> {
    if (!asked.hall.json) {
      terminal.out << terminal.say("Biên bản khớp với hồ sơ. Ký ở ô ",
                                   "The minutes are those of the record. DeskAsked in ")
                   << signer.field << ": " << signer.certificate.subject().common_name << "\n";
    }
    if (!asked.hall.yes && !says_yes(terminal, "Ký?", "Sign?")) return std::nullopt;
    HP_ASSIGN(Bytes signature, sign_with(asked.key, terminal, holder, attributes));
    return signature;
  };
  std::optional<v1::SigningState> state;
  if (!asked.paper_no) {
    HP_ASSIGN(state, client::sign_paper(official, asked.minutes, who, trust.trusting(), ask));
    if (!state) return Exit::kWrong;
  }
  if (asked.json_too || asked.paper_no) {
    HP_ASSIGN(state, client::sign_json(official, asked.minutes, who, trust.trusting(), ask));
    if (!state) return Exit::kWrong;
  }
  tell(asked, *state, terminal);
  HP_TRY(keep_newest(asked.hall, official));
  return Exit::kGood;
}

Result<Exit> upload(const DeskAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const std::string file, read_input(asked.file, terminal.in, kMostPaper));
  HP_ASSIGN(client::Official official, open_official(asked.hall, terminal));
  HP_ASSIGN(const v1::SigningState state,
            file.starts_with("%PDF")
                ? client::upload_paper(official, asked.minutes, view(file))
                : client::upload_json_signature(official, asked.minutes, view(file)));
  tell(asked, state, terminal);
  return Exit::kGood;
}

Result<Exit> stamp(const DeskAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const std::string request, read_input(asked.request, terminal.in, kMostPem));
  HP_ASSIGN(const std::string answer, read_input(asked.file, terminal.in, kMostPem));
  HP_ASSIGN(client::Official official, open_official(asked.hall, terminal));
  HP_ASSIGN(const v1::SigningState state,
            client::add_timestamp(official, asked.minutes, view(request), view(answer)));
  tell(asked, state, terminal);
  return Exit::kGood;
}

// The subcommands' common options, one shared set of values.
class Group {
 public:
  Group(CLI::App& parent, Terminal& terminal, std::shared_ptr<DeskAsked> asked)
      : parent_(parent), terminal_(terminal), asked_(std::move(asked)) {}

  using Run = Result<Exit> (*)(const DeskAsked&, Terminal&);

  CLI::App& add(const char* name, std::string_view vi, std::string_view en, Run run) {
    CLI::App* one = parent_.add_subcommand(name, terminal_.say(vi, en));
    add_server_options(*one, terminal_, asked_->hall);
    add_key_options(*one, terminal_, asked_->hall);
    one->callback(
        [run, asked = asked_, &terminal = terminal_] { leave(run(*asked, terminal), terminal); });
    return *one;
  }
  CLI::Option& option(CLI::App& to, const char* name, std::string& value, std::string_view vi,
                      std::string_view en) {
    return *to.add_option(name, value, terminal_.say(vi, en));
  }
  void which(CLI::App& to) {
    option(to, "--contest", asked_->minutes.contest, "mã cuộc bầu", "the contest").required();
    to.add_option("--round", asked_->minutes.round,
                  terminal_.say("lượt; mặc định lượt mới nhất", "round; default the newest"));
    to.add_flag("--election", asked_->minutes.election,
                terminal_.say("biên bản bầu cử của cả cuộc bầu",
                              "the election minutes of the whole contest"));
  }
  void roots(CLI::App& to) {
    option(to, "--roots", asked_->roots, "chứng thư gốc được tin (PEM)", "the roots to trust (PEM)")
        .required();
  }

 private:
  CLI::App& parent_;
  Terminal& terminal_;
  std::shared_ptr<DeskAsked> asked_;
};

void add_signing(Group& group, Terminal& terminal, const std::shared_ptr<DeskAsked>& asked) {
  CLI::App& command = group.add("sign", "Ký số biên bản: đến lượt thì giữ trong ba phút",
                                "Sign the minutes: one's turn lasts three minutes", sign_at_desk);
  group.which(command);
  group.roots(command);
  group.option(command, "--field", asked->field, "ô chữ ký; mặc định theo chứng thư",
               "the field; default by the certificate");
  command.add_flag("--json-too", asked->json_too,
                   terminal.say("ký cả tệp JSON", "sign the JSON as well"));
  command.add_flag("--json-only", asked->paper_no,
                   terminal.say("chỉ ký tệp JSON", "sign the JSON alone"));
  command.add_flag("--timestamp", asked->timestamp,
                   terminal.say("chừa chỗ cho dấu thời gian", "leave room for a timestamp"));
  add_key_holder_options(command, terminal, asked->key,
                         {"--signing-key", "--signing-passphrase-fd"});
}

}  // namespace

void add_official_papers(CLI::App& official, Terminal& terminal) {
  CLI::App* paper = official.add_subcommand(
      "paper", terminal.say("Biên bản chính thức: xem, ký, nộp qua máy chủ",
                            "The official minutes: shown, signed, handed in through the server"));
  paper->require_subcommand(1);
  const auto asked = std::make_shared<DeskAsked>();
  Group group(*paper, terminal, asked);

  CLI::App& roots = group.add("roots", "Đặt chứng thư gốc để ký biên bản (ban thư ký)",
                              "Set the roots for signing minutes (the secretariat)", set_roots);
  group.roots(roots);

  CLI::App& shown = group.add("show", "Ai đã ký, ai chưa ký; tải biên bản về",
                              "Who has signed and who has not; fetch the minutes", show);
  group.which(shown);
  group.roots(shown);
  group.option(shown, "--out", asked->out, "ghi tệp PDF mới này", "write this new PDF");
  group.option(shown, "--json-out", asked->json_out, "ghi tệp JSON và các chữ ký .p7s của nó",
               "write the JSON and its .p7s signatures");

  add_signing(group, terminal, asked);

  CLI::App& uploaded = group.add("upload", "Nộp tệp PDF hoặc .p7s đã ký bằng công cụ khác",
                                 "Hand in a PDF or .p7s that was signed with another tool", upload);
  group.which(uploaded);
  group.option(uploaded, "FILE", asked->file, "tệp đã ký", "the signed file").required();

  CLI::App& stamped = group.add("timestamp", "Gắn dấu thời gian cho chữ ký mới nhất",
                                "A timestamp for the newest signature", stamp);
  group.which(stamped);
  group
      .option(stamped, "--asked", asked->request, "yêu cầu đã lập (.tsq)",
              "the request that was made (.tsq)")
      .required();
  group.option(stamped, "FILE", asked->file, "câu trả lời (.tsr)", "the answer (.tsr)").required();
}

}  // namespace hp::cli
