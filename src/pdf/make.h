// The room pdf makes paper as bytes: text in Vietnamese, tables, tags, boxes, signature fields.
//
//   Document document{.title = "Biên bản kiểm phiếu", .at = completed_at};
//   document.flow.push_back(Paragraph{.runs = {{"Biên bản kiểm phiếu", Face::kBold}}});
//   HP_ASSIGN(const Bytes file, make(document, fonts));
//
// PDF 1.7 (ISO 32000-1, read with the corrections of ISO 32000-2), tagged, aimed at PDF/A-3a
// (ISO 19005-3). The same document and fonts give the same bytes, /ID and dates included: no clock,
// no chance, no file. Threads: any number at once. Cost: a few milliseconds a page, most of it for
// the fonts.
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/document.h"
#include "pdf/fonts.h"

namespace hp::pdf {

// Fails with what Fonts::glyphs fails with, `where` naming the block ("flow[3]", "flow[7].rows[2]",
// "sheets[0].marks[4]"); `kPdfDoesNotFit` for columns that are higher than a page or have no width;
// `kPdfNamedTwice`.
Result<Bytes> make(const Document& document, const Fonts& fonts);

// How high a paragraph is when its lines are at most `width` wide, without `before` and `after`.
Result<Length> height_of(const Paragraph& paragraph, Length width, const Fonts& fonts);

}  // namespace hp::pdf
