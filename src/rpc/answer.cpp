#include "rpc/answer.h"

#include <google/protobuf/message.h>

#include "rpc/codes.h"

namespace hp::rpc {

Answer::Answer(std::unique_ptr<const Message> request, Call call, Complete complete)
    : request_(std::move(request)), call_(std::move(call)), complete_(std::move(complete)) {}

Answer::~Answer() {
  give(fail(codes::kRpcNoAnswer));
}

void Answer::give(Result<std::unique_ptr<Message>> result) {
  if (given_.exchange(true)) return;
  // Taken out, so that what the callback holds is let go as soon as it has run.
  Complete complete = std::move(complete_);
  complete(std::move(result));
}

}  // namespace hp::rpc
