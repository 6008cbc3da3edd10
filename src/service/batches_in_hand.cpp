#include "service/batches_in_hand.h"

#include <algorithm>

#include "congress/papers.h"
#include "service/keying_codes.h"

namespace hp::service {
namespace {

using congress::Batch;
using congress::Round;
using congress::Sheet;
using congress::SheetStand;

bool has_read(const Sheet& sheet, const std::string& person) {
  return std::ranges::any_of(sheet.counts,
                             [&](const auto& one) { return one && one->who == person; });
}

// The papers of a portion that are left; for the third look those that this person keyed in no
// count.
std::vector<std::uint32_t> left(const Round& round, const Batch& batch, std::uint32_t count,
                                const std::string& person) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < batch.papers(); ++i) {
    const Sheet& sheet = batch.sheets[i];
    const bool due = count == 0
                         ? congress::stand_of(sheet, round.definition) == SheetStand::kDiffering &&
                               !has_read(sheet, person)
                         : !sheet.counts[count - 1].has_value();
    if (due) out.push_back(i + 1);
  }
  return out;
}

// Whether the record lets this person key that count of the batch.
bool is_free_to(const Batch& batch, std::uint32_t count, const std::string& person) {
  const auto keyer = batch.keyers.find(person);
  return count == 0 || keyer == batch.keyers.end() || keyer->second == count;
}

Portion portion_of(const Round& round, const Batch& batch, std::uint32_t count) {
  return {round.definition.contest, round.number(), batch.number, batch.opening, count};
}

// All portions of open batches, the lowest batch first; those of the third look alone, or the
// others.
std::vector<Portion> portions(const Round& round, bool for_settling) {
  std::vector<Portion> out;
  const std::uint32_t counts = round.definition.paper_counts;
  for (const auto& batch : round.paper.batches) {
    if (batch->closed) continue;
    if (for_settling) {
      out.push_back(portion_of(round, *batch, 0));
      continue;
    }
    for (std::uint32_t count = 1; count <= counts; ++count) {
      out.push_back(portion_of(round, *batch, count));
    }
  }
  return out;
}

}  // namespace

bool may_key(const State& state, const Round& round, const std::string& person) {
  if (round.definition.position(person) != 0) return false;
  if (round.counters && round.counters->has(person)) return true;
  return congress::has_role(state, person, v1::ROLE_HELPER);
}

const BatchesInHand::Holder* BatchesInHand::holder_of(const Portion& portion) const {
  const auto found = holders_.find(portion);
  if (found == holders_.end()) return nullptr;
  return clock_.now().value < found->second.heard + silent_ ? &found->second : nullptr;
}

Result<InHand> BatchesInHand::give(const Round& round, const std::string& person,
                                   const Portion& portion) {
  const Batch& batch = *congress::find_batch(round, portion.batch);
  InHand out{portion, batch.papers(), left(round, batch, portion.count, person)};
  if (out.sheets.empty()) {
    holders_.erase(portion);
    return fail(codes::kNothingToKey, "batch", std::to_string(portion.batch));
  }
  holders_[portion] = {person, clock_.now().value};
  return out;
}

Result<InHand> BatchesInHand::take(const State& state, const Round& round,
                                   const std::string& person, bool for_settling) {
  const bool committee = round.counters && round.counters->has(person);
  if (for_settling ? !committee : !may_key(state, round, person)) return fail(codes::kNotKeying);
  HP_TRY(congress::require_counting(round));
  const std::lock_guard lock(mutex_);
  const std::vector<Portion> all = portions(round, for_settling);
  const auto is_mine = [&](const Portion& one) {
    const Holder* holder = holder_of(one);
    return holder != nullptr && holder->person == person;
  };
  // One's own first; nobody has two counts of a batch in hand.
  for (const bool mine : {true, false}) {
    for (const Portion& one : all) {
      const Batch& batch = *congress::find_batch(round, one.batch);
      if (mine ? !is_mine(one) : holder_of(one) != nullptr) continue;
      if (!is_free_to(batch, one.count, person)) continue;
      const bool other_count = std::ranges::any_of(all, [&](const Portion& other) {
        return other.batch == one.batch && other.count != one.count && is_mine(other);
      });
      if (other_count) continue;
      if (auto given = give(round, person, one)) return given;
    }
  }
  return fail(codes::kNothingToKey);
}

Result<InHand> BatchesInHand::hold(const Round& round, const std::string& person,
                                   const Portion& portion) {
  const std::lock_guard lock(mutex_);
  const Holder* holder = holder_of(portion);
  const Batch* batch = congress::find_batch(round, portion.batch);
  const bool same = batch != nullptr && batch->opening == portion.opening && !batch->closed &&
                    portion.count <= round.definition.paper_counts;
  if (!same || (holder != nullptr && holder->person != person) ||
      !is_free_to(*batch, portion.count, person)) {
    return fail(codes::kBatchGivenAway, "batch", std::to_string(portion.batch));
  }
  return give(round, person, portion);
}

void BatchesInHand::give_back(const std::string& person, const Portion& portion) {
  const std::lock_guard lock(mutex_);
  const auto found = holders_.find(portion);
  if (found != holders_.end() && found->second.person == person) holders_.erase(found);
}

Result<void> BatchesInHand::check(const std::string& person, const v1::KeySheets& body) {
  const Portion portion{body.contest(), body.round(), body.batch(), body.opening(), body.count()};
  const std::lock_guard lock(mutex_);
  const Holder* holder = holder_of(portion);
  if (holder == nullptr) return {};
  if (holder->person != person) {
    return fail(codes::kBatchGivenAway, "batch", std::to_string(body.batch()));
  }
  holders_[portion].heard = clock_.now().value;
  return {};
}

}  // namespace hp::service
