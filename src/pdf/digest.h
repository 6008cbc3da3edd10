// SHA-256 of the bytes: of font files, and of a file's content for its /ID.
#pragma once

#include "base/bytes.h"

namespace hp::pdf {

Hash sha256(ByteView bytes);
Hash sha256(ByteView first, ByteView second);  // of both, one behind the other

}  // namespace hp::pdf
