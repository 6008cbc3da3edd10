// `homphieu cards hand-in`: the desk where delegates hand in their cards before an opening, to vote
// on paper. Who had which card nobody knows or writes down; a card's code is typed unseen and
// never kept, since it votes again in the next contest: the file has public keys alone.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>
#include <set>
#include <sstream>

#include "base/hex.h"
#include "cli/cards_hand_in.h"
#include "cli/codes.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "cli/secrets.h"
#include "crypto/card.h"
#include "crypto/text_form.h"

namespace hp::cli {
namespace {

constexpr std::size_t kKeyListBytes = std::size_t{4} << 20;

struct HandInAsked {
  std::string congress, file;
  int codes_fd = -1;
};

// Sorted, so that the file does not tell in which order they came.
std::string text_of_keys(const std::set<Bytes>& keys) {
  std::string out;
  for (const Bytes& key : keys) out += to_hex(key) + "\n";
  return out;
}

Result<Bytes> key_of_card(const crypto::Secret& code, const Hash& congress) {
  HP_ASSIGN(const Bytes seed, crypto::read_text_form(chars(code.view()), sizeof(crypto::CardSeed)));
  return to_bytes(crypto::card_key(array_of<16>(ByteView(seed)), congress).point());
}

Result<Exit> take_in(const HandInAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const Hash congress, hash_from_hex(asked.congress));
  std::set<Bytes> keys;
  if (std::filesystem::exists(asked.file)) {
    HP_ASSIGN(const std::vector<Bytes> before, read_key_list(asked.file, terminal.in));
    keys.insert(before.begin(), before.end());
  }
  while (true) {
    HP_ASSIGN(const crypto::Secret code,
              read_hidden_line(asked.codes_fd,
                               terminal.say("Mã thẻ (bỏ trống là xong)", "Card (empty: done)")));
    if (code.size() == 0) break;
    const auto key = key_of_card(code, congress);
    if (!key) {
      complain(terminal, key.error());  // one more try, or the next card
      continue;
    }
    if (!keys.insert(*key).second) {
      terminal.err << terminal.say("Thẻ này đã nộp rồi.", "This card is handed in already.")
                   << '\n';
      continue;
    }
    // After each, so that nothing taken in is lost with the machine.
    HP_TRY(replace_private(asked.file, text_of_keys(keys)));
    terminal.out << terminal.say("Đã nhận thẻ thứ ", "Card taken in: ") << keys.size() << '\n';
  }
  terminal.out << asked.file << ": " << keys.size()
               << terminal.say(" thẻ đã nộp, không dùng được trong lượt mở với --void-keys\n",
                               " cards, void in the round that is opened with --void-keys\n");
  return Exit::kGood;
}

}  // namespace

Result<std::vector<Bytes>> read_key_list(const std::string& path, std::istream& in) {
  HP_ASSIGN(const std::string text, read_input(path, in, kKeyListBytes));
  std::vector<Bytes> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    auto key = from_hex(line);
    if (!key) {
      return std::unexpected(
          under(path + "[" + std::to_string(out.size()) + "]", std::move(key).error()));
    }
    out.push_back(std::move(*key));
  }
  return out;
}

void add_cards_hand_in(CLI::App& cards, Terminal& terminal) {
  auto* command = cards.add_subcommand(
      "hand-in", terminal.say("Nhận lại thẻ của người bầu bằng phiếu giấy, trước khi mở",
                              "Take in the cards of those who vote on paper, before an opening"));
  auto asked = std::make_shared<HandInAsked>();
  command
      ->add_option("--keys", asked->file,
                   terminal.say("tệp khóa công khai của các thẻ đã nộp; có rồi thì ghi thêm",
                                "the file of public keys; added to where it is there"))
      ->required();
  command
      ->add_option("--congress", asked->congress, terminal.say("mã đại hội", "the congress's id"))
      ->envname("HOMPHIEU_CONGRESS")
      ->required();
  command->add_option(
      "--codes-fd", asked->codes_fd,
      terminal.say("đọc mã thẻ từ bộ mô tả tệp này, mỗi mã một dòng, rồi một dòng trống",
                   "read the codes from this file descriptor, one a line, then an "
                   "empty line"));
  command->callback([=, &terminal] { leave(take_in(*asked, terminal), terminal); });
}

}  // namespace hp::cli
