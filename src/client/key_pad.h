// Keying one paper by keyboard (docs/design/paper.md section 2): keys in, marks and reasons out.
// Pure; no screen, no network.
//
//   KeyPad pad(definition, KeyMode::kStruck);
//   pad.press('1'); pad.press('7'); pad.press(kEnter);   // the name at 17 is struck out
//   if (pad.press(kEnter).finished) use(pad.content(), pad.verdict());
//
// Strike-out form: the number of each struck name (kStruck) or of each kept one (kKept), Enter
// after each; what comes out are the struck ones either way. Box form with several names: every
// name has the box of the mode, agree (kStruck) or disagree (kKept), and exceptions are typed:
// number and Enter the other box, number and '*' both, number and '/' none. Box form with one
// name: 1 agree, 2 disagree, 3 both, 0 none; nothing is preset. Everywhere: a letter of
// sheet_words.h is a defect, '?' a doubt, '-' takes off what was typed last, Enter on an empty
// field finishes the paper, twice where nothing was typed for it.
//
// A number that is refused stays in the field, and every key is refused until Backspace clears
// it: who types without looking can't go past a refusal.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "congress/definition.h"
#include "congress/paper_state.h"
#include "rules/classify.h"

namespace hp::client {

inline constexpr char kEnter = '\n';
inline constexpr char kBackspace = '\b';
inline constexpr char kTakeBack = 'u';

// What is looked for on a paper. Two keyers who look for different things seldom make the same
// slip.
enum class KeyMode { kStruck, kKept };

struct Pressed {
  const ErrorCode* refused = nullptr;  // nullptr: accepted. key_pad_codes.h
  std::string detail{};                // what was refused
  bool finished = false;               // the paper is: content() and verdict() are its
  bool take_back = false;              // the paper before this one is asked for
};

// One thing that was typed.
struct Typed {
  enum class What { kPosition, kDefect, kDoubt } what = What::kPosition;
  rules::Candidate candidate{};                 // of a position
  rules::Mark mark = rules::Mark::kAgree;       // of a position in the box form
  rules::Defect defect = rules::Defect::kTorn;  // of a defect
  bool operator==(const Typed&) const = default;
};

class KeyPad {
 public:
  KeyPad(std::shared_ptr<const congress::Definition> definition, KeyMode mode);

  Pressed press(char key);

  bool boxes() const;     // the contest's form has two boxes a name
  bool one_name() const;  // and it is one name
  const congress::Definition& definition() const { return *definition_; }
  KeyMode mode() const { return mode_; }
  const std::string& field() const { return field_; }         // digits typed so far
  const ErrorCode* alarm() const { return alarm_; }           // why they are refused, or nullptr
  const std::vector<Typed>& typed() const { return typed_; }  // in order of typing
  bool untouched() const { return typed_.empty() && field_.empty(); }

  // Votes that the paper gives by its marks, defects aside, and how many of the seats that leaves;
  // negative where there are too many.
  std::uint32_t votes() const;
  std::int64_t votes_left() const { return std::int64_t{definition_->seats} - votes(); }
  congress::SheetContent content() const;
  bool doubtful() const;
  rules::Verdict verdict() const;

 private:
  Pressed refuse(const ErrorCode& code, std::string detail = "") const;
  Pressed raise(const ErrorCode& code);
  Pressed press_digit(char key);
  Pressed press_backspace();
  Pressed press_enter();
  Pressed press_mark(const Typed& mark);
  Pressed take_position(rules::Mark mark);
  Pressed take_off_last();
  rules::Mark preset() const;
  rules::Mark other_box() const;

  std::shared_ptr<const congress::Definition> definition_;
  KeyMode mode_;
  std::string field_;
  const ErrorCode* alarm_ = nullptr;
  std::vector<Typed> typed_;
  bool warned_ = false;  // that nothing is typed; the next Enter finishes
};

}  // namespace hp::client
