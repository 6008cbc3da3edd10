// RecordPaper, CorrectPaper.
#include "congress/contest_codes.h"
#include "congress/paper_count.h"
#include "congress/paper_steps.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::congress {
namespace {

PaperFigures figures_of(const v1::RecordPaper& from) {
  return {.prepared = from.prepared(),
          .issued = from.issued(),
          .spoiled = from.spoiled(),
          .unused = from.unused(),
          .collected = from.collected()};
}

void take(State& state, const Entry& entry, const v1::RecordPaper& body, std::string reason) {
  Round& round = round_to_change(state, body.contest());
  round.paper.figures.push_back({.figures = figures_of(body),
                                 .reason = std::move(reason),
                                 .who = people_who_signed(state, entry),
                                 .when = stamp_of(entry)});
  state.touch(paper_figures_subject(body.contest()), entry.index);
  settle_and_touch(state, entry, round);
}

}  // namespace

Result<void> check_record_paper(const State& state, const Entry&, const v1::RecordPaper& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  if (!round->paper.figures.empty()) return fail(codes::kPaperRecorded, "contest");
  return {};
}

void apply_record_paper(State& state, const Entry& entry, const v1::RecordPaper& body) {
  take(state, entry, body, "");
}

Result<void> check_correct_paper(const State& state, const Entry&, const v1::CorrectPaper& body) {
  const auto round = counting_round(state, body.figures());
  if (!round) return std::unexpected(under("figures", round.error()));
  if ((*round)->paper.figures.empty()) return fail(codes::kPaperNotRecorded, "figures");
  if (body.reason().empty()) return fail(codes::kReasonMissing, "reason");
  if ((*round)->paper.figures.back().figures == figures_of(body.figures())) {
    return fail(codes::kNotNeeded, "figures");
  }
  return {};
}

void apply_correct_paper(State& state, const Entry& entry, const v1::CorrectPaper& body) {
  take(state, entry, body.figures(), body.reason());
}

}  // namespace hp::congress
