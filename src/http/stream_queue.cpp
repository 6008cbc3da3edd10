#include "http/stream_queue.h"

#include <utility>

#include "http/codes.h"
#include "http/connect/envelope.h"
#include "http/connect/error_json.h"
#include "http/connect/status.h"

namespace hp::http {
namespace {

void run(const std::vector<std::function<void()>>& callbacks) {
  for (const auto& callback : callbacks) callback();
}

}  // namespace

bool StreamQueue::push(const rpc::Message& message, bool replaceable) {
  if (!open()) return false;
  auto encoded = connect::encode(message, codec_);
  if (!encoded.has_value()) {
    finish(std::unexpected(std::move(encoded).error()));
    return false;
  }
  std::string bytes = connect::envelope(0, *encoded);
  std::vector<std::function<void()>> callbacks;
  bool taken = true;
  {
    const std::lock_guard lock(mutex_);
    if (over_) return false;
    if (replaceable && !items_.empty() && items_.back().replaceable) {
      bytes_ -= items_.back().bytes.size();
      items_.pop_back();
    }
    if (items_.size() < most_messages_ && bytes.size() + bytes_ <= most_bytes_) {
      bytes_ += bytes.size();
      items_.push_back({std::move(bytes), replaceable});
    } else {
      taken = false;
      callbacks = end_locked(fail(codes::kHttpBusy, "", "slow reader"));
    }
  }
  wakeup_.notify();
  run(callbacks);
  return taken;
}

void StreamQueue::finish(Result<void> result) {
  run(end(result));
}

bool StreamQueue::open() const {
  const std::lock_guard lock(mutex_);
  return !over_;
}

void StreamQueue::on_closed(std::function<void()> callback) {
  {
    const std::lock_guard lock(mutex_);
    if (!over_) return callbacks_.push_back(std::move(callback));
  }
  callback();
}

StreamQueue::Batch StreamQueue::take(std::size_t most) {
  const std::lock_guard lock(mutex_);
  Batch out;
  while (!items_.empty() && (out.bytes.empty() || out.bytes.size() < most)) {
    out.bytes += items_.front().bytes;
    items_.pop_front();
  }
  bytes_ = items_.empty() ? 0 : bytes_ - std::min(bytes_, out.bytes.size());
  out.last = over_ && items_.empty();
  return out;
}

std::vector<std::function<void()>> StreamQueue::hang_up() {
  const std::lock_guard lock(mutex_);
  items_.clear();
  if (!std::exchange(over_, true)) outcome_ = connect::name_of(Status::kCanceled);
  return std::exchange(callbacks_, {});
}

std::vector<std::function<void()>> StreamQueue::end(const Result<void>& result) {
  std::vector<std::function<void()>> callbacks;
  {
    const std::lock_guard lock(mutex_);
    callbacks = end_locked(result);
  }
  wakeup_.notify();
  return callbacks;
}

std::vector<std::function<void()>> StreamQueue::end_locked(const Result<void>& result) {
  if (std::exchange(over_, true)) return {};
  const bool again = !result.has_value() && connect::may_pass(result.error());
  const std::string payload =
      connect::end_json(result, again ? retry_after_ : std::chrono::milliseconds(0));
  if (!result.has_value()) {
    const Status status = result.error().code->status;
    outcome_ = connect::name_of(status);
    if (connect::is_fault_inside(status)) fault_ = result.error();
  }
  items_.push_back({connect::envelope(connect::kEnd, payload), false});
  bytes_ += items_.back().bytes.size();
  return std::exchange(callbacks_, {});
}

std::optional<Error> StreamQueue::fault() const {
  const std::lock_guard lock(mutex_);
  return fault_;
}

std::string_view StreamQueue::outcome() const {
  const std::lock_guard lock(mutex_);
  return outcome_;
}

}  // namespace hp::http
