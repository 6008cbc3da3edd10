// One person at a keying station: which paper is due, what was typed for it, what a key did.
// No screen; key_screen.h shows it, key_plain.h types whole lines into it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "client/key_pad.h"
#include "client/station.h"

namespace hp::cli {

// Keys that are the session's own.
inline constexpr char kSkip = '\t';
inline constexpr char kRead = 'd';    // a notice was read
inline constexpr char kLeave = '\3';  // Ctrl-C

// What a key did, in words.
struct Heard {
  bool refused = false;
  bool finished = false;     // a paper is signed and kept
  std::string code;          // of a refusal
  std::string text;          // empty: nothing to say
  client::Paper paper;       // that was finished
  rules::Verdict verdict{};  // of it
  bool doubtful = false;
};

class KeySession {
 public:
  // `sent` is called when there is something for the network's side to do.
  KeySession(client::Station& station, std::function<void()> sent, Language language);

  // Takes over what the station says now; another paper gets a fresh pad. Whether a notice has
  // come that was not there before.
  bool follow();
  Heard press(char key);
  bool left() const { return left_; }

  const client::StationView& station() const { return view_; }
  const client::KeyPad* pad() const { return pad_ ? &*pad_ : nullptr; }

  std::string text_of(const client::Said& said) const;
  std::string text_of(const client::Notice& notice) const;

 private:
  std::string say(std::string_view vi, std::string_view en) const;
  Heard refuse(const Error& error) const;
  Heard leave();
  Heard read_notice();
  Heard finish();

  client::Station& station_;
  std::function<void()> sent_;
  Language language_;
  client::StationView view_;
  std::optional<client::KeyPad> pad_;
  bool asked_to_leave_ = false;  // while a paper is begun; the next time is meant
  bool left_ = false;
};

// "3–5, 8"
std::string list_of(const std::vector<std::uint32_t>& numbers);

}  // namespace hp::cli
