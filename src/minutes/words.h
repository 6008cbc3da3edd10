// The fixed words of minutes: as the JSON writes them, and as the Vietnamese text does.
// The JSON words are those of tests/cases/README.md.
#pragma once

#include <optional>
#include <string_view>

namespace hp::minutes {

enum class Meeting { kDelegateCongress, kMemberCongress, kCommitteeConference };

enum class Office {
  kCommittee,
  kStandingCommittee,
  kSecretary,
  kDeputySecretary,
  kInspectionCommittee,
  kInspectionHead,
  kUpperDelegates,
  kOpinion,
  kIntroduction,
};

enum class Form { kStrikeOut, kBoxes };

enum class Places { kOfficial, kAlternate };

enum class DeductionKind {
  kConveningCommitteeAbsent,
  kAbsentUnreplaced,
  kActiveElsewhere,
  kExemptedAbsent,
  kSuspended,
  kCharged,
  kAbsentExcused,
};

// One word in both writings.
struct Word {
  std::string_view json;
  std::string_view text;
};

const Word& word(Meeting meeting);
const Word& word(Office office);
const Word& word(Form form);
const Word& word(Places places);
const Word& word(DeductionKind kind);

// The Vietnamese for a word of an outcome, or nothing when there is no such word: reasons of
// invalid and held ballots, `next`, problems and warnings of the list, of the accounting.
std::optional<std::string_view> reason_text(std::string_view reason);
std::optional<std::string_view> next_text(std::string_view next);
std::optional<std::string_view> problem_text(std::string_view problem);

// The regulations that a rule profile stands for; for "custom" and names not known here, that
// the rules are the organisation's own.
std::string_view legal_basis(std::string_view profile);

// Whether nobody is elected by it: people are only ranked.
constexpr bool is_poll(Office office) {
  return office == Office::kOpinion || office == Office::kIntroduction;
}

}  // namespace hp::minutes
