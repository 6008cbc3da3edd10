// The minutes of a congress as papers that everybody signed, each with a key of its own: in the
// play one program has all the keys, in a hall each has only its own.
#pragma once

#include <filesystem>

#include "demo/play.h"
#include "pdf/fonts.h"

namespace hp::demo {

// Beside the JSON of write_papers: minutes-<contest>-<round>.pdf and election-<contest>.pdf with
// all signatures, <json>.<field>.p7s of the counting committee, and <name>-roots.pem, the
// congress's own certificate authority. Gives back the papers. Every paper has passed
// attest::check_paper.
Result<std::vector<std::filesystem::path>> write_signed_papers(const Played& played,
                                                               const pdf::Fonts& fonts,
                                                               const std::filesystem::path& folder);

}  // namespace hp::demo
