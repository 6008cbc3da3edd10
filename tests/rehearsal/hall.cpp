// A hall for a rehearsal at the command line: a small congress up to its attendance, behind a real
// server over TLS, and a key file for each official. Writes ca.pem and the key files into the
// folder it is given, says port and congress on standard output, and serves until its input ends.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "client/hall_kit.h"
#include "crypto/key_file.h"
#include "http/certificate.h"
#include "http/metrics.h"
#include "http/server.h"

namespace hp {
namespace {

using client::must;

constexpr const char* kPassphrase = "mật khẩu thử";

int run(const std::filesystem::path& folder) {
  client::SmallCongress hall(8);
  hall.enrol_all();
  hall.enrol("kc", client::v1::ROLE_COUNTING, "pa");
  for (const char* one : {"ha", "hb"}) hall.enrol(one, client::v1::ROLE_HELPER, "pa");
  hall.gather();
  for (const char* person : {"an", "pa", "ca", "cb", "ka", "kb", "kc", "ha", "hb"}) {
    const crypto::Secret scalar = hall.key(person)->scalar();
    std::ofstream(folder / (std::string(person) + ".key")) << must(crypto::lock_secret(
        scalar.view(), "official", kPassphrase, hall.random, {.n = 1u << 10, .r = 8, .p = 1}));
  }
  const SystemClock clock;
  const auto authority = must(http::make_authority("Thử", clock));
  std::ofstream(folder / "ca.pem") << authority.certificate_pem;
  http::Metrics metrics;
  http::ServerOptions options;
  options.identity = must(http::issue(authority, {"127.0.0.1"}, clock));
  options.chain_pem = authority.certificate_pem;
  const auto server = must(http::Server::start(std::move(options), hall.registry(), metrics));
  std::cout << nlohmann::json{{"port", server->port()}, {"congress", to_hex(hall.congress)}}.dump()
            << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
  }
  server->drain(std::chrono::seconds(2));
  return 0;
}

}  // namespace
}  // namespace hp

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("homphieu-rehearsal-hall FOLDER\n", stderr);
    return 2;
  }
  return hp::run(words[1]);
}
