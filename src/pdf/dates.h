// Dates of a PDF: "D:20200728083500+07'00'" (ISO 32000-2, 7.9.4).
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace hp::pdf {

// A date from its year to its second, with a zone ("Z", "+07'00'", "+07'00", "+07") or none, which
// is taken as UTC. Years 1970 to 9999.
std::optional<UnixMs> unix_from_pdf_date(std::string_view text);

}  // namespace hp::pdf
