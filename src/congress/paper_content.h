// The content of one paper, from the record's message.
#pragma once

#include <string>

#include "base/error.h"
#include "congress/definition.h"
#include "congress/paper_state.h"

namespace homphieu::v1 {
class SheetContent;
}

namespace hp::congress {

namespace v1 = homphieu::v1;

// Fails with `sheet_form` (marks of the other form, or not one for each candidate),
// `sheet_candidate` (no such position) or `sheet_order` (not ascending, or twice), and the field
// below `where`: "sheets[2].content.struck[0]".
Result<SheetContent> read_content(const v1::SheetContent& from, const Definition& definition,
                                  const std::string& where);
v1::SheetContent to_message(const SheetContent& content);

}  // namespace hp::congress
