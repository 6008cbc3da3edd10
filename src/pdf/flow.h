// Blocks that flow down the pages, and sheets that are drawn as they are.
#pragma once

#include "pdf/place.h"

namespace hp::pdf {

// Pages of the flow, with their numbers. Fails as make does.
Result<void> lay_flow(const Document& document, const Fonts& fonts, Laid& laid);

// The sheets behind them.
Result<void> lay_sheets(const Document& document, const Fonts& fonts, Laid& laid);

// A table at the cursor; `where` of an error names the row.
Result<void> lay_table(const Table& table, const Fonts& fonts, Cursor& cursor);

// How much must be free for a table to begin: its titles and its first row.
Result<Length> table_start(const Table& table, const Fonts& fonts, Span span);

}  // namespace hp::pdf
