// The server of the demonstration: `homphieu serve` in its own process, on a free port of loopback.
#pragma once

#include <filesystem>
#include <string>

#include "demo/child.h"
#include "http/client.h"

namespace hp::demo {

struct HallServer {
  Child child;
  http::Endpoint endpoint;
  std::string address;     // https://127.0.0.1:…
  std::string setup_code;  // of a new data folder; empty for an old one
};

// `data` is a server's data folder, new or used before; `log` takes what the server logs.
// Fails with `demo_child`, `demo_file`.
Result<HallServer> start_server(const std::filesystem::path& program,
                                const std::filesystem::path& data,
                                const std::filesystem::path& log);

// What stands behind the colon and space of "Mã thiết lập (…): CODE", the host and port of
// "…https://127.0.0.1:4711".
std::string after_colon(const std::string& line);
Result<http::Endpoint> endpoint_in(const std::string& line);

}  // namespace hp::demo
