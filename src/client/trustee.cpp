#include "client/trustee.h"

#include "client/codes.h"
#include "crypto/secret.h"

namespace hp::client {

Trustee::Trustee(Official official, const congress::Seed& seed)
    : official_(std::move(official)), seed_(seed) {}

Trustee::Trustee(Trustee&& other) noexcept
    : official_(std::move(other.official_)), seed_(other.seed_) {
  crypto::wipe(other.seed_);
}

Trustee::~Trustee() {
  crypto::wipe(seed_);
}

Result<std::optional<TrusteeDone>> Trustee::step(UnixMs now, const crypto::Random& random,
                                                 const ConfirmClosing& confirm) {
  using enum congress::TrusteeStep;
  HP_TRY(official_.sync());
  const congress::State& state = official_.state();
  const congress::TrusteeTask task = congress::task_of(state, official_.person());
  if (task.step == kNothing) return std::nullopt;
  if ((task.step == kAcceptClosing || task.step == kDecrypt) && !confirm(task)) {
    return fail(codes::kNotConfirmed, task.contest);
  }
  HP_ASSIGN(v1::Command body, congress::trustee_command(state, official_.person(), seed_, random));
  HP_ASSIGN(const v1::Command command, official_.build(std::move(body), now, random));
  HP_ASSIGN(Accepted accepted, official_.submit(command));
  return TrusteeDone{task, std::move(accepted)};
}

congress::Seed new_seed(const crypto::Random& random) {
  congress::Seed out{};
  random(out);
  return out;
}

}  // namespace hp::client
