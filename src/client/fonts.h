// The fonts of papers, from the files that are shipped with the program.
#pragma once

#include "pdf/fonts.h"

namespace hp::client {

// From HOMPHIEU_FONTS where it is set, else the folder fonts/ beside the program, one above it (in
// the source tree), or share/homphieu/fonts where it is installed. Fails with `fonts_not_found`,
// `pdf_font` for files that are not the ones shipped.
Result<pdf::Fonts> load_fonts();

}  // namespace hp::client
