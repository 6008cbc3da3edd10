#include "report/printed.h"

#include "congress/state.h"
#include "congress/views.h"
#include "paper/committee.h"
#include "report/ballot_paper.h"
#include "report/slides.h"
#include "report/zero_report.h"

namespace hp::report {
namespace {

constexpr const char* kPdf = "application/pdf";
constexpr const char* kJson = "application/json";

const char* stem_of(Paper paper) {
  switch (paper) {
    case Paper::kBallots:
      return "ballots-";
    case Paper::kCovers:
      return "covers-";
    case Paper::kKeying:
      return "keying-";
    case Paper::kLog:
      return "count-log-";
    case Paper::kSlides:
      return "slides-";
    case Paper::kZero:
      break;
  }
  return "zero-";
}

// A log is one of a round, whichever that is: its name always says so.
std::string name_of(const PrintOrder& order, const congress::Round& round) {
  const bool numbered = round.number() > 1 || order.paper == Paper::kLog;
  return (round.definition.rehearsal ? "dien-tap-" : "") + std::string(stem_of(order.paper)) +
         order.contest + (numbered ? "-" + std::to_string(round.number()) : "");
}

Result<std::vector<PrintedFile>> ballots(const congress::State& state, const PrintOrder& order,
                                         const std::string& stem, const pdf::Fonts& fonts) {
  HP_ASSIGN(paper::Ballot ballot,
            ballot_paper_of(state, order.contest, order.round, order.program));
  ballot.size = order.size;
  HP_ASSIGN(paper::Printed printed, paper::make_ballots(ballot, fonts, order.copies));
  return std::vector<PrintedFile>{
      {stem + ".pdf", kPdf, std::move(printed.pdf)},
      {stem + ".layout.json", kJson, to_bytes(view(paper::layout_json(printed.layout)))}};
}

Result<Bytes> pdf_of(const congress::State& state, const ReadEntries& entries,
                     const PrintOrder& order, std::uint32_t round, const pdf::Fonts& fonts) {
  if (order.paper == Paper::kLog) {
    return count_log(state, entries, order.contest, round, fonts);
  }
  if (order.paper == Paper::kZero) {
    return zero_report(state, order.contest, order.round, fonts);
  }
  if (order.paper == Paper::kSlides) {
    HP_ASSIGN(const paper::Slides slides,
              slides_of(state, order.contest, order.round, order.program));
    return paper::make_slides(slides, fonts);
  }
  HP_ASSIGN(const paper::Heading heading,
            paper_heading_of(state, order.contest, order.round, order.program));
  return order.paper == Paper::kCovers ? paper::make_covers(heading, order.copies, fonts)
                                       : paper::make_keying(heading, order.copies, fonts);
}

}  // namespace

Result<std::vector<PrintedFile>> print(const congress::State& state, const ReadEntries& entries,
                                       const PrintOrder& order, const pdf::Fonts& fonts) {
  HP_ASSIGN(const congress::Round* round,
            congress::round_or_newest(state, order.contest, order.round));
  const std::string name = name_of(order, *round);
  if (order.paper == Paper::kBallots) return ballots(state, order, name, fonts);
  HP_ASSIGN(Bytes pdf, pdf_of(state, entries, order, round->number(), fonts));
  return std::vector<PrintedFile>{{name + ".pdf", kPdf, std::move(pdf)}};
}

}  // namespace hp::report
