// One unary call on its way: the request, what is known of the caller, and the duty to answer
// exactly once. Handlers see it through the typed Reply<Response> below.
#pragma once

#include <atomic>
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

class Answer {
 public:
  using Complete = std::function<void(Result<std::unique_ptr<Message>>)>;

  // `complete` is called exactly once, on whatever thread answers.
  Answer(std::unique_ptr<const Message> request, Call call, Complete complete);

  // An answer that nobody gave becomes `kRpcNoAnswer`, so that no caller waits for ever.
  ~Answer();
  Answer(const Answer&) = delete;
  Answer& operator=(const Answer&) = delete;

  const Message& request() const { return *request_; }
  const Call& call() const { return call_; }

  // The first answer counts; later ones are dropped. Safe from every thread.
  void give(Result<std::unique_ptr<Message>> result);

 private:
  const std::unique_ptr<const Message> request_;
  const Call call_;
  Complete complete_;
  std::atomic<bool> given_{false};
};

// The handler's end of an Answer. Copies are the same reply. It may be kept and called later, on
// any thread; the request and the Call that the handler got live as long as any copy does.
template <class Response>
class Reply {
 public:
  explicit Reply(std::shared_ptr<Answer> answer) : answer_(std::move(answer)) {}

  void operator()(Result<Response> result) const {
    if (!result.has_value()) return answer_->give(std::unexpected(std::move(result).error()));
    answer_->give(std::make_unique<Response>(std::move(*result)));
  }

 private:
  std::shared_ptr<Answer> answer_;
};

}  // namespace hp::rpc
