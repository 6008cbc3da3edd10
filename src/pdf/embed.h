// Fonts inside the file: composite, Identity-H, subsets with their glyph ids kept
// (ISO 32000-2, 9.7.4, 9.10.3; ISO 19005-3, 6.2.11).
#pragma once

#include "pdf/content.h"
#include "pdf/file.h"

namespace hp::pdf {

// The resource dictionary's /Font entry for the faces that are used: "<< /F0 5 0 R >>". A face
// that was used with no glyph is left out; the regular face has the whole Vietnamese alphabet.
Result<std::string> embed_fonts(UsedGlyphs used, const Fonts& fonts, File& file);

}  // namespace hp::pdf
