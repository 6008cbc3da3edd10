// One signature by a token. For the helper alone.
#pragma once

#include "token/found.h"
#include "token/module.h"

namespace hp::token {

// Finds token and key, logs in once, signs once. The PIN is used for nothing when the token says
// that it is locked or at its final try.
Result<Bytes> sign(const Calls& calls, const Choice& choice, ByteView pin, ByteView message);

}  // namespace hp::token
