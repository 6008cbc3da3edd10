#include "token/token.h"

#include <algorithm>
#include <optional>

#include "token/child.h"
#include "token/codes.h"
#include "token/message.h"

namespace hp::token {
namespace {

using std::chrono::milliseconds;

Child::Until after(milliseconds time) {
  return std::chrono::steady_clock::now() + time;
}

std::uint32_t counted(milliseconds time) {
  return static_cast<std::uint32_t>(
      std::clamp(time.count(), milliseconds::rep{1}, milliseconds::rep{24} * 3'600'000));
}

Result<Answer> next(Child& child, Child::Until until) {
  HP_ASSIGN(const crypto::Secret body, child.receive(until));
  std::optional<Answer> answer = read_answer(body);
  if (!answer) return fail(codes::kTokenHelperGarbage);
  return *std::move(answer);
}

Result<std::vector<Found>> listed(Child& child, Child::Until until) {
  std::vector<Found> tokens;
  std::size_t keys = 0;
  for (;;) {
    HP_ASSIGN(Answer answer, next(child, until));
    switch (answer.kind) {
      case Answer::Kind::kEnd:
        return tokens;
      case Answer::Kind::kError:
        return std::unexpected(std::move(answer.error));
      case Answer::Kind::kToken:
        tokens.push_back(std::move(answer.token));
        break;
      case Answer::Kind::kKey:
        if (tokens.empty() || ++keys > kMostKeys) return fail(codes::kTokenHelperGarbage);
        tokens.back().keys.push_back(std::move(answer.key));
        break;
      default:
        return fail(codes::kTokenHelperGarbage);
    }
    if (tokens.size() > kMostTokens) return fail(codes::kTokenHelperGarbage);
  }
}

Result<Bytes> signature(Child& child, Child::Until until) {
  HP_ASSIGN(Answer answer, next(child, until));
  if (answer.kind == Answer::Kind::kError) return std::unexpected(std::move(answer.error));
  if (answer.kind != Answer::Kind::kSignature) return fail(codes::kTokenHelperGarbage);
  return std::move(answer.signature);
}

Result<void> hello(Child& child, Child::Until until) {
  HP_ASSIGN(const Answer answer, next(child, until));
  if (answer.kind != Answer::Kind::kHello) return fail(codes::kTokenHelperGarbage);
  return {};
}

// Sends the request and takes its answer, both before the deadline.
template <class T>
Result<T> asked(Child& child, const Request& request, milliseconds time,
                Result<T> (*answer)(Child&, Child::Until)) {
  FrameWriter writer;
  write(writer, request);
  HP_ASSIGN(const ByteView frame, writer.frame());
  const Child::Until until = after(time);
  HP_TRY(child.send(frame, until));
  return answer(child, until);
}

std::filesystem::path in_full(const std::filesystem::path& module) {
  std::error_code ignored;
  const std::filesystem::path found = std::filesystem::absolute(module, ignored);
  return ignored ? module : found;
}

bool is_too_long(const Choice& choice, ByteView pin, ByteView message) {
  return choice.label.size() > kTextLimit || choice.serial.size() > kTextLimit ||
         choice.key_id.size() > kIdLimit || pin.size() > kPinLimit ||
         message.size() > kMessageLimit;
}

}  // namespace

Helper::Helper(std::unique_ptr<Child> child, Deadlines deadlines)
    : child_(std::move(child)), deadlines_(deadlines) {}
Helper::Helper(Helper&&) noexcept = default;
Helper& Helper::operator=(Helper&&) noexcept = default;

Helper::~Helper() {
  if (child_) child_->end(deadlines_.end);
}

// What the helper says of a token is the caller's affair. A helper that died, is silent or says
// garbage is ended at once; of one that died it is told how.
template <class T>
Result<T> Helper::kept(Result<T> answer) {
  if (answer) return answer;
  Error& error = answer.error();
  const bool died = error.is(codes::kTokenHelperDied);
  if (!died && !error.is(codes::kTokenSilent) && !error.is(codes::kTokenHelperGarbage))
    return answer;
  const std::string how = child_->end(died ? deadlines_.end : milliseconds(0));
  if (died) error.detail = how;
  child_.reset();
  return answer;
}

Result<Helper> Helper::start(const std::vector<std::string>& command, Deadlines deadlines) {
  HP_ASSIGN(std::unique_ptr<Child> child, Child::spawn(command));
  Helper helper(std::move(child), deadlines);
  HP_TRY(helper.kept(hello(*helper.child_, after(deadlines.start))));
  return helper;
}

Result<std::vector<Found>> Helper::list(const std::filesystem::path& module) {
  if (!child_) return fail(codes::kTokenHelperDied);
  Request request{.milliseconds = counted(deadlines_.list)};
  request.choice.module = in_full(module);
  if (request.choice.module.native().size() > kPathLimit) return fail(codes::kTokenTooLong);
  return kept(asked(*child_, request, deadlines_.list, listed));
}

Result<Bytes> Helper::sign(const Choice& choice, const crypto::Secret& pin, ByteView message) {
  if (!child_) return fail(codes::kTokenHelperDied);
  Request request{.kind = Request::Kind::kSign,
                  .milliseconds = counted(deadlines_.sign),
                  .choice = choice,
                  .pin = pin,
                  .message = message};
  request.choice.module = in_full(choice.module);
  if (is_too_long(choice, pin, message) || request.choice.module.native().size() > kPathLimit) {
    return fail(codes::kTokenTooLong);
  }
  return kept(asked(*child_, request, deadlines_.sign, signature));
}

}  // namespace hp::token
