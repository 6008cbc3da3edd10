#include "rpc/registry.h"

#include <google/protobuf/message.h>

#include <algorithm>
#include <exception>
#include <stdexcept>

#include "rpc/codes.h"

namespace hp::rpc {

void Registry::add(Method method) {
  const bool shaped = method.path.starts_with('/') && std::ranges::count(method.path, '/') == 2 &&
                      !method.path.ends_with('/') && !method.path.starts_with("//");
  if (!shaped) throw std::logic_error("not a method path: " + method.path);
  std::string path = method.path;
  if (!methods_.emplace(std::move(path), std::move(method)).second) {
    throw std::logic_error("method registered twice");
  }
}

const Method* Registry::find(std::string_view path) const {
  const auto found = methods_.find(path);
  return found == methods_.end() ? nullptr : &found->second;
}

void start(const Method& method, std::shared_ptr<Answer> answer) {
  try {
    method.unary(answer);
  } catch (const std::exception& fault) {
    answer->give(fail(codes::kRpcHandlerFault, "", fault.what()));
  }
}

void start(const Method& method, std::shared_ptr<StreamCall> call) {
  try {
    method.server_streaming(call);
  } catch (const std::exception& fault) {
    call->stream().finish(fail(codes::kRpcHandlerFault, "", fault.what()));
  }
}

}  // namespace hp::rpc
