#include "report/ballot_paper.h"

#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/state.h"
#include "congress/views.h"
#include "minutes/words.h"
#include "report/figures.h"

namespace hp::report {
namespace {

using congress::Phase;
using congress::Round;
using congress::State;
using rules::Office;

Result<const Round*> round_to_print(const State& state, const std::string& contest,
                                    std::uint32_t number) {
  HP_ASSIGN(const Round* round, number == 0 ? congress::current_round(state, contest)
                                            : congress::find_round(state, contest, number));
  if (round->phase == Phase::kWithdrawn || round->phase == Phase::kAnnulled) {
    return fail(codes::kContestPhase, "contest", std::string(congress::word(round->phase)));
  }
  return round;
}

paper::Kind kind_of(Office office) {
  if (office == Office::kOpinion) return paper::Kind::kOpinion;
  if (office == Office::kIntroduction) return paper::Kind::kIntroduction;
  return paper::Kind::kElection;
}

struct Subject {
  std::string office, body;
};

// A committee is called by its name; one person by the office, with the committee below.
Subject subject_of(const congress::Definition& definition) {
  const std::string& body = definition.body;
  const std::string office(minutes::word(office_of(definition.office)).text);
  switch (definition.office) {
    case Office::kCommittee:
    case Office::kStandingCommittee:
    case Office::kInspectionCommittee:
    case Office::kOpinion:
    case Office::kIntroduction:
      return {body.empty() ? office : body, ""};
    case Office::kUpperDelegates:
      return {"Đại biểu dự " + (body.empty() ? "đại hội cấp trên" : body), ""};
    case Office::kSecretary:
    case Office::kDeputySecretary:
    case Office::kInspectionHead:
      break;
  }
  return {office, body};
}

paper::Heading heading_of(const State& state, const Round& round, const std::string& program) {
  paper::Heading out = congress_heading_of(state, program);
  const Subject subject = subject_of(round.definition);
  out.kind = kind_of(round.definition.office);
  out.office = subject.office;
  out.body = subject.body;
  out.ballot = round.definition.ballot;
  out.rehearsal = round.definition.rehearsal;
  out.at = round.approved.at;
  return out;
}

}  // namespace

paper::Heading congress_heading_of(const State& state, const std::string& program) {
  paper::Heading out;
  out.organisation = state.founding.organisation();
  out.congress = state.founding.congress();
  out.term = state.founding.term();
  out.program = program;
  out.at = {state.founded_at};
  return out;
}

Result<paper::Heading> paper_heading_of(const State& state, const std::string& contest,
                                        std::uint32_t number, const std::string& program) {
  HP_ASSIGN(const Round* round, round_to_print(state, contest, number));
  return heading_of(state, *round, program);
}

Result<paper::Ballot> ballot_paper_of(const State& state, const std::string& contest,
                                      std::uint32_t number, const std::string& program) {
  HP_ASSIGN(const Round* round, round_to_print(state, contest, number));
  const congress::Definition& definition = round->definition;
  paper::Ballot out;
  out.heading = heading_of(state, *round, program);
  for (const congress::Candidate& one : definition.candidates) out.names.push_back(one.name);
  out.seats = definition.seats;
  out.form = rules::form_of(definition.rules) == rules::Form::kBox ? paper::Form::kBoxes
                                                                   : paper::Form::kStrikeOut;
  out.congress_id = state.congress_id;
  out.contest = definition.contest;
  out.round = definition.round;
  out.definition_hash = definition.hash;
  return out;
}

std::uint32_t papers_needed(const State& state, const std::string& contest, std::uint32_t number) {
  const auto round = round_to_print(state, contest, number);
  if (round && (*round)->attendance) return (*round)->attendance->present;
  return static_cast<std::uint32_t>(std::ranges::count_if(state.roll.people, [](const auto& one) {
    return one.second.standing() == congress::v1::STANDING_OFFICIAL;
  }));
}

}  // namespace hp::report
