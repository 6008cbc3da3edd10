// A program's view of a hall's server: every call of proto/homphieu/v1/api.proto, typed. What the
// server says is believed only where it is proved: receipts are checked against the envelope and
// the log key, checkpoints against the log key, consistency proofs against both heads.
//
//   HP_ASSIGN(auto hall, HallClient::connect(endpoint));
//   HP_ASSIGN(auto founded, hall.found(setup_code, body, {&an, &binh}, now, system_random()));
//   founded.congress_id …
//
// One connection; one call at a time, from one thread. Movable. A server's refusal comes back as
// an Error with the server's own code.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "client/sealing.h"
#include "client/wire.h"
#include "crypto/random.h"
#include "crypto/signing.h"
#include "homphieu/v1/api.pb.h"
#include "journal/receipt.h"
#include "journal/tree.h"

namespace hp::client {

namespace v1 = homphieu::v1;
using LogKeyBytes = std::array<std::uint8_t, 32>;

// An accepted command: its receipt, and the tree that the receipt's checkpoint signs.
struct Accepted {
  journal::Receipt receipt;
  journal::TreeHead head;
};

struct Founded {
  Hash congress_id{};
  LogKeyBytes log_key{};
  Accepted accepted;
};

// A signed checkpoint, opened: `note` is what the next run starts from.
struct Checkpoint {
  std::string note;
  journal::TreeHead head;
  std::vector<std::string> cosignatures;  // of witnesses, not checked here
};

// An error of a call in the server's own words, also where this program has no such code.
struct Said {
  http::RemoteError words;
  bool by_server = false;  // otherwise no answer came, or this side does not believe it
};

class HallClient {
 public:
  static Result<HallClient> connect(const http::Endpoint& endpoint, http::ClientLimits limits = {});
  // The server of this process, without a network. `registry` outlives the client.
  static HallClient local(const rpc::Registry& registry);

  Result<std::vector<v1::CongressName>> list_congresses();

  // The log key of the congress founded next: what founders see and put into `body`.
  Result<LogKeyBytes> new_log_key(std::string_view setup_code);
  // Founds a congress: signs by every signer, submits. Where `body` has no log key yet, the
  // server is asked for one. `body.officials` name the signers' keys.
  Result<Founded> found(std::string_view setup_code, v1::FoundCongress body,
                        const std::vector<const crypto::Signer*>& signers, UnixMs now,
                        const crypto::Random& random);

  // The founding command of a congress, proved by the id itself (SHA-256 of its payload).
  // Fails with `founding_wrong` where the server gives another one. Needs no login. Kept.
  Result<v1::FoundCongress> founding(const Hash& congress);
  Result<LogKeyBytes> log_key(const Hash& congress);

  // Submits an envelope (canonical bytes) and checks the receipt. Safe to send again; where the
  // connection breaks, the same bytes are sent again, twice at most.
  Result<Accepted> submit(const Hash& congress, ByteView envelope);
  // The receipt of a command that was sent before. `envelope` as it was sent.
  Result<Accepted> find_command(const Hash& congress, const CommandId& id, ByteView envelope);
  // A receipt as the server gave it, checked.
  Result<Accepted> check(const Hash& congress, const v1::Receipt& receipt, ByteView envelope);

  // The newest checkpoint, its signature checked.
  Result<Checkpoint> checkpoint(const Hash& congress);
  // Asks for a proof that `now` continues `before`; fails where there is none. No call where they
  // are equal or `before` is empty.
  Result<void> check_consistent(const Hash& congress, const journal::TreeHead& before,
                                const journal::TreeHead& now);
  Result<std::vector<Hash>> leaf_hashes(const Hash& congress, std::uint64_t from,
                                        std::uint32_t count);
  Result<void> cosign(const Hash& congress, std::string_view note, std::string_view cosignature);

  struct Entries {
    std::vector<Bytes> envelopes;
    std::uint64_t readable = 0;  // entries that this caller may read
  };
  Result<Entries> entries(const Hash& congress, std::uint64_t from, std::uint32_t count = 200);

  // A login as the holder of this key; ends after `hours` (at most 12) or with log_out. Calls
  // below that need one use it from then on.
  Result<v1::LogInResponse> log_in(const Hash& congress, const crypto::Signer& signer, UnixMs now,
                                   unsigned hours = 12);
  Result<void> log_out();
  bool logged_in() const { return !token_.empty(); }

  Result<v1::Proposal> propose(const Hash& congress, const v1::Envelope& envelope);
  Result<v1::Proposal> sign_proposal(const Hash& congress, const CommandId& id,
                                     const v1::Signature& signature);
  Result<void> withdraw_proposal(const Hash& congress, const CommandId& id);
  Result<std::vector<v1::Proposal>> proposals(const Hash& congress);

  Result<v1::Overview> overview(const Hash& congress);
  // Calls `seen` with every new state until it says false, the limit of the connection passes, or
  // the server ends the stream. Without a network: once, with the state now.
  Result<void> watch(const Hash& congress, const std::function<bool(const v1::Overview&)>& seen);
  // Canonical bytes of the approved definition of the contest's newest round.
  Result<Bytes> definition(const Hash& congress, const std::string& contest);
  Result<v1::GetBoardResponse> board(const Hash& congress, const std::string& contest,
                                     std::uint32_t round, std::uint32_t from = 0,
                                     std::uint32_t count = 50);
  Result<Bytes> outcome(const Hash& congress, const std::string& contest, std::uint32_t round);
  Result<v1::GetMinutesResponse> minutes(const Hash& congress, const std::string& contest,
                                         std::uint32_t round);
  Result<std::vector<v1::RollRow>> roll(const Hash& congress);

  // Any other call of the server, under this login: "/homphieu.v1.SigningService/…".
  template <class Response, class Request>
  Result<Response> ask(std::string_view path, const Request& request) {
    return wire_.call<Response>(path, request, token_);
  }

  // Whether a call failed with this code of the server's, also where this program's table does not
  // have it. Of the last call alone.
  bool failed_with(const Error& error, std::string_view code);

  // What the last call's error is in the server's words.
  Said said(const Error& error);
  // Ends the call that another thread waits for, and refuses every later one.
  void stop();

  Hash server_certificate() const { return wire_.certificate(); }

 private:
  explicit HallClient(Wire wire) : wire_(std::move(wire)) {}
  // Whether a call that failed so may have taken effect, to be settled by the same bytes.
  bool is_unsettled(const Error& error);
  template <class Response, class Request>
  Result<Response> call(std::string_view method, const Request& request);

  Wire wire_;
  std::string token_;
  std::map<Hash, v1::FoundCongress> foundings_;
};

}  // namespace hp::client
