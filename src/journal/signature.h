// The record's signatures are those of crypto.
#pragma once

#include "crypto/signing.h"

namespace hp::journal {

using crypto::verify_signature;

}  // namespace hp::journal
