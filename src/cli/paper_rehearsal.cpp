// `homphieu paper rehearsal`: what a rehearsal counted against its known votes. Exit status 0: all
// alike, 1: not.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/json_text.h"
#include "cli/paper_commands.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "client/fonts.h"
#include "congress/paper_content.h"
#include "homphieu/v1/paper.pb.h"
#include "report/rehearsal_paper.h"

namespace hp::cli {
namespace {

struct RehearsalAsked {
  PaperAsked of;
  std::string known;
  bool json = false;
};

constexpr std::size_t kMostKnownBytes = std::size_t{8} << 20;

nlohmann::ordered_json json_of(const report::SeenPaper& seen) {
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  if (seen.content.marks.empty()) {
    out["struck"] = nlohmann::ordered_json::array();
    for (const auto one : seen.content.struck) out["struck"].push_back(one.number);
  }
  for (const auto one : seen.content.marks) out["marks"].push_back(rules::word(one));
  for (const auto one : seen.content.defects) out["defects"].push_back(rules::word(one));
  if (seen.conclusion) out["conclusion"] = *seen.conclusion ? "valid" : "invalid";
  return out;
}

nlohmann::ordered_json json_of(const report::Rehearsal& rehearsal, const congress::Round& round) {
  nlohmann::ordered_json out{{"rehearsal", true},
                             {"contest", round.definition.contest},
                             {"round", round.number()},
                             {"matches", rehearsal.matches()}};
  for (const report::ComparedPart& part : rehearsal.parts) {
    nlohmann::ordered_json figures;
    for (const report::ComparedFigure& one : part.figures) {
      figures[one.name] = {{"expected", one.expected}, {"counted", one.counted}};
    }
    out["parts"][std::string(report::word(part.part))] = std::move(figures);
  }
  out["papers_alike"] = rehearsal.papers_alike;
  out["papers"] = nlohmann::ordered_json::array();
  for (const report::PaperDifference& one : rehearsal.papers) {
    nlohmann::ordered_json row{{"known", nullptr}, {"keyed", nullptr}};
    if (one.known) {
      row["known"] = json_of({one.known->content, one.known->conclusion});
      row["known"]["number"] = one.known->number;
    }
    if (one.keyed) {
      row["keyed"] = json_of(one.keyed->seen);
      row["keyed"]["batch"] = one.keyed->place.batch;
      row["keyed"]["sheet"] = one.keyed->place.sheet;
    }
    out["papers"].push_back(std::move(row));
  }
  return out;
}

std::string part_words(report::BallotPart part, const Terminal& terminal) {
  switch (part) {
    case report::BallotPart::kElectronic:
      return terminal.say("phiếu điện tử", "electronic");
    case report::BallotPart::kPaper:
      return terminal.say("phiếu giấy", "paper");
    case report::BallotPart::kTotal:
      break;
  }
  return terminal.say("tổng cộng", "total");
}

void tell(const report::Rehearsal& rehearsal, const congress::Round& round, Terminal& terminal) {
  const congress::Definition& d = round.definition;
  terminal.out << terminal.say("DIỄN TẬP ", "REHEARSAL ") << d.contest
               << terminal.say(", lượt ", ", round ") << d.round << ": "
               << (rehearsal.matches() ? terminal.say("KHỚP", "MATCHES")
                                       : terminal.say("KHÔNG KHỚP", "DOES NOT MATCH"))
               << '\n';
  for (const report::ComparedPart& part : rehearsal.parts) {
    const std::string name = part_words(part.part, terminal);
    std::size_t alike = 0;
    for (const report::ComparedFigure& one : part.figures) {
      alike += one.alike() ? 1 : 0;
      if (one.alike()) continue;
      terminal.out << "  " << name << ", " << report::figure_text(one.name, d)
                   << terminal.say(": biết trước ", ": known ") << one.expected
                   << terminal.say(", máy đếm ", ", counted ") << one.counted << '\n';
    }
    terminal.out << "  " << name << ": " << alike << '/' << part.figures.size()
                 << terminal.say(" con số khớp\n", " figures alike\n");
  }
  for (const report::PaperDifference& one : rehearsal.papers) {
    terminal.out << "  ";
    if (one.known) {
      terminal.out << terminal.say("phiếu mẫu số ", "known paper ") << one.known->number << ": "
                   << report::seen_text({one.known->content, one.known->conclusion});
    } else {
      terminal.out << terminal.say("không có phiếu mẫu này", "no such known paper");
    }
    if (one.keyed) {
      terminal.out << terminal.say("; trong lô ", "; in batch ") << one.keyed->place.batch
                   << terminal.say(", phiếu ", ", paper ") << one.keyed->place.sheet
                   << terminal.say(" đã nhập: ", " was keyed: ")
                   << report::seen_text(one.keyed->seen) << '\n';
    } else {
      terminal.out << terminal.say("; không có phiếu này trong các lô\n",
                                   "; no such paper in the batches\n");
    }
  }
  terminal.out << terminal.say("  phiếu giấy giống phiếu mẫu: ", "  papers alike: ")
               << rehearsal.papers_alike << '\n';
}

Result<Exit> compare(const RehearsalAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const congress::State state, state_of_record(asked.of.record, terminal));
  HP_ASSIGN(const congress::Round* round,
            report::rehearsal_round(state, asked.of.contest, asked.of.round));
  if (!asked.of.out.empty()) HP_TRY(check_paper_name(asked.of.out, true));
  HP_ASSIGN(const std::string text, read_input(asked.known, terminal.in, kMostKnownBytes));
  HP_ASSIGN(const report::KnownVotes known, report::read_known_votes(text, state, *round));
  HP_ASSIGN(const report::Rehearsal rehearsal, report::compare_rehearsal(state, *round, known));
  if (asked.json) {
    terminal.out << json_text(json_of(rehearsal, *round)) << '\n';
  } else {
    tell(rehearsal, *round, terminal);
  }
  if (!asked.of.out.empty()) {
    HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
    HP_ASSIGN(const Bytes pdf, report::rehearsal_report(state, *round, rehearsal, fonts));
    HP_TRY(asked.json ? write_private(asked.of.out, chars(pdf))
                      : write_paper(asked.of.out, pdf, terminal));
  }
  return rehearsal.matches() ? Exit::kGood : Exit::kWrong;
}

}  // namespace

void add_paper_rehearsal(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "rehearsal", terminal.say("Diễn tập: so kết quả máy đếm với các phiếu biết trước",
                                "A rehearsal's count against its known votes"));
  auto asked = std::make_shared<RehearsalAsked>();
  add_paper_options(*command, terminal, asked->of);
  command->get_option("--out")->required(false);
  command
      ->add_option("--known", asked->known,
                   terminal.say("tệp JSON của phiếu biết trước", "the JSON of the known votes"))
      ->required();
  command->add_flag("--json", asked->json,
                    terminal.say("kết quả bằng JSON", "the comparison as JSON"));
  command->callback([=, &terminal] { leave(compare(*asked, terminal), terminal); });
}

}  // namespace hp::cli
