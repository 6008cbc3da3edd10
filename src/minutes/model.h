// What stands in the counting minutes (biên bản kiểm phiếu) of one contest round, as plain data.
//
// Every official's program fills this from the record by itself, makes the JSON and the text from
// it (json.h, text.h) and compares them before it signs: so nothing here may depend on a clock, a
// language setting or an order that the record does not fix. Content: docs/design/minutes.md
// section 1. All text is UTF-8 in NFC; `check` refuses anything else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "base/time.h"
#include "minutes/words.h"

namespace hp::minutes {

using Count = std::uint32_t;

// A person by the id of the roll, and the name as printed.
struct Person {
  std::string id;
  std::string name;
};

struct Congress {
  Hash id{};
  std::string organisation;  // "Đảng bộ quận Cẩm Lệ"
  std::string congress;      // "Đại hội đại biểu lần thứ IV"
  std::string term;          // "2020–2025"
  std::string place;
  Meeting meeting{};
  std::vector<Day> days;  // ascending, at least one
};

// What was put to the vote, as approved.
struct Contest {
  std::string id;
  Office office{};
  std::string body;  // "Ban Chấp hành Đảng bộ quận Cẩm Lệ"
  Count round = 1;   // of the record: openings, annulled ones included
  Count ballot = 1;  // lần bầu
  Form form{};
  bool tie_ballot = false;
  Places places{};                 // what a ballot for delegates fills first
  std::vector<Person> candidates;  // in ballot order
  Count seats = 0;
  Count alternates = 0;
  std::optional<Count> hands_for_seats;  // votes by a show of hands, where there was one
  std::optional<Count> hands_for_list;
  Hash definition_hash{};
};

// Somebody of the counting committee who was replaced while the round was running.
struct Replacement {
  Person leaving;
  std::optional<Person> coming;
  std::optional<Person> new_head;
  std::string reason;
};

struct Counters {
  Person head;                  // as of the declaration
  std::vector<Person> members;  // besides the head
  std::vector<Replacement> replacements;
};

struct Deduction {
  DeductionKind kind{};
  Count count = 0;
};

struct Base {
  Count convened = 0;
  std::vector<Deduction> deductions;  // those that are not 0, in the order of the kinds
  Count base = 0;
  Count needed = 0;
  Count present = 0;  // at the vote, alternates who took a seat included
};

struct InvalidReason {
  std::string reason;  // a word of tests/cases/README.md
  Count count = 0;
};

// Ballots of one way, or of both added. The lists are in ballot order, one number a candidate;
// `disagree` and `not_counted` are empty in the strike-out form.
struct Part {
  Count prepared = 0;
  Count issued = 0;
  Count unused = 0;
  Count spoiled = 0;
  Count collected = 0;
  Count valid = 0;
  Count invalid = 0;
  std::vector<InvalidReason> reasons;
  Count annulled = 0;  // electronic ballots annulled by a move to paper, counted nowhere else
  std::vector<Count> votes;
  std::vector<Count> disagree;
  std::vector<Count> not_counted;
};

struct Ballots {
  std::optional<Part> electronic;  // at least one of the two
  std::optional<Part> paper;
  Part total;
};

// The electronic vote was ended in favour of paper.
struct MoveToPaper {
  UnixMs at;
  bool ballots_stand = false;
  Count papers_to_issue = 0;
};

// A paper that the counting committee had to conclude on.
struct Doubtful {
  std::string paper;   // "lô 3, phiếu 17"
  std::string reason;  // a word of tests/cases/README.md; unsure, differing: of its readers
  bool valid = false;
  std::string conclusion;  // in the committee's words
};

struct Remark {
  Person by;
  UnixMs at;
  std::string text;  // printed as it is
};

struct Tie {
  std::vector<Count> candidates;  // positions, in ballot order
  Count seats = 0;
};

// Positions are from 1, in ballot order.
struct Outcome {
  std::vector<std::string> percent;  // votes on the base, "98.85", in ballot order
  std::vector<Count> elected;        // most votes first
  std::vector<Count> alternates;
  std::optional<Tie> tie;
  Count unfilled = 0;
  Count unfilled_alternates = 0;
  std::string next;            // a word of tests/cases/README.md; empty in a poll
  std::vector<Count> ranking;  // opinion and introduction alone: all, most votes first
  std::vector<std::string> list_problems;
  std::vector<std::string> list_warnings;
  std::vector<std::string> accounting_problems;
};

struct Setting {
  std::string name;
  std::string value;  // canonical JSON, as in the definition
};

// A count of a paper that differed from another, and how it was settled.
struct Difference {
  std::string paper;
  std::string settled;  // in words
};

// Papers drawn by a seed and held against what was keyed.
struct Sample {
  std::string seed;
  Count papers = 0;
  Count differing = 0;  // of them; their batches were counted anew
};

// How the papers were read; figures of the batches as they were closed.
struct Keying {
  Count counts = 0;  // of each paper
  Count batches = 0;
  std::vector<Difference> differences{};
  Count by_third = 0;      // differences that a third person settled
  Count by_committee = 0;  // and the committee; all are one or the other, unless it was annulled
  Count doubtful = 0;      // papers that the committee concluded on
  Count reopened = 0;      // batches counted anew
  std::vector<Sample> samples{};  // in the record's order
};

struct RecordHead {
  std::uint64_t size = 0;
  Hash root{};
};

struct Counting {
  std::optional<Keying> keying;  // where there was paper
  std::vector<Person> trustees;  // whose partial decryptions were accepted, in order
  std::string program_version;
  std::string profile;            // "190-2024"
  std::vector<Setting> settings;  // by name
  RecordHead head;                // the tree just after the last DeclareResult or AnnulContest
};

struct NotSigning {
  Person person;
  std::string reason;
};

// The round was annulled after closing: its figures stay, nobody is elected by it.
struct Annulment {
  UnixMs at;
  std::string reason;
  Count hands = 0;
};

struct Completion {
  UnixMs opened_at;
  UnixMs closed_at;
  UnixMs completed_at;  // when DeclareResult (or AnnulContest) was signed
  Count copies = 0;
  Person presidium;  // who signed it for the presidium
  std::vector<NotSigning> not_signing;
};

struct Model {
  Congress congress;
  Contest contest;
  Counters counters;
  Base base;
  Count cards_taken_away = 0;  // by people who left with a card
  Ballots ballots;
  std::optional<MoveToPaper> move_to_paper;
  std::vector<Doubtful> doubtful;
  std::vector<Remark> remarks;
  Outcome outcome;
  Counting counting;
  std::optional<Annulment> annulled;
  Completion completion;
};

// Whether minutes can be made of it: every text NFC, one number for each candidate in every list,
// positions on the ballot, words that have a text. Control characters are no reason to refuse
// (a remark must not be able to stop the minutes): the text shows a space in their place. Fails
// with the field's path as `where`: `kNotUtf8`, `kNotNfc`, `kMinutesListLength`,
// `kMinutesPosition`, `kMinutesUnknownWord`, `kMinutesNoDay`, `kMinutesPercent`,
// `kMinutesNoBallots`, `kMinutesKeying`.
Result<void> check(const Model& model);

}  // namespace hp::minutes
