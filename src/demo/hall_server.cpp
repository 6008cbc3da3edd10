#include "demo/hall_server.h"

#include <charconv>

#include "demo/codes.h"
#include "demo/files.h"

namespace hp::demo {
namespace {

constexpr std::chrono::seconds kStart{120};
constexpr std::string_view kScheme = "https://";

bool has_address(const std::string& line) {
  return line.find(kScheme) != std::string::npos;
}
bool has_code(const std::string& line) {
  return line.starts_with("Mã thiết lập") || line.starts_with("Set-up code");
}

}  // namespace

std::string after_colon(const std::string& line) {
  const std::size_t colon = line.rfind(": ");
  return colon == std::string::npos ? std::string() : line.substr(colon + 2);
}

Result<http::Endpoint> endpoint_in(const std::string& line) {
  const std::size_t from = line.find(kScheme);
  if (from == std::string::npos) return fail(codes::kDemoChild, "address", line);
  const std::string place = line.substr(from + kScheme.size());
  const std::size_t colon = place.rfind(':');
  http::Endpoint endpoint;
  if (colon == std::string::npos) return fail(codes::kDemoChild, "address", line);
  endpoint.host = place.substr(0, colon);
  const char* end = place.data() + place.size();
  const auto [rest, error] = std::from_chars(place.data() + colon + 1, end, endpoint.port);
  if (error != std::errc() || rest != end || endpoint.port == 0) {
    return fail(codes::kDemoChild, "address", line);
  }
  return endpoint;
}

Result<HallServer> start_server(const std::filesystem::path& program,
                                const std::filesystem::path& data,
                                const std::filesystem::path& log) {
  const bool first = !std::filesystem::exists(data / "ca");
  HP_ASSIGN(Child child, Child::start({program.string(), "serve", "--data", data.string(),
                                       "--keying-silence", "3", "--listen", "127.0.0.1:0"},
                                      log));
  HP_ASSIGN(const std::string address, child.wait_for_line(has_address, kStart));
  std::string code;
  if (first) {
    HP_ASSIGN(code, child.wait_for_line(has_code, kStart));
  }
  HP_ASSIGN(http::Endpoint endpoint, endpoint_in(address));
  HP_ASSIGN(endpoint.trusted_ca_pem, read_file(data / "ca" / "authority.pem"));
  std::string shown = std::string(kScheme) + endpoint.host + ":" + std::to_string(endpoint.port);
  return HallServer{std::move(child), std::move(endpoint), std::move(shown), after_colon(code)};
}

}  // namespace hp::demo
