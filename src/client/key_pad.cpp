#include "client/key_pad.h"

#include <algorithm>
#include <utility>

#include "client/key_pad_codes.h"
#include "client/sheet_words.h"
#include "congress/papers.h"

namespace hp::client {
namespace {

constexpr std::string_view kOneNameMarks = "1230";  // in the order of rules::Mark

bool is_digit(char key) {
  return key >= '0' && key <= '9';
}

}  // namespace

KeyPad::KeyPad(std::shared_ptr<const congress::Definition> definition, KeyMode mode)
    : definition_(std::move(definition)), mode_(mode) {}

bool KeyPad::boxes() const {
  return rules::form_of(definition_->rules) == rules::Form::kBox;
}

bool KeyPad::one_name() const {
  return boxes() && definition_->candidates.size() == 1;
}

rules::Mark KeyPad::preset() const {
  return mode_ == KeyMode::kStruck ? rules::Mark::kAgree : rules::Mark::kDisagree;
}

rules::Mark KeyPad::other_box() const {
  return mode_ == KeyMode::kStruck ? rules::Mark::kDisagree : rules::Mark::kAgree;
}

Pressed KeyPad::refuse(const ErrorCode& code, std::string detail) const {
  return {.refused = &code, .detail = std::move(detail)};
}

// Refused, and so is all that follows, until the field is cleared.
Pressed KeyPad::raise(const ErrorCode& code) {
  alarm_ = &code;
  return refuse(code, field_);
}

Pressed KeyPad::press(char key) {
  const bool warned = std::exchange(warned_, false);
  if (key == kBackspace) return press_backspace();
  if (alarm_ != nullptr) return refuse(*alarm_, field_);
  if (is_digit(key)) return press_digit(key);
  if (key == kEnter) {
    warned_ = warned;
    return press_enter();
  }
  const bool both_or_none = key == '*' || key == '/';
  if (both_or_none && boxes() && !one_name()) {
    if (field_.empty()) return refuse(codes::kPadKey, std::string(1, key));
    return take_position(key == '*' ? rules::Mark::kBoth : rules::Mark::kNone);
  }
  if (!field_.empty() && !one_name()) return refuse(codes::kPadUnfinished, field_);
  if (key == '-') return take_off_last();
  if (key == '?') return press_mark({.what = Typed::What::kDoubt});
  if (const auto defect = defect_of(key)) {
    return press_mark({.what = Typed::What::kDefect, .defect = *defect});
  }
  if (key != kTakeBack) return refuse(codes::kPadKey, std::string(1, key));
  if (!untouched()) return refuse(codes::kPadBegun);
  return {.take_back = true};
}

Pressed KeyPad::press_digit(char key) {
  field_ += key;
  if (one_name()) {
    if (field_.size() == 1 && kOneNameMarks.contains(key)) return {};
    return raise(codes::kPadChoose);
  }
  // No number of the list begins so: not one digit more is waited for.
  if (field_.front() == '0' || field_.size() > 4 ||
      std::stoul(field_) > definition_->candidates.size()) {
    return raise(codes::kPadPosition);
  }
  return {};
}

Pressed KeyPad::press_backspace() {
  if (std::exchange(alarm_, nullptr) != nullptr) {
    field_.clear();
    return {};
  }
  if (field_.empty()) return refuse(codes::kPadNothingTyped);
  field_.pop_back();
  return {};
}

Pressed KeyPad::press_enter() {
  if (one_name()) {
    if (field_.empty()) return refuse(codes::kPadChoose);
    return {.finished = true};
  }
  if (!field_.empty()) return take_position(other_box());
  if (untouched() && !std::exchange(warned_, true)) return refuse(codes::kPadUntouched);
  return {.finished = true};
}

Pressed KeyPad::take_position(rules::Mark mark) {
  const rules::Candidate candidate{static_cast<std::uint16_t>(std::stoul(field_))};
  const bool twice = std::ranges::any_of(typed_, [&](const Typed& one) {
    return one.what == Typed::What::kPosition && one.candidate == candidate;
  });
  if (twice) return raise(codes::kPadTwice);
  typed_.push_back({.what = Typed::What::kPosition, .candidate = candidate, .mark = mark});
  field_.clear();
  return {};
}

Pressed KeyPad::press_mark(const Typed& mark) {
  if (std::ranges::find(typed_, mark) != typed_.end()) return refuse(codes::kPadMarkTwice);
  typed_.push_back(mark);
  return {};
}

Pressed KeyPad::take_off_last() {
  if (typed_.empty()) return refuse(codes::kPadNothingTyped);
  typed_.pop_back();
  return {};
}

congress::SheetContent KeyPad::content() const {
  congress::SheetContent out;
  const std::size_t names = definition_->candidates.size();
  std::vector<bool> named(names, false);
  if (boxes()) out.marks.assign(names, one_name() ? rules::Mark::kNone : preset());
  for (const Typed& one : typed_) {
    if (one.what == Typed::What::kDefect) out.defects.push_back(one.defect);
    if (one.what == Typed::What::kDoubt) out.doubtful = true;
    if (one.what != Typed::What::kPosition) continue;
    named[one.candidate.index()] = true;
    if (boxes()) out.marks[one.candidate.index()] = one.mark;
  }
  std::ranges::sort(out.defects);
  if (one_name() && !field_.empty() && alarm_ == nullptr) {
    out.marks.front() = static_cast<rules::Mark>(kOneNameMarks.find(field_.front()));
  }
  if (boxes()) return out;
  for (std::size_t i = 0; i < names; ++i) {
    if (named[i] == (mode_ == KeyMode::kStruck)) {
      out.struck.push_back(rules::Candidate::at_index(i));
    }
  }
  return out;
}

std::uint32_t KeyPad::votes() const {
  const congress::SheetContent now = content();
  if (!boxes())
    return static_cast<std::uint32_t>(definition_->candidates.size() - now.struck.size());
  return static_cast<std::uint32_t>(std::ranges::count(now.marks, rules::Mark::kAgree));
}

bool KeyPad::doubtful() const {
  return content().doubtful;
}

rules::Verdict KeyPad::verdict() const {
  return rules::classify(congress::ballot_of(content()), definition_->rules, definition_->settings);
}

}  // namespace hp::client
