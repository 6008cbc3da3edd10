// The helper as a process: started, talked to with deadlines, ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/durable_file.h"
#include "base/error.h"
#include "crypto/secret.h"

namespace hp::token {

// The child has a pair of sockets' one end as standard input and output, our standard error, our
// environment, and no other descriptor. It is known by a pidfd, so that no other process is meant.
class Child {
 public:
  using Until = std::chrono::steady_clock::time_point;

  // Fails with `token_helper_start`.
  static Result<std::unique_ptr<Child>> spawn(const std::vector<std::string>& command);

  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { end(std::chrono::milliseconds(0)); }

  // All of the bytes, and the body of the next frame. They fail with `token_helper_died`,
  // `token_silent` after the deadline, and `token_helper_garbage` for a frame above the limit.
  Result<void> send(ByteView bytes, Until until);
  Result<crypto::Secret> receive(Until until);

  // Closes the child's input, waits so long for its end, kills it, and leaves no zombie. Returns
  // how it ended: "exit 0", "signal 6".
  std::string end(std::chrono::milliseconds grace);

 private:
  Child(pid_t pid, Descriptor process, Descriptor socket);
  Result<void> ready(short events, Until until) const;
  Result<void> fill(std::span<std::uint8_t> bytes, Until until);
  pid_t pid_;
  Descriptor process_;
  Descriptor socket_;
  std::string ended_;
};

}  // namespace hp::token
