// What a trustee's own program makes from the record and the seed that the trustee keeps on paper:
// the next message of a ceremony, the acceptance of a closing head, the partial decryption.
// docs/design/ballot.md sections 6 and 7. Pure but for the randomness that comes in.
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "congress/trustee_step.h"
#include "crypto/random.h"
#include "crypto/trustee.h"

namespace homphieu::v1 {
class Command;
}

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;

using Seed = crypto::TrusteeSeed;
using crypto::Random;
using crypto::system_random;

// A command whose body alone is set: what task_of(state, person) asks for. At kAccept the program
// has checked every share against the reveals and answers with AcceptKey, or with ComplainKey that
// names the first whose share is wrong. Before kAcceptClosing and kDecrypt the user has compared
// `task_of(…).closing` with the hall screen.
// Fails with `nothing_to_do` where no step is due, `seed_wrong` where the seed is not the one that
// the trustee committed to, `too_few_ballots` below the minimum that keeps ballots secret.
Result<v1::Command> trustee_command(const State& state, const PersonId& person, const Seed& seed,
                                    const Random& random);

}  // namespace hp::congress
