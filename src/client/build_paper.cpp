// Bodies about papers: their figures, batches and readings.
#include <algorithm>

#include "client/build_parts.h"
#include "congress/paper_codes.h"
#include "congress/papers.h"
#include "congress/state.h"

namespace hp::client {
namespace {

// A body of a batch of it.
template <class Body>
Result<const congress::Batch*> about_batch(const State& state, const std::string& contest,
                                           std::uint32_t number, Body& body) {
  HP_ASSIGN(const congress::Round* round, about(state, contest, body));
  const congress::Batch* batch = congress::find_batch(*round, number);
  if (batch == nullptr) return fail(codes::kBatchUnknown, "batch", std::to_string(number));
  body.set_batch(number);
  return batch;
}

}  // namespace

v1::RecordPaper paper_figures(std::uint32_t prepared, std::uint32_t issued, std::uint32_t spoiled,
                              std::uint32_t unused, std::uint32_t collected) {
  v1::RecordPaper out;
  out.set_prepared(prepared);
  out.set_issued(issued);
  out.set_spoiled(spoiled);
  out.set_unused(unused);
  out.set_collected(collected);
  return out;
}

Result<v1::Command> record_paper(const State& state, const std::string& contest,
                                 v1::RecordPaper figures) {
  v1::Command out;
  *out.mutable_record_paper() = std::move(figures);
  HP_TRY(about(state, contest, *out.mutable_record_paper()));
  return out;
}

Result<v1::Command> correct_paper(const State& state, const std::string& contest,
                                  v1::RecordPaper figures, std::string reason) {
  v1::Command out;
  v1::CorrectPaper& body = *out.mutable_correct_paper();
  *body.mutable_figures() = std::move(figures);
  body.set_reason(std::move(reason));
  HP_TRY(about(state, contest, *body.mutable_figures()));
  return out;
}

Result<v1::Command> open_batch(const State& state, const std::string& contest,
                               std::uint32_t papers) {
  v1::Command out;
  v1::OpenBatch& body = *out.mutable_open_batch();
  HP_ASSIGN(const congress::Round* round, about(state, contest, body));
  body.set_batch(static_cast<std::uint32_t>(round->paper.batches.size() + 1));
  body.set_papers(papers);
  return out;
}

Result<v1::Command> key_sheets(const State& state, const std::string& contest, std::uint32_t batch,
                               std::uint32_t count, const std::vector<v1::KeyedSheet>& sheets) {
  v1::Command out;
  v1::KeySheets& body = *out.mutable_key_sheets();
  HP_ASSIGN(const congress::Batch* found, about_batch(state, contest, batch, body));
  body.set_opening(found->opening);
  body.set_count(count);
  for (const v1::KeyedSheet& one : sheets) *body.add_sheets() = one;
  return out;
}

Result<v1::Command> settle_sheet(const State& state, const std::string& contest,
                                 std::uint32_t batch, std::uint32_t sheet,
                                 v1::SheetContent content) {
  v1::Command out;
  v1::SettleSheet& body = *out.mutable_settle_sheet();
  HP_ASSIGN(const congress::Batch* found, about_batch(state, contest, batch, body));
  body.set_opening(found->opening);
  body.set_sheet(sheet);
  *body.mutable_content() = std::move(content);
  return out;
}

Result<v1::Command> conclude_sheet(const State& state, const std::string& contest,
                                   std::uint32_t batch, std::uint32_t sheet,
                                   v1::SheetContent content, bool valid, std::string reason) {
  v1::Command out;
  v1::ConcludeSheet& body = *out.mutable_conclude_sheet();
  HP_ASSIGN(const congress::Batch* found, about_batch(state, contest, batch, body));
  body.set_opening(found->opening);
  body.set_sheet(sheet);
  *body.mutable_content() = std::move(content);
  body.set_valid(valid);
  body.set_reason(std::move(reason));
  return out;
}

Result<v1::Command> close_batch(const State& state, const std::string& contest,
                                std::uint32_t batch) {
  v1::Command out;
  v1::CloseBatch& body = *out.mutable_close_batch();
  HP_ASSIGN(const congress::Batch* found, about_batch(state, contest, batch, body));
  body.set_opening(found->opening);
  return out;
}

Result<v1::Command> reopen_batch(const State& state, const std::string& contest,
                                 std::uint32_t batch, std::uint32_t papers, std::string reason) {
  v1::Command out;
  v1::ReopenBatch& body = *out.mutable_reopen_batch();
  HP_TRY(about_batch(state, contest, batch, body));
  body.set_papers(papers);
  body.set_reason(std::move(reason));
  return out;
}

Result<v1::Command> check_sample(const State& state, const std::string& contest, std::string seed,
                                 std::uint32_t papers,
                                 std::vector<congress::SheetPlace> differing) {
  v1::Command out;
  v1::CheckSample& body = *out.mutable_check_sample();
  HP_TRY(about(state, contest, body));
  body.set_seed(std::move(seed));
  body.set_papers(papers);
  std::ranges::sort(differing);
  for (const congress::SheetPlace& place : differing) {
    v1::SampledSheet& one = *body.add_differing();
    one.set_batch(place.batch);
    one.set_sheet(place.sheet);
  }
  return out;
}

}  // namespace hp::client
