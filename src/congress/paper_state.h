// What the fold knows of a round's papers: the committee's own count of them, the batches, and
// what each person read on each paper. Source: docs/design/paper.md section 2.
//
// A batch is never changed in place: a command puts a changed copy in its stead, so that a copy of
// the state shares all of them.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "congress/stamp.h"
#include "rules/ballot.h"

namespace hp::congress {

inline constexpr std::uint32_t kMostPapersInABatch = 50;

// What one person sees on one paper.
struct SheetContent {
  std::vector<rules::Candidate> struck;  // strike-out form, ascending
  std::vector<rules::Mark> marks;        // box form, one a candidate
  std::vector<rules::Defect> defects;    // ascending
  bool doubtful = false;                 // can't tell: for the committee
};
// Whether both read the same; that one of them was in doubt is no difference in reading.
bool reads_alike(const SheetContent& a, const SheetContent& b);

struct Reading {
  PersonId who;
  SheetContent content;
  Stamp when;
};

// A reading that its keyer took back.
struct TakenBack {
  std::uint32_t count = 0;
  Reading reading;
};

// Of the committee, on a paper that is doubtful or that three people read three ways.
struct SheetConclusion {
  SheetContent content;
  bool valid = false;
  std::string reason;
  std::vector<PersonId> who;
  Stamp when;
};

struct Sheet {
  std::vector<std::optional<Reading>> counts;  // that of count 1 first
  std::vector<TakenBack> taken_back;
  std::optional<Reading> third;
  std::optional<SheetConclusion> conclusion;

  bool complete() const;  // every count has its reading
};

struct BatchClosing {
  PersonId who;
  Stamp when;
};

struct Batch {
  std::uint32_t number = 0;
  std::uint32_t opening = 1;  // one more with each ReopenBatch
  PersonId opened_by;         // who opened it; of a later opening, the head
  Stamp opened;
  std::string reason;                        // of this opening, where it is not the first
  std::vector<Sheet> sheets;                 // of paper 1 first
  std::map<PersonId, std::uint32_t> keyers;  // of this opening: person → the count they key in
  std::optional<BatchClosing> closed;
  std::shared_ptr<const Batch> before;  // the opening before this one, as it was left

  std::uint32_t papers() const { return static_cast<std::uint32_t>(sheets.size()); }
};

struct PaperFigures {
  std::uint32_t prepared = 0;
  std::uint32_t issued = 0;
  std::uint32_t spoiled = 0;
  std::uint32_t unused = 0;
  std::uint32_t collected = 0;
  bool operator==(const PaperFigures&) const = default;
};

struct RecordedFigures {
  PaperFigures figures;
  std::string reason;  // of a correction
  std::vector<PersonId> who;
  Stamp when;
};

// One paper of a round, by its pencil number.
struct SheetPlace {
  std::uint32_t batch = 0;
  std::uint32_t sheet = 0;
  auto operator<=>(const SheetPlace&) const = default;
};

// Papers drawn by a seed and held against what was keyed: sample_check.h.
struct SampleCheck {
  std::string seed;
  std::uint32_t papers = 0;
  std::vector<SheetPlace> differing;
  std::vector<PersonId> who;
  Stamp when;
};

struct PaperCount {
  std::vector<RecordedFigures> figures;               // the last is in force
  std::vector<std::shared_ptr<const Batch>> batches;  // number 1 first
  std::vector<SampleCheck> samples;
  bool complete = false;  // "batches are closed": all are, and every sum fits

  const PaperFigures* in_force() const {
    return figures.empty() ? nullptr : &figures.back().figures;
  }
};

}  // namespace hp::congress
