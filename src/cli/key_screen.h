// What a keying station shows: lines of text from what it knows. No terminal here.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "cli/key_session.h"

namespace hp::cli {

struct ScreenSize {
  int columns = 80;
  int rows = 24;
  bool operator==(const ScreenSize&) const = default;
};

enum class LineStyle { kPlain, kBold, kDim, kAlarm };

struct ScreenLine {
  std::string text;  // exactly as wide as the screen
  LineStyle style = LineStyle::kPlain;
  bool operator==(const ScreenLine&) const = default;
};

// A call that takes longer than this is said: the network is slow, or gone and nothing knows yet.
inline constexpr std::uint64_t kSlowCall = 3'000;  // ms

// Exactly `rows` lines. `last` is what the last key did. On a small screen the help at the bottom
// goes first.
std::vector<ScreenLine> key_screen(const KeySession& session, const Heard& last, bool settling,
                                   UnixMs now, ScreenSize size, Language language);

// The lines as they go to a terminal: from the top left corner, everything else cleared.
std::string as_ansi(const std::vector<ScreenLine>& lines);

}  // namespace hp::cli
