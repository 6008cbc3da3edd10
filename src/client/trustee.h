// A trustee's own program: what is due is computed from the record and the seed; nothing else is
// kept. Before it accepts a closing head or decrypts, it asks the person in front of it.
//
//   Trustee trustee(std::move(official), seed);
//   while (…) HP_ASSIGN(auto done, trustee.step(now, random, confirm));
#pragma once

#include <functional>
#include <optional>

#include "client/official.h"
#include "congress/trustee.h"
#include "congress/trustee_step.h"

namespace hp::client {

// Whether the user has compared `task.closing` with the hall screen and agrees. Asked before
// kAcceptClosing and kDecrypt alone.
using ConfirmClosing = std::function<bool(const congress::TrusteeTask& task)>;

struct TrusteeDone {
  congress::TrusteeTask task;
  Accepted accepted;
};

class Trustee {
 public:
  // `official` holds the trustee's signing key. The seed is wiped with this object.
  Trustee(Official official, const congress::Seed& seed);
  ~Trustee();
  Trustee(Trustee&& other) noexcept;

  // Syncs, and does the first step that is due: nothing where none is.
  // Fails with `not_confirmed` where the user refuses the head, else as trustee_command does.
  Result<std::optional<TrusteeDone>> step(UnixMs now, const crypto::Random& random,
                                          const ConfirmClosing& confirm);

  Official& official() { return official_; }

 private:
  Official official_;
  congress::Seed seed_{};
};

congress::Seed new_seed(const crypto::Random& random);

}  // namespace hp::client
