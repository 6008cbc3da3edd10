// `homphieu cards`: makes delegates' cards, prints their text, registers and voids their keys.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/cards_hand_in.h"
#include "cli/codes.h"
#include "cli/hall_access.h"
#include "cli/json_text.h"
#include "cli/official_codes.h"
#include "cli/subcommands.h"
#include "client/builders.h"
#include "crypto/card.h"
#include "crypto/text_form.h"

namespace hp::cli {
namespace {

constexpr std::size_t kSeedBytes = sizeof(crypto::CardSeed);
constexpr std::uint32_t kMostCards = 10'000;

struct CardChoices {
  std::string file, reason;
  std::vector<std::string> cards, keys;
  std::uint32_t count = 0;
  HallArguments hall;
};

crypto::CardSeed seed_at(ByteView seeds, std::size_t i) {
  return array_of<16>(seeds.subspan(i * kSeedBytes, kSeedBytes));
}

Result<crypto::Secret> load_seeds(const CardChoices& choices, Terminal& terminal) {
  HP_ASSIGN(crypto::Secret seeds,
            load_secret(terminal, choices.hall.passphrase_fd, choices.file, "cards"));
  if (seeds.size() % kSeedBytes != 0) return fail(codes::kFileUnreadable, choices.file);
  return seeds;
}

Result<Exit> make(const CardChoices& choices, Terminal& terminal) {
  if (choices.count < 1 || choices.count > kMostCards) {
    return fail(codes::kArgumentValue, "--count", std::to_string(choices.count));
  }
  crypto::Secret seeds(choices.count * kSeedBytes);
  crypto::system_random()(seeds.bytes());
  HP_TRY(save_secret(terminal, choices.hall.passphrase_fd, choices.file, "cards", seeds.view()));
  terminal.out << choices.count << terminal.say(" thẻ trong tệp ", " cards in ") << choices.file
               << '\n';
  return Exit::kGood;
}

// Number, text form and public key of each card: what the sheets are printed from.
Result<Exit> print_text(const CardChoices& choices, Terminal& terminal) {
  HP_ASSIGN(const Hash congress, hash_from_hex(choices.hall.congress));
  HP_ASSIGN(const crypto::Secret seeds, load_seeds(choices, terminal));
  nlohmann::json all = nlohmann::json::array();
  for (std::size_t i = 0; i < seeds.size() / kSeedBytes; ++i) {
    const crypto::CardSeed seed = seed_at(seeds, i);
    const std::string key = to_hex(crypto::card_key(seed, congress).point());
    if (choices.hall.json) {
      all.push_back({{"card", i + 1}, {"text", crypto::text_form(seed)}, {"public_key", key}});
    } else {
      terminal.out << i + 1 << '\t' << crypto::text_form(seed) << '\t' << key << '\n';
    }
  }
  if (choices.hall.json) terminal.out << json_text(all) << '\n';
  return Exit::kGood;
}

Exit register_them(const CardChoices& choices, Terminal& terminal) {
  const auto seeds = load_seeds(choices, terminal);
  if (!seeds) return complain(terminal, seeds.error());
  return act(choices.hall, terminal,
             [&](const congress::State& state) -> Result<client::v1::Command> {
               std::vector<Bytes> points;
               for (std::size_t i = 0; i < seeds->size() / kSeedBytes; ++i) {
                 points.push_back(
                     to_bytes(crypto::card_key(seed_at(*seeds, i), state.congress_id).point()));
               }
               return client::register_cards(std::move(points));
             });
}

Exit void_them(const CardChoices& choices, Terminal& terminal) {
  return act(
      choices.hall, terminal, [&](const congress::State& state) -> Result<client::v1::Command> {
        std::vector<Bytes> points;
        for (const std::string& key : choices.keys) {
          HP_ASSIGN(Bytes point, from_hex(key));
          points.push_back(std::move(point));
        }
        for (const std::string& card : choices.cards) {
          HP_ASSIGN(const Bytes seed, crypto::read_text_form(card, kSeedBytes));
          points.push_back(
              to_bytes(crypto::card_key(array_of<16>(ByteView(seed)), state.congress_id).point()));
        }
        if (points.empty()) return fail(codes::kArgumentValue, "--card");
        return client::void_cards(std::move(points), choices.reason);
      });
}

}  // namespace

void add_cards(CLI::App& app, Terminal& terminal) {
  auto* cards = app.add_subcommand(
      "cards", terminal.say("Thẻ bỏ phiếu của đại biểu", "The delegates' voting cards"));
  cards->require_subcommand(1);
  auto choices = std::make_shared<CardChoices>();
  const auto add = [&](const char* name, std::string_view vi, std::string_view en) {
    return cards->add_subcommand(name, terminal.say(vi, en));
  };
  const auto file = [&](CLI::App& one) {
    one.add_option("FILE", choices->file,
                   terminal.say("tệp thẻ, có mật khẩu", "the cards' file, under a passphrase"))
        ->required();
  };
  const auto passphrase = [&](CLI::App& one) {
    one.add_option("--passphrase-fd", choices->hall.passphrase_fd,
                   terminal.say("đọc mật khẩu từ bộ mô tả tệp này, mỗi mật khẩu một dòng",
                                "read passphrases from this file descriptor, one a line"));
  };

  auto* fresh = add("make", "Tạo thẻ mới", "Make new cards");
  file(*fresh);
  passphrase(*fresh);
  fresh->add_option("--count", choices->count, terminal.say("số thẻ", "how many"))->required();
  fresh->callback([=, &terminal] { leave(make(*choices, terminal), terminal); });

  auto* text = add("print-text", "In mã chữ của từng thẻ (bí mật), để in thẻ giấy",
                   "Print each card's text (secret), for printing paper cards");
  file(*text);
  passphrase(*text);
  text->add_option("--congress", choices->hall.congress,
                   terminal.say("mã đại hội", "the congress's id"))
      ->envname("HOMPHIEU_CONGRESS")
      ->required();
  text->add_flag("--json", choices->hall.json, terminal.say("in dạng JSON", "print as JSON"));
  text->callback([=, &terminal] { leave(print_text(*choices, terminal), terminal); });

  auto* enter = add("register", "Đăng ký khóa của mọi thẻ trong tệp (mật khẩu thẻ hỏi trước)",
                    "Register the key of every card (the cards' passphrase comes first)");
  file(*enter);
  add_server_options(*enter, terminal, choices->hall);
  add_key_options(*enter, terminal, choices->hall);
  enter->callback([=, &terminal] { leave(register_them(*choices, terminal)); });

  add_cards_hand_in(*cards, terminal);

  auto* end = add("void", "Hủy thẻ vĩnh viễn", "Void cards for ever");
  end->add_option("--point", choices->keys, terminal.say("khóa công khai của thẻ", "public keys"));
  end->add_option("--card", choices->cards,
                  terminal.say("mã chữ trên thẻ (hiện trên dòng lệnh: chỉ dùng cho thẻ bỏ đi)",
                               "texts of cards; seen on the command line, for lost cards alone"));
  end->add_option("--reason", choices->reason, terminal.say("lý do", "reason"))->required();
  add_server_options(*end, terminal, choices->hall);
  add_key_options(*end, terminal, choices->hall);
  end->callback([=, &terminal] { leave(void_them(*choices, terminal)); });
}

}  // namespace hp::cli
