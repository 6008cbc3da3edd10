// RegisterCards, VoidCards, CloseCongress.
#pragma once

#include "base/error.h"
#include "congress/entry.h"

namespace hp::congress {

struct State;

Result<void> check_register_cards(const State&, const Entry&, const v1::RegisterCards&);
void apply_register_cards(State&, const Entry&, const v1::RegisterCards&);

Result<void> check_void_cards(const State&, const Entry&, const v1::VoidCards&);
void apply_void_cards(State&, const Entry&, const v1::VoidCards&);

// None live, every open place decided; nothing follows it.
Result<void> check_close_congress(const State&, const Entry&, const v1::CloseCongress&);
void apply_close_congress(State&, const Entry&, const v1::CloseCongress&);

}  // namespace hp::congress
