// What the fold knows of a contest and its rounds. Drawing: docs/states.md.
//
// Every approval makes one `Round`, kept for ever, so the vector also holds withdrawn and
// annulled ones; the last one is the current one. Minutes are made of what stands here.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/time.h"
#include "congress/definition.h"
#include "congress/paper_state.h"
#include "congress/stamp.h"
#include "journal/tree.h"
#include "rules/base.h"

namespace hp::congress {

using ContestId = std::string;
using KeyPoint = std::array<std::uint8_t, 65>;  // point(public key) of ballot.md section 1

// Size and root of the record's tree.
using Head = journal::TreeHead;

enum class Phase {
  kApproved,
  kOpen,
  kClosed,
  kCounted,
  kDeclared,
  kSigned,
  kAnnounced,
  kWithdrawn,
  kAnnulled,
};
std::string_view word(Phase phase);
constexpr bool is_unfinished(Phase p) {
  return p >= Phase::kOpen && p <= Phase::kSigned;
}
constexpr bool is_live(Phase p) {
  return p <= Phase::kSigned;
}

// A person with the name borne at that entry.
struct Named {
  PersonId person;
  std::string name;
  bool operator==(const Named&) const = default;
};

// A show of hands; against are those present less these.
struct Hands {
  std::uint32_t votes_for = 0;
  std::uint32_t present = 0;
};

struct Counters {
  PersonId head;
  std::vector<Named> all;  // the head among them, in the order appointed
  std::optional<Hands> hands;
  Stamp appointed;
  bool has(const PersonId& person) const;
};

struct CounterChange {
  Named leaving;
  std::optional<Named> coming;
  PersonId head;            // after the change
  bool head_named = false;  // by the command
  std::string reason;
  std::optional<Hands> hands;
  Stamp when;
};

// What ConfirmAttendance fixed for the round.
struct AttendanceFigures {
  Hash payload_hash{};
  rules::BaseOf base;
  std::uint32_t present = 0;
  Stamp when;
};

enum class Way { kElectronic, kPaper, kBoth };
constexpr bool has_electronic(Way way) {
  return way != Way::kPaper;
}
constexpr bool has_paper(Way way) {
  return way != Way::kElectronic;
}

struct Opening {
  Way way = Way::kElectronic;
  std::set<KeyPoint> void_keys;  // for this round; grows by MoveToPaper
  std::uint32_t papers_to_issue = 0;
  std::uint32_t cards_taken_away = 0;
  std::uint32_t ceremony = 0;  // number; 0 on paper alone
  Hash ctx{};                  // ballot.md section 3
  Stamp when;
};

// One row of the public board.
struct BoardRow {
  KeyPoint voter{};
  Hash payload_hash{};
  std::uint64_t index = 0;
};

struct Sums;  // the running product of the accepted ballots (sums.h)

struct MovedToPaper {
  bool ballots_stand = false;
  std::uint32_t annulled = 0;
  std::uint32_t papers_to_issue = 0;
  Stamp when;
};

// Cards and ballots as of CloseContest, record.md section 7.
struct CardFigures {
  std::uint32_t prepared = 0;
  std::uint32_t unused = 0;
  std::uint32_t issued = 0;
  std::uint32_t collected = 0;
  std::uint32_t annulled = 0;
};

struct Closing {
  CardFigures cards;
  Stamp when;
};

struct Decryption {
  std::uint32_t trustee = 0;  // number, from 1
  Named who;
  Bytes partials;
  bool counted = false;  // one of the k that finished the tally
  Stamp when;
};

struct Remark {
  Named who;
  std::string text;
  Stamp when;
};

struct NotSigning {
  Named who;
  std::string reason;
};

struct Declaration {
  Hash payload_hash{};
  Bytes outcome;  // canonical bytes of an Outcome
  std::string program_version;
  std::uint32_t copies = 0;
  std::vector<NotSigning> not_signing;
  std::vector<PersonId> signatories;  // of the minutes: signing counters, then the presidium's
  std::vector<Named> presidium;       // who signed the declaration for it
  Stamp when;
  bool lapsed = false;  // by a ReplaceCounter or RecordRemark after it: declare again
};

struct MinutesSignature {
  Named who;
  Hash minutes_hash{};
  Stamp when;
};

struct Annulment {
  std::string reason;
  bool after_closing = false;
  std::vector<PersonId> signatories;  // of its minutes, after closing
  std::optional<Hands> hands;
  Stamp when;
};

struct Round {
  Definition definition;
  Phase phase = Phase::kApproved;
  Stamp approved;
  std::optional<Hands> hands_for_seats;
  std::optional<Hands> hands_for_list;
  std::optional<Counters> counters;
  std::vector<CounterChange> counter_changes;
  std::optional<AttendanceFigures> attendance;  // the last ConfirmAttendance
  std::optional<Opening> opening;

  std::vector<BoardRow> board;            // in the record's order
  std::map<KeyPoint, std::size_t> voted;  // row on the board
  std::shared_ptr<const Sums> sums;       // of ballots that stand
  std::optional<MovedToPaper> moved;

  std::optional<Closing> closing;
  PaperCount paper;
  std::map<std::uint32_t, Named> acceptances;       // trustees who accepted the closing head
  std::vector<Decryption> decryptions;              // accepted ones, in order; k finish the tally
  std::optional<std::vector<std::uint32_t>> tally;  // m columns, then b; none on paper alone

  std::vector<Remark> remarks;
  std::optional<Declaration> declaration;  // the last
  std::map<PersonId, MinutesSignature> signatures;
  std::optional<Stamp> signed_when;
  std::optional<Stamp> announced;
  std::optional<Stamp> withdrawn;
  std::string withdrawal_reason;
  std::optional<Annulment> annulment;

  std::uint32_t number() const { return definition.round; }
};
// As of its phase; a rehearsal is at its end once it is counted.
inline bool is_over(const Round& round) {
  return round.definition.rehearsal && round.phase >= Phase::kCounted;
}
inline bool is_unfinished(const Round& round) {
  return is_unfinished(round.phase) && !is_over(round);
}
inline bool is_live(const Round& round) {
  return is_live(round.phase) && !is_over(round);
}

enum class Decision { kTieBallot, kFurtherBallot, kNone };

// The last DecideNext: what the next round must be.
struct NextRound {
  Decision decision = Decision::kNone;
  std::vector<PersonId> people;  // of a tie ballot computed; ballot order
  std::uint32_t seats = 0;
  std::uint32_t alternates = 0;
  Places places = Places::kOfficial;
  std::uint32_t after_round = 0;  // of the record
  std::optional<Hands> hands;
  Stamp when;
};

struct ContestState {
  ContestId id;
  rules::Office office = rules::Office::kCommittee;
  std::string body;
  std::vector<Round> rounds;
  std::optional<NextRound> next;     // taken away when the round it calls for is announced
  std::vector<NextRound> decisions;  // those that were carried out, in order

  const Round& current() const { return rounds.back(); }
  Round& current() { return rounds.back(); }
  std::uint32_t openings() const;
  std::uint32_t announced() const;
};

using Contests = std::map<ContestId, ContestState>;

}  // namespace hp::congress
