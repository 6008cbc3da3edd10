// How a session has its calls and streams served: handlers on the workers, answers on the strand.
#include <google/protobuf/message.h>

#include <boost/asio/post.hpp>
#include <boost/beast/http/message.hpp>
#include <utility>

#include "http/codes.h"
#include "http/connect/respond.h"
#include "http/connect/status.h"
#include "http/connect/wire.h"
#include "http/session.h"

namespace hp::http {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kBatchBytes = 256 * std::size_t{1024};
// What a caller may send behind the request of a stream; it is not read as a request.
constexpr std::size_t kStrayBytes = 64 * std::size_t{1024};
constexpr auto kNever = std::chrono::steady_clock::time_point::max();

// One unary call as the workers get it: its request is read, served and its answer written here,
// away from the network's threads. May outlive the server, but for `method`, which is used only
// while the workers run.
struct UnaryJob {
  connect::Accepted call;
  std::string body;
  rpc::Call about;
  std::shared_ptr<Mailbox> mailbox;
  std::shared_ptr<Place> place;
  milliseconds retry_after;

  void answer(const Result<std::unique_ptr<rpc::Message>>& result) const {
    const bool again = !result.has_value() && connect::may_pass(result.error());
    Letter letter{connect::respond(call.codec, result, again ? retry_after : milliseconds(0)), {}};
    if (!result.has_value() && connect::is_fault_inside(result.error().code->status)) {
      letter.fault = result.error();
    }
    mailbox->put(std::move(letter));
  }

  static void run(const std::shared_ptr<UnaryJob>& job) {
    if (job->about.expired()) return job->answer(fail(codes::kHttpDeadline));
    auto request = connect::read_request(job->call, job->body);
    if (!request.has_value()) return job->answer(std::unexpected(request.error()));
    std::string().swap(job->body);
    const rpc::Method& method = *job->call.method;
    rpc::start(method, std::make_shared<rpc::Answer>(
                           std::move(*request), job->about,
                           [job](const Result<std::unique_ptr<rpc::Message>>& result) {
                             job->answer(result);
                             job->place.reset();
                           }));
  }
};

}  // namespace

rpc::Call Session::call_of(const connect::Accepted& call, Clock::time_point deadline) const {
  rpc::Call out;
  out.bearer = call.bearer;
  out.peer = peer_;
  out.peer_is_loopback = peer_is_loopback_;
  out.server_certificate = core_.certificate;
  if (deadline != kNever) out.deadline = deadline;
  return out;
}

Session::Again Session::unary(connect::Accepted call, std::string body, bool keep_alive) {
  const std::string& path = call.method->path;
  auto place = std::make_shared<Place>(core_.requests.take());
  if (!*place) {
    co_return co_await respond(
        connect::refuse(call, fail(codes::kHttpBusy).error(), core_.limits.retry_after), keep_alive,
        path);
  }
  const auto deadline =
      head_read_ + std::min(call.timeout.value_or(core_.limits.answer), core_.limits.answer);
  mailbox_ = std::make_shared<Mailbox>(stream_.get_executor());
  asio::post(core_.workers,
             [job = std::make_shared<UnaryJob>(
                  UnaryJob{call, std::move(body), call_of(call, deadline), mailbox_,
                           std::move(place), core_.limits.retry_after})] { UnaryJob::run(job); });
  std::optional<Letter> letter = mailbox_->take();
  while (!letter && !aborted_ && Clock::now() < deadline) {
    co_await mailbox_->wakeup().wait_until(deadline);
    letter = mailbox_->take();
  }
  mailbox_->wakeup().close();
  mailbox_.reset();
  if (aborted_) co_return false;
  if (!letter) letter.emplace(connect::refuse(call, fail(codes::kHttpDeadline).error(), {}));
  if (letter->fault && core_.on_fault) core_.on_fault(path, *letter->fault);
  co_return co_await respond(std::move(letter->response), keep_alive && !draining_, path);
}

Session::Again Session::stream(connect::Accepted call, std::string body) {
  const std::string& path = call.method->path;
  const Place place = core_.streams.take();
  if (!place) {
    co_return co_await respond(
        connect::refuse(call, fail(codes::kHttpBusy).error(), core_.limits.retry_after), false,
        path);
  }
  const auto deadline = call.timeout ? head_read_ + *call.timeout : kNever;
  queue_ = std::make_shared<StreamQueue>(stream_.get_executor(), call.codec, core_.limits);
  core_.metrics.stream_opened();
  asio::post(core_.workers, [call, body = std::move(body), about = call_of(call, deadline),
                             queue = queue_] {
    auto request = connect::read_request(call, body);
    if (!request.has_value()) return queue->finish(std::unexpected(request.error()));
    rpc::start(*call.method, std::make_shared<rpc::StreamCall>(std::move(*request), about, queue));
  });
  const std::string head =
      connect::head_text(connect::stream_head(call), connect::Framing::kChunked, false);
  const bool begun = co_await write(head, "");
  if (begun) co_await send_stream(*queue_, deadline);
  on_workers(queue_->hang_up());
  queue_->wakeup().close();
  core_.metrics.stream_closed();
  core_.metrics.request_done(path, queue_->outcome(), Clock::now() - head_read_);
  const auto fault = queue_->fault();
  if (fault && core_.on_fault) core_.on_fault(path, *fault);
  queue_.reset();
  co_return false;
}

asio::awaitable<void> Session::send_stream(StreamQueue& queue, Clock::time_point deadline) {
  watch_peer();
  StreamQueue::Batch batch;
  while (!batch.last && !peer_gone_ && !aborted_) {
    if (draining_) {
      on_workers(queue.end(fail(codes::kHttpDraining)));
    } else if (Clock::now() >= deadline) {
      on_workers(queue.end(fail(codes::kHttpDeadline)));
    }
    batch = queue.take(kBatchBytes);
    if (batch.bytes.empty()) {
      if (!batch.last) co_await queue.wakeup().wait_until(deadline);
      continue;
    }
    const bool written =
        co_await write(connect::chunk(batch.bytes), batch.last ? connect::kLastChunk : "");
    if (!written) break;
  }
  co_await unwatch_peer();
}

void Session::watch_peer() {
  tcp().expires_never();
  peer_watched_ = true;
  stream_.async_read_some(
      buffer_.prepare(kBatchBytes / 16),
      [self = shared_from_this()](boost::system::error_code error, std::size_t size) {
        self->stray_bytes_ += size;
        if (!error && !self->ending_ && self->stray_bytes_ <= kStrayBytes) {
          return self->watch_peer();
        }
        self->peer_watched_ = false;
        self->peer_gone_ = true;
        self->queue_->wakeup().notify();
      });
}

asio::awaitable<void> Session::unwatch_peer() {
  ending_ = true;
  if (peer_watched_) tcp().cancel();
  while (peer_watched_) co_await queue_->wakeup().wait_until(kNever);
}

void Session::on_workers(std::vector<std::function<void()>> callbacks) {
  if (callbacks.empty()) return;
  asio::post(core_.workers, [callbacks = std::move(callbacks)] {
    for (const auto& callback : callbacks) callback();
  });
}

}  // namespace hp::http
