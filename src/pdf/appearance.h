// What a signed field shows: lines of text in the regular face that the base embeds.
#pragma once

#include <string>
#include <vector>

#include "pdf/fonts.h"
#include "pdf/reading.h"

namespace hp::pdf {

// The body of the form XObject for a field: lines broken to the box's width, in the largest size
// of 5 to 11 pt at which they fit its height. Fails with `kPdfDoesNotFit`, with `kPdfGlyphMissing`
// for a letter that the file does not embed, and with `kPdfStructure` where the form names no font.
Result<std::string> appearance(const std::vector<std::string>& lines, const Value& field,
                               const Reading& file, const Fonts& fonts);

}  // namespace hp::pdf
