// Whether the record says what the plain votes give.
#pragma once

#include "base/error.h"
#include "demo/plain_count.h"
#include "homphieu/v1/outcome.pb.h"

namespace hp::demo {

// Fails with `demo_differs` at the first field that is not the same.
Result<void> compare(const homphieu::v1::Outcome& outcome, const PlainResult& plain);

}  // namespace hp::demo
