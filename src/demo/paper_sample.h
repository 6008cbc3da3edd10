// The sample check after a count: the head throws a seed, and with a member holds the papers that
// it draws against what was keyed of them.
#pragma once

#include "demo/paper_count.h"

namespace hp::demo {

// Of ten papers, or of all where there are fewer. Fails with `demo_differs` where one is not as it
// was keyed: the demonstration's keyers never make the same slip twice.
Result<void> sample_papers(Stage& stage, const PaperRound& round);

}  // namespace hp::demo
