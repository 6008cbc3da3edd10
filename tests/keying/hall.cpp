// A hall with one contest on paper for tests of the keying station: five names for four seats, two
// batches. Writes ca.pem and a key file a keyer into the folder it is given, says port and congress
// on standard output, and does what standard input asks, one line each: "down" and "up" (the
// network), "dump" (what the record has of every paper, as JSON). Ends with its input.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "client/paper_hall_kit.h"
#include "congress/papers.h"
#include "crypto/key_file.h"
#include "http/certificate.h"
#include "http/metrics.h"
#include "http/server.h"

namespace hp {
namespace {

using client::must;
using nlohmann::json;

constexpr const char* kPassphrase = "mật khẩu thử";

// On the network or not, always at the same port.
class Door {
 public:
  Door(const rpc::Registry& registry, const std::string& ca_file) : registry_(registry) {
    const SystemClock clock;
    const auto authority = must(http::make_authority("Thử", clock));
    std::ofstream(ca_file) << authority.certificate_pem;
    chain_ = authority.certificate_pem;
    identity_ = must(http::issue(authority, {"127.0.0.1"}, clock));
    up();
  }
  void up() {
    http::ServerOptions options;
    options.identity = identity_;
    options.chain_pem = chain_;
    options.port = port_;
    server_ = must(http::Server::start(std::move(options), registry_, metrics_));
    port_ = server_->port();
  }
  void down() { server_.reset(); }
  std::uint16_t port() const { return port_; }

 private:
  const rpc::Registry& registry_;
  http::Metrics metrics_;
  http::Identity identity_;
  std::string chain_;
  std::uint16_t port_ = 0;
  std::unique_ptr<http::Server> server_;
};

json reading(const std::optional<congress::Reading>& from) {
  if (!from) return nullptr;
  json struck = json::array(), defects = json::array();
  for (const auto one : from->content.struck) struck.push_back(one.number);
  for (const auto one : from->content.defects) defects.push_back(rules::word(one));
  return {{"who", from->who},
          {"struck", struck},
          {"defects", defects},
          {"doubtful", from->content.doubtful}};
}

json dump(client::PaperHall& hall) {
  json out = json::array();
  const auto& round = hall.as("pa").state().contests.at("bch").current();
  for (const auto& batch : round.paper.batches) {
    for (std::size_t i = 0; i < batch->sheets.size(); ++i) {
      const congress::Sheet& sheet = batch->sheets[i];
      json counts = json::array();
      for (const auto& one : sheet.counts) counts.push_back(reading(one));
      out.push_back({{"batch", batch->number},
                     {"sheet", i + 1},
                     {"counts", counts},
                     {"taken_back", sheet.taken_back.size()},
                     {"third", reading(sheet.third)}});
    }
  }
  return out;
}

int run(const std::filesystem::path& folder) {
  client::PaperHall hall({6, 2});
  for (const char* person : {"ha", "hb", "kc"}) {
    const crypto::Secret scalar = hall.key(person)->scalar();
    std::ofstream(folder / (std::string(person) + ".key")) << must(crypto::lock_secret(
        scalar.view(), "official", kPassphrase, hall.random, {.n = 1u << 10, .r = 8, .p = 1}));
  }
  Door door(hall.registry(), folder / "ca.pem");
  std::cout << json{{"port", door.port()}, {"congress", to_hex(hall.congress)}}.dump() << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    json answer = "done";
    if (line == "down") door.down();
    if (line == "up") door.up();
    if (line == "dump") answer = dump(hall);
    std::cout << answer.dump() << std::endl;
  }
  return 0;
}

}  // namespace
}  // namespace hp

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("homphieu-keying-hall FOLDER\n", stderr);
    return 2;
  }
  return hp::run(words[1]);
}
