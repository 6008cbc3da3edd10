#include "cli/hall_access.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/json_text.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "client/waiting.h"
#include "client/words.h"
#include "congress/authority.h"
#include "congress/codes.h"
#include "congress/state.h"

namespace hp::cli {
namespace {

constexpr std::size_t kNoteBytes = 64 * 1024;

Result<http::Endpoint> endpoint_of(const HallArguments& arguments, Terminal& terminal) {
  HP_ASSIGN(ServerAddress address, read_server_address(arguments.server));
  http::Endpoint out;
  out.host = std::move(address.host);
  out.port = address.port;
  HP_ASSIGN(out.trusted_ca_pem, read_input(arguments.ca_file, terminal.in, kMostPem));
  return out;
}

// Whether one signature is all that the table wants.
bool is_of_one_signer(const client::v1::Command& command) {
  const congress::AuthorityRow* row = congress::authority_of(command.body_case());
  return row != nullptr && std::ranges::all_of(row->alternatives, [](const auto& one) {
           return one.places.size() == 1 && one.others == congress::OtherSigners::kNobody;
         });
}

}  // namespace

Result<ServerAddress> read_server_address(std::string_view text) {
  const std::string given(text);
  if (text.starts_with("http://")) return fail(codes::kServerPlain, "--server", given);
  if (text.starts_with("https://")) text.remove_prefix(8);
  if (text.ends_with('/')) text.remove_suffix(1);
  const auto wrong = [&] { return fail(codes::kServerAddress, "--server", given); };
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return wrong();
  std::string_view host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  ServerAddress out;
  const auto [read, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
  if (host.empty() || host.find_first_of("/[]") != std::string_view::npos || error != std::errc{} ||
      read != port.data() + port.size() || out.port == 0) {
    return wrong();
  }
  out.host = host;
  return out;
}

void add_server_options(CLI::App& app, Terminal& terminal, HallArguments& arguments) {
  app.add_option("--server", arguments.server,
                 terminal.say("máy chủ, dạng máy:cổng hoặc https://máy:cổng",
                              "the server, as host:port or https://host:port"))
      ->envname("HOMPHIEU_SERVER")
      ->required();
  app.add_option("--ca", arguments.ca_file,
                 terminal.say("chứng thư gốc của hội trường (PEM)",
                              "the hall's certificate authority (PEM)"))
      ->envname("HOMPHIEU_CA")
      ->required();
  app.add_option("--congress", arguments.congress,
                 terminal.say("mã đại hội; bỏ trống nếu máy chủ chỉ có một",
                              "the congress's id; not needed where the server has only one"))
      ->envname("HOMPHIEU_CONGRESS");
  app.add_flag("--json", arguments.json,
               terminal.say("in kết quả dạng JSON", "print results as JSON"));
}

void add_key_options(CLI::App& app, Terminal& terminal, HallArguments& arguments) {
  app.add_option("--key", arguments.key_file,
                 terminal.say("tệp khóa của mình (official new-key)",
                              "one's own key file (official new-key)"))
      ->envname("HOMPHIEU_KEY")
      ->required();
  app.add_option("--passphrase-fd", arguments.passphrase_fd,
                 terminal.say("đọc mật khẩu từ bộ mô tả tệp này, mỗi mật khẩu một dòng",
                              "read passphrases from this file descriptor, one a line"));
  app.add_option("--newest", arguments.newest_file,
                 terminal.say("nơi giữ điểm kiểm mới nhất đã thấy (mặc định: cạnh tệp khóa)",
                              "where the newest checkpoint seen is kept (beside the key file)"));
  app.add_flag("--quick", arguments.quick,
               terminal.say("không kiểm chứng minh của từng phiếu khi tải hồ sơ",
                            "leave the ballots' proofs out while fetching the record"));
  app.add_flag("--yes", arguments.yes,
               terminal.say("không hỏi lại trước khi ký (cho tập lệnh)",
                            "sign without asking (for scripts)"));
  app.add_option("--receipt", arguments.receipt_file,
                 terminal.say("ghi biên nhận vào tệp này", "write the receipt to this file"));
}

Result<client::HallClient> connect(const HallArguments& arguments, Terminal& terminal) {
  HP_ASSIGN(const http::Endpoint endpoint, endpoint_of(arguments, terminal));
  return client::HallClient::connect(endpoint);
}

Result<Hash> congress_of(const HallArguments& arguments, client::HallClient& hall) {
  if (!arguments.congress.empty()) return hash_from_hex(arguments.congress);
  HP_ASSIGN(const auto all, hall.list_congresses());
  if (all.size() != 1 || all[0].congress_id().size() != sizeof(Hash)) {
    return fail(codes::kCongressNotNamed, "--congress", std::to_string(all.size()));
  }
  return array_of<32>(view(all[0].congress_id()));
}

Result<client::Official> open_official(const HallArguments& arguments, Terminal& terminal) {
  HP_ASSIGN(auto key, load_key(terminal, arguments.passphrase_fd, arguments.key_file));
  HP_ASSIGN(client::HallClient hall, connect(arguments, terminal));
  HP_ASSIGN(const Hash congress, congress_of(arguments, hall));
  client::Official official(
      std::move(hall), std::move(key), congress, "",
      arguments.quick ? congress::BallotChecking::kOwnPrefix : congress::BallotChecking::kFull);
  HP_ASSIGN(const std::string note, read_newest(arguments, terminal));
  if (!note.empty()) {
    HP_TRY(official.remember(note));
  }
  HP_TRY(official.log_in(SystemClock().now()));
  HP_TRY(official.sync());
  HP_TRY(keep_newest(arguments, official));
  return official;
}

std::string newest_path(const HallArguments& arguments) {
  return arguments.newest_file.empty() ? arguments.key_file + ".newest" : arguments.newest_file;
}

Result<std::string> read_newest(const HallArguments& arguments, Terminal& terminal) {
  const std::string path = newest_path(arguments);
  if (!std::filesystem::exists(path)) return std::string();
  return read_input(path, terminal.in, kNoteBytes);
}

Result<void> keep_newest(const HallArguments& arguments, const client::Official& official) {
  return replace_private(newest_path(arguments), official.newest());
}

void say_accepted(const HallArguments& arguments, Terminal& terminal,
                  const client::Accepted& accepted) {
  const std::string id = to_hex(accepted.receipt.command_id);
  if (arguments.json) {
    terminal.out << nlohmann::json{{"state", "accepted"},
                                   {"command_id", id},
                                   {"index", accepted.receipt.index},
                                   {"size", accepted.head.size},
                                   {"root", to_hex(accepted.head.root)}}
                        .dump()
                 << '\n';
    return;
  }
  terminal.out << terminal.say("Đã ghi vào hồ sơ, mục ", "In the record, entry ")
               << accepted.receipt.index << terminal.say("; lệnh ", "; command ") << id << '\n';
}

namespace {

std::string_view state_word(client::v1::ProposalState state) {
  switch (state) {
    case client::v1::PROPOSAL_STATE_ACCEPTED:
      return "accepted";
    case client::v1::PROPOSAL_STATE_WITHDRAWN:
      return "withdrawn";
    case client::v1::PROPOSAL_STATE_STALE:
      return "stale";
    default:
      return "waiting";
  }
}

// "chờ chữ ký: TK2 Trần Thị Bình; CT1 … hoặc CT2 …".
std::string waiting_text(const Terminal& terminal, const congress::State& state,
                         const client::Waiting& waiting) {
  const auto name = [&](const std::string& id) {
    if (id == waiting.new_key) return id + terminal.say(" (khóa mới)", " (the new key)");
    const std::string known = congress::name_of(state, id);
    return known == id ? id : id + " " + known;
  };
  std::string out = terminal.say("chờ chữ ký: ", "waits for: ");
  for (std::size_t i = 0; i < waiting.places.size(); ++i) {
    if (i > 0) out += "; ";
    for (std::size_t j = 0; j < waiting.places[i].size(); ++j) {
      out += (j > 0 ? terminal.say(" hoặc ", " or ") : "") + name(waiting.places[i][j]);
    }
  }
  for (std::size_t i = 0; i < waiting.also.size(); ++i) {
    out += (i > 0 ? ", " : terminal.say(" (cũng ký được: ", " (may sign too: ")) +
           name(waiting.also[i]) + (i + 1 == waiting.also.size() ? ")" : "");
  }
  return out;
}

void print_json(Terminal& terminal, const client::v1::Proposal& proposal) {
  nlohmann::json out{{"state", state_word(proposal.state())},
                     {"command_id", to_hex(view(proposal.command_id()))},
                     {"signed_by", std::vector<std::string>(proposal.signed_by().begin(),
                                                            proposal.signed_by().end())},
                     {"missing", proposal.missing_code()}};
  if (proposal.state() == client::v1::PROPOSAL_STATE_ACCEPTED) {
    out["index"] = proposal.receipt().index();
  }
  terminal.out << json_text(out) << '\n';
}

}  // namespace

void say_proposal(const HallArguments& arguments, Terminal& terminal, const congress::State& state,
                  const client::v1::Proposal& proposal) {
  if (arguments.json) return print_json(terminal, proposal);
  if (proposal.state() == client::v1::PROPOSAL_STATE_ACCEPTED) {
    terminal.out << terminal.say("Đủ chữ ký, đã ghi vào hồ sơ, mục ",
                                 "All have signed; in the record, entry ")
                 << proposal.receipt().index() << '\n';
    return;
  }
  terminal.out << terminal.say("Đề nghị ", "Proposal ") << to_hex(view(proposal.command_id()));
  if (proposal.state() == client::v1::PROPOSAL_STATE_WITHDRAWN) {
    terminal.out << terminal.say(": đã rút.", ": withdrawn.") << '\n';
    return;
  }
  terminal.out << terminal.say(". Đã ký:", ". Signed by:");
  for (const auto& one : proposal.signed_by()) terminal.out << ' ' << one;
  terminal.out << '\n';
  const client::Waiting waiting = client::waiting_for(state, proposal);
  if (proposal.missing_code() == codes::kSignersNotAllowed.name && !waiting.places.empty()) {
    terminal.out << "  " << waiting_text(terminal, state, waiting) << '\n';
  } else if (!proposal.missing_code().empty()) {
    terminal.out << "  " << terminal.say("không nhận được: ", "can't be taken: ")
                 << terminal.say(proposal.missing_vi(), proposal.missing_en()) << " ["
                 << proposal.missing_code() << "]\n";
  }
}

namespace {

Result<Exit> try_to_act(const HallArguments& arguments, Terminal& terminal, const Maker& maker,
                        const std::vector<const crypto::Signer*>& also) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  HP_ASSIGN(client::v1::Command body, maker(official.state()));
  HP_ASSIGN(const client::v1::Command command,
            official.build(std::move(body), SystemClock().now(), crypto::system_random()));
  if (!arguments.json) {
    terminal.out << as_text(client::words_of(official.state(), command, terminal.language));
  }
  if (!arguments.yes && !says_yes(terminal, "Ký lệnh này?", "Sign this command?")) {
    return Exit::kWrong;
  }
  if (is_of_one_signer(command)) {
    HP_ASSIGN(const client::Accepted accepted, official.submit(command));
    say_accepted(arguments, terminal, accepted);
    if (!arguments.receipt_file.empty()) {
      HP_TRY(write_private(arguments.receipt_file, journal::write_receipt(accepted.receipt)));
    }
  } else {
    HP_ASSIGN(const client::v1::Proposal proposal, official.propose(command, also));
    say_proposal(arguments, terminal, official.state(), proposal);
  }
  HP_TRY(keep_newest(arguments, official));
  return Exit::kGood;
}

}  // namespace

Exit act(const HallArguments& arguments, Terminal& terminal, const Maker& maker,
         const std::vector<const crypto::Signer*>& also) {
  const auto done = try_to_act(arguments, terminal, maker, also);
  return done ? *done : complain(terminal, done.error());
}

}  // namespace hp::cli
