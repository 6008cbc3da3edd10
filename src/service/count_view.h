// How far the count of a round's papers is: per batch, keyer and count. No reading of any paper,
// and no sum by name, so that everybody who keys may see it.
#pragma once

#include "congress/state.h"
#include "homphieu/v1/keying.pb.h"

namespace hp::service {

namespace v1 = homphieu::v1;

v1::CountView count_view(const congress::Round& round);

}  // namespace hp::service
