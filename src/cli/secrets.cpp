#include "cli/secrets.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <istream>
#include <ostream>

#include "base/durable_file.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "crypto/key_file.h"

namespace hp::cli {
namespace {

constexpr std::size_t kLongest = 1024;  // bytes of a passphrase
constexpr std::size_t kShortest = 8;
constexpr std::size_t kKeyFileBytes = 64 * 1024;

// One line, byte by byte: what follows stays for who asks next.
Result<crypto::Secret> read_line(int fd) {
  crypto::Secret line(kLongest);
  std::size_t size = 0;
  for (char c = 0; size < kLongest;) {
    const ssize_t got = ::read(fd, &c, 1);
    if (got < 0 || (got == 0 && size == 0)) return fail(codes::kPassphraseUnread);
    if (got == 0 || c == '\n') return crypto::Secret::copy(line.view().first(size));
    line.bytes()[size++] = static_cast<std::uint8_t>(c);
  }
  return fail(codes::kPassphraseUnread);
}

// The terminal without echo, as long as this lives.
class Quiet {
 public:
  explicit Quiet(int fd) : fd_(fd) {
    good_ = ::tcgetattr(fd_, &before_) == 0;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    good_ = good_ && ::tcsetattr(fd_, TCSAFLUSH, &quiet) == 0;
  }
  ~Quiet() {
    if (good_) ::tcsetattr(fd_, TCSAFLUSH, &before_);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
  bool good() const { return good_; }

 private:
  int fd_;
  bool good_;
  termios before_{};
};

Result<crypto::Secret> ask(int tty, const std::string& prompt) {
  const auto tell = [tty](std::string_view text) {
    return ::write(tty, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  };
  const Quiet quiet(tty);
  if (!quiet.good() || !tell(prompt + ": ")) return fail(codes::kPassphraseUnread);
  auto line = read_line(tty);
  tell("\n");
  return line;
}

}  // namespace

Result<crypto::Secret> read_passphrase(const Terminal& terminal, int fd, const std::string& about,
                                       Asked asked) {
  const auto long_enough = [&](crypto::Secret passphrase) -> Result<crypto::Secret> {
    if (asked == Asked::kNew && passphrase.size() < kShortest) {
      return fail(codes::kPassphraseShort);
    }
    return passphrase;
  };
  if (fd >= 0) {
    HP_ASSIGN(crypto::Secret line, read_line(fd));
    return long_enough(std::move(line));
  }
  const Descriptor tty(::open("/dev/tty", O_RDWR | O_CLOEXEC));
  if (tty.get() < 0) return fail(codes::kPassphraseUnread);
  HP_ASSIGN(crypto::Secret first,
            ask(tty.get(), terminal.say("Mật khẩu của ", "Passphrase of ") + about));
  HP_ASSIGN(first, long_enough(std::move(first)));  // before it is typed once more
  if (asked == Asked::kNew) {
    HP_ASSIGN(const crypto::Secret again, ask(tty.get(), terminal.say("Gõ lại", "Once more")));
    if (!equal(first, again)) return fail(codes::kPassphraseDiffers);
  }
  return first;
}

Result<crypto::Secret> read_hidden_line(int fd, const std::string& prompt) {
  if (fd >= 0) return read_line(fd);
  const Descriptor tty(::open("/dev/tty", O_RDWR | O_CLOEXEC));
  if (tty.get() < 0) return fail(codes::kPassphraseUnread);
  return ask(tty.get(), prompt);
}

Result<void> write_private(const std::string& path, std::string_view content) {
  const std::error_code failed = create_durable(path, view(content));
  if (!failed) return {};
  return fail(failed == std::errc::file_exists ? codes::kFileExists : codes::kFileUnwritable, path,
              failed.message());
}

Result<void> replace_private(const std::string& path, std::string_view content) {
  const std::error_code failed = replace_durable(path, view(content));
  if (!failed) return {};
  return fail(codes::kFileUnwritable, path, failed.message());
}

Result<void> save_secret(const Terminal& terminal, int fd, const std::string& path,
                         std::string_view kind, ByteView secret) {
  if (::access(path.c_str(), F_OK) == 0) return fail(codes::kFileExists, path);
  HP_ASSIGN(const crypto::Secret passphrase, read_passphrase(terminal, fd, path, Asked::kNew));
  HP_ASSIGN(const std::string file,
            crypto::lock_secret(secret, kind, chars(passphrase.view()), crypto::system_random()));
  return write_private(path, file);
}

Result<crypto::Secret> load_secret(const Terminal& terminal, int fd, const std::string& path,
                                   std::string_view kind) {
  HP_ASSIGN(const std::string file, read_input(path, terminal.in, kKeyFileBytes));
  HP_ASSIGN(const crypto::Secret passphrase, read_passphrase(terminal, fd, path, Asked::kKnown));
  return crypto::unlock_secret(file, kind, chars(passphrase.view()));
}

Result<std::shared_ptr<crypto::SigningKey>> load_key(const Terminal& terminal, int fd,
                                                     const std::string& path) {
  HP_ASSIGN(const crypto::Secret scalar, load_secret(terminal, fd, path, "official"));
  HP_ASSIGN(crypto::SigningKey key, crypto::SigningKey::from_scalar(scalar.view()));
  return std::make_shared<crypto::SigningKey>(std::move(key));
}

bool says_yes(const Terminal& terminal, std::string_view vi, std::string_view en) {
  terminal.out << terminal.say(vi, en) << terminal.say(" (c/k) ", " (y/n) ") << std::flush;
  std::string line;
  if (!std::getline(terminal.in, line)) return false;
  for (const char* yes : {"c", "có", "co", "ký", "y", "yes"}) {
    if (line == yes) return true;
  }
  return false;
}

}  // namespace hp::cli
