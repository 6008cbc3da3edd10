#include "cli/key_holder.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/hex.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "cli/secrets.h"
#include "cli/token_helper.h"
#include "pki/codes.h"
#include "pki/private_key.h"
#include "token/codes.h"
#include "token/token.h"

namespace hp::cli {
namespace {

// The certificate that the token keeps with the key.
Result<pki::Certificate> certificate_in_token(const KeyArguments& arguments) {
  HP_ASSIGN(const Bytes id, from_hex(arguments.token_key));
  HP_ASSIGN(token::Helper asked, token_helper());
  HP_ASSIGN(const auto tokens, asked.list(arguments.module));
  for (const token::Found& one : tokens) {
    if (!arguments.token_label.empty() && one.label != arguments.token_label) continue;
    if (!arguments.token_serial.empty() && one.serial != arguments.token_serial) continue;
    const auto key =
        std::ranges::find_if(one.keys, [&](const token::FoundKey& has) { return has.id == id; });
    if (key == one.keys.end()) continue;
    return pki::Certificate::from_der(key->certificate);
  }
  return fail(codes::kTokenKeyMissing, "--key-id", arguments.token_key);
}

Result<Bytes> sign_in_token(const KeyArguments& arguments, const Terminal& terminal,
                            ByteView message) {
  token::Choice choice;
  choice.module = arguments.module;
  choice.label = arguments.token_label;
  choice.serial = arguments.token_serial;
  HP_ASSIGN(choice.key_id, from_hex(arguments.token_key));
  choice.even_final_try = arguments.even_final_try;
  HP_ASSIGN(const crypto::Secret pin,
            read_passphrase(terminal, arguments.passphrase_fd, "PIN", Asked::kKnown));
  HP_ASSIGN(token::Helper asked, token_helper());
  return asked.sign(choice, pin, message);
}

}  // namespace

void add_key_holder_options(CLI::App& command, Terminal& terminal, KeyArguments& arguments,
                            const KeyOptionNames& names) {
  const auto option = [&](const char* name, std::string& to, std::string_view vi,
                          std::string_view en) {
    return command.add_option(name, to, terminal.say(vi, en));
  };
  option("--certificate", arguments.certificate,
         "chứng thư của người ký (PEM), sau đó là các chứng thư trung gian",
         "the signer's certificate (PEM), then those of intermediate authorities");
  auto* key = option(names.key, arguments.key_file, "khóa ký trong tệp (PEM, PKCS#8)",
                     "the signing key in a file (PEM, PKCS#8)");
  auto* module = option("--module", arguments.module, "thư viện PKCS#11 của thẻ hoặc USB token",
                        "the PKCS#11 module of a smart card or USB token");
  module->excludes(key);
  option("--token", arguments.token_label, "nhãn của token", "the token's label")->needs(module);
  option("--serial", arguments.token_serial, "số sê-ri của token", "the token's serial number")
      ->needs(module);
  option("--key-id", arguments.token_key, "mã khóa trong token (hex)",
         "the key's id in the token (hex)")
      ->needs(module);
  command
      .add_flag("--even-final-try", arguments.even_final_try,
                terminal.say("dùng PIN cả khi token chỉ còn một lần thử",
                             "use the PIN even where the token has only one try left"))
      ->needs(module);
  command.add_option(names.passphrase_fd, arguments.passphrase_fd,
                     terminal.say("đọc mật khẩu hoặc PIN từ bộ mô tả tệp này",
                                  "read the passphrase or PIN from this file descriptor"));
}

Result<std::vector<pki::Certificate>> read_certificates(const std::string& path, std::size_t limit,
                                                        const Terminal& terminal) {
  HP_ASSIGN(const std::string pem, read_input(path, terminal.in, limit));
  return pki::certificates_of_pem(pem);
}

Result<KeyHolder> key_holder(const KeyArguments& arguments, const Terminal& terminal) {
  if (arguments.key_file.empty() && arguments.module.empty()) {
    return fail(codes::kArgumentValue, "--key", "--module");
  }
  if (arguments.certificate.empty()) {
    if (arguments.module.empty()) return fail(codes::kArgumentValue, "--certificate");
    HP_ASSIGN(pki::Certificate inside, certificate_in_token(arguments));
    return KeyHolder{std::move(inside), {}};
  }
  HP_ASSIGN(const auto all, read_certificates(arguments.certificate, kMostPem, terminal));
  KeyHolder holder{all.front(), {}};
  holder.chain.assign(all.begin() + 1, all.end());
  return holder;
}

Result<Bytes> sign_with(const KeyArguments& arguments, const Terminal& terminal,
                        const KeyHolder& holder, ByteView message) {
  if (arguments.key_file.empty()) return sign_in_token(arguments, terminal, message);
  HP_ASSIGN(std::string pem, read_input(arguments.key_file, terminal.in, kMostPem));
  HP_ASSIGN(const crypto::Secret passphrase,
            read_passphrase(terminal, arguments.passphrase_fd, arguments.key_file, Asked::kKnown));
  const auto key = pki::PrivateKey::from_pem(pem, passphrase);
  crypto::wipe({reinterpret_cast<std::uint8_t*>(pem.data()), pem.size()});
  if (!key.has_value()) return std::unexpected(under(arguments.key_file, key.error()));
  if (key->public_key() != holder.certificate.public_key()) {
    return fail(codes::kSigningKeyOther, arguments.key_file);
  }
  return key->sign(message);
}

}  // namespace hp::cli
