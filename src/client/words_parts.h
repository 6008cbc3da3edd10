// What the words of every command are put together from.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "client/words.h"
#include "congress/state.h"

namespace hp::client {

namespace v1 = homphieu::v1;

class Wording {
 public:
  Wording(const congress::State& folded, Language language) : state(folded), language_(language) {}

  std::string say(std::string_view vi, std::string_view en) const {
    return std::string(language_ == Language::kVietnamese ? vi : en);
  }
  Language language() const { return language_; }

  void title(std::string_view vi, std::string_view en, const std::string& about = "");
  void line(std::string_view vi, std::string_view en, const std::string& value);
  void line(std::string_view vi, std::string_view en, std::uint64_t value) {
    line(vi, en, std::to_string(value));
  }
  void effect(std::string_view vi, std::string_view en, const std::string& value = "");
  void warn(std::string_view vi, std::string_view en, const std::string& value = "");

  // "CL001 Ông Tấn Hiếu".
  std::string person(const std::string& id) const;
  std::string role(int role) const;
  std::string hash(std::string_view bytes) const;                       // hex, "–" if empty
  const congress::Round* current_of(const std::string& contest) const;  // null: no such contest
  // The round that a command names, and what is wrong with it.
  void round_of(const std::string& contest, std::uint32_t round);
  void hands(std::string_view vi, std::string_view en, bool given, const v1::Hands& hands);

  const congress::State& state;
  CommandWords out;

 private:
  Language language_;
};

// One function a group of commands; false where the command is none of it.
bool people_words(Wording& w, const v1::Command& command);    // people, roll, attendance, cards
bool contest_words(Wording& w, const v1::Command& command);   // before opening, and decisions
bool round_words(Wording& w, const v1::Command& command);     // opening to announcement
bool paper_words(Wording& w, const v1::Command& command);     // counting papers
bool ceremony_words(Wording& w, const v1::Command& command);  // the trustees'

std::string office_word(v1::Office office, Language language);
std::string level_word(v1::Level level, Language language);
std::string meeting_word(v1::Meeting meeting, Language language);
std::string sex_word(v1::Sex sex, Language language);
std::string standing_word(v1::Standing standing, Language language);
std::string basis_word(v1::Basis basis, Language language);
std::string way_word(v1::Way way, Language language);
std::string places_word(v1::Places places, Language language);
std::string not_convened_word(v1::NotConvenedReason reason, Language language);
std::string deduction_word(v1::DeductionKind kind, Language language);
// What an outcome says comes next: "complete", "tie_ballot", …
std::string next_word(std::string_view next, Language language);
// "85.71" as people write it: with a comma in Vietnamese.
std::string percent_text(std::string percent, Language language);

}  // namespace hp::client
