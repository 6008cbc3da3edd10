#include "service/testing/paper_kit.h"

#include <utility>

namespace hp::service {

PaperElection::PaperElection(TestHall& hall) : election(hall, static_cast<int>(kPapers)) {
  election.open_on_paper(kPapers);
}

void PaperElection::close() {
  election.close();
  v1::Command record;
  auto& figures = *record.mutable_record_paper();
  figures.set_contest("c");
  figures.set_round(1);
  figures.set_prepared(kPapers + 2);
  figures.set_issued(kPapers);
  figures.set_unused(2);
  figures.set_collected(kPapers);
  election.meeting.must(std::move(record), {"c1", "c2"});
  open_batch(1, kPapers);
}

void PaperElection::open_batch(std::uint32_t batch, std::uint32_t papers) {
  v1::Command command;
  auto& body = *command.mutable_open_batch();
  body.set_contest("c");
  body.set_round(1);
  body.set_batch(batch);
  body.set_papers(papers);
  election.meeting.must(std::move(command), {"c1"});
}

Result<v1::Receipt> PaperElection::key(const std::string& person, std::uint32_t count,
                                       std::uint32_t sheet, std::vector<std::uint32_t> struck,
                                       std::uint32_t batch) {
  v1::Command command;
  auto& body = *command.mutable_key_sheets();
  body.set_contest("c");
  body.set_round(1);
  body.set_batch(batch);
  body.set_opening(1);
  body.set_count(count);
  auto& keyed = *body.add_sheets();
  keyed.set_sheet(sheet);
  keyed.mutable_content();
  for (const std::uint32_t one : struck) keyed.mutable_content()->add_struck(one);
  return election.meeting.send(std::move(command), {person});
}

void PaperElection::key_all(const std::string& person, std::uint32_t count) {
  for (std::uint32_t sheet = 1; sheet <= kPapers; ++sheet) {
    const auto keyed = key(person, count, sheet, {5});
    if (!keyed) std::abort();
  }
}

void PaperElection::settle(const std::string& person, std::uint32_t sheet,
                           std::vector<std::uint32_t> struck) {
  v1::Command command;
  auto& body = *command.mutable_settle_sheet();
  body.set_contest("c");
  body.set_round(1);
  body.set_batch(1);
  body.set_opening(1);
  body.set_sheet(sheet);
  body.mutable_content();
  for (const std::uint32_t one : struck) body.mutable_content()->add_struck(one);
  election.meeting.must(std::move(command), {person});
}

Result<v1::Receipt> PaperElection::close_batch(const std::string& person) {
  v1::Command command;
  auto& body = *command.mutable_close_batch();
  body.set_contest("c");
  body.set_round(1);
  body.set_batch(1);
  body.set_opening(1);
  return election.meeting.send(std::move(command), {person});
}

const std::string& PaperElection::token(const std::string& person) {
  std::string& token = tokens_[person];
  if (token.empty()) token = election.meeting.log_in(person);
  return token;
}

Result<v1::BatchInHand> PaperElection::take(const std::string& person, bool for_settling) {
  v1::TakeBatchRequest request;
  request.set_for_settling(for_settling);
  return call<v1::BatchInHand>("TakeBatch", request, token(person));
}

Result<v1::BatchInHand> PaperElection::hold(const std::string& person,
                                            const v1::BatchInHand& given) {
  v1::HoldBatchRequest request;
  request.set_batch(given.batch());
  request.set_opening(given.opening());
  request.set_count(given.count());
  return call<v1::BatchInHand>("HoldBatch", request, token(person));
}

Result<v1::CountView> PaperElection::count(const std::string& person) {
  return call<v1::CountView>("GetCount", v1::GetCountRequest(), token(person));
}

}  // namespace hp::service
