// `homphieu certificate …`: the congress's own authority, for minutes where the organisation has
// no certificates of its own. Keys are made where they stay; the authority sees requests alone.
#include <CLI/CLI.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "cli/secrets.h"
#include "cli/signing_codes.h"
#include "cli/subcommands.h"
#include "congress/people_state.h"
#include "crypto/hash.h"
#include "pki/authority.h"
#include "pki/codes.h"

namespace hp::cli {
namespace {

constexpr std::uint64_t kDayMs = 86'400'000;

struct Certifying {
  std::string record, name, key, out, request, authority, person;
  bool seal = false, timestamps = false, p256 = false;
  int passphrase_fd = -1;
  unsigned days = 365;
};

// From a day before, since clocks differ.
pki::Validity validity(unsigned days) {
  const std::uint64_t now = SystemClock().now().value;
  return {{now - kDayMs}, {now + days * kDayMs}};
}

// A new key in a new file, under a new passphrase.
Result<pki::PrivateKey> new_key(const Certifying& asked, const Terminal& terminal) {
  HP_ASSIGN(const crypto::Secret passphrase,
            read_passphrase(terminal, asked.passphrase_fd, asked.key, Asked::kNew));
  pki::PrivateKey key =
      pki::PrivateKey::generate(asked.p256 ? pki::KeyKind::kP256 : pki::KeyKind::kRsa3072);
  HP_TRY(write_private(asked.key, chars(key.pem(passphrase))));
  return key;
}

Result<Exit> authority(const Certifying& asked, Terminal& terminal) {
  HP_ASSIGN(const pki::PrivateKey key, new_key(asked, terminal));
  const pki::Certificate root =
      pki::make_authority(key, {asked.name, "", asked.name}, validity(asked.days));
  HP_TRY(write_private(asked.out, root.pem()));
  terminal.out << asked.out << "\nSHA-256 " << to_hex(root.fingerprint()) << "\n";
  return Exit::kGood;
}

Result<Exit> request(const Certifying& asked, Terminal& terminal) {
  HP_ASSIGN(const pki::PrivateKey key, new_key(asked, terminal));
  HP_TRY(write_private(asked.out, chars(pki::make_request(key, {asked.name, "", ""}))));
  terminal.out << asked.out << "\nSHA-256 " << to_hex(crypto::sha256(key.public_key())) << "\n";
  return Exit::kGood;
}

// Names out of the record, not out of the request.
Result<pki::Subject> subject_for(const Certifying& asked, const congress::State& state) {
  const std::string& organisation = state.founding.organisation();
  if (asked.seal)
    return pki::Subject{organisation, pki::uid_of_seal(state.congress_id), organisation};
  const std::string name = congress::name_of(state, asked.person);
  if (name == asked.person) return fail(codes::kPersonUnknownHere, "--person", asked.person);
  return pki::Subject{name, pki::uid_of_person(state.congress_id, asked.person), organisation};
}

Result<Exit> issue(const Certifying& asked, Terminal& terminal) {
  HP_ASSIGN(const std::string pem, read_input(asked.authority, terminal.in, kMostPem));
  HP_ASSIGN(const pki::Certificate root, pki::Certificate::from_pem(pem));
  HP_ASSIGN(const std::string request_bytes, read_input(asked.request, terminal.in, kMostPem));
  HP_ASSIGN(const pki::Request wanted, pki::read_request(view(request_bytes)));
  pki::Subject subject{asked.name, "", ""};
  if (!asked.timestamps) {
    HP_ASSIGN(const congress::State state, state_of_record(asked.record, terminal));
    HP_ASSIGN(subject, subject_for(asked, state));
  }
  terminal.out << subject.common_name << "\nSHA-256 " << to_hex(crypto::sha256(wanted.public_key))
               << "\n";
  HP_ASSIGN(const std::string key_pem, read_input(asked.key, terminal.in, kMostPem));
  HP_ASSIGN(const crypto::Secret passphrase,
            read_passphrase(terminal, asked.passphrase_fd, asked.key, Asked::kKnown));
  HP_ASSIGN(const pki::PrivateKey key, pki::PrivateKey::from_pem(key_pem, passphrase));
  HP_ASSIGN(const pki::Certificate made,
            pki::issue(root, key, wanted.public_key, subject, validity(asked.days),
                       asked.timestamps ? pki::Use::kTimestamps : pki::Use::kDocuments));
  HP_TRY(write_private(asked.out, made.pem()));
  terminal.out << asked.out << "\n";
  return Exit::kGood;
}

}  // namespace

void add_certificate(CLI::App& app, Terminal& terminal) {
  auto* family = app.add_subcommand(
      "certificate", terminal.say("Chứng thư số để ký biên bản, do đại hội tự cấp",
                                  "Certificates to sign minutes, of the congress's own authority"));
  family->require_subcommand(1);
  const auto add = [&](const char* name, std::string_view vi, std::string_view en,
                       Result<Exit> (*work)(const Certifying&, Terminal&), auto options) {
    auto* command = family->add_subcommand(name, terminal.say(vi, en));
    auto asked = std::make_shared<Certifying>();
    options(*command, *asked);
    command->add_option("--passphrase-fd", asked->passphrase_fd,
                        terminal.say("đọc mật khẩu từ bộ mô tả tệp này",
                                     "read the passphrase from this file descriptor"));
    command->callback([=, &terminal] { leave(work(*asked, terminal), terminal); });
  };
  const auto made_key = [&](CLI::App& command, Certifying& asked) {
    command.add_option("--key", asked.key, terminal.say("tệp khóa mới", "the new key file"))
        ->required();
    command.add_flag("--p256", asked.p256,
                     terminal.say("khóa P-256 thay cho RSA 3072 bit",
                                  "a P-256 key instead of RSA of 3072 bits"));
    command
        .add_option("--name", asked.name, terminal.say("tên ghi trong chứng thư", "the name in it"))
        ->required();
    command.add_option("--out", asked.out, terminal.say("tệp mới", "the new file"))->required();
  };
  const auto days = [&](CLI::App& command, Certifying& asked) {
    command
        .add_option("--days", asked.days, terminal.say("số ngày có hiệu lực", "days of validity"))
        ->check(CLI::Range(1, 3650));
  };
  add("authority", "Lập tổ chức cấp chứng thư của đại hội", "Make the congress's authority",
      authority, [&](CLI::App& command, Certifying& asked) {
        made_key(command, asked);
        days(command, asked);
      });
  add("request", "Tạo khóa của mình và yêu cầu cấp chứng thư", "Make one's key and a request",
      request, made_key);
  add("issue", "Cấp chứng thư cho một người, tên lấy từ hồ sơ",
      "Certify a person, the name out of the record", issue,
      [&](CLI::App& command, Certifying& asked) {
        command
            .add_option("REQUEST", asked.request,
                        terminal.say("yêu cầu (PKCS#10)", "the request (PKCS#10)"))
            ->required();
        command
            .add_option("--authority", asked.authority,
                        terminal.say("chứng thư gốc", "the authority's certificate"))
            ->required();
        command
            .add_option("--key", asked.key,
                        terminal.say("khóa của tổ chức cấp", "the authority's key"))
            ->required();
        command.add_option("--record", asked.record,
                           terminal.say("hồ sơ đã xuất", "an exported record"));
        auto* whom = command.add_option_group("whom");
        whom->add_option("--person", asked.person, terminal.say("mã người ký", "the person's id"));
        whom->add_flag("--seal", asked.seal,
                       terminal.say("con dấu của hồ sơ", "the record's seal"));
        whom->add_flag("--timestamps", asked.timestamps,
                       terminal.say("cơ quan cấp dấu thời gian", "a timestamp authority"));
        whom->require_option(1);
        command.add_option(
            "--name", asked.name,
            terminal.say("tên của cơ quan cấp dấu thời gian", "the timestamp authority's name"));
        command.add_option("--out", asked.out, terminal.say("tệp mới", "the new file"))->required();
        days(command, asked);
      });
}

}  // namespace hp::cli
