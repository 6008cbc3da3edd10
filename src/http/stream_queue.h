// What a streaming handler has written and its connection has not yet sent.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "http/connect/codec.h"
#include "http/limits.h"
#include "http/wakeup.h"
#include "rpc/sink.h"

namespace hp::http {

class StreamQueue final : public rpc::Stream {
 public:
  StreamQueue(asio::any_io_executor strand, connect::Codec codec, const Limits& limits)
      : codec_(codec),
        most_messages_(limits.stream_messages),
        most_bytes_(limits.stream_bytes),
        retry_after_(limits.retry_after),
        wakeup_(std::move(strand)) {}

  // The handler's side, as rpc::Stream says. A caller for whom too much waits gets what was taken
  // and then the end `kHttpBusy`.
  bool write(const rpc::Message& message) override { return push(message, false); }
  bool replace(const rpc::Message& message) override { return push(message, true); }
  void finish(Result<void> result) override;
  bool open() const override;
  void on_closed(std::function<void()> callback) override;

  // The connection's side, on its strand.
  struct Batch {
    std::string bytes;  // whole envelopes
    bool last = false;  // the closing one is among them
  };
  // Takes what waits, about `most` bytes of it.
  Batch take(std::size_t most);

  // Ends the stream from this side: the caller is gone, or `end` says why not. Gives the handler's
  // callbacks, for a thread that may block.
  std::vector<std::function<void()>> hang_up();
  std::vector<std::function<void()>> end(const Result<void>& result);

  // Connect's name of how it ended.
  std::string_view outcome() const;
  // An error inside the server with which it ended.
  std::optional<Error> fault() const;

  Wakeup& wakeup() { return wakeup_; }

 private:
  struct Item {
    std::string bytes;
    bool replaceable;
  };

  bool push(const rpc::Message& message, bool replaceable);
  std::vector<std::function<void()>> end_locked(const Result<void>& result);

  const connect::Codec codec_;
  const std::size_t most_messages_;
  const std::size_t most_bytes_;
  const std::chrono::milliseconds retry_after_;
  Wakeup wakeup_;

  mutable std::mutex mutex_;
  std::deque<Item> items_;
  std::size_t bytes_ = 0;
  bool over_ = false;  // no more is taken from the handler
  std::string_view outcome_ = "ok";
  std::optional<Error> fault_;
  std::vector<std::function<void()>> callbacks_;
};

}  // namespace hp::http
