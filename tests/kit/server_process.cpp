#include "kit/server_process.h"

#include <csignal>

#include "demo/files.h"
#include "demo/hall_server.h"

namespace hp::kit {

namespace {

constexpr std::chrono::seconds kLimit{60};

bool is_address(const std::string& line) {
  return line.find("https://") != std::string::npos;
}
bool is_code(const std::string& line) {
  return line.starts_with("Mã thiết lập");
}

}  // namespace

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(const std::string& program,
                                                            const std::filesystem::path& data) {
  const bool first = !std::filesystem::exists(data / "ca");
  HP_ASSIGN(auto child, demo::Child::start(
                            {program, "serve", "--data", data.string(), "--listen", "127.0.0.1:0"},
                            data.string() + ".log"));
  std::unique_ptr<ServerProcess> server(new ServerProcess(std::move(child)));
  HP_ASSIGN(const std::string address, server->child_.wait_for_line(is_address, kLimit));
  HP_ASSIGN(server->endpoint_, demo::endpoint_in(address));
  HP_ASSIGN(server->endpoint_.trusted_ca_pem, demo::read_file(data / "ca" / "authority.pem"));
  if (first) {
    HP_ASSIGN(const std::string code, server->child_.wait_for_line(is_code, kLimit));
    server->setup_code_ = demo::after_colon(code);
  }
  return server;
}

void ServerProcess::kill() {
  ::kill(child_.pid(), SIGKILL);
  child_.end(kLimit);
}

int ServerProcess::stop() {
  return child_.end(kLimit);
}

}  // namespace hp::kit
