// `homphieu paper cards`: the delegates' cards as sheets to cut and fold, from the file of
// `homphieu cards make`. What it writes is as secret as that file.
#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/codes.h"
#include "cli/paper_commands.h"
#include "cli/record_source.h"
#include "cli/secrets.h"
#include "client/fonts.h"
#include "crypto/card.h"
#include "crypto/text_form.h"
#include "paper/cards.h"
#include "report/ballot_paper.h"

namespace hp::cli {
namespace {

struct CardsAsked {
  std::string file, record, address, out;
  int passphrase_fd = -1;
};

Result<std::vector<std::string>> texts_of(const CardsAsked& asked, const Terminal& terminal) {
  constexpr std::size_t kSeedBytes = sizeof(crypto::CardSeed);
  HP_ASSIGN(const crypto::Secret seeds,
            load_secret(terminal, asked.passphrase_fd, asked.file, "cards"));
  if (seeds.size() % kSeedBytes != 0) return fail(codes::kFileUnreadable, asked.file);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < seeds.size(); i += kSeedBytes) {
    out.push_back(crypto::text_form(seeds.view().subspan(i, kSeedBytes)));
  }
  return out;
}

Result<Exit> make(const CardsAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const congress::State state, state_of_record(asked.record, terminal));
  const paper::Heading heading = report::congress_heading_of(state, kProgramName);
  HP_ASSIGN(std::vector<std::string> texts, texts_of(asked, terminal));
  const paper::Cards cards{.organisation = heading.organisation,
                           .congress = heading.congress,
                           .term = heading.term,
                           .address = asked.address,
                           .texts = std::move(texts),
                           .program = heading.program,
                           .at = heading.at};
  HP_ASSIGN(const Bytes pdf, paper::make_cards(cards, fonts));
  HP_TRY(write_paper(asked.out, pdf, terminal));
  terminal.out << cards.texts.size()
               << terminal.say(
                      " thẻ. Tệp này BÍ MẬT: in xong thì xóa, cắt, gấp vào trong, trộn thẻ.\n",
                      " cards. This file is SECRET: delete it once printed; cut, fold inwards, "
                      "shuffle.\n");
  return Exit::kGood;
}

}  // namespace

void add_paper_cards(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "cards", terminal.say("Thẻ bỏ phiếu để cắt và gấp, 8 thẻ một tờ A4 (bí mật)",
                            "Voting cards to cut and fold, 8 on an A4 sheet (secret)"));
  auto asked = std::make_shared<CardsAsked>();
  const auto option = [&](const char* name, std::string& to, std::string_view vi,
                          std::string_view en) {
    command->add_option(name, to, terminal.say(vi, en))->required();
  };
  option("FILE", asked->file, "tệp thẻ của `homphieu cards make`",
         "the cards' file of `homphieu cards make`");
  option("--record", asked->record, "hồ sơ đã xuất: tên tổ chức, đại hội, nhiệm kỳ",
         "an exported record: organisation, congress, term");
  option("--address", asked->address, "địa chỉ trang bỏ phiếu, https://…",
         "the voting page's address, https://…");
  command->add_option("--passphrase-fd", asked->passphrase_fd,
                      terminal.say("đọc mật khẩu từ bộ mô tả tệp này",
                                   "read the passphrase from this file descriptor"));
  option("--out", asked->out, "tệp PDF mới", "the new PDF");
  command->callback([=, &terminal] { leave(make(*asked, terminal), terminal); });
}

}  // namespace hp::cli
