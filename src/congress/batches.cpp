// OpenBatch, CloseBatch, ReopenBatch.
#include "congress/contest_codes.h"
#include "congress/paper_count.h"
#include "congress/paper_steps.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::congress {
namespace {

Result<void> check_size(std::uint32_t papers) {
  if (papers >= 1 && papers <= kMostPapersInABatch) return {};
  return fail(codes::kBatchSize, "papers", std::to_string(papers));
}

std::vector<Sheet> blank_sheets(const Definition& definition, std::uint32_t papers) {
  Sheet one;
  one.counts.resize(definition.paper_counts);
  return std::vector<Sheet>(papers, one);
}

// The pencil numbers of the sheets that stand there: "4, 17".
std::string sheets_that(const Batch& batch, const Definition& definition, SheetStand stand) {
  std::string out;
  for (std::size_t i = 0; i < batch.sheets.size(); ++i) {
    if (stand_of(batch.sheets[i], definition) != stand) continue;
    out += (out.empty() ? "" : ", ") + std::to_string(i + 1);
  }
  return out;
}

}  // namespace

Result<void> check_open_batch(const State& state, const Entry&, const v1::OpenBatch& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  if (round->paper.figures.empty()) return fail(codes::kPaperNotRecorded, "contest");
  const std::size_t next = round->paper.batches.size() + 1;
  if (body.batch() != next) return fail(codes::kBatchNumber, "batch", std::to_string(next));
  return check_size(body.papers());
}

void apply_open_batch(State& state, const Entry& entry, const v1::OpenBatch& body) {
  Round& round = round_to_change(state, body.contest());
  Batch made;
  made.number = body.batch();
  made.opened_by = signer_of(state, entry).person;
  made.opened = stamp_of(entry);
  made.sheets = blank_sheets(round.definition, body.papers());
  round.paper.batches.push_back(std::make_shared<const Batch>(std::move(made)));
  state.touch(batch_subject(body.contest(), body.batch()), entry.index);
  settle_and_touch(state, entry, round);
}

Result<void> check_close_batch(const State& state, const Entry&, const v1::CloseBatch& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  HP_ASSIGN(const Batch* batch, open_batch(*round, body));
  return can_close(*batch, round->definition);
}

Result<void> can_close(const Batch& batch, const Definition& definition) {
  const auto missing = sheets_that(batch, definition, SheetStand::kToKey);
  if (!missing.empty()) return fail(codes::kBatchMissing, "batch", missing);
  const auto differing = sheets_that(batch, definition, SheetStand::kDiffering);
  if (!differing.empty()) return fail(codes::kBatchDiffering, "batch", differing);
  const auto undecided = sheets_that(batch, definition, SheetStand::kUndecided);
  if (!undecided.empty()) return fail(codes::kBatchUndecided, "batch", undecided);
  return {};
}

void apply_close_batch(State& state, const Entry& entry, const v1::CloseBatch& body) {
  Round& round = round_to_change(state, body.contest());
  batch_to_change(round, body.batch()).closed =
      BatchClosing{signer_of(state, entry).person, stamp_of(entry)};
  settle_and_touch(state, entry, round);
}

Result<void> check_reopen_batch(const State& state, const Entry&, const v1::ReopenBatch& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  HP_TRY(known_batch(*round, body));
  HP_TRY(check_size(body.papers()));
  if (body.reason().empty()) return fail(codes::kReasonMissing, "reason");
  return {};
}

void apply_reopen_batch(State& state, const Entry& entry, const v1::ReopenBatch& body) {
  Round& round = round_to_change(state, body.contest());
  const std::shared_ptr<const Batch> before = round.paper.batches[body.batch() - 1];
  Batch made;
  made.number = before->number;
  made.opening = before->opening + 1;
  made.opened_by = round.counters->head;
  made.opened = stamp_of(entry);
  made.reason = body.reason();
  made.sheets = blank_sheets(round.definition, body.papers());
  made.before = before;
  round.paper.batches[body.batch() - 1] = std::make_shared<const Batch>(std::move(made));
  state.touch(batch_subject(body.contest(), body.batch()), entry.index);
  settle_and_touch(state, entry, round);
}

}  // namespace hp::congress
