// `homphieu token list`: what is on the PKCS#11 tokens of this machine; and the helper process
// that alone loads their modules.
#include <CLI/CLI.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/subcommands.h"
#include "cli/token_helper.h"
#include "token/helper_main.h"

namespace hp::cli {
namespace {

constexpr const char* kHelper = "token-helper";

Result<Exit> list(const std::string& module, Terminal& terminal) {
  HP_ASSIGN(token::Helper helper, token_helper());
  HP_ASSIGN(const auto tokens, helper.list(module));
  for (const token::Found& one : tokens) {
    terminal.out << one.label << " (" << one.manufacturer << " " << one.model
                 << terminal.say(", số sê-ri ", ", serial ") << one.serial << ")";
    if (one.pin_locked) terminal.out << terminal.say(" — PIN đã khóa", " - PIN locked");
    if (one.pin_final_try)
      terminal.out << terminal.say(" — PIN còn một lần thử", " - one try of the PIN left");
    terminal.out << "\n";
    for (const token::FoundKey& key : one.keys) {
      terminal.out << "  " << to_hex(key.id) << " " << key.label
                   << (key.kind == token::KeyKind::kRsaSha256   ? " RSA"
                       : key.kind == token::KeyKind::kEcdsaP256 ? " P-256"
                                                                : " ?")
                   << (key.certificate.empty()
                           ? terminal.say(", không có chứng thư", ", no certificate")
                           : "")
                   << "\n";
    }
  }
  return Exit::kGood;
}

}  // namespace

Result<token::Helper> token_helper() {
  return token::Helper::start({"/proc/self/exe", kHelper});
}

void add_token(CLI::App& app, Terminal& terminal) {
  auto* family = app.add_subcommand("token", terminal.say("Thẻ thông minh và USB token (PKCS#11)",
                                                          "Smart cards and USB tokens (PKCS#11)"));
  family->require_subcommand(1);
  auto* command =
      family->add_subcommand("list", terminal.say("Liệt kê token và khóa", "List tokens and keys"));
  auto module = std::make_shared<std::string>();
  command->add_option("--module", *module, terminal.say("thư viện PKCS#11", "the PKCS#11 module"))
      ->required();
  command->callback([module, &terminal] { leave(list(*module, terminal), terminal); });

  // Not for people: started by the commands that use a token.
  auto* helper = app.add_subcommand(kHelper, "")->group("");
  helper->callback([] {
    if (token::run_helper(0, 1) != 0) leave(Exit::kError);
  });
}

}  // namespace hp::cli
