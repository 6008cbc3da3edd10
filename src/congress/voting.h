// From opening to closing: OpenContest, CastBallot, MoveToPaper, CloseContest.
// Signed and allowed as in docs/design/record.md section 5.
#pragma once

#include "base/error.h"

namespace homphieu::v1 {
class OpenContest;
class CastBallot;
class MoveToPaper;
class CloseContest;
}  // namespace homphieu::v1

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;

// On paper alone neither cards nor a ceremony are asked for.
Result<void> check_open_contest(const State&, const Entry&, const v1::OpenContest&);
void apply_open_contest(State&, const Entry&, const v1::OpenContest&);

// Takes `entry.ballot`, whose proofs were checked for this round's context.
Result<void> check_cast_ballot(const State&, const Entry&, const v1::CastBallot&);
void apply_cast_ballot(State&, const Entry&, const v1::CastBallot&);

// Ends casting. Ballots that don't stand are annulled: they stay on the board and count nowhere.
Result<void> check_move_to_paper(const State&, const Entry&, const v1::MoveToPaper&);
void apply_move_to_paper(State&, const Entry&, const v1::MoveToPaper&);

Result<void> check_close_contest(const State&, const Entry&, const v1::CloseContest&);
void apply_close_contest(State&, const Entry&, const v1::CloseContest&);

}  // namespace hp::congress
