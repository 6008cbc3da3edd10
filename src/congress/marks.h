// When each thing that a command can be about last changed: the rule that a command's `seen`
// must hold that change (record.md section 1, "No surprise from the past").
//
// Every apply_… calls `state.marks.touch(subject, entry.index)` for what it changed.
// `subjects_of` (subjects.h) says what a command is about.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <map>
#include <string>

namespace hp::congress {

enum class Topic : std::uint8_t {
  kPerson,
  kRoll,
  kCards,
  kCeremony,
  kContest,
  kPaperFigures,
  kBatch
};

// `id` is the person's, the contest's, or contest and batch's; empty for the others.
struct Subject {
  Topic topic;
  std::string id;
  auto operator<=>(const Subject&) const = default;
};
inline Subject person_subject(std::string id) {
  return {Topic::kPerson, std::move(id)};
}
inline Subject contest_subject(std::string id) {
  return {Topic::kContest, std::move(id)};
}
// The committee's own count of a contest's papers.
inline Subject paper_figures_subject(std::string contest) {
  return {Topic::kPaperFigures, std::move(contest)};
}
// One batch of papers: why it has its own subject, docs/decisions/paper-keying.md.
inline Subject batch_subject(const std::string& contest, std::uint32_t batch) {
  return {Topic::kBatch, contest + "/" + std::to_string(batch)};
}
inline Subject roll_subject() {
  return {Topic::kRoll, {}};
}
inline Subject cards_subject() {
  return {Topic::kCards, {}};
}
inline Subject ceremony_subject() {
  return {Topic::kCeremony, {}};
}

struct Marks {
  std::map<Subject, std::uint64_t> last;  // index of the entry that changed it last

  void touch(const Subject& subject, std::uint64_t index) { last[subject] = index; }
  // How many entries a tree must have to hold the subject's last change; 0 if it never changed.
  std::uint64_t needed(const Subject& subject) const {
    auto it = last.find(subject);
    return it == last.end() ? 0 : it->second + 1;
  }
};

}  // namespace hp::congress
