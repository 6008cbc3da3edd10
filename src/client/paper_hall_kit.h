// Test kit: the small congress of hall_kit.h with a contest on paper, its papers in batches.
// Contest "bch": five names for four seats; counters ka (head), kb, kc; helpers ha, hb.
#pragma once

#include "client/hall_kit.h"
#include "congress/contest_lookup.h"

namespace hp::client {

class PaperHall : public SmallCongress {
 public:
  enum class As { kReal, kRehearsal };
  // Closed, its figures recorded, one batch a number of `batches` with so many papers.
  explicit PaperHall(const std::vector<std::uint32_t>& batches = {5}, As as_what = As::kReal)
      : SmallCongress(8) {
    enrol_all();
    enrol("kc", v1::ROLE_COUNTING, "pa");
    for (const char* one : {"ha", "hb"}) enrol(one, v1::ROLE_HELPER, "pa");
    gather();
    ContestPlan contest = plan();
    contest.rehearsal = as_what == As::kRehearsal;
    const Hands hands = contest.rehearsal ? Hands() : Hands(8);
    accepted(approve_contest(must(definition_of(as("pa").state(), contest)), hands, hands),
             {"pa", "an"});
    accepted(must(appoint_counters(as("pa").state(), "bch", "ka", {"kb", "kc"}, hands)),
             {"pa", "an"});
    accepted(confirm_attendance(as("ca").state(), "bch"), {"ca", "cb"});
    std::uint32_t papers = 0;
    for (const std::uint32_t one : batches) papers += one;
    v1::Command open;
    const congress::Round& round = *must(congress::current_round(as("ka").state(), "bch"));
    v1::OpenContest& body = *open.mutable_open_contest();
    body.set_contest("bch");
    body.set_round(1);
    body.set_definition_hash(to_string(round.definition.hash));
    body.set_attendance_hash(to_string(round.attendance->payload_hash));
    body.set_way(v1::WAY_PAPER);
    body.set_papers_to_issue(papers);
    accepted(open, {"ka", "pa"});
    close();
    v1::Command record;
    v1::RecordPaper& figures = *record.mutable_record_paper();
    figures.set_contest("bch");
    figures.set_round(1);
    figures.set_prepared(papers);
    figures.set_issued(papers);
    figures.set_collected(papers);
    accepted(record, {"ka", "kb"});
    for (std::size_t i = 0; i < batches.size(); ++i) {
      open_batch(static_cast<std::uint32_t>(i + 1), batches[i]);
    }
  }

  void open_batch(std::uint32_t number, std::uint32_t papers) {
    v1::Command batch;
    batch.mutable_open_batch()->set_contest("bch");
    batch.mutable_open_batch()->set_round(1);
    batch.mutable_open_batch()->set_batch(number);
    batch.mutable_open_batch()->set_papers(papers);
    alone("ka", batch);
  }
};

}  // namespace hp::client
