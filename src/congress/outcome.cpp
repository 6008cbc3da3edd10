#include "congress/outcome.h"

#include "congress/contest_lookup.h"
#include "congress/papers.h"
#include "congress/state.h"
#include "homphieu/v1/outcome.pb.h"
#include "journal/canonical.h"
#include "rules/accounting.h"
#include "rules/decide.h"
#include "rules/list.h"
#include "rules/percent.h"

namespace hp::congress {
namespace {

std::uint32_t u32(const auto& number) {
  return static_cast<std::uint32_t>(number.value);
}

void add_all(auto* to, const std::vector<rules::Votes>& from) {
  for (const rules::Votes votes : from) to->Add(u32(votes));
}

void add_all(auto* to, const std::vector<rules::Candidate>& from) {
  for (const rules::Candidate candidate : from) to->Add(candidate.number);
}

void put(v1::OutcomeList& to, const rules::ListCheck& from) {
  for (const auto p : from.problems) to.add_problems(std::string(rules::word(p)));
  for (const auto w : from.warnings) to.add_warnings(std::string(rules::word(w)));
}

void put(v1::OutcomeBase& to, const AttendanceFigures& from) {
  to.set_convened(u32(from.base.convened));
  for (const rules::Deducted& one : from.base.deductions) {
    auto& deduction = *to.add_deductions();
    deduction.set_kind(static_cast<v1::DeductionKind>(static_cast<int>(one.reason) + 1));
    deduction.set_count(u32(one.count));
  }
  to.set_base(u32(from.base.base));
  to.set_needed(u32(from.base.needed));
  to.set_present(from.present);
}

// One way's ballots, or both added.
struct Part {
  PaperFigures figures;  // of cards in the electronic part
  std::uint32_t annulled = 0;
  rules::Tally tally;

  Part& operator+=(const Part& more) {
    figures.prepared += more.figures.prepared;
    figures.issued += more.figures.issued;
    figures.spoiled += more.figures.spoiled;
    figures.unused += more.figures.unused;
    figures.collected += more.figures.collected;
    annulled += more.annulled;
    tally += more.tally;
    return *this;
  }
};

void put(v1::OutcomePart& to, const Part& part) {
  const rules::Tally& tally = part.tally;
  to.set_prepared(part.figures.prepared);
  to.set_issued(part.figures.issued);
  to.set_unused(part.figures.unused);
  to.set_spoiled(part.figures.spoiled);
  to.set_collected(part.figures.collected);
  to.set_annulled(part.annulled);
  to.set_valid(u32(tally.valid));
  to.set_invalid(u32(tally.invalid));
  for (const auto& [reason, count] : tally.invalid_for) {
    if (count == rules::Ballots{0}) continue;
    auto& one = *to.add_reasons();
    one.set_reason(std::string(rules::word(reason)));
    one.set_count(u32(count));
  }
  add_all(to.mutable_votes(), tally.votes);
  add_all(to.mutable_disagree(), tally.disagree);
  add_all(to.mutable_not_counted(), tally.not_counted);
}

// The tally's columns are the votes, or all agree columns and then all disagree columns; b last.
rules::DecryptedSums sums_of(const Round& round) {
  const std::vector<std::uint32_t>& columns = *round.tally;
  const std::size_t n = round.definition.candidates.size();
  rules::DecryptedSums out;
  out.ballots = rules::Ballots{round.closing->cards.collected};
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    (i < n ? out.agree : out.disagree).emplace_back(columns[i]);
  }
  out.blank = rules::Ballots{columns.back()};
  return out;
}

void put_decision(v1::Outcome& to, const rules::Decision& from) {
  add_all(to.mutable_elected(), from.elected);
  add_all(to.mutable_alternates(), from.alternates);
  if (from.tie) {
    add_all(to.mutable_tie()->mutable_candidates(), from.tie->candidates);
    to.mutable_tie()->set_seats(u32(from.tie->seats));
  }
  to.set_unfilled(u32(from.unfilled));
  to.set_unfilled_alternates(u32(from.unfilled_alternates));
  to.set_next(std::string(rules::word(from.next)));
}

// Who stands on the list and sits on the counting committee; refused on appointment, so empty.
std::vector<rules::Candidate> counters_on_list(const Round& round) {
  std::vector<rules::Candidate> out;
  for (const Named& counter : round.counters->all) {
    if (const auto place = round.definition.position(counter.person)) {
      out.push_back(rules::Candidate(place));
    }
  }
  return out;
}

// All 0 where the tally was never opened, as of a round that was annulled before.
Result<Part> electronic_part(const Round& round, const rules::Contest& contest) {
  const CardFigures& cards = round.closing->cards;
  Part out;
  out.figures = {.prepared = cards.prepared,
                 .issued = cards.issued,
                 .spoiled = 0,
                 .unused = cards.unused,
                 .collected = cards.collected};
  out.annulled = cards.annulled;
  out.tally = rules::empty_tally(contest);
  if (round.tally) {
    HP_ASSIGN(out.tally, rules::tally_of(sums_of(round), contest, round.definition.settings));
  }
  return out;
}

// The same of papers: nothing is counted before all of them are.
Part paper_part(const Round& round, const rules::Contest& contest) {
  Part out;
  if (const PaperFigures* figures = round.paper.in_force()) out.figures = *figures;
  out.tally = round.paper.complete ? paper_tally(round) : rules::empty_tally(contest);
  return out;
}

void put(v1::OutcomeKeying& to, const Round& round) {
  to.set_counts(round.definition.paper_counts);
  to.set_batches(static_cast<std::uint32_t>(round.paper.batches.size()));
  std::uint32_t differences = 0, by_third = 0, by_committee = 0, concluded = 0, reopened = 0;
  for (const auto& batch : round.paper.batches) {
    reopened += batch->opening > 1 ? 1 : 0;
    for (const Sheet& sheet : batch->sheets) {
      concluded += sheet.conclusion ? 1 : 0;
      if (!counts_differ(sheet)) continue;
      ++differences;
      // Neither in a round annulled before all were settled.
      by_committee += sheet.conclusion ? 1 : 0;
      const auto agreed = agreed_on(sheet, round.definition);
      by_third += agreed && agreed->how == Settled::kByThird ? 1 : 0;
    }
  }
  to.set_differences(differences);
  to.set_by_third(by_third);
  to.set_by_committee(by_committee);
  to.set_doubtful(concluded);
  to.set_reopened(reopened);
  for (const SampleCheck& sample : round.paper.samples) {
    v1::OutcomeSample& one = *to.add_samples();
    one.set_seed(sample.seed);
    one.set_papers(sample.papers);
    one.set_differing(static_cast<std::uint32_t>(sample.differing.size()));
  }
}

void put_round(v1::Outcome& out, const State& state, const Round& round,
               const rules::Contest& contest) {
  const Definition& d = round.definition;
  out.set_contest(d.contest);
  out.set_round(d.round);
  out.set_ballot(d.ballot);
  out.set_definition_hash(to_string(d.hash));
  const Head closing = head_after(state, round.closing->when);
  out.mutable_closing()->set_size(closing.size);
  out.mutable_closing()->set_root(to_string(closing.root));
  out.set_box_form(rules::form_of(contest) == rules::Form::kBox);
  out.set_tie_ballot(contest.tie_of);
  put(*out.mutable_base(), *round.attendance);
}

// The parts that there are, each put into the outcome; their sum.
Result<Part> put_parts(v1::Outcome& out, const Round& round, const rules::Contest& contest) {
  Part total;
  total.tally = rules::empty_tally(contest);
  if (has_electronic_part(round)) {
    HP_ASSIGN(const Part electronic, electronic_part(round, contest));
    put(*out.mutable_electronic(), electronic);
    total += electronic;
    auto& decryption = *out.mutable_decryption();
    for (const Decryption& one : round.decryptions) {
      if (one.counted) decryption.add_trustees(one.who.person);
    }
  }
  if (has_paper_part(round)) {
    const Part paper = paper_part(round, contest);
    put(*out.mutable_paper(), paper);
    put(*out.mutable_keying(), round);
    total += paper;
  }
  put(*out.mutable_total(), total);
  return total;
}

rules::AccountingCheck account_of(const Part& total) {
  const PaperFigures& figures = total.figures;
  return rules::accounting_check({.issued = rules::Ballots{figures.issued},
                                  .collected = rules::Ballots{figures.collected},
                                  .unused = rules::Ballots{figures.unused},
                                  .spoiled = rules::Ballots{figures.spoiled},
                                  .prepared = rules::Ballots{figures.prepared}},
                                 total.tally.ballots());
}

}  // namespace

Result<v1::Outcome> outcome_of(const State& state, const Round& round) {
  HP_TRY(require(round, {Phase::kCounted, Phase::kDeclared, Phase::kSigned, Phase::kAnnounced}));
  const Definition& d = round.definition;
  rules::Contest contest = d.rules;
  contest.counters_on_list = counters_on_list(round);
  v1::Outcome out;
  put_round(out, state, round, contest);
  HP_ASSIGN(const Part total, put_parts(out, round, contest));
  const rules::AccountingCheck account = account_of(total);
  const rules::ListCheck list = rules::list_check(contest, d.settings);
  put(*out.mutable_list(), list);
  const rules::Base base = round.attendance->base.base;
  for (const rules::Votes votes : total.tally.votes) {
    out.add_percent(rules::percent_of(votes, base, d.settings.rounding));
  }
  if (contest.is_poll()) {
    add_all(out.mutable_ranking(), rules::by_votes(total.tally.votes));
  } else if (!d.rehearsal) {  // which elects nobody
    put_decision(out, rules::decide(contest, d.settings, base, total.tally,
                                    {.list = list.ok(), .accounting = account.ok()}));
  }
  for (const auto p : account.problems) {
    out.add_accounting_problems(std::string(rules::word(p)));
  }
  return out;
}

Result<v1::Outcome> compute_outcome(const State& state, const ContestId& contest) {
  HP_ASSIGN(const Round* round, current_round(state, contest));
  return outcome_of(state, *round);
}

Result<Bytes> outcome_bytes(const State& state, const ContestId& contest) {
  HP_ASSIGN(const v1::Outcome outcome, compute_outcome(state, contest));
  return journal::encode_canonical(outcome);
}

}  // namespace hp::congress
