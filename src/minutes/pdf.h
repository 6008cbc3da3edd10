// The minutes as an official paper: PDF, with the JSON attached and a field for each signature.
//
// What it says is what the text says (outline.h), after docs/design/minutes.md section 2. Signature
// fields, empty: "seal" (invisible, on the first page, for the record's seal), "presidium", "head"
// and "member_1" on (without those who do not sign; numbers are those of the list of members); in
// the election minutes "seal", "secretary" and "presidium".
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "minutes/election.h"
#include "minutes/model.h"
#include "pdf/fonts.h"

namespace hp::minutes {

// The attached JSON's name in the file.
inline constexpr std::string_view kAttachedJson = "bien-ban.json";

// The same model and fonts give the same bytes. Control characters become spaces, as in the text.
// Fails as make_json does, and with `kPdfGlyphMissing` for a letter the fonts have not.
Result<Bytes> make_pdf(const Model& model, const pdf::Fonts& fonts);
Result<Bytes> make_pdf(const Election& election, const pdf::Fonts& fonts);

}  // namespace hp::minutes
