// The server's end of a server-streaming call.
//
//   registry.server_streaming<WatchRequest, Progress>("/…/Watch",
//       [&](const WatchRequest& request, const Call& call, Sink<Progress> sink) {
//         sink.replace(progress_now());   // and again from wherever the state changes
//         watchers.push_back(sink);       // drop it when write/replace says false
//       });
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "base/error.h"
#include "rpc/call.h"

namespace google::protobuf {
class Message;
}

namespace hp::rpc {

using google::protobuf::Message;

// What carries a stream to the caller: a connection, or a test. No function blocks; all are safe
// from every thread.
class Stream {
 public:
  virtual ~Stream() = default;

  // Queues a message behind those already queued. False when the caller is gone or too slow (its
  // queue is full): the stream is over then and the message is lost.
  virtual bool write(const Message& message) = 0;

  // The same, but takes the place of the last queued message if that came by `replace` and is not
  // yet on its way: for views where only the newest state matters. A slow caller skips states.
  virtual bool replace(const Message& message) = 0;

  // Ends the stream after what is queued; only the first end counts.
  virtual void finish(Result<void> result) = 0;

  // Whether the caller still listens.
  virtual bool open() const = 0;

  // Called once when the stream is over for whatever reason; at once if it is already.
  virtual void on_closed(std::function<void()> callback) = 0;
};

// One streaming call on its way. Without a `finish`, the end of the last copy of its Sink ends
// the stream with `kRpcNoAnswer`.
class StreamCall {
 public:
  StreamCall(std::unique_ptr<const Message> request, Call call, std::shared_ptr<Stream> stream);
  ~StreamCall();
  StreamCall(const StreamCall&) = delete;
  StreamCall& operator=(const StreamCall&) = delete;

  const Message& request() const { return *request_; }
  const Call& call() const { return call_; }
  Stream& stream() const { return *stream_; }

 private:
  const std::unique_ptr<const Message> request_;
  const Call call_;
  const std::shared_ptr<Stream> stream_;
};

// The handler's end, typed. Copies are the same stream; the request and the Call that the handler
// got live as long as any copy does.
template <class Response>
class Sink {
 public:
  explicit Sink(std::shared_ptr<StreamCall> call) : call_(std::move(call)) {}

  bool write(const Response& message) const { return call_->stream().write(message); }
  bool replace(const Response& message) const { return call_->stream().replace(message); }
  void finish(Result<void> result = {}) const { call_->stream().finish(std::move(result)); }
  bool open() const { return call_->stream().open(); }

  // The callback must not hold this sink: the two would keep each other alive.
  void on_closed(std::function<void()> callback) const {
    call_->stream().on_closed(std::move(callback));
  }

 private:
  std::shared_ptr<StreamCall> call_;
};

}  // namespace hp::rpc
