// `homphieu serve` in a process of its own, on loopback and a port that the system chose; killed
// at will.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "demo/hall_server.h"

namespace hp::kit {

class ServerProcess {
 public:
  // Returns once the server has said that it listens. Fails with `demo_child` or `demo_file`.
  // Its log goes to `data`.log.
  static Result<std::unique_ptr<ServerProcess>> start(const std::string& program,
                                                      const std::filesystem::path& data);

  const http::Endpoint& endpoint() const { return server_.endpoint; }
  const std::string& setup_code() const { return server_.setup_code; }  // of the first start alone
  pid_t pid() const { return server_.child.pid(); }

  void kill();  // SIGKILL, and waits for its end
  int stop();   // SIGTERM, and waits; the exit status

 private:
  explicit ServerProcess(demo::HallServer server) : server_(std::move(server)) {}

  demo::HallServer server_;
};

}  // namespace hp::kit
