#include "token/child.h"

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "token/codes.h"
#include "token/frame.h"

extern "C" {  // forgotten by the header of glibc 2.36
#include <sys/pidfd.h>
}

namespace hp::token {
namespace {

using std::chrono::milliseconds;

// A killed process may still wait for a device: no longer than this do we wait for it.
constexpr milliseconds kAfterKill{2'000};

// For poll: what is left, rounded up, never negative.
int left(Child::Until until) {
  const auto rest = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
  return static_cast<int>(
      std::clamp(rest.count(), milliseconds::rep{0}, milliseconds::rep{1} << 30));
}

// Starts the command with `end` as its input and output. Returns 0 or what errno would be.
int spawn_on(int end, const std::vector<std::string>& command, pid_t& pid) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (posix_spawn_file_actions_init(&actions) != 0) return ENOMEM;
  if (posix_spawnattr_init(&attributes) != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return ENOMEM;
  }
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  int error = 0;
  const auto step = [&error](int result) { error = error == 0 ? result : error; };
  step(posix_spawnattr_setsigmask(&attributes, &none));
  step(posix_spawnattr_setsigdefault(&attributes, &all));
  step(posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  step(posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO));
  step(posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO));
  step(posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1));
  if (error == 0) {
    error = posix_spawnp(&pid, arguments.front(), &actions, &attributes, arguments.data(), environ);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

bool wait_for(int process, milliseconds time) {
  pollfd wanted{process, POLLIN, 0};
  const Child::Until until = std::chrono::steady_clock::now() + time;
  int found = 0;
  do {
    found = poll(&wanted, 1, left(until));
  } while (found < 0 && errno == EINTR);
  return found > 0;
}

std::string told(int status) {
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
  return "exit " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

Child::Child(pid_t pid, Descriptor process, Descriptor socket)
    : pid_(pid), process_(std::move(process)), socket_(std::move(socket)) {}

Result<std::unique_ptr<Child>> Child::spawn(const std::vector<std::string>& command) {
  if (command.empty()) return fail(codes::kTokenHelperStart);
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return fail(codes::kTokenHelperStart, "", std::strerror(errno));
  }
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  pid_t pid = 0;
  if (const int error = spawn_on(theirs.get(), command, pid); error != 0) {
    return fail(codes::kTokenHelperStart, command.front(), std::strerror(error));
  }
  return std::unique_ptr<Child>(new Child(pid, Descriptor(pidfd_open(pid, 0)), std::move(ours)));
}

// Whether the socket can be read or written, before the deadline. A process that ended may have
// left what it said before, or a child of its own that keeps the socket open.
Result<void> Child::ready(short events, Until until) const {
  for (;;) {
    pollfd wanted[] = {{socket_.get(), events, 0}, {process_.get(), POLLIN, 0}};
    const int found = poll(wanted, std::size(wanted), left(until));
    if (found < 0 && errno != EINTR) return fail(codes::kTokenHelperDied, "", std::strerror(errno));
    if (found == 0) return fail(codes::kTokenSilent);
    if (found > 0 && wanted[0].revents != 0) return {};
    if (found > 0) return fail(codes::kTokenHelperDied);
  }
}

Result<void> Child::send(ByteView bytes, Until until) {
  if (socket_.get() < 0) return fail(codes::kTokenHelperDied);
  while (!bytes.empty()) {
    HP_TRY(ready(POLLOUT, until));
    const ssize_t sent =
        ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(sent));
    } else if (errno != EINTR && errno != EAGAIN) {
      return fail(codes::kTokenHelperDied);
    }
  }
  return {};
}

Result<void> Child::fill(std::span<std::uint8_t> bytes, Until until) {
  if (socket_.get() < 0) return fail(codes::kTokenHelperDied);
  while (!bytes.empty()) {
    HP_TRY(ready(POLLIN, until));
    const ssize_t read = recv(socket_.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (read > 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(read));
    } else if (read == 0 || (errno != EINTR && errno != EAGAIN)) {
      return fail(codes::kTokenHelperDied);
    }
  }
  return {};
}

Result<crypto::Secret> Child::receive(Until until) {
  std::array<std::uint8_t, kFrameHead> head{};
  HP_TRY(fill(head, until));
  const std::size_t size = body_size(head);
  if (size > kFrameLimit) return fail(codes::kTokenHelperGarbage);
  crypto::Secret body(size);
  HP_TRY(fill(body.bytes(), until));
  return body;
}

std::string Child::end(milliseconds grace) {
  if (!ended_.empty()) return ended_;
  socket_.close();
  const bool known = process_.get() >= 0;
  if (!known || !wait_for(process_.get(), grace)) {
    if (known) {
      pidfd_send_signal(process_.get(), SIGKILL, nullptr, 0);
      wait_for(process_.get(), kAfterKill);
    } else {
      kill(pid_, SIGKILL);
    }
  }
  int status = 0;
  pid_t reaped = 0;
  do {
    reaped = waitpid(pid_, &status, known ? WNOHANG : 0);
  } while (reaped < 0 && errno == EINTR);
  process_.close();
  ended_ = reaped == pid_ ? told(status) : "unknown";
  return ended_;
}

}  // namespace hp::token
