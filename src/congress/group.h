// Points and hashes of ballot.md section 1 are crypto's.
#pragma once

#include "crypto/hash.h"
#include "crypto/point.h"
#include "crypto/scalar.h"

namespace hp::congress::group {

using crypto::challenge;
using crypto::hash_of;
using crypto::Point;
using crypto::Scalar;
using crypto::transcript;

}  // namespace hp::congress::group
