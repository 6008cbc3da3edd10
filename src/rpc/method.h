// One remote procedure: its name on the wire, its two message types, and what serves it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "rpc/answer.h"
#include "rpc/sink.h"

namespace hp::rpc {

enum class Effect {
  kChanges,  // POST only
  kNone,     // reads alone: also callable by GET (idempotency_level = NO_SIDE_EFFECTS)
};

struct Method {
  std::string path;  // "/homphieu.v1.CongressService/Submit"
  Effect effect = Effect::kChanges;
  // Default instances, from which the transport makes messages to fill.
  const Message* request = nullptr;
  const Message* response = nullptr;
  // Exactly one of the two is set. Both are called on a worker thread, may keep what they are
  // given, and must not throw (what they throw is answered as `kRpcHandlerFault`).
  std::function<void(std::shared_ptr<Answer>)> unary;
  std::function<void(std::shared_ptr<StreamCall>)> server_streaming;

  bool streams() const { return static_cast<bool>(server_streaming); }
};

}  // namespace hp::rpc
