// The form of a round's encrypted ballot, from its definition alone (ballot.md section 2).
#pragma once

#include <cstddef>
#include <string_view>

#include "base/error.h"

namespace hp::crypto {

enum class BallotForm { kStrikeOut, kBoxes, kBoxesNobodyValid, kBoxOne };
std::string_view word(BallotForm form);

struct BallotShape {
  BallotForm form = BallotForm::kStrikeOut;
  std::size_t names = 0;
  std::size_t columns = 0;        // m; b comes after them
  std::size_t rows = 0;           // of boxes: one for each name
  std::size_t total_columns = 0;  // the first of the columns
  std::size_t limit = 0;          // L
  std::size_t bytes() const;      // of a whole ballot
};

// 1 … 500 names, from 1 seat. Fails with `ballot_shape`.
Result<BallotShape> ballot_shape(std::size_t names, std::size_t seats, bool nobody_valid);

// Lengths of a ballot's parts.
inline constexpr std::size_t kPointBytes = 65;
inline constexpr std::size_t kScalarBytes = 32;
inline constexpr std::size_t kCiphertextBytes = 2 * kPointBytes;                  // α‖β
inline constexpr std::size_t kBranchBytes = kCiphertextBytes + 2 * kScalarBytes;  // A‖B‖c‖z

}  // namespace hp::crypto
