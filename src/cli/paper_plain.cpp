// Those subcommands of `homphieu paper` whose paper is one PDF out of the record or of the hall's
// server: what the counting committee writes on, the log of a count, the zero report, slides.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/paper_print.h"

namespace hp::cli {
namespace {

struct PlainPaper {
  CLI::App* command;
  std::shared_ptr<PrintAsked> asked;
};

PlainPaper add_plain(CLI::App& paper, Terminal& terminal, report::Paper kind, const char* name,
                     const std::string& about) {
  PlainPaper out{paper.add_subcommand(name, about), std::make_shared<PrintAsked>()};
  out.asked->order.paper = kind;
  add_print_options(*out.command, terminal, *out.asked);
  out.command->callback(
      [asked = out.asked, &terminal] { leave(print_to_out(*asked, terminal), terminal); });
  return out;
}

}  // namespace

void add_paper_covers(CLI::App& paper, Terminal& terminal) {
  const PlainPaper covers = add_plain(paper, terminal, report::Paper::kCovers, "covers",
                                      terminal.say("Bìa các lô phiếu", "Covers of the batches"));
  covers.command
      ->add_option(
          "--batches", covers.asked->order.copies,
          terminal.say("số lô, mỗi lô không quá 50 phiếu", "batches, of 50 papers at most"))
      ->required();
}

void add_paper_keying(CLI::App& paper, Terminal& terminal) {
  const PlainPaper keying = add_plain(
      paper, terminal, report::Paper::kKeying, "keying",
      terminal.say("Bảng số liệu phiếu (in, phát, hỏng, không dùng, thu) và phiếu ghi chú "
                   "của người nhập",
                   "The account of the papers, and the keyers' sheets for notes"));
  keying.command->add_option(
      "--sheets", keying.asked->order.copies,
      terminal.say("số phiếu ghi chú; mặc định 1", "keyers' sheets; default 1"));
}

void add_paper_log(CLI::App& paper, Terminal& terminal) {
  add_plain(paper, terminal, report::Paper::kLog, "log",
            terminal.say("Nhật ký kiểm phiếu: mọi việc của lần kiểm phiếu giấy, để lưu hồ sơ",
                         "The log of a count: every action of it, for the congress's file"));
}

void add_paper_slides(CLI::App& paper, Terminal& terminal) {
  add_plain(paper, terminal, report::Paper::kSlides, "slides",
            terminal.say("Trình chiếu cho màn hình hội trường: danh sách, cách ghi phiếu; sau "
                         "khi công bố có kết quả",
                         "Slides for the hall's screen: the list, how to vote; once announced "
                         "the result"));
}

void add_paper_zero(CLI::App& paper, Terminal& terminal) {
  add_plain(paper, terminal, report::Paper::kZero, "zero",
            terminal.say("Báo cáo số không: trước khi bỏ phiếu chưa có gì được đếm",
                         "The zero report: nothing was cast or counted yet"));
}

}  // namespace hp::cli
