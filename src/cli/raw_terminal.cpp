#include "cli/raw_terminal.h"

#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "cli/key_codes.h"

namespace hp::cli {
namespace {

constexpr std::string_view kEnterScreen = "\x1b[?1049h\x1b[?25l\x1b[2J";
constexpr std::string_view kLeaveScreen = "\x1b[0m\x1b[?25h\x1b[?1049l";

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(STDOUT_FILENO, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return;  // the terminal is gone; reading says so
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
}

sigset_t watched() {
  sigset_t out;
  ::sigemptyset(&out);
  for (const int one : {SIGWINCH, SIGTERM, SIGHUP, SIGINT}) ::sigaddset(&out, one);
  return out;
}

}  // namespace

TerminalSignals::TerminalSignals() {
  const sigset_t all = watched();
  ::pthread_sigmask(SIG_BLOCK, &all, &before_);
  fd_ = ::signalfd(-1, &all, SFD_CLOEXEC | SFD_NONBLOCK);
}

TerminalSignals::~TerminalSignals() {
  asks_to_end();  // what has come by now was answered by ending
  if (fd_ >= 0) ::close(fd_);
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool TerminalSignals::asks_to_end() {
  bool out = false;
  for (signalfd_siginfo one{}; ::read(fd_, &one, sizeof one) == sizeof one;) {
    out = out || one.ssi_signo != SIGWINCH;
  }
  return out;
}

std::string keys_of_input(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == 0x1b) {
      if (i + 1 < bytes.size() && (bytes[i + 1] == '[' || bytes[i + 1] == 'O')) {
        i += 2;
        while (i < bytes.size() && (bytes[i] < 0x40 || bytes[i] > 0x7e)) ++i;
      }
    } else if (byte == '\r' || byte == '\n') {
      out += client::kEnter;
    } else if (byte == 0x7f || byte == '\b') {
      out += client::kBackspace;
    } else if (byte >= 0xc0) {
      out += static_cast<char>(byte);
    } else if (byte < 0x80) {
      out += static_cast<char>(byte);
    }
  }
  return out;
}

Result<RawTerminal> RawTerminal::open() {
  termios before{};
  if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDOUT_FILENO) == 0 ||
      ::tcgetattr(STDIN_FILENO, &before) != 0) {
    return fail(codes::kTerminalUnusable);
  }
  termios raw = before;
  ::cfmakeraw(&raw);
  raw.c_cc[VMIN] = 0;
  raw.c_cc[VTIME] = 0;
  if (::tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) != 0) return fail(codes::kTerminalUnusable);
  RawTerminal out(before);
  write_all(kEnterScreen);
  return out;
}

RawTerminal::RawTerminal(RawTerminal&& other) noexcept
    : before_(other.before_),
      live_(std::exchange(other.live_, false)),
      drawn_(std::move(other.drawn_)),
      drawn_size_(other.drawn_size_) {}

RawTerminal::~RawTerminal() {
  if (!live_) return;
  write_all(kLeaveScreen);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
}

ScreenSize RawTerminal::size() const {
  winsize window{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_col == 0) return {};
  return {window.ws_col, window.ws_row};
}

void RawTerminal::draw(const std::vector<ScreenLine>& lines) {
  const ScreenSize now = size();
  if (lines == drawn_ && now == drawn_size_) return;
  write_all((now == drawn_size_ ? "" : "\x1b[2J") + as_ansi(lines));
  drawn_ = lines;
  drawn_size_ = now;
}

void RawTerminal::beep(int times) {
  write_all(std::string(static_cast<std::size_t>(times), '\a'));
}

std::string RawTerminal::keys(std::chrono::milliseconds at_most, TerminalSignals& signals) {
  std::array<pollfd, 2> both{{{STDIN_FILENO, POLLIN, 0}, {signals.descriptor(), POLLIN, 0}}};
  if (::poll(both.data(), both.size(), static_cast<int>(at_most.count())) <= 0) return "";
  if ((both[1].revents & POLLIN) != 0 && signals.asks_to_end()) {
    return std::string(2, kLeave);  // also from a paper that is begun
  }
  if (both[0].revents == 0) return "";
  std::array<char, 256> bytes{};
  const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
  if (got <= 0) return std::string(2, kLeave);
  return keys_of_input({bytes.data(), static_cast<std::size_t>(got)});
}

}  // namespace hp::cli
