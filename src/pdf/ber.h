// How long a BER value is. Signatures are opaque here but for their end: zeros follow it.
#pragma once

#include <optional>

#include "base/bytes.h"

namespace hp::pdf {

// The bytes of the value at the start, header included, if it is a whole SEQUENCE. Also takes the
// indefinite lengths that NSS writes (ITU-T X.690, 8.1.3.6), 32 of them inside each other at most.
std::optional<std::size_t> ber_sequence(ByteView bytes);

}  // namespace hp::pdf
