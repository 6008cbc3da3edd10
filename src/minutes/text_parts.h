// The sections of the counting minutes, each in its file's order; outline_of strings them together.
#pragma once

#include "minutes/election.h"
#include "minutes/model.h"
#include "minutes/outline.h"

namespace hp::minutes::parts {

void heading(Outline& page, const Model& model);                          // 1 to 3
void contest_and_counters(Outline& page, const Model& model);             // 4, 5
void base(Outline& page, const Model& model);                             // 6
void ballots(Outline& page, const Model& model);                          // 7
void doubts(Outline& page, const Model& model);                           // 8
void result(Outline& page, const Model& model);                           // 9, 10
void counting(Outline& page, const Model& model, const Hash& json_hash);  // 11
void signatures(Outline& page, const Model& model);                       // 12

}  // namespace hp::minutes::parts

namespace hp::minutes {

// The whole of it. The model has been checked.
Outline outline_of(const Model& model, const Hash& json_hash);
Outline outline_of(const Election& election, const Hash& json_hash);

}  // namespace hp::minutes
