#include "crypto/shape.h"

#include "crypto/codes.h"

namespace hp::crypto {

std::string_view word(BallotForm form) {
  static constexpr std::string_view kWords[] = {"strike_out", "boxes", "boxes_nobody_valid",
                                                "box_one"};
  return kWords[static_cast<std::size_t>(form)];
}

std::size_t BallotShape::bytes() const {
  return (columns + 1) * kCiphertextBytes + ((columns + 1) * 2 + rows * 2 + limit) * kBranchBytes;
}

Result<BallotShape> ballot_shape(std::size_t n, std::size_t seats, bool nobody_valid) {
  if (n < 1 || n > 500 || seats < 1) return fail(codes::kBallotShape);
  if (n > seats) return BallotShape{BallotForm::kStrikeOut, n, n, 0, n, seats};
  if (n == 1) return BallotShape{BallotForm::kBoxOne, 1, 2, 0, 2, 1};
  const BallotForm form = nobody_valid ? BallotForm::kBoxesNobodyValid : BallotForm::kBoxes;
  return BallotShape{form, n, 2 * n, n, n, n};
}

}  // namespace hp::crypto
