// Where the answer to one unary call is put by whatever thread has it, and taken by its session.
#pragma once

#include <mutex>
#include <optional>
#include <utility>

#include "base/error.h"
#include "http/connect/exchange.h"
#include "http/wakeup.h"

namespace hp::http {

struct Letter {
  connect::Response response;
  std::optional<Error> fault;  // an error inside the server, for its log
};

class Mailbox {
 public:
  explicit Mailbox(asio::any_io_executor strand) : wakeup_(std::move(strand)) {}

  void put(Letter letter) {
    {
      const std::lock_guard lock(mutex_);
      letter_ = std::move(letter);
    }
    wakeup_.notify();
  }

  std::optional<Letter> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(letter_, std::nullopt);
  }

  Wakeup& wakeup() { return wakeup_; }

 private:
  std::mutex mutex_;
  std::optional<Letter> letter_;
  Wakeup wakeup_;
};

}  // namespace hp::http
