#include "demo/paper_sample.h"

#include <algorithm>

#include "congress/paper_content.h"
#include "congress/papers.h"
#include "congress/sample_check.h"
#include "congress/state.h"
#include "demo/codes.h"

namespace hp::demo {
namespace {

using congress::SheetPlace;

constexpr const char* kThrown = "41625";  // five dice, the same in every demonstration
constexpr std::uint64_t kLookedAt = 10;

// Whether the record has of a paper what stands on it.
Result<bool> is_as_keyed(const congress::Round& counted, const SheetPlace& place,
                         const TruePaper& paper) {
  const congress::Batch& batch = *congress::find_batch(counted, place.batch);
  const auto agreed = congress::agreed_on(batch.sheets[place.sheet - 1], counted.definition);
  HP_ASSIGN(const congress::SheetContent truth,
            congress::read_content(paper.content, counted.definition, "pile"));
  return agreed && congress::reads_alike(agreed->content, truth);
}

Result<std::vector<SheetPlace>> look_at(const congress::Round& counted, const PaperPile& pile,
                                        std::uint32_t papers) {
  HP_ASSIGN(const auto drawn, congress::sample_of(counted, kThrown, papers));
  std::vector<SheetPlace> differing;
  for (const SheetPlace& place : drawn) {
    HP_ASSIGN(const bool good, is_as_keyed(counted, place, pile.at(place.batch, place.sheet)));
    if (!good) differing.push_back(place);
  }
  return differing;
}

}  // namespace

Result<void> sample_papers(Stage& stage, const PaperRound& round) {
  const People two = stage.two(v1::ROLE_COUNTING);
  HP_ASSIGN(const congress::State* state, stage.bench.record(two.front()));
  const congress::Round& counted = state->contests.at(round.contest).current();
  const auto papers =
      static_cast<std::uint32_t>(std::min(kLookedAt, congress::papers_in_batches(counted)));
  HP_ASSIGN(const std::vector<SheetPlace> differing, look_at(counted, round.pile, papers));
  HP_TRY(stage.bench.together(two, [&](const congress::State& now_known) {
    return client::check_sample(now_known, round.contest, kThrown, papers, differing);
  }));
  stage.tell("  rút mẫu đối chiếu, số gieo " + std::string(kThrown) + ": xem lại " +
             std::to_string(papers) + " tờ, " + std::to_string(differing.size()) + " tờ khác");
  if (differing.empty()) return {};
  return fail(codes::kDemoDiffers, "sample", std::to_string(differing.size()));
}

}  // namespace hp::demo
