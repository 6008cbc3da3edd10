#include "rpc/sink.h"

#include <google/protobuf/message.h>

#include "rpc/codes.h"

namespace hp::rpc {

StreamCall::StreamCall(std::unique_ptr<const Message> request, Call call,
                       std::shared_ptr<Stream> stream)
    : request_(std::move(request)), call_(std::move(call)), stream_(std::move(stream)) {}

StreamCall::~StreamCall() {
  stream_->finish(fail(codes::kRpcNoAnswer));
}

}  // namespace hp::rpc
