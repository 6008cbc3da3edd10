#include "report/figures.h"

#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/outcome.h"
#include "congress/papers.h"
#include "rules/settings_text.h"

namespace hp::report {
namespace {

using congress::Phase;

std::vector<minutes::Count> numbers(const auto& repeated) {
  return {repeated.begin(), repeated.end()};
}
std::vector<std::string> words(const auto& repeated) {
  return {repeated.begin(), repeated.end()};
}

minutes::Part part_of(const v1::OutcomePart& from) {
  minutes::Part to;
  to.prepared = from.prepared();
  to.issued = from.issued();
  to.unused = from.unused();
  to.spoiled = from.spoiled();
  to.collected = from.collected();
  to.valid = from.valid();
  to.invalid = from.invalid();
  for (const auto& row : from.reasons()) to.reasons.push_back({row.reason(), row.count()});
  to.annulled = from.annulled();
  to.votes = numbers(from.votes());
  to.disagree = numbers(from.disagree());
  to.not_counted = numbers(from.not_counted());
  return to;
}

void elect_nobody(v1::Outcome& outcome, const congress::Definition& definition) {
  if (definition.rules.is_poll()) return;
  outcome.clear_elected();
  outcome.clear_alternates();
  outcome.clear_tie();
  outcome.set_unfilled(definition.seats);
  outcome.set_unfilled_alternates(definition.alternates);
  outcome.set_next("blocked");
}

// Its figures stay in the record, whether they were declared or not.
Result<v1::Outcome> of_annulled(const congress::State& state, const congress::Round& round) {
  congress::Round counted = round;
  counted.phase = Phase::kCounted;
  HP_ASSIGN(v1::Outcome outcome, congress::outcome_of(state, counted));
  elect_nobody(outcome, round.definition);
  return outcome;
}

void for_each_paper(const congress::Round& round, auto take) {
  for (const auto& batch : round.paper.batches) {
    for (std::size_t i = 0; i < batch->sheets.size(); ++i) {
      take(batch->sheets[i],
           "lô " + std::to_string(batch->number) + ", phiếu " + std::to_string(i + 1));
    }
  }
}

std::string settled_text(const congress::Sheet& sheet, const congress::Definition& definition) {
  if (sheet.conclusion) return "Ban kiểm phiếu kết luận.";
  const auto agreed = congress::agreed_on(sheet, definition);
  if (!agreed) return "chưa giải quyết.";
  for (std::size_t i = 0; i < sheet.counts.size(); ++i) {
    if (!congress::reads_alike(sheet.counts[i]->content, agreed->content)) continue;
    return "người thứ ba đọc trùng với lần đếm thứ " + std::to_string(i + 1) + ".";
  }
  return "người thứ ba đọc lại.";
}

}  // namespace

Result<v1::Outcome> outcome_for(const congress::State& state, const congress::Round& round) {
  if (round.annulment && round.annulment->after_closing) return of_annulled(state, round);
  if (!round.declaration || round.phase < Phase::kDeclared || round.phase > Phase::kAnnounced) {
    return fail(codes::kContestPhase, "contest", std::string(word(round.phase)));
  }
  if (round.declaration->lapsed) return fail(codes::kDeclarationLapsed, "contest");
  v1::Outcome outcome;
  const Bytes& bytes = round.declaration->outcome;
  outcome.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  return outcome;
}

minutes::Office office_of(rules::Office office) {
  static_assert(static_cast<int>(minutes::Office::kIntroduction) ==
                static_cast<int>(rules::Office::kIntroduction));
  return static_cast<minutes::Office>(office);
}

minutes::Places places_of(congress::Places places) {
  return places == congress::Places::kAlternate ? minutes::Places::kAlternate
                                                : minutes::Places::kOfficial;
}

minutes::Congress congress_of(const congress::State& state) {
  const v1::FoundCongress& founding = state.founding;
  minutes::Congress out;
  out.id = state.congress_id;
  out.organisation = founding.organisation();
  out.congress = founding.congress();
  out.term = founding.term();
  out.place = founding.place();
  // Both enums are in the order of the record's, which starts at 1.
  out.meeting =
      static_cast<minutes::Meeting>(std::max(0, static_cast<int>(founding.meeting()) - 1));
  for (const std::string& day : founding.days()) {
    if (const auto one = day_from_iso(day)) out.days.push_back(*one);
  }
  return out;
}

minutes::Base base_of(const v1::OutcomeBase& from) {
  minutes::Base to;
  to.convened = from.convened();
  for (const auto& row : from.deductions()) {
    to.deductions.push_back(
        {static_cast<minutes::DeductionKind>(static_cast<int>(row.kind()) - 1), row.count()});
  }
  to.base = from.base();
  to.needed = from.needed();
  to.present = from.present();
  return to;
}

minutes::Ballots ballots_of(const v1::Outcome& outcome) {
  minutes::Ballots out;
  if (outcome.has_electronic()) out.electronic = part_of(outcome.electronic());
  if (outcome.has_paper()) out.paper = part_of(outcome.paper());
  out.total = part_of(outcome.total());
  return out;
}

minutes::Outcome result_of(const v1::Outcome& from) {
  minutes::Outcome to;
  to.percent = words(from.percent());
  to.elected = numbers(from.elected());
  to.alternates = numbers(from.alternates());
  if (from.has_tie()) {
    to.tie = minutes::Tie{numbers(from.tie().candidates()), from.tie().seats()};
  }
  to.unfilled = from.unfilled();
  to.unfilled_alternates = from.unfilled_alternates();
  to.next = from.next();
  to.ranking = numbers(from.ranking());
  to.list_problems = words(from.list().problems());
  to.list_warnings = words(from.list().warnings());
  to.accounting_problems = words(from.accounting_problems());
  return to;
}

std::vector<minutes::Doubtful> doubtful_of(const congress::Round& round) {
  std::vector<minutes::Doubtful> out;
  for_each_paper(round, [&](const congress::Sheet& sheet, const std::string& paper) {
    if (!sheet.conclusion) return;
    out.push_back({paper, congress::doubt_of(sheet, round.definition), sheet.conclusion->valid,
                   sheet.conclusion->reason});
  });
  return out;
}

std::vector<minutes::Difference> differences_of(const congress::Round& round) {
  std::vector<minutes::Difference> out;
  for_each_paper(round, [&](const congress::Sheet& sheet, const std::string& paper) {
    if (!congress::counts_differ(sheet)) return;
    out.push_back({paper, settled_text(sheet, round.definition)});
  });
  return out;
}

std::optional<minutes::Keying> keying_of(const v1::Outcome& outcome, const congress::Round& round) {
  if (!outcome.has_keying()) return std::nullopt;
  const v1::OutcomeKeying& from = outcome.keying();
  minutes::Keying to;
  to.counts = from.counts();
  to.batches = from.batches();
  to.differences = differences_of(round);
  to.by_third = from.by_third();
  to.by_committee = from.by_committee();
  to.doubtful = from.doubtful();
  to.reopened = from.reopened();
  for (const v1::OutcomeSample& one : from.samples()) {
    to.samples.push_back({one.seed(), one.papers(), one.differing()});
  }
  return to;
}

std::vector<minutes::Setting> settings_of(const congress::Definition& definition) {
  std::vector<minutes::Setting> out;
  const auto lines = rules::setting_lines(definition.profile, definition.settings);
  for (const auto& [name, value] : definition.settings_text) {
    const auto line = std::ranges::find(lines, std::string_view(name), &rules::SettingLine::name);
    if (line != lines.end() && !line->to_be_printed()) continue;
    out.push_back({name, value});
  }
  return out;
}

}  // namespace hp::report
