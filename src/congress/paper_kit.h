// Test kit: a round on paper at the level of entries, with the real fold behind it.
//
//   PaperHall hall;                       // ten people, five names for four seats, two counts
//   hall.to_counting();                   // approved, opened on paper, closed, 10 papers collected
//   hall.open_batch(1, 10);
//   hall.key("c1", 1, 1, {{1, hall.struck({5})}});
//
// The committee is c1 (its head), c2, c3, c4; helpers h1, h2; presidium p1. Candidates n1, n2 …
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "congress/codes.h"
#include "congress/contest_kit.h"
#include "congress/paper_codes.h"
#include "congress/paper_content.h"
#include "congress/papers.h"
#include "congress/testing/entries.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::congress {

struct PaperPlan {
  int people = 10;
  int names = 5;
  std::uint32_t seats = 4;
  std::uint32_t counts = 0;  // 0: as usual
  v1::Office office = v1::OFFICE_COMMITTEE;
  bool rehearsal = false;
  std::string contest = "c";
};

class PaperHall {
 public:
  using Sheets = std::vector<std::pair<std::uint32_t, v1::SheetContent>>;

  explicit PaperHall(PaperPlan with = {})
      : plan(std::move(with)), congress(TestCongress::present(plan.people)) {
    congress.must(enrol_command("c4", {v1::ROLE_COUNTING}), {"s1", "p1", "c4"});
    congress.must(enrol_command("h2", {v1::ROLE_HELPER}), {"s1", "p1", "h2"});
  }

  v1::ContestDefinition definition() const {
    v1::ContestDefinition d = list_of(plan.names, plan.seats, plan.office);
    d.set_contest(plan.contest);
    d.set_paper_counts(plan.counts);
    d.set_rehearsal(plan.rehearsal);
    for (int i = 0; i < d.candidates_size(); ++i) {
      d.mutable_candidates(i)->set_person("n" + std::to_string(i + 1));
    }
    return d;
  }

  // Approved, with its committee and its attendance.
  void approve() { approve(definition()); }
  void approve(const v1::ContestDefinition& d) {
    v1::Command command;
    auto& body = *command.mutable_approve_contest();
    body.set_definition(to_string(journal::encode_canonical(d)));
    if (hands_due()) {
      body.mutable_hands_for_seats()->set_votes_for(votes());
      body.mutable_hands_for_list()->set_votes_for(votes());
    }
    congress.must(command, {"p1", "s1"});
    appoint();
    confirm();
  }
  void appoint() {
    v1::Command command;
    auto& body = *command.mutable_appoint_counters();
    body.set_contest(plan.contest);
    body.set_definition_hash(to_string(round().definition.hash));
    body.set_head("c1");
    for (const char* one : {"c2", "c3", "c4"}) body.add_members(one);
    if (hands_due()) body.mutable_hands()->set_votes_for(votes());
    congress.must(command, {"p1", "s1"});
  }
  void confirm() {
    const BaseFigures figures = base_figures(congress.state);
    v1::Command command;
    auto& body = *command.mutable_confirm_attendance();
    body.set_contest(plan.contest);
    body.set_convened(figures.convened);
    for (const auto& one : figures.deductions) *body.add_deductions() = one;
    body.set_base(figures.base);
    body.set_needed(figures.needed);
    body.set_present(figures.present);
    congress.must(command, {"r1", "r2"});
  }

  v1::Command opening(v1::Way way, std::uint32_t papers) const {
    v1::Command command;
    auto& body = *about(command.mutable_open_contest());
    body.set_definition_hash(to_string(round().definition.hash));
    body.set_attendance_hash(to_string(round().attendance->payload_hash));
    body.set_way(way);
    body.set_papers_to_issue(papers);
    return command;
  }
  Result<void> open(std::uint32_t papers) {
    return congress.send(opening(v1::WAY_PAPER, papers), {"c1", "p1"});
  }
  Result<void> close() {
    v1::Command command;
    about(command.mutable_close_contest());
    return congress.send(command, {"c1", "p1"});
  }

  v1::Command figures(std::uint32_t prepared, std::uint32_t issued, std::uint32_t spoiled,
                      std::uint32_t unused, std::uint32_t collected) const {
    v1::Command command;
    auto& body = *about(command.mutable_record_paper());
    body.set_prepared(prepared);
    body.set_issued(issued);
    body.set_spoiled(spoiled);
    body.set_unused(unused);
    body.set_collected(collected);
    return command;
  }
  Result<void> record(const v1::Command& command) { return congress.send(command, {"c1", "c2"}); }
  Result<void> correct(const v1::Command& to, std::string reason = "Đếm lại") {
    v1::Command command;
    *command.mutable_correct_paper()->mutable_figures() = to.record_paper();
    command.mutable_correct_paper()->set_reason(std::move(reason));
    return congress.send(command, {"c1", "p1"});
  }

  // Opened with a paper for each present, closed, all of them collected.
  void to_closed(std::uint32_t papers) {
    approve();
    ASSERT_TRUE(open(papers).has_value());
    ASSERT_TRUE(close().has_value());
  }
  void to_counting() { to_counting(static_cast<std::uint32_t>(plan.people)); }
  void to_counting(std::uint32_t papers) {
    to_closed(papers);
    ASSERT_TRUE(record(figures(papers, papers, 0, 0, papers)).has_value());
  }

  Result<void> open_batch(std::uint32_t batch, std::uint32_t papers, const std::string& by = "c2") {
    v1::Command command;
    auto& body = *about(command.mutable_open_batch());
    body.set_batch(batch);
    body.set_papers(papers);
    return congress.send(command, {by});
  }
  v1::Command keying(std::uint32_t count, std::uint32_t batch, const Sheets& sheets,
                     bool again = false) const {
    v1::Command command;
    auto& body = *about(command.mutable_key_sheets());
    body.set_batch(batch);
    body.set_opening(opening_of(batch));
    body.set_count(count);
    for (const auto& [sheet, content] : sheets) {
      auto& one = *body.add_sheets();
      one.set_sheet(sheet);
      *one.mutable_content() = content;
      one.set_again(again);
    }
    return command;
  }
  Result<void> key(const std::string& who, std::uint32_t count, std::uint32_t batch,
                   const Sheets& sheets, bool again = false) {
    return congress.send(keying(count, batch, sheets, again), {who});
  }
  Result<void> settle_sheet(const std::string& who, std::uint32_t batch, std::uint32_t sheet,
                            const v1::SheetContent& content) {
    v1::Command command;
    auto& body = *about(command.mutable_settle_sheet());
    body.set_batch(batch);
    body.set_opening(opening_of(batch));
    body.set_sheet(sheet);
    *body.mutable_content() = content;
    return congress.send(command, {who});
  }
  Result<void> conclude(std::uint32_t batch, std::uint32_t sheet, const v1::SheetContent& content,
                        bool valid, const std::string& reason = "Ban kiểm phiếu đã xem") {
    v1::Command command;
    auto& body = *about(command.mutable_conclude_sheet());
    body.set_batch(batch);
    body.set_opening(opening_of(batch));
    body.set_sheet(sheet);
    *body.mutable_content() = content;
    body.set_valid(valid);
    body.set_reason(reason);
    return congress.send(command, {"c1", "c2", "c3"});
  }
  Result<void> close_batch(std::uint32_t batch, const std::string& by = "c2") {
    v1::Command command;
    auto& body = *about(command.mutable_close_batch());
    body.set_batch(batch);
    body.set_opening(opening_of(batch));
    return congress.send(command, {by});
  }
  Result<void> reopen_batch(std::uint32_t batch, std::uint32_t papers,
                            const std::string& reason = "Đếm sai số phiếu") {
    v1::Command command;
    auto& body = *about(command.mutable_reopen_batch());
    body.set_batch(batch);
    body.set_papers(papers);
    body.set_reason(reason);
    return congress.send(command, {"c1", "p1"});
  }

  Result<void> check_sample(const std::string& seed, std::uint32_t papers,
                            const std::vector<SheetPlace>& differing = {},
                            const std::vector<std::string>& by = {"c1", "c2"}) {
    v1::Command command;
    auto& body = *about(command.mutable_check_sample());
    body.set_seed(seed);
    body.set_papers(papers);
    for (const SheetPlace& place : differing) {
      auto& one = *body.add_differing();
      one.set_batch(place.batch);
      one.set_sheet(place.sheet);
    }
    return congress.send(command, by);
  }

  // All papers of a batch from 1 on, alike in two counts (c1 and h1), and closed.
  void count_batch(std::uint32_t batch, const std::vector<v1::SheetContent>& papers) {
    const auto size = static_cast<std::uint32_t>(papers.size());
    ASSERT_TRUE(open_batch(batch, size).has_value());
    Sheets sheets;
    for (std::uint32_t i = 0; i < size; ++i) sheets.emplace_back(i + 1, papers[i]);
    ASSERT_TRUE(key("c3", 1, batch, sheets).has_value());
    ASSERT_TRUE(key("h1", 2, batch, sheets).has_value());
    ASSERT_TRUE(close_batch(batch).has_value());
  }

  static v1::SheetContent struck(const std::vector<std::uint32_t>& positions) {
    v1::SheetContent out;
    for (const std::uint32_t one : positions) out.add_struck(one);
    return out;
  }
  static v1::SheetContent with(v1::SheetContent content, v1::SheetDefect defect) {
    content.add_defects(defect);
    return content;
  }
  static v1::SheetContent unsure(v1::SheetContent content) {
    content.set_doubtful(true);
    return content;
  }
  static v1::SheetContent marked(const std::vector<v1::BoxMark>& marks) {
    v1::SheetContent out;
    for (const v1::BoxMark one : marks) out.add_marks(one);
    return out;
  }

  const Round& round() const { return congress.state.contests.at(plan.contest).current(); }
  Round& round() { return congress.state.contests.at(plan.contest).current(); }
  const Sheet& sheet(std::uint32_t batch, std::uint32_t number) const {
    return find_batch(round(), batch)->sheets[number - 1];
  }
  SheetStand stand(std::uint32_t batch, std::uint32_t number) const {
    return stand_of(sheet(batch, number), round().definition);
  }
  std::vector<std::string> problems() const {
    std::vector<std::string> out;
    for (const Error& one : paper_problems(round())) out.emplace_back(one.code->name);
    return out;
  }

  PaperPlan plan;
  TestCongress congress;

 private:
  bool hands_due() const { return !plan.rehearsal && plan.office != v1::OFFICE_OPINION; }
  std::uint32_t votes() const { return static_cast<std::uint32_t>(plan.people); }
  std::uint32_t opening_of(std::uint32_t batch) const {
    const Batch* found = find_batch(round(), batch);
    return found == nullptr ? 1 : found->opening;
  }
  template <class Body>
  Body* about(Body* body) const {
    body->set_contest(plan.contest);
    body->set_round(round().number());
    return body;
  }
};

}  // namespace hp::congress
