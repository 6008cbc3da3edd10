// The record's tail, and what people hold of it outside: checkpoint, witnesses, heads, receipts.
#pragma once

#include <span>
#include <vector>

#include "homphieu/v1/record.pb.h"
#include "journal/record_file.h"
#include "journal/tree.h"
#include "verify/verify.h"

namespace hp::verify {

namespace v1 = homphieu::v1;

// Of the checkpoint against the entries: kTree.
std::vector<Finding> check_tree(const journal::RecordFile& record, const journal::Tree& tree);

// Of its signatures: kLog and kWitnesses. Fills the report's cosignatures and quorum. Of a
// congress that is not closed, a quorum not reached is a note.
std::vector<Finding> check_signed(const journal::RecordFile& record,
                                  const v1::FoundCongress& founding, bool closed, Report& report);

// kOutside: the congress id, head and receipt of the options. Sets what is known then.
std::vector<Finding> check_outside(const journal::RecordFile& record, const journal::Tree& tree,
                                   const v1::FoundCongress& founding, const Options& options,
                                   Report& report);

}  // namespace hp::verify
