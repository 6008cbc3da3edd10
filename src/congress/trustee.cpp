#include "congress/trustee.h"

#include "congress/ceremony_crypto.h"
#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/state.h"
#include "congress/sums.h"
#include "congress/trustee_secrets.h"
#include "crypto/tally.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

struct Trustee {
  const State& state;
  const TrusteeTask& task;
  const Ceremony& ceremony;
  TrusteeSecrets secrets;
  Reveal points;
  const Random& random;
  const Hash& congress() const { return state.congress_id; }
  Hash commitment() const {
    return crypto::commitment_of(frame_of(congress(), ceremony), task.trustee, points);
  }
};

v1::CommitKey commit(const Trustee& me) {
  v1::CommitKey body;
  body.set_ceremony(me.ceremony.number);
  body.set_commitment(to_string(me.commitment()));
  return body;
}

v1::RevealKey reveal(const Trustee& me) {
  v1::RevealKey body;
  body.set_ceremony(me.ceremony.number);
  body.set_agreement(to_string(me.points.agreement));
  for (const Bytes& c : me.points.coefficients) body.add_coefficients(to_string(c));
  for (const Bytes& proof :
       crypto::prove_possession(frame_of(me.congress(), me.ceremony), commitments_of(me.ceremony),
                                me.task.trustee, me.secrets, me.random)) {
    body.add_proofs(to_string(proof));
  }
  return body;
}

Result<v1::ShareKey> share(const Trustee& me) {
  v1::ShareKey body;
  body.set_ceremony(me.ceremony.number);
  for (std::uint32_t l = 1; l <= me.ceremony.n; ++l) {
    if (l == me.task.trustee) continue;
    HP_ASSIGN(const Bytes sealed,
              seal_share(me.congress(), me.ceremony, me.task.trustee, l, me.secrets, me.random));
    body.add_shares(to_string(sealed));
  }
  return body;
}

void accept_or_complain(const Trustee& me, v1::Command& out) {
  for (std::uint32_t i = 1; i <= me.ceremony.n; ++i) {
    const bool good =
        check_reveal(me.congress(), me.ceremony, i, *me.ceremony.trustees[i - 1].reveal) &&
        open_share(me.congress(), me.ceremony, i, me.task.trustee, me.secrets);
    if (good) continue;
    out.mutable_complain_key()->set_ceremony(me.ceremony.number);
    out.mutable_complain_key()->set_against(i);
    out.mutable_complain_key()->set_reason(std::string(codes::kShareWrong.vi));
    return;
  }
  out.mutable_accept_key()->set_ceremony(me.ceremony.number);
  out.mutable_accept_key()->set_ceremony_hash(to_string(me.ceremony.keys->hash));
}

Result<v1::RehearseKey> rehearse(const Trustee& me) {
  HP_ASSIGN(const crypto::SecretScalar secret,
            secret_share(me.congress(), me.ceremony, me.task.trustee, me.secrets));
  HP_ASSIGN(const Bytes partial,
            crypto::make_rehearsal(*me.ceremony.keys, me.task.trustee, secret, me.random));
  v1::RehearseKey body;
  body.set_ceremony(me.ceremony.number);
  body.set_partial(to_string(partial));
  return body;
}

v1::AcceptClosing accept_closing(const TrusteeTask& task) {
  v1::AcceptClosing body;
  body.set_contest(task.contest);
  body.set_round(task.round);
  body.mutable_closing()->set_size(task.closing.size);
  body.mutable_closing()->set_root(to_string(task.closing.root));
  return body;
}

Result<v1::DecryptTally> decrypt(const Trustee& me) {
  HP_ASSIGN(const Round* round, current_round(me.state, me.task.contest, me.task.round));
  if (round->board.size() < round->definition.minimum) {
    return fail(codes::kTooFewBallots, "contest", std::to_string(round->board.size()));
  }
  HP_ASSIGN(const crypto::SecretScalar secret,
            secret_share(me.congress(), me.ceremony, me.task.trustee, me.secrets));
  v1::DecryptTally body;
  body.set_contest(me.task.contest);
  body.set_round(me.task.round);
  const crypto::PartialStatement statement{.ctx = round->opening->ctx,
                                           .closing = {me.task.closing.size, me.task.closing.root},
                                           .trustee = me.task.trustee,
                                           .column = 0,
                                           .share = me.ceremony.keys->shares[me.task.trustee - 1]};
  HP_ASSIGN(const Bytes partials,
            crypto::make_partials(statement, round->sums->columns, secret, me.random));
  body.set_partials(to_string(partials));
  return body;
}

}  // namespace

Result<v1::Command> trustee_command(const State& state, const PersonId& person, const Seed& seed,
                                    const Random& random) {
  const TrusteeTask task = task_of(state, person);
  v1::Command out;
  if (task.step == TrusteeStep::kNothing) return fail(codes::kNothingToDo);
  const Ceremony& ceremony = state.ceremonies.all[task.ceremony - 1];
  TrusteeSecrets secrets = secrets_of(seed, state.congress_id, ceremony.k);
  Reveal points = crypto::points_of(secrets);
  const Trustee me{state, task, ceremony, std::move(secrets), std::move(points), random};
  const auto& committed = ceremony.trustees[task.trustee - 1].commitment;
  if (committed && *committed != me.commitment()) {
    return fail(codes::kSeedWrong);
  }
  switch (task.step) {
    case TrusteeStep::kCommit:
      *out.mutable_commit_key() = commit(me);
      break;
    case TrusteeStep::kReveal:
      *out.mutable_reveal_key() = reveal(me);
      break;
    case TrusteeStep::kShare: {
      HP_ASSIGN(*out.mutable_share_key(), share(me));
      break;
    }
    case TrusteeStep::kAccept:
      accept_or_complain(me, out);
      break;
    case TrusteeStep::kRehearse: {
      HP_ASSIGN(*out.mutable_rehearse_key(), rehearse(me));
      break;
    }
    case TrusteeStep::kAcceptClosing:
      *out.mutable_accept_closing() = accept_closing(task);
      break;
    case TrusteeStep::kDecrypt: {
      HP_ASSIGN(*out.mutable_decrypt_tally(), decrypt(me));
      break;
    }
    case TrusteeStep::kNothing:
      break;
  }
  return out;
}

}  // namespace hp::congress
