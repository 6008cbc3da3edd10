// What is printed for a congress of the demonstration: ballot papers before the vote, slides for
// the hall's screen with the result, and the log of each count on paper.
#pragma once

#include <filesystem>

#include "demo/play.h"
#include "pdf/fonts.h"

namespace hp::demo {

// paper/ballots-<contest>.pdf with its .layout.json and paper/slides-<contest>.pdf of each contest,
// those of a later round with the round's number behind; count-log-<contest>-<round>.pdf of each
// round with papers.
Result<void> write_printed(const Played& played, const pdf::Fonts& fonts,
                           const std::filesystem::path& folder);

}  // namespace hp::demo
