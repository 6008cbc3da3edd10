#include "cli/hall_identity.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "service/data_folder.h"

namespace hp::cli {
namespace {

constexpr std::string_view kAuthorityName = "Hòm Phiếu";
constexpr std::uint64_t kRenewBefore = 30ull * 24 * 3600 * 1000;  // ms

Result<std::optional<std::string>> read_text(const std::filesystem::path& path) {
  HP_ASSIGN(const auto secret, service::read_private_file(path));
  if (!secret) return std::nullopt;
  return to_string(secret->view());
}

Result<std::optional<http::Identity>> read_identity(const std::filesystem::path& folder,
                                                    const std::string& name) {
  HP_ASSIGN(auto certificate, read_text(folder / (name + ".pem")));
  HP_ASSIGN(auto key, read_text(folder / (name + ".key")));
  if (!certificate || !key) return std::nullopt;
  return http::Identity{std::move(*certificate), std::move(*key)};
}

// The key first: a certificate without its key would count as there.
Result<void> write_identity(const std::filesystem::path& folder, const std::string& name,
                            const http::Identity& identity) {
  HP_TRY(service::write_private_file(folder / (name + ".key"), view(identity.key_pem)));
  return service::write_private_file(folder / (name + ".pem"), view(identity.certificate_pem));
}

std::string lines_of(const std::vector<std::string>& hosts) {
  std::string out;
  for (const std::string& one : hosts) out += one + "\n";
  return out;
}

}  // namespace

Result<HallIdentity> hall_identity(const std::filesystem::path& data,
                                   const std::vector<std::string>& hosts, const Clock& clock) {
  const std::filesystem::path folder = data / "ca";
  HP_TRY(service::make_folder(folder));
  HallIdentity out;
  HP_ASSIGN(auto authority, read_identity(folder, "authority"));
  if (!authority) {
    HP_ASSIGN(authority, http::make_authority(kAuthorityName, clock));
    HP_TRY(write_identity(folder, "authority", *authority));
    out.fresh_authority = true;
  }
  out.authority_pem = authority->certificate_pem;
  HP_ASSIGN(auto server, read_identity(folder, "server"));
  HP_ASSIGN(const auto kept_hosts, read_text(folder / "server.hosts"));
  if (server && !out.fresh_authority && kept_hosts == lines_of(hosts)) {
    const auto end = http::valid_until(server->certificate_pem);
    if (end && end->value > clock.now().value + kRenewBefore) {
      out.server = std::move(*server);
      return out;
    }
  }
  HP_ASSIGN(out.server, http::issue(*authority, hosts, clock));
  HP_TRY(write_identity(folder, "server", out.server));
  HP_TRY(service::write_private_file(folder / "server.hosts", view(lines_of(hosts))));
  return out;
}

std::vector<std::string> own_hosts() {
  std::vector<std::string> out{"localhost", "127.0.0.1", "::1"};
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) == 0 && name[0] != '\0') {
    out.emplace_back(name.data());
  }
  ifaddrs* all = nullptr;
  if (::getifaddrs(&all) != 0) return out;
  for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
    sockaddr_in address{};
    std::copy_n(reinterpret_cast<const char*>(one->ifa_addr), sizeof address,
                reinterpret_cast<char*>(&address));
    std::array<char, INET_ADDRSTRLEN> text{};
    if (::inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size()) != nullptr) {
      out.emplace_back(text.data());
    }
  }
  ::freeifaddrs(all);
  std::ranges::sort(out);
  const auto twice = std::ranges::unique(out);
  out.erase(twice.begin(), twice.end());
  return out;
}

}  // namespace hp::cli
