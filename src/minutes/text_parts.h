// The sections of the text, each in its file's order; make_text (text.cpp) strings them together.
#pragma once

#include "minutes/layout.h"
#include "minutes/model.h"

namespace hp::minutes::parts {

void heading(Layout& page, const Model& model);                          // 1 to 3
void contest_and_counters(Layout& page, const Model& model);             // 4, 5
void base(Layout& page, const Model& model);                             // 6
void ballots(Layout& page, const Model& model);                          // 7
void doubts(Layout& page, const Model& model);                           // 8
void result(Layout& page, const Model& model);                           // 9, 10
void counting(Layout& page, const Model& model, const Hash& json_hash);  // 11
void signatures(Layout& page, const Model& model);                       // 12

}  // namespace hp::minutes::parts
