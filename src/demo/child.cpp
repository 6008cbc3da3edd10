#include "demo/child.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <mutex>
#include <thread>

#include "demo/codes.h"

namespace hp::demo {
namespace {

std::unexpected<Error> failed(const char* what) {
  return fail(codes::kDemoChild, what, std::strerror(errno));
}

// In the new process: only calls that are safe between fork and exec.
[[noreturn]] void become(char* const* arguments, int output, int errors, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(127);
  setpgid(0, 0);  // Ctrl-C in the terminal reaches the demo alone, which ends its children
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  const int nothing = open("/dev/null", O_RDONLY);
  if (nothing >= 0) dup2(nothing, STDIN_FILENO);
  execv(arguments[0], arguments);
  _exit(127);
}

struct Pipe {
  int read = -1;
  int write = -1;
};
Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return failed("pipe");
  return Pipe{ends[0], ends[1]};
}

// Starts it with standard output and error on the given descriptors.
Result<pid_t> spawn(const std::vector<std::string>& arguments, int output, int errors) {
  std::vector<std::string> copies = arguments;
  std::vector<char*> pointers;
  for (std::string& one : copies) pointers.push_back(one.data());
  pointers.push_back(nullptr);
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) return failed("fork");
  if (pid == 0) become(pointers.data(), output, errors, parent);
  return pid;
}

int status_of(int raw) {
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
}

}  // namespace

struct Child::Parts {
  pid_t pid = -1;
  std::mutex lock;
  std::condition_variable changed;
  std::vector<std::string> lines;
  bool ended = false;  // its standard output is closed
  std::thread reader;

  void read_lines(int from) {
    std::string rest;
    std::array<char, 4096> buffer{};
    for (;;) {
      const ssize_t got = ::read(from, buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      rest.append(buffer.data(), static_cast<std::size_t>(got));
      const std::scoped_lock held(lock);
      for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
        if (lines.size() < 1000) lines.push_back(rest.substr(0, end));
        rest.erase(0, end + 1);
      }
      changed.notify_all();
    }
    close(from);
    const std::scoped_lock held(lock);
    ended = true;
    changed.notify_all();
  }
};

Child::Child(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Child::Child(Child&&) noexcept = default;

Child::~Child() {
  if (parts_) end(std::chrono::seconds(10));
}

Result<Child> Child::start(const std::vector<std::string>& arguments,
                           const std::filesystem::path& log) {
  HP_ASSIGN(const Pipe output, make_pipe());
  const int errors = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (errors < 0) {
    close(output.read);
    close(output.write);
    return failed("log");
  }
  const auto pid = spawn(arguments, output.write, errors);
  close(output.write);
  close(errors);
  if (!pid) {
    close(output.read);
    return std::unexpected(pid.error());
  }
  auto parts = std::make_unique<Parts>();
  parts->pid = *pid;
  parts->reader =
      std::thread([inner = parts.get(), from = output.read] { inner->read_lines(from); });
  return Child(std::move(parts));
}

Result<std::string> Child::wait_for_line(const std::function<bool(const std::string&)>& fits,
                                         std::chrono::milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  std::unique_lock held(parts_->lock);
  for (std::size_t next = 0;;) {
    for (; next < parts_->lines.size(); ++next) {
      if (fits(parts_->lines[next])) return parts_->lines[next];
    }
    if (parts_->ended) return fail(codes::kDemoChild, "output", "ended");
    if (parts_->changed.wait_until(held, until) == std::cv_status::timeout &&
        next == parts_->lines.size()) {
      return fail(codes::kDemoChild, "output", "no such line in time");
    }
  }
}

int Child::end(std::chrono::milliseconds limit) {
  if (parts_->pid < 0) return -1;
  kill(parts_->pid, SIGTERM);
  {
    // Its output closes with it: that is waited for, so nothing polls.
    std::unique_lock held(parts_->lock);
    if (!parts_->changed.wait_for(held, limit, [this] { return parts_->ended; })) {
      kill(parts_->pid, SIGKILL);
    }
  }
  int raw = 0;
  while (waitpid(parts_->pid, &raw, 0) < 0 && errno == EINTR) {
  }
  parts_->pid = -1;
  parts_->reader.join();
  return status_of(raw);
}

pid_t Child::pid() const {
  return parts_->pid;
}

Result<Ran> run_program(const std::vector<std::string>& arguments) {
  HP_ASSIGN(const Pipe output, make_pipe());
  const auto pid = spawn(arguments, output.write, output.write);
  close(output.write);
  Ran ran;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 1; pid && got != 0;) {
    got = ::read(output.read, buffer.data(), buffer.size());
    if (got < 0 && errno != EINTR) break;
    if (got > 0) ran.output.append(buffer.data(), static_cast<std::size_t>(got));
  }
  close(output.read);
  if (!pid) return std::unexpected(pid.error());
  int raw = 0;
  while (waitpid(*pid, &raw, 0) < 0 && errno == EINTR) {
  }
  ran.status = status_of(raw);
  if (ran.status == 127) return fail(codes::kDemoChild, arguments.front(), "not started");
  return ran;
}

}  // namespace hp::demo
