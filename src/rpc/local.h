// Calls a registry without a network: for tests of handlers, and programs that are their own
// server.
#pragma once

#include <future>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "rpc/codes.h"
#include "rpc/registry.h"

namespace hp::rpc {

// Runs a unary method in this thread and waits for its answer, however long that takes.
// Fails as the handler does, or with `kRpcUnknownMethod`.
template <class Response, class Request>
Result<Response> call_local(const Registry& registry, std::string_view path, const Request& request,
                            Call call = {}) {
  const Method* method = registry.find(path);
  if (method == nullptr || method->streams()) return fail(codes::kRpcUnknownMethod);
  // Shared with the callback: the answering thread may still be inside set_value when get returns.
  const auto promise = std::make_shared<std::promise<Result<std::unique_ptr<Message>>>>();
  auto answered = promise->get_future();
  start(*method, std::make_shared<Answer>(std::make_unique<Request>(request), std::move(call),
                                          [promise](Result<std::unique_ptr<Message>> r) {
                                            promise->set_value(std::move(r));
                                          }));
  auto result = answered.get();
  if (!result.has_value()) return std::unexpected(std::move(result).error());
  return static_cast<Response&>(**result);
}

// A stream that keeps what is written.
template <class Response>
class Recorder : public Stream {
 public:
  bool write(const Message& message) override {
    const std::lock_guard lock(mutex_);
    if (over_) return false;
    messages_.push_back(static_cast<const Response&>(message));
    return true;
  }
  bool replace(const Message& message) override { return write(message); }
  void finish(Result<void> result) override { close(std::move(result)); }
  bool open() const override {
    const std::lock_guard lock(mutex_);
    return !over_;
  }
  void on_closed(std::function<void()> callback) override {
    {
      const std::lock_guard lock(mutex_);
      if (!over_) return callbacks_.push_back(std::move(callback));
    }
    callback();
  }

  // The caller goes away.
  void hang_up() { close({}); }
  std::vector<Response> messages() const {
    const std::lock_guard lock(mutex_);
    return messages_;
  }
  Result<void> result() const {
    const std::lock_guard lock(mutex_);
    return result_;
  }

 private:
  void close(Result<void> result) {
    std::vector<std::function<void()>> callbacks;
    {
      const std::lock_guard lock(mutex_);
      if (std::exchange(over_, true)) return;
      result_ = std::move(result);
      callbacks.swap(callbacks_);
    }
    for (const auto& callback : callbacks) callback();
  }

  mutable std::mutex mutex_;
  std::vector<Response> messages_;
  std::vector<std::function<void()>> callbacks_;
  Result<void> result_;
  bool over_ = false;
};

// Starts a server-streaming method in this thread, writing to `stream`.
template <class Request>
Result<void> stream_local(const Registry& registry, std::string_view path, const Request& request,
                          std::shared_ptr<Stream> stream, Call call = {}) {
  const Method* method = registry.find(path);
  if (method == nullptr || !method->streams()) return fail(codes::kRpcUnknownMethod);
  start(*method, std::make_shared<StreamCall>(std::make_unique<Request>(request), std::move(call),
                                              std::move(stream)));
  return {};
}

}  // namespace hp::rpc
