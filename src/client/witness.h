// A witness on another machine: follows a record, checks that it only grows, cosigns, keeps.
#pragma once

#include <string>

#include "client/hall_client.h"
#include "crypto/ed25519.h"

namespace hp::client {

class Witness {
 public:
  // `name` and the key as the founding command names them.
  Witness(HallClient hall, const Hash& congress, std::string name, crypto::LogKey key);

  // The newest checkpoint of an earlier run; "" is none.
  Result<void> remember(std::string_view note);

  // Fetches the newest checkpoint, checks that it continues the last one, cosigns it and hands
  // the cosignature in. Fails with `record_forked` where it does not continue: the record was
  // changed, and `newest()` and the server's note together are the evidence.
  // False where nothing is new and the last cosignature was handed in.
  Result<bool> follow(UnixMs now);

  // The last checkpoint that held, with this witness's cosignature; to be kept before anything
  // else is cosigned.
  const std::string& newest() const { return newest_.note; }
  const journal::TreeHead& head() const { return newest_.head; }

 private:
  HallClient hall_;
  Hash congress_{};
  std::string name_;
  crypto::LogKey key_;
  Checkpoint newest_;
  bool handed_in_ = false;
};

}  // namespace hp::client
