// The papers of a round, counted from the entries alone.
#include <algorithm>
#include <map>

#include "congress/paper_content.h"
#include "congress/papers.h"
#include "journal/envelope.h"
#include "rules/classify.h"
#include "verify/codes.h"
#include "verify/retally.h"

namespace hp::verify {
namespace {

// The last thing that each command said about one paper.
struct Read {
  std::map<std::uint32_t, v1::SheetContent> counts;
  std::optional<v1::SheetContent> third;
  std::optional<v1::ConcludeSheet> conclusion;
};
struct ReadBatch {
  std::uint32_t papers = 0;
  bool closed = false;
  std::map<std::uint32_t, Read> sheets;
};
using ReadBatches = std::map<std::uint32_t, ReadBatch>;

void take(ReadBatches& batches, const v1::Command& command) {
  if (command.has_open_batch()) {
    batches[command.open_batch().batch()] = {command.open_batch().papers(), false, {}};
  } else if (command.has_reopen_batch()) {
    batches[command.reopen_batch().batch()] = {command.reopen_batch().papers(), false, {}};
  } else if (command.has_key_sheets()) {
    const v1::KeySheets& body = command.key_sheets();
    for (const v1::KeyedSheet& one : body.sheets()) {
      batches[body.batch()].sheets[one.sheet()].counts[body.count()] = one.content();
    }
  } else if (command.has_settle_sheet()) {
    const v1::SettleSheet& body = command.settle_sheet();
    batches[body.batch()].sheets[body.sheet()].third = body.content();
  } else if (command.has_conclude_sheet()) {
    const v1::ConcludeSheet& body = command.conclude_sheet();
    batches[body.batch()].sheets[body.sheet()].conclusion = body;
  } else if (command.has_close_batch()) {
    batches[command.close_batch().batch()].closed = true;
  }
}

bool is_about(const v1::Command& command, const congress::Round& round) {
  const auto names = [&](const auto& body) {
    return body.contest() == round.definition.contest && body.round() == round.number();
  };
  return (command.has_open_batch() && names(command.open_batch())) ||
         (command.has_reopen_batch() && names(command.reopen_batch())) ||
         (command.has_key_sheets() && names(command.key_sheets())) ||
         (command.has_settle_sheet() && names(command.settle_sheet())) ||
         (command.has_conclude_sheet() && names(command.conclude_sheet())) ||
         (command.has_close_batch() && names(command.close_batch()));
}

bool is_of_papers(v1::Command::BodyCase body) {
  return body >= v1::Command::kOpenBatch && body <= v1::Command::kReopenBatch;
}

// The ballot that these readings are; nothing where they don't agree on one.
std::optional<rules::BallotGroup> ballot_of(const Read& read, const congress::Definition& d) {
  if (read.counts.size() != d.paper_counts) return std::nullopt;
  v1::SheetContent content = read.counts.begin()->second;
  if (read.conclusion) {
    content = read.conclusion->content();
  } else if (read.third) {
    content = *read.third;
  } else if (std::ranges::any_of(read.counts, [&](const auto& one) {
               return one.second.SerializeAsString() != content.SerializeAsString();
             })) {
    return std::nullopt;
  }
  const auto seen = congress::read_content(content, d, "content");
  if (!seen || seen->doubtful) return std::nullopt;
  rules::BallotGroup group = congress::ballot_of(*seen);
  if (rules::held_for(group, d.rules, d.settings).empty()) return group;
  if (!read.conclusion) return std::nullopt;
  group.conclusion = rules::Conclusion{read.conclusion->valid(), read.conclusion->reason()};
  return group;
}

std::optional<rules::Tally> count(const ReadBatches& batches, const congress::Definition& d) {
  rules::Tally out = rules::empty_tally(d.rules);
  for (const auto& [number, batch] : batches) {
    if (!batch.closed || batch.sheets.size() != batch.papers) return std::nullopt;
    for (const auto& [sheet, read] : batch.sheets) {
      const auto group = ballot_of(read, d);
      if (!group) return std::nullopt;
      rules::add(out, rules::classify(*group, d.rules, d.settings), rules::Ballots{1});
    }
  }
  return out;
}

}  // namespace

std::optional<Error> check_papers(const congress::Round& round,
                                  const std::vector<ReadEntry>& entries) {
  if (!round.paper.complete) return std::nullopt;
  ReadBatches batches;
  for (std::size_t i = round.closing->when.index + 1; i < entries.size(); ++i) {
    if (!is_of_papers(entries[i].body)) continue;
    const auto command = journal::decode_command(view(entries[i].envelope.payload()));
    if (command && is_about(*command, round)) take(batches, *command);
  }
  const auto counted = count(batches, round.definition);
  if (counted && *counted == congress::paper_tally(round)) return std::nullopt;
  return Error{&codes::kPapersDiffer, "", ""};
}

}  // namespace hp::verify
