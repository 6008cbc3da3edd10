// A signed file as read_signed sees it, with the objects that signing needs.
#pragma once

#include "pdf/parts.h"
#include "pdf/signed.h"

namespace hp::pdf {

struct Reading {
  Structure structure{};
  Objects objects{};  // the newest; they point into `structure`
  Parts parts{};
  Signed result{};
};

// Fails as read_signed does.
Result<Reading> read(ByteView file);

}  // namespace hp::pdf
