#include "client/station_stops.h"

#include <algorithm>

namespace hp::client {
namespace {

Stop stop_of(const homphieu::v1::CountProblem& problem, std::uint32_t batch) {
  return {batch, problem.code(), problem.detail(), problem.for_keyer().vi(),
          problem.for_keyer().en()};
}

}  // namespace

std::vector<Stop> stops_for_keyer(const homphieu::v1::CountView& count, const std::string& person) {
  std::vector<Stop> out;
  bool all_closed = true;
  for (const auto& batch : count.batches()) {
    all_closed = all_closed && batch.closed();
    const bool mine = std::ranges::any_of(
        batch.keyers(), [&](const auto& keyer) { return keyer.person() == person; });
    if (mine && !batch.closed() && batch.has_problem()) {
      out.push_back(stop_of(batch.problem(), batch.batch()));
    }
  }
  if (!all_closed) return out;  // the sums are not yet what they will be
  for (const auto& problem : count.problems()) out.push_back(stop_of(problem, 0));
  return out;
}

std::string stop_words(const Stop& stop, Language language) {
  const bool english = language == Language::kEnglish;
  std::string out;
  if (stop.batch == 0) {
    out = stop.detail;
  } else {
    out = (english ? "Batch " : "Lô ") + std::to_string(stop.batch);
    if (!stop.detail.empty()) out += (english ? ", papers " : ", phiếu ") + stop.detail;
  }
  return out + ": " + (english ? stop.en : stop.vi);
}

}  // namespace hp::client
