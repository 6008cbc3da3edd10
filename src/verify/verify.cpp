#include "verify/verify.h"

#include <algorithm>

#include "congress/frontier.h"
#include "crypto/hash.h"
#include "journal/envelope.h"
#include "journal/record_file.h"
#include "verify/codes.h"
#include "verify/entries.h"
#include "verify/outside.h"
#include "verify/refold.h"
#include "verify/results.h"

namespace hp::verify {
namespace {

void add(Report& report, std::vector<Finding> findings) {
  for (Finding& one : findings) report.findings.push_back(std::move(one));
}

// The founding command, if the first entry holds one; signatures are the fold's business.
std::optional<v1::FoundCongress> founding_of(const std::vector<ReadEntry>& entries,
                                             Report& report) {
  if (entries.empty() || entries[0].error || entries[0].body != v1::Command::kFoundCongress) {
    report.findings.push_back(
        {Check::kFounding, 0, Error{&codes::kRecordNotFounded, "", ""}, false});
    return std::nullopt;
  }
  const std::string& payload = entries[0].envelope.payload();
  report.congress = crypto::sha256(view(payload));
  const auto command = journal::decode_command(view(payload));
  report.organisation = command->found_congress().organisation();
  report.congress_name = command->found_congress().congress();
  return command->found_congress();
}

void add_faults_of_form(Report& report, const std::vector<ReadEntry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].error)
      report.findings.push_back({Check::kCanonical, i, *entries[i].error, false});
  }
}

// Whether the congress says it is over; that the command was good is the fold's business.
bool has_closing(const std::vector<ReadEntry>& entries) {
  return std::ranges::any_of(entries, [](const ReadEntry& one) {
    return !one.error && one.body == v1::Command::kCloseCongress;
  });
}

bool faulty(const std::vector<Finding>& findings) {
  return std::ranges::any_of(findings, [](const Finding& one) { return !one.note; });
}

// What was looked at in full is good where nothing was found; what the end of the fold left
// unseen is not.
void set_standings(Report& report, bool founded, bool outside) {
  const bool whole = report.folded == report.entries;
  report.checks.fill(Standing::kGood);
  if (!whole) {
    for (const Check one : {Check::kSignatures, Check::kBallots, Check::kState, Check::kTally,
                            Check::kOutcome, Check::kMinutes, Check::kAnnounced}) {
      report.of(one) = Standing::kNotDone;
    }
  }
  if (!founded) report.of(Check::kLog) = Standing::kNotDone;
  if (!founded || !outside) report.of(Check::kOutside) = Standing::kNotDone;
  report.of(Check::kPrefixes) = Standing::kNotDone;
  report.verdict = Verdict::kGood;
  for (const Finding& one : report.findings) {
    if (one.note) continue;
    report.of(one.check) = Standing::kWrong;
    report.verdict = Verdict::kWrong;
  }
  if (report.of(Check::kLog) != Standing::kGood &&
      report.of(Check::kWitnesses) == Standing::kGood) {
    report.of(Check::kWitnesses) = Standing::kNotDone;
  }
}

void sort(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    if (a.check != b.check) return a.check < b.check;
    return a.index.value_or(0) < b.index.value_or(0);
  });
}

Report unreadable(Error error) {
  Report out;
  out.checks.fill(Standing::kNotDone);
  out.of(Check::kReadable) = Standing::kWrong;
  out.findings.push_back({Check::kReadable, std::nullopt, std::move(error), false});
  return out;
}

}  // namespace

Report verify_record(ByteView file, const Options& options) {
  const auto record = journal::read_record(file);
  if (!record) return unreadable(record.error());
  Report report;
  report.entries = record->entries.size();
  const std::vector<ReadEntry> entries = read_entries(record->entries, options.threads);
  const journal::Tree tree = tree_of(entries);
  report.root = tree.head().root;
  const auto founding = founding_of(entries, report);
  add_faults_of_form(report, entries);
  add(report, check_tree(*record, tree));
  if (founding) {
    add(report, check_signed(*record, *founding, has_closing(entries), report));
    add(report, check_outside(*record, tree, *founding, options, report));
  }
  if (!options.fail_fast || !faulty(report.findings)) {
    Refolded refolded = refold(entries, options.threads);
    report.folded = refolded.folded;
    add(report, std::move(refolded.findings));
    add(report, check_results(refolded.state, entries, options.threads));
    report.rounds = rounds_of(refolded.state);
  }
  sort(report.findings);
  const bool outside = options.congress || !options.head.empty() || !options.receipt.empty();
  set_standings(report, founding.has_value(), outside);
  return report;
}

Verdict verdict_of(std::span<const Report> reports) {
  Verdict out = Verdict::kGood;
  for (const Report& one : reports) out = std::max(out, one.verdict);
  return out;
}

}  // namespace hp::verify
