// `homphieu serve` in a process of its own, on loopback and a port that the system chose.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "demo/child.h"
#include "http/client.h"
#include "kit/scratch_folder.h"

namespace hp::kit {

class ServerProcess {
 public:
  // Returns once the server has said that it listens. Fails with `demo_child` or `demo_file`.
  // Its log goes to `data`.log.
  static Result<std::unique_ptr<ServerProcess>> start(const std::string& program,
                                                      const std::filesystem::path& data);

  const http::Endpoint& endpoint() const { return endpoint_; }
  const std::string& setup_code() const { return setup_code_; }  // of the first start alone
  pid_t pid() const { return child_.pid(); }

  void kill();  // SIGKILL, and waits for its end
  int stop();   // SIGTERM, and waits; the exit status

 private:
  explicit ServerProcess(demo::Child child) : child_(std::move(child)) {}

  demo::Child child_;
  http::Endpoint endpoint_;
  std::string setup_code_;
};

}  // namespace hp::kit
