// The output intent's profile: sRGB (IEC 61966-2-1) as a small ICC profile of version 4.2, made
// here from the published numbers, so that no file and no licence comes with it.
#pragma once

#include "base/bytes.h"

namespace hp::pdf {

// A display profile of matrix and curve (ICC.1:2004-10, 8.3.3): the same bytes each time.
Bytes srgb_profile();

}  // namespace hp::pdf
