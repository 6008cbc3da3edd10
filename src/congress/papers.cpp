#include "congress/papers.h"

#include <algorithm>
#include <iterator>

#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/paper_codes.h"
#include "congress/paper_sums.h"
#include "congress/sample_check.h"

namespace hp::congress {
namespace {

std::vector<const SheetContent*> readings_of(const Sheet& sheet) {
  std::vector<const SheetContent*> out;
  for (const auto& one : sheet.counts) {
    if (one) out.push_back(&one->content);
  }
  if (sheet.third) out.push_back(&sheet.third->content);
  return out;
}

std::size_t readers_of(const std::vector<const SheetContent*>& all, const SheetContent& content) {
  return static_cast<std::size_t>(std::ranges::count_if(
      all, [&](const SheetContent* one) { return reads_alike(*one, content); }));
}

// The reading of the third person, where more people read it than any other one.
bool third_prevails(const Sheet& sheet) {
  const auto all = readings_of(sheet);
  const SheetContent& third = sheet.third->content;
  const std::size_t mine = readers_of(all, third);
  return std::ranges::all_of(all, [&](const SheetContent* one) {
    return reads_alike(*one, third) || readers_of(all, *one) < mine;
  });
}

bool anybody_unsure(const Sheet& sheet) {
  return std::ranges::any_of(readings_of(sheet), &SheetContent::doubtful);
}

std::vector<rules::Reason> held_for(const SheetContent& content, const Definition& definition) {
  return rules::held_for(ballot_of(content), definition.rules, definition.settings);
}

// What the readings alone come to, without the committee; nothing where they come to nothing.
const SheetContent* common_reading(const Sheet& sheet) {
  if (!sheet.complete()) return nullptr;
  if (!counts_differ(sheet)) return &sheet.counts.front()->content;
  return sheet.third && third_prevails(sheet) ? &sheet.third->content : nullptr;
}

bool awaits_third(const Sheet& sheet) {
  return counts_differ(sheet) && !sheet.third && !anybody_unsure(sheet);
}

}  // namespace

bool reads_alike(const SheetContent& a, const SheetContent& b) {
  return a.struck == b.struck && a.marks == b.marks && a.defects == b.defects;
}

bool Sheet::complete() const {
  return std::ranges::all_of(counts, [](const auto& one) { return one.has_value(); });
}

std::uint32_t papers_to_issue(const Round& round) {
  if (round.moved) return round.moved->papers_to_issue;
  return round.opening ? round.opening->papers_to_issue : 0;
}

bool has_paper_part(const Round& round) {
  return papers_to_issue(round) > 0;
}

bool has_electronic_part(const Round& round) {
  return round.opening && has_electronic(round.opening->way);
}

std::uint32_t standing_ballots(const Round& round) {
  if (round.moved && !round.moved->ballots_stand) return 0;
  return static_cast<std::uint32_t>(round.board.size());
}

Result<void> require_counting(const Round& round) {
  HP_TRY(require(round, {Phase::kClosed, Phase::kCounted}));
  if (!has_paper_part(round)) return fail(codes::kNoPaper, "contest");
  if (!round.acceptances.empty()) return fail(codes::kPapersFixed, "contest");
  return {};
}

bool counts_differ(const Sheet& sheet) {
  return sheet.complete() && std::ranges::any_of(sheet.counts, [&](const auto& one) {
           return !reads_alike(one->content, sheet.counts.front()->content);
         });
}

std::string doubt_of(const Sheet& sheet, const Definition& definition) {
  if (!sheet.complete() || awaits_third(sheet)) return {};
  if (const SheetContent* content = common_reading(sheet)) {
    const auto held = held_for(*content, definition);
    if (!held.empty()) return std::string(rules::word(held.front()));
    return anybody_unsure(sheet) ? "unsure" : "";
  }
  return anybody_unsure(sheet) ? "unsure" : "differing";
}

SheetStand stand_of(const Sheet& sheet, const Definition& definition) {
  if (sheet.conclusion) return SheetStand::kAgreed;
  if (!sheet.complete()) return SheetStand::kToKey;
  if (awaits_third(sheet)) return SheetStand::kDiffering;
  return doubt_of(sheet, definition).empty() ? SheetStand::kAgreed : SheetStand::kUndecided;
}

std::optional<Agreed> agreed_on(const Sheet& sheet, const Definition& definition) {
  if (stand_of(sheet, definition) != SheetStand::kAgreed) return std::nullopt;
  if (sheet.conclusion) return Agreed{sheet.conclusion->content, Settled::kByCommittee};
  return Agreed{*common_reading(sheet), sheet.third ? Settled::kByThird : Settled::kAlike};
}

rules::BallotGroup ballot_of(const SheetContent& content) {
  return {.count = rules::Ballots{1},
          .struck = content.struck,
          .marks = content.marks,
          .defects = content.defects,
          .conclusion = std::nullopt};
}

rules::Verdict verdict_of(const Sheet& sheet, const Definition& definition) {
  const std::optional<Agreed> agreed = agreed_on(sheet, definition);
  if (!agreed) {
    return {
        .ballot_class = rules::BallotClass::kHeld, .reasons = {}, .votes = {}, .not_counted = {}};
  }
  rules::BallotGroup group = ballot_of(agreed->content);
  if (sheet.conclusion && !held_for(agreed->content, definition).empty()) {
    group.conclusion =
        rules::Conclusion{.valid = sheet.conclusion->valid, .reason = sheet.conclusion->reason};
  }
  return rules::classify(group, definition.rules, definition.settings);
}

const Batch* find_batch(const Round& round, std::uint32_t number) {
  const auto& all = round.paper.batches;
  return number >= 1 && number <= all.size() ? all[number - 1].get() : nullptr;
}

std::uint64_t papers_in_batches(const Round& round) {
  std::uint64_t out = 0;
  for (const auto& batch : round.paper.batches) out += batch->papers();
  return out;
}

rules::Tally paper_tally(const Round& round) {
  rules::Tally out = rules::empty_tally(round.definition.rules);
  for (const auto& batch : round.paper.batches) {
    if (!batch->closed) continue;
    for (const Sheet& sheet : batch->sheets) {
      rules::add(out, verdict_of(sheet, round.definition), rules::Ballots{1});
    }
  }
  return out;
}

std::vector<Error> paper_problems(const Round& round) {
  if (!has_paper_part(round)) return {};
  const PaperFigures* figures = round.paper.in_force();
  if (figures == nullptr) return {Error{&codes::kPaperNotRecorded, "collected", ""}};
  std::vector<Error> out;
  for (const auto& batch : round.paper.batches) {
    if (batch->closed) continue;
    out.push_back({&codes::kPaperBatchOpen, "batches[" + std::to_string(batch->number - 1) + "]",
                   std::to_string(batch->number)});
  }
  // The sums beyond the figures are nothing to look at before every batch is closed.
  std::vector<Error> sums = out.empty() ? sum_problems({.figures = *figures,
                                                        .to_issue = papers_to_issue(round),
                                                        .in_batches = papers_in_batches(round),
                                                        .tally = paper_tally(round),
                                                        .seats = round.definition.seats})
                                        : figure_problems(*figures, papers_to_issue(round));
  std::ranges::move(sums, std::back_inserter(out));
  for (const SheetPlace& place : differing_in_samples(round.paper)) {
    out.push_back({&codes::kSampleDiffers, "batches[" + std::to_string(place.batch - 1) + "]",
                   std::to_string(place.batch) + "." + std::to_string(place.sheet)});
  }
  return out;
}

bool settle(Round& round) {
  if (round.phase != Phase::kClosed && round.phase != Phase::kCounted) return false;
  const bool complete = has_paper_part(round) && paper_problems(round).empty();
  const bool papers_done = complete || !has_paper_part(round);
  const bool ballots_done = !has_electronic_part(round) || round.tally.has_value();
  const Phase phase = papers_done && ballots_done ? Phase::kCounted : Phase::kClosed;
  const bool changed = complete != round.paper.complete || phase != round.phase;
  round.paper.complete = complete;
  round.phase = phase;
  return changed;
}

}  // namespace hp::congress
