// What the demonstration leaves behind: records, minutes, and the tables that people read.
#pragma once

#include <filesystem>
#include <string>

#include "demo/play.h"

namespace hp::demo {

// The results of a congress as tables, in Vietnamese.
std::string results_text(const Played& played);

// <name>.record, <name>.checkpoint as the hall screen showed it last,
// minutes-<contest>-<round>.json and .txt, election-<contest>.json in `folder`.
Result<void> write_papers(const Played& played, const std::filesystem::path& folder);

}  // namespace hp::demo
