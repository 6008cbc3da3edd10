#include "congress/sample_check.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "congress/paper_steps.h"
#include "crypto/hash.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::congress {
namespace {

std::vector<SheetPlace> all_papers(const Round& round) {
  std::vector<SheetPlace> out;
  for (const auto& batch : round.paper.batches) {
    for (std::uint32_t sheet = 1; sheet <= batch->papers(); ++sheet) {
      out.push_back({batch->number, sheet});
    }
  }
  return out;
}

struct Drawn {
  Hash order{};
  SheetPlace place;
  auto operator<=>(const Drawn&) const = default;
};

}  // namespace

std::vector<SheetPlace> draw_sample(const Round& round, std::string_view seed,
                                    std::uint32_t wanted) {
  const std::string stem = "homphieu sample\n" + round.definition.contest + " " +
                           std::to_string(round.number()) + "\n" + std::string(seed) + "\n";
  std::vector<Drawn> drawn;
  for (const SheetPlace& place : all_papers(round)) {
    const std::string text = stem + std::to_string(place.batch) + "." + std::to_string(place.sheet);
    drawn.push_back({crypto::sha256(view(text)), place});
  }
  std::ranges::sort(drawn);
  if (drawn.size() > wanted) drawn.resize(wanted);
  std::vector<SheetPlace> out;
  for (const Drawn& one : drawn) out.push_back(one.place);
  std::ranges::sort(out);
  return out;
}

Result<std::vector<SheetPlace>> sample_of(const Round& round, std::string_view seed,
                                          std::uint32_t wanted) {
  if (!round.paper.complete) return fail(codes::kPapersNotCounted, "contest");
  if (seed.empty() || seed.size() > kMostSeedBytes) return fail(codes::kSampleSeed, "seed");
  for (const auto check : {check_nfc, check_printable}) {
    if (const auto text = check(seed); !text) return std::unexpected(under("seed", text.error()));
  }
  const std::uint64_t papers = papers_in_batches(round);
  if (wanted < 1 || wanted > papers) {
    return fail(codes::kSamplePapers, "papers", "1 … " + std::to_string(papers));
  }
  return draw_sample(round, seed, wanted);
}

Result<void> check_check_sample(const State& state, const Entry&, const v1::CheckSample& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  HP_ASSIGN(const std::vector<SheetPlace> drawn, sample_of(*round, body.seed(), body.papers()));
  const auto used = [&](const SampleCheck& one) { return one.seed == body.seed(); };
  if (std::ranges::any_of(round->paper.samples, used)) return fail(codes::kSampleSeed, "seed");
  SheetPlace last;
  for (int i = 0; i < body.differing_size(); ++i) {
    const SheetPlace place{body.differing(i).batch(), body.differing(i).sheet()};
    if (place <= last || !std::ranges::binary_search(drawn, place)) {
      return fail(codes::kSampleSheet, "differing[" + std::to_string(i) + "]",
                  std::to_string(place.batch) + "." + std::to_string(place.sheet));
    }
    last = place;
  }
  return {};
}

void apply_check_sample(State& state, const Entry& entry, const v1::CheckSample& body) {
  Round& round = round_to_change(state, body.contest());
  SampleCheck made;
  made.seed = body.seed();
  made.papers = body.papers();
  for (const auto& one : body.differing()) made.differing.push_back({one.batch(), one.sheet()});
  made.who = people_who_signed(state, entry);
  made.when = stamp_of(entry);
  round.paper.samples.push_back(std::move(made));
  state.touch(contest_subject(body.contest()), entry.index);
  settle_and_touch(state, entry, round);
}

std::vector<SheetPlace> differing_in_samples(const PaperCount& paper) {
  std::vector<SheetPlace> out;
  for (const SampleCheck& sample : paper.samples) {
    for (const SheetPlace& place : sample.differing) {
      if (paper.batches[place.batch - 1]->opened.index < sample.when.index) out.push_back(place);
    }
  }
  return out;
}

}  // namespace hp::congress
