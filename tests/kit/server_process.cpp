#include "kit/server_process.h"

#include <csignal>

namespace hp::kit {

namespace {

constexpr std::chrono::seconds kLimit{60};

}  // namespace

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(const std::string& program,
                                                            const std::filesystem::path& data) {
  HP_ASSIGN(auto server, demo::start_server(program, data, data.string() + ".log"));
  return std::unique_ptr<ServerProcess>(new ServerProcess(std::move(server)));
}

void ServerProcess::kill() {
  ::kill(pid(), SIGKILL);
  server_.child.end(kLimit);
}

int ServerProcess::stop() {
  return server_.child.end(kLimit);
}

}  // namespace hp::kit
