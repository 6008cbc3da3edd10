// How wide text is on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace hp::cli {

// Columns: one for each letter, none for a mark that stands on the letter before it, two for East
// Asian letters and most pictures. Bytes that are no UTF-8 count as one each.
int width_of(std::string_view text);

// The text, cut where it is wider, with … in its last column; filled with spaces where it is not.
std::string fitted(std::string_view text, int columns);

}  // namespace hp::cli
