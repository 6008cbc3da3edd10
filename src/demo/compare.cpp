#include "demo/compare.h"

#include <algorithm>
#include <string>

#include "demo/codes.h"

namespace hp::demo {
namespace {

Result<void> same(std::uint32_t record, std::uint32_t plain, const char* where) {
  if (record == plain) return {};
  return fail(codes::kDemoDiffers, where, std::to_string(record) + " ≠ " + std::to_string(plain));
}

Result<void> same(const google::protobuf::RepeatedField<std::uint32_t>& record,
                  const std::vector<std::uint32_t>& plain, const char* where) {
  if (std::ranges::equal(record, plain)) return {};
  return fail(codes::kDemoDiffers, where);
}

}  // namespace

Result<void> compare(const homphieu::v1::Outcome& outcome, const PlainResult& plain) {
  const auto& total = outcome.total();
  HP_TRY(same(total.collected(), plain.collected, "collected"));
  HP_TRY(same(total.valid(), plain.valid, "valid"));
  HP_TRY(same(total.invalid(), plain.invalid, "invalid"));
  HP_TRY(same(total.votes(), plain.votes, "votes"));
  HP_TRY(same(outcome.elected(), plain.elected, "elected"));
  HP_TRY(same(outcome.alternates(), plain.alternates, "alternates"));
  HP_TRY(same(outcome.has_tie() ? 1 : 0, plain.tie ? 1 : 0, "tie"));
  if (plain.tie) {
    HP_TRY(same(outcome.tie().candidates(), plain.tie->names, "tie.candidates"));
    HP_TRY(same(outcome.tie().seats(), plain.tie->seats, "tie.seats"));
  }
  HP_TRY(same(outcome.unfilled(), plain.unfilled, "unfilled"));
  return same(outcome.unfilled_alternates(), plain.unfilled_alternates, "unfilled_alternates");
}

}  // namespace hp::demo
