// Receipts as api.proto carries them.
#pragma once

#include "homphieu/v1/api.pb.h"
#include "journal/receipt.h"

namespace hp::journal {

homphieu::v1::Receipt to_message(const Receipt& receipt);

// Fails with `receipt_form` and the field whose length is wrong. Nothing is verified.
Result<Receipt> from_message(const homphieu::v1::Receipt& message);

}  // namespace hp::journal
