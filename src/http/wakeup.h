// Wakes a coroutine, which waits on its strand, from any thread.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <memory>
#include <mutex>

namespace hp::http {

namespace asio = boost::asio;

class Wakeup {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Wakeup(asio::any_io_executor strand) : state_(std::make_shared<State>(strand)) {}

  // Any thread. Nothing is lost: a wait that starts later returns at once.
  void notify() {
    // Posted under the lock: close() comes from the strand, so the strand lives as long.
    const std::lock_guard lock(mutex_);
    if (!state_) return;
    asio::post(state_->timer.get_executor(), [state = state_] {
      state->notified = true;
      state->timer.cancel();
    });
  }

  // On the strand alone: until notified or that time.
  asio::awaitable<void> wait_until(Time time) {
    const auto state = state_;
    if (!state->notified) {
      state->timer.expires_at(time);
      co_await state->timer.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    state->notified = false;
  }

  // On the strand: from now on notify() does nothing, so that those who keep this may outlive
  // the server.
  void close() {
    const std::lock_guard lock(mutex_);
    state_.reset();
  }

 private:
  struct State {
    explicit State(const asio::any_io_executor& strand) : timer(strand) {}
    asio::steady_timer timer;
    bool notified = false;
  };

  std::mutex mutex_;
  std::shared_ptr<State> state_;
};

}  // namespace hp::http
