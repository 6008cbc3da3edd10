#include "demo/round.h"

#include <algorithm>

#include "congress/attendance_state.h"
#include "congress/contest_lookup.h"
#include "congress/contest_result.h"
#include "congress/state.h"
#include "congress/views.h"
#include "demo/beginning.h"
#include "demo/codes.h"
#include "demo/compare.h"
#include "demo/paper_count.h"
#include "demo/paper_sample.h"
#include "demo/voting.h"
#include "journal/canonical.h"

#ifndef HOMPHIEU_VERSION
#define HOMPHIEU_VERSION "0"
#endif

namespace hp::demo {
namespace {

using congress::State;

constexpr std::uint32_t kCounts = 2;              // of each paper
constexpr std::uint32_t kSlipPerMillion = 6'500;  // names keyed wrong, of a person

// A show of hands: nearly everybody who is there.
std::uint32_t hands(Stage& stage, const State& state) {
  const std::uint32_t present = congress::present_count(state);
  return present - roll_between(stage.dice, 0, present / 30);
}

// The person with the most votes in the contest that fills the body.
Result<congress::Candidate> first_of(const State& state, const std::string& contest) {
  const congress::ContestState* from = congress::find_contest(state, contest);
  if (from == nullptr) return fail(codes::kDemoPlan, "from_contest", contest);
  const auto elected = congress::result_of(*from).elected;
  if (elected.empty()) return fail(codes::kDemoPlan, "from_contest", contest);
  return congress::Candidate{elected.front(), congress::name_of(state, elected.front())};
}

Result<v1::ContestDefinition> definition_for(const State& state, const ContestScript& contest,
                                             const RoundPlan& plan) {
  if (plan.follows != Follows::kFirstBallot) {
    return client::next_definition(state, contest.plan.contest);
  }
  client::ContestPlan filled = contest.plan;
  if (filled.candidates.empty()) {
    HP_ASSIGN(congress::Candidate planned, first_of(state, filled.from_contest));
    filled.planned_person = planned.person;
    filled.candidates = {std::move(planned)};
  }
  return client::definition_of(state, filled);
}

Result<void> approve(Stage& stage, const ContestScript& contest, const RoundPlan& plan) {
  const bool first = plan.follows == Follows::kFirstBallot;
  HP_TRY(stage.bench.together(
      stage.presidium_and_secretary(), [&](const State& state) -> Result<v1::Command> {
        HP_ASSIGN(const auto definition, definition_for(state, contest, plan));
        if (!first) return client::approve_contest(definition, {}, {});
        return client::approve_contest(definition, hands(stage, state), hands(stage, state));
      }));
  const People counters = with_role(stage.script, v1::ROLE_COUNTING);
  HP_TRY(stage.bench.together(stage.presidium_and_secretary(), [&](const State& state) {
    return client::appoint_counters(state, contest.plan.contest, counters.front(),
                                    {counters.begin() + 1, counters.end()}, hands(stage, state));
  }));
  return stage.bench.together(stage.two(v1::ROLE_CREDENTIALS),
                              [&](const State& state) -> Result<v1::Command> {
                                return client::confirm_attendance(state, contest.plan.contest);
                              });
}

People head_and_presidium(const Stage& stage) {
  return {stage.one(v1::ROLE_COUNTING), stage.one(v1::ROLE_PRESIDIUM)};
}

// Who votes how, drawn before the round is opened.
struct Voters {
  People electronic;
  People on_paper;  // their cards are handed in for this round
  std::size_t all() const { return electronic.size() + on_paper.size(); }
};

Voters draw_voters(Stage& stage, const RoundPlan& plan) {
  Voters out;
  out.electronic = stage.cards.voters();
  shuffle(out.electronic, stage.dice);
  const std::size_t papers = out.electronic.size() * plan.on_paper / 100;
  out.on_paper.assign(out.electronic.end() - static_cast<std::ptrdiff_t>(papers),
                      out.electronic.end());
  out.electronic.resize(out.electronic.size() - papers);
  out.electronic.resize(out.electronic.size() -
                        std::min<std::size_t>(out.electronic.size(), plan.votes.not_voting));
  return out;
}

Result<void> open(Stage& stage, const std::string& contest, const Voters& voters) {
  client::OpenPlan plan;
  plan.void_keys = stage.cards.not_drawn();
  plan.cards_taken_away = static_cast<std::uint32_t>(stage.cards.taken_away());
  for (const std::string& person : voters.on_paper) {
    plan.void_keys.push_back(to_bytes(stage.cards.of(person).point()));
  }
  std::ranges::sort(plan.void_keys);
  if (!voters.on_paper.empty()) {
    plan.way = v1::WAY_BOTH;
    plan.papers_to_issue = static_cast<std::uint32_t>(voters.on_paper.size());
  }
  return stage.bench.together(head_and_presidium(stage), [&](const State& state) {
    return client::open_contest(state, contest, plan);
  });
}

// k trustees, others in every round, compare the closing head with the hall screen, then decrypt.
Result<void> count(Stage& stage, const std::string& contest) {
  HP_ASSIGN(client::HallClient screen, stage.venue.connect());
  HP_ASSIGN(const v1::Overview overview, screen.overview(stage.congress_id));
  const auto shown = [&](const congress::TrusteeTask& task) {
    return std::ranges::any_of(overview.rounds(), [&](const v1::RoundView& view) {
      return view.contest() == task.contest && view.closing().size() == task.closing.size &&
             equal(hp::view(view.closing().root()), task.closing.root);
    });
  };
  People trustees = stage.script.trustees;
  shuffle(trustees, stage.dice);
  trustees.resize(stage.script.threshold);
  for (const auto wanted :
       {congress::TrusteeStep::kAcceptClosing, congress::TrusteeStep::kDecrypt}) {
    for (const std::string& person : trustees) {
      HP_ASSIGN(const auto done,
                stage.bench.trustee(person).step(now(), crypto::system_random(), shown));
      if (!done || done->task.step != wanted || done->task.contest != contest) {
        return fail(codes::kDemoPlan, "trustee", person);
      }
    }
  }
  return {};
}

Result<void> declare(Stage& stage, const std::string& contest) {
  People signers = with_role(stage.script, v1::ROLE_COUNTING);
  signers.push_back(stage.one(v1::ROLE_PRESIDIUM));
  HP_TRY(stage.bench.together(signers, [&](const State& state) {
    return client::declare_result(state, contest, "Hòm Phiếu " HOMPHIEU_VERSION, 3);
  }));
  for (const std::string& person : signers) {
    HP_TRY(stage.bench.alone(
        person, [&](const State& state) { return client::sign_minutes(state, contest); }));
  }
  return stage.bench.alone(stage.one(v1::ROLE_PRESIDIUM), [&](const State& state) {
    return client::announce_result(state, contest);
  });
}

// What everybody can read of the announced round.
Result<void> read_result(Stage& stage, RoundPlayed& played) {
  HP_ASSIGN(client::HallClient anybody, stage.venue.connect());
  HP_ASSIGN(const Bytes bytes, anybody.outcome(stage.congress_id, played.contest, played.round));
  HP_ASSIGN(played.outcome, journal::decode_canonical<v1::Outcome>(bytes));
  HP_ASSIGN(const v1::GetMinutesResponse minutes,
            anybody.minutes(stage.congress_id, played.contest, played.round));
  played.minutes_json = minutes.json();
  played.minutes_text = minutes.text();
  return {};
}

}  // namespace

Result<RoundPlayed> play_round(Stage& stage, const ContestScript& contest, const RoundPlan& plan) {
  const std::string& id = contest.plan.contest;
  HP_TRY(move_people(stage, plan.before));
  HP_TRY(approve(stage, contest, plan));
  const Voters voters = draw_voters(stage, plan);
  HP_TRY(open(stage, id, voters));
  HP_ASSIGN(const State* state, stage.bench.record(stage.one(v1::ROLE_PRESIDIUM)));
  const congress::Round& round = state->contests.at(id).current();
  RoundPlayed played;
  played.contest = id;
  played.round = round.number();
  played.definition = round.definition;
  played.ballot = played.definition.ballot;
  const auto names = static_cast<std::uint32_t>(played.definition.candidates.size());
  const auto base = static_cast<std::uint32_t>(round.attendance->base.base.value);

  HP_ASSIGN(const auto ballots, make_ballots(plan.votes, {names, played.definition.seats}, base,
                                             static_cast<std::uint32_t>(voters.all()), stage.dice));
  const auto electronic = static_cast<std::ptrdiff_t>(voters.electronic.size());
  const PaperPile pile =
      pile_of({ballots.begin() + electronic, ballots.end()}, kCounts, kSlipPerMillion, stage.dice);
  stage.tell("Mở bỏ phiếu " + id + ", lần " + std::to_string(played.ballot) + ": " +
             std::to_string(names) + " người, bầu " + std::to_string(played.definition.seats) +
             "; " + std::to_string(voters.all()) + " người bỏ phiếu, " +
             std::to_string(plan.votes.blank) + " phiếu trắng");
  HP_TRY(cast_all(stage, id, voters.electronic, {ballots.begin(), ballots.begin() + electronic}));
  if (plan.follows == Follows::kFirstBallot) {
    HP_TRY(try_forbidden(stage, id, voters.electronic.front(), ballots.front()));
  }
  HP_TRY(stage.bench.together(head_and_presidium(stage), [&](const State& now_known) {
    return client::close_contest(now_known, id);
  }));
  if (!voters.on_paper.empty()) {
    const PaperRound papers{id,
                            played.round,
                            names,
                            played.definition.seats,
                            static_cast<std::uint32_t>(voters.on_paper.size()),
                            pile};
    HP_TRY(count_papers(stage, papers));
    HP_TRY(sample_papers(stage, papers));
  }
  stage.tell("  đóng bỏ phiếu; người giữ khóa kiểm tra sổ và mở tổng số");
  HP_TRY(count(stage, id));
  HP_TRY(declare(stage, id));
  HP_TRY(read_result(stage, played));
  played.plain = count_plain(ballots, names,
                             {base, played.definition.seats, played.definition.alternates,
                              plan.follows == Follows::kTieBallot});
  HP_TRY(compare(played.outcome, played.plain));
  if (played.outcome.keying().differences() != pile.differing) {
    return fail(codes::kDemoDiffers, "keying.differences",
                std::to_string(played.outcome.keying().differences()) + " ≠ " +
                    std::to_string(pile.differing));
  }
  stage.tell("  đã công bố; kết quả khớp với từng phiếu đã bỏ");
  return played;
}

}  // namespace hp::demo
