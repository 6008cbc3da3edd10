#include "service/count_view.h"

#include "congress/paper_advice.h"
#include "congress/papers.h"

namespace hp::service {
namespace {

using congress::Batch;
using congress::Round;
using congress::SheetStand;

void set(v1::Advice& to, const congress::Advice& from) {
  to.set_vi(std::string(from.vi));
  to.set_en(std::string(from.en));
}

v1::CountProblem problem_of(const Error& error) {
  v1::CountProblem out;
  out.set_code(std::string(error.code->name));
  out.set_figure(error.where);
  out.set_detail(error.detail);
  if (const congress::PaperAdvice* advice = congress::paper_advice(*error.code)) {
    set(*out.mutable_for_keyer(), advice->keyer);
    set(*out.mutable_for_head(), advice->head);
  }
  return out;
}

void add_keyers(v1::BatchView& out, const Batch& batch) {
  for (const auto& [person, count] : batch.keyers) {
    v1::KeyerView& keyer = *out.add_keyers();
    keyer.set_person(person);
    keyer.set_count(count);
    for (const congress::Sheet& sheet : batch.sheets) {
      const auto& reading = sheet.counts[count - 1];
      if (reading && reading->who == person) keyer.set_sheets(keyer.sheets() + 1);
    }
  }
}

v1::BatchView view_of(const Round& round, const Batch& batch) {
  v1::BatchView out;
  out.set_batch(batch.number);
  out.set_opening(batch.opening);
  out.set_papers(batch.papers());
  out.mutable_keyed()->Resize(static_cast<int>(round.definition.paper_counts), 0);
  for (std::uint32_t i = 0; i < batch.papers(); ++i) {
    const congress::Sheet& sheet = batch.sheets[i];
    for (std::size_t count = 0; count < sheet.counts.size(); ++count) {
      const int at = static_cast<int>(count);
      if (sheet.counts[count]) out.set_keyed(at, out.keyed(at) + 1);
    }
    const SheetStand stand = congress::stand_of(sheet, round.definition);
    if (stand == SheetStand::kAgreed) out.set_agreed(out.agreed() + 1);
    if (stand == SheetStand::kDiffering) out.add_differing(i + 1);
    if (stand == SheetStand::kUndecided) out.add_undecided(i + 1);
  }
  out.set_closed(batch.closed.has_value());
  add_keyers(out, batch);
  if (const auto closable = congress::can_close(batch, round.definition); !closable) {
    *out.mutable_problem() = problem_of(closable.error());
  }
  return out;
}

}  // namespace

v1::CountView count_view(const Round& round) {
  v1::CountView out;
  for (const auto& batch : round.paper.batches) *out.add_batches() = view_of(round, *batch);
  if (const auto* figures = round.paper.in_force()) out.set_collected(figures->collected);
  out.set_in_batches(static_cast<std::uint32_t>(congress::papers_in_batches(round)));
  for (const Error& problem : congress::paper_problems(round)) {
    *out.add_problems() = problem_of(problem);
  }
  return out;
}

}  // namespace hp::service
