// Checks an exported record with nothing else at hand: docs/design/record.md section 9.
//
//   verify::Report report = verify::verify_record(bytes, {});
//   report.verdict            good, wrong or unreadable
//   report.findings           what is wrong, each with the index of its entry
//   verify::text_of(report, Language::kVietnamese)   for people
//
// Pure: no files, no clock. The same bytes and options give the same report, whatever the number
// of threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace hp::verify {

// The checks, in the order in which they are printed.
enum class Check {
  kReadable = 1,  // the file has the form of a record
  kFounding,      // a founding command comes first; its hash is the congress id
  kCanonical,     // every entry is in the one encoding
  kSignatures,    // every signature holds, by a key of this record
  kBallots,       // every proof of every ballot holds
  kState,         // every command may be given by who signed it, at that time, with that content
  kTree,          // the root over all entries is the checkpoint's
  kLog,           // the checkpoint has the log's signature
  kWitnesses,     // witnesses' cosignatures hold, and are enough
  kTally,         // ballots multiplied and opened anew, papers added up anew, give the counts
  kOutcome,       // the outcome worked out anew is what was declared
  kMinutes,       // minutes made anew have the hash that was signed
  kAnnounced,     // what was announced is what all signed
  kOutside,       // congress id, head and receipt that people saw in the hall
  kPrefixes,      // several files are prefixes of each other
};
inline constexpr std::size_t kChecks = 15;
std::string_view title(Check check, Language language);

enum class Verdict { kGood, kWrong, kUnreadable };

enum class Standing {
  kGood,
  kWrong,
  kNotDone,  // not reached because of an earlier fault, or nothing to check
};

struct Finding {
  Check check{};
  std::optional<std::uint64_t> index;  // of the entry, from 0
  Error error;
  bool note = false;  // worth knowing, nothing wrong
};

// What is known from outside the record; an empty one is not checked.
struct Options {
  std::optional<Hash> congress;
  std::string head;      // a checkpoint that somebody kept
  std::string receipt;   // a receipt as JSON
  unsigned threads = 0;  // 0: one a core
  // Leave the fold and all that follows from it where the cheap checks (form, tree, log, what is
  // known from outside) have found a fault: a damaged copy is refused at once.
  bool fail_fast = false;
};

struct Person {
  std::string id;
  std::string name;
};

// One round of a contest, as the record has it.
struct RoundReport {
  std::string contest;
  std::string body;
  std::uint32_t round = 0;
  std::uint32_t ballot = 0;
  bool rehearsal = false;     // elects nobody
  std::string state;          // announced, open, …
  std::uint32_t ballots = 0;  // cast electronically
  std::uint32_t papers = 0;   // collected, once counted
  std::uint32_t valid = 0;
  std::uint32_t base = 0;
  std::uint32_t needed = 0;
  std::vector<Person> candidates;
  std::vector<std::uint32_t> votes;    // in ballot order; empty before the count
  std::vector<std::uint32_t> elected;  // positions from 1, most votes first
  std::vector<std::uint32_t> alternates;
  std::vector<std::uint32_t> tied;
  std::string next;
  std::string minutes_sha256;  // hexadecimal; empty without minutes
};

struct Report {
  std::string name;  // of the file, for print
  Verdict verdict = Verdict::kUnreadable;
  std::array<Standing, kChecks> checks{};  // [0] is check 1
  std::vector<Finding> findings;           // in order of the checks, then of the entries
  Hash congress{};
  std::string organisation;
  std::string congress_name;
  std::uint64_t entries = 0;
  std::uint64_t folded = 0;  // entries up to the first that the fold refuses
  Hash root{};               // over all entries
  std::uint32_t cosignatures = 0;
  std::uint32_t quorum = 0;
  bool congress_known = false;  // by an id or a head from outside
  bool tail_known = false;      // by a head from outside: else a cut tail can't be seen
  std::vector<RoundReport> rounds;

  Standing& of(Check check) { return checks[static_cast<std::size_t>(check) - 1]; }
  Standing of(Check check) const { return checks[static_cast<std::size_t>(check) - 1]; }
};

// A file that has no form of a record gives a report with `kUnreadable` and one finding.
Report verify_record(ByteView file, const Options& options);

struct NamedFile {
  std::string name;
  Bytes bytes;
};

// Each of them, and whether they are prefixes of each other; options hold for all.
std::vector<Report> verify_records(std::span<const NamedFile> files, const Options& options);

// The worst of them.
Verdict verdict_of(std::span<const Report> reports);

// For people: each check with its number, each finding, the outcomes, the head.
std::string text_of(const Report& report, Language language);

// For programs: {"verdict", "files": […]}, one line.
std::string json_of(std::span<const Report> reports);

}  // namespace hp::verify
