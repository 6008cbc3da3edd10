// Content streams: what is drawn on a page, and which tag it belongs to (ISO
// 32000-2, 14.6, 14.7.5).
#pragma once

#include <map>
#include <string>

#include "pdf/laid.h"

namespace hp::pdf {

// Glyphs that the pages show, with the letter that each stands for, for each face.
using UsedGlyphs = std::array<std::map<std::uint16_t, char32_t>, 4>;

void use(UsedGlyphs& used, Face face, const Glyph& glyph);

// The stream of one page. Adds the marked content to the tree, and for each of its ids in order the
// tag to `owners`. Fonts are /F0 to /F3, in the order of Face. Fields are left out.
std::string content_of(const LaidPage& page, int number, Tree& tree, std::vector<Tag>& owners,
                       UsedGlyphs& used);

// Lines of text without tags, as the appearance of an annotation draws them.
std::string content_of(const std::vector<LaidText>& lines, Length height, UsedGlyphs& used);

}  // namespace hp::pdf
