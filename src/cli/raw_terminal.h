// A terminal for a full screen: raw input, the alternate screen, and everything as it was before
// when this ends, also by a signal.
#pragma once

#include <termios.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/key_screen.h"

namespace hp::cli {

// SIGWINCH, SIGTERM, SIGHUP and SIGINT as readable events of a descriptor; made before any thread
// that should not get them. Ignored by everything else as long as it lives.
class TerminalSignals {
 public:
  TerminalSignals();
  ~TerminalSignals();
  TerminalSignals(const TerminalSignals&) = delete;
  TerminalSignals& operator=(const TerminalSignals&) = delete;
  int descriptor() const { return fd_; }
  // Takes what has come; true where one of them asks the program to end.
  bool asks_to_end();

 private:
  sigset_t before_{};
  int fd_ = -1;
};

class RawTerminal {
 public:
  // Of standard input and output. Fails with `terminal_unusable`.
  static Result<RawTerminal> open();
  RawTerminal(RawTerminal&& other) noexcept;
  RawTerminal& operator=(RawTerminal&&) = delete;
  ~RawTerminal();

  ScreenSize size() const;
  void draw(const std::vector<ScreenLine>& lines);  // writes only what differs from the last one
  void beep(int times);
  // Keys typed, as key_pad.h and key_session.h know them: Enter and Backspace of every keyboard;
  // sequences of arrows and function keys left out; a letter outside ASCII is one key that means
  // nothing. Waits up to `at_most` for the first, or for a signal. An ended input is Ctrl-C.
  std::string keys(std::chrono::milliseconds at_most, TerminalSignals& signals);

 private:
  explicit RawTerminal(const termios& before) : before_(before) {}
  termios before_;
  bool live_ = true;
  std::vector<ScreenLine> drawn_;
  ScreenSize drawn_size_;
};

// The keys in what a terminal sent.
std::string keys_of_input(std::string_view bytes);

}  // namespace hp::cli
