// The form of a round's encrypted ballot is crypto's.
#pragma once

#include "crypto/shape.h"

namespace hp::congress {

using crypto::ballot_shape;
using crypto::BallotForm;
using crypto::BallotShape;
using crypto::word;

}  // namespace hp::congress
