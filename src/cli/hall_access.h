// How a subcommand comes to a server and to the person who acts: the options that they share.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cli/secrets.h"
#include "client/official.h"

namespace CLI {
class App;
}

namespace hp::cli {

struct HallArguments {
  std::string server;       // host:port, also with https://
  std::string ca_file;      // the hall's certificate authority
  std::string congress;     // id in hex; empty: the server's only one
  std::string key_file;     // an official's
  std::string newest_file;  // newest checkpoint seen; empty: beside the key file
  int passphrase_fd = -1;
  bool quick = false;  // leave the ballots' proofs out while folding
  bool json = false;
  bool yes = false;
  std::string receipt_file;  // where a receipt is kept; empty: nowhere
};

// What --server names: "hall:8443", "[::1]:8443", both also as `serve` prints them, with https://
// before and a / behind. Fails with `server_address`, `server_plain` (http://).
struct ServerAddress {
  std::string host;  // without brackets
  std::uint16_t port = 0;
};
Result<ServerAddress> read_server_address(std::string_view text);

// --server, --ca, --congress, each also from HOMPHIEU_SERVER, HOMPHIEU_CA, HOMPHIEU_CONGRESS;
// --json.
void add_server_options(CLI::App& app, Terminal& terminal, HallArguments& arguments);
// --key (HOMPHIEU_KEY), --passphrase-fd, --newest, --quick, --yes, --receipt.
void add_key_options(CLI::App& app, Terminal& terminal, HallArguments& arguments);

Result<client::HallClient> connect(const HallArguments& arguments, Terminal& terminal);
Result<Hash> congress_of(const HallArguments& arguments, client::HallClient& hall);

// The official whose key it is: key opened, logged in, record fetched and checked, the newest
// checkpoint kept.
Result<client::Official> open_official(const HallArguments& arguments, Terminal& terminal);
// Where the newest checkpoint that this machine has seen is kept, and what it is; empty: none yet.
std::string newest_path(const HallArguments& arguments);
Result<std::string> read_newest(const HallArguments& arguments, Terminal& terminal);
Result<void> keep_newest(const HallArguments& arguments, const client::Official& official);

// Makes a command from the official's fold, shows it in words, asks, signs, and submits it or,
// where it wants several signatures, proposes it; says what became of it.
using Maker = std::function<Result<client::v1::Command>(const congress::State&)>;
Exit act(const HallArguments& arguments, Terminal& terminal, const Maker& maker,
         const std::vector<const crypto::Signer*>& also = {});

// What became of a proposal, of a command; JSON where that is asked for.
void say_accepted(const HallArguments& arguments, Terminal& terminal,
                  const client::Accepted& accepted);
// Whose signatures it waits for is said out of `state`.
void say_proposal(const HallArguments& arguments, Terminal& terminal, const congress::State& state,
                  const client::v1::Proposal& proposal);

}  // namespace hp::cli
