// The tokens of a module and the keys on them. For the helper alone.
#pragma once

#include "token/found.h"
#include "token/module.h"

namespace hp::token {

struct Slot {
  CK_SLOT_ID id = 0;
  CK_FLAGS flags = 0;
  Found token;  // without its keys
};

// The token in a slot, as it is now.
Result<Slot> slot_of(const Calls& calls, CK_SLOT_ID id);

// Those with a token that is set up. A token that is pulled out meanwhile is not there.
Result<std::vector<Slot>> slots_of(const Calls& calls);

// The one with label and serial of the choice. Fails with `token_not_found`, `token_ambiguous`.
Result<Slot> chosen(const Calls& calls, const Choice& choice);

// What the token shows of its keys without a PIN, in the order of its objects.
Result<std::vector<FoundKey>> keys_of(const Session& session);

// What is known of a key object. Modules need not show the length or the curve of a private key:
// then it is taken for one that fits, and its signature shows it.
struct KeyForm {
  KeyKind kind = KeyKind::kUnusable;
  std::size_t modulus_bytes = 0;  // of RSA; 0: not shown
};
Result<KeyForm> form_of(const Session& session, CK_OBJECT_HANDLE key);

}  // namespace hp::token
