#include "congress/ballot_shape.h"

#include "congress/contest_codes.h"

namespace hp::congress {

std::string_view word(BallotForm form) {
  static constexpr std::string_view kWords[] = {"strike_out", "boxes", "boxes_nobody_valid",
                                                "box_one"};
  return kWords[static_cast<std::size_t>(form)];
}

std::size_t BallotShape::bytes() const {
  constexpr std::size_t kCiphertext = 130;
  constexpr std::size_t kBranch = 194;
  return (columns + 1) * kCiphertext + ((columns + 1) * 2 + rows * 2 + limit) * kBranch;
}

Result<BallotShape> ballot_shape(std::size_t n, std::size_t seats, bool nobody_valid) {
  if (n < 1 || n > 500 || seats < 1) return fail(codes::kBallotShape);
  if (n > seats) return BallotShape{BallotForm::kStrikeOut, n, n, 0, n, seats};
  if (n == 1) return BallotShape{BallotForm::kBoxOne, 1, 2, 0, 2, 1};
  const BallotForm form = nobody_valid ? BallotForm::kBoxesNobodyValid : BallotForm::kBoxes;
  return BallotShape{form, n, 2 * n, n, n, n};
}

}  // namespace hp::congress
