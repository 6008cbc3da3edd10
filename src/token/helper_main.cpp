#include "token/helper_main.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "token/codes.h"
#include "token/message.h"
#include "token/sign.h"
#include "token/slots.h"

namespace hp::token {
namespace {

// How much later than the program this process gives up.
constexpr std::uint64_t kLater = 1'000;  // ms

// A limit of one byte, unlike none, also keeps the kernel from piping a core to a program.
void leave_no_core() {
  const rlimit one{1, 1};
  setrlimit(RLIMIT_CORE, &one);
}

// SIGALRM after so long; 0: never.
void end_after(std::uint64_t limit_ms) {
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(limit_ms / 1000);
  timer.it_value.tv_usec = static_cast<suseconds_t>(limit_ms % 1000 * 1000);
  setitimer(ITIMER_REAL, &timer, nullptr);
}

// A copy for us alone; the number itself leads to nothing.
int take_over(int descriptor) {
  const int own = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing >= 0) {
    dup2(nothing, descriptor);
    close(nothing);
  }
  return own;
}

bool read_all(int from, std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::read(from, bytes.data(), bytes.size());
    if (got > 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(got));
    } else if (got == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

bool say(int to, const Answer& answer) {
  FrameWriter writer;
  write(writer, answer);
  const Result<ByteView> frame = writer.frame();
  ByteView rest = frame.value_or(ByteView{});
  while (!rest.empty()) {
    const ssize_t written = ::write(to, rest.data(), rest.size());
    if (written > 0) {
      rest = rest.subspan(static_cast<std::size_t>(written));
    } else if (written == 0 || errno != EINTR) {
      return false;
    }
  }
  return frame.has_value();
}

Answer refusal(Error error) {
  error.detail = clean(error.detail);
  return {.kind = Answer::Kind::kError, .error = std::move(error)};
}

Result<std::vector<Answer>> listed(const Calls& calls) {
  HP_ASSIGN(const std::vector<Slot> slots, slots_of(calls));
  std::vector<Answer> answers;
  std::size_t count = 0;
  for (const Slot& slot : slots) {
    HP_ASSIGN(const Session session, Session::open(calls, slot.id));
    HP_ASSIGN(std::vector<FoundKey> keys, keys_of(session));
    count += keys.size();
    if (count > kMostKeys) return std::unexpected(absurd(std::to_string(count) + " keys"));
    answers.push_back({.kind = Answer::Kind::kToken, .token = slot.token});
    for (FoundKey& key : keys) {
      answers.push_back({.kind = Answer::Kind::kKey, .key = std::move(key)});
    }
  }
  answers.push_back({.kind = Answer::Kind::kEnd});
  return answers;
}

Result<std::vector<Answer>> answered(const Request& request) {
  HP_ASSIGN(const Calls* const calls, load(request.choice.module));
  HP_ASSIGN(const Initialized module, Initialized::make(*calls));
  if (request.kind == Request::Kind::kList) return listed(*calls);
  HP_ASSIGN(Bytes signature, sign(*calls, request.choice, request.pin, request.message));
  return std::vector<Answer>{{.kind = Answer::Kind::kSignature, .signature = std::move(signature)}};
}

// Whether there was a request, and the answer could be given.
bool serve_one(int in, int out) {
  std::array<std::uint8_t, kFrameHead> head{};
  if (!read_all(in, head)) return false;
  const std::size_t size = body_size(head);
  if (size > kFrameLimit) return false;
  crypto::Secret body(size);  // wiped after the answer
  if (!read_all(in, body.bytes())) return false;
  const std::optional<Request> request = read_request(body);
  if (!request) return false;
  end_after(request->milliseconds + kLater);
  Result<std::vector<Answer>> answers = answered(*request);
  if (!answers) answers = std::vector<Answer>{refusal(std::move(answers.error()))};
  return std::ranges::all_of(*answers, [out](const Answer& answer) { return say(out, answer); });
}

}  // namespace

int run_helper(int in, int out) {
  leave_no_core();
  signal(SIGALRM, SIG_DFL);
  const int requests = take_over(in);
  const int answers = take_over(out);
  if (requests < 0 || answers < 0) return 1;
  if (!say(answers, {.kind = Answer::Kind::kHello})) return 1;
  while (serve_one(requests, answers)) end_after(0);
  end_after(kLater);  // for what modules do at the end
  close(requests);
  close(answers);
  return 0;
}

}  // namespace hp::token
