// How long papers take: issue 6 wants the ballot papers for 1,500 delegates, one file a style, in a
// second.
#include <benchmark/benchmark.h>

#include "paper/cards.h"
#include "paper/sample.h"
#include "pdf/test_support.h"

namespace hp::paper {
namespace {

void Ballots(benchmark::State& state) {
  const Ballot ballot = testing::sample(static_cast<std::size_t>(state.range(0)), 1);
  const auto copies = static_cast<std::uint32_t>(state.range(1));
  std::size_t size = 0;
  for (auto _ : state) size = make_ballots(ballot, pdf::testing::fonts(), copies)->pdf.size();
  state.counters["bytes"] = static_cast<double>(size);
}
BENCHMARK(Ballots)
    ->ArgNames({"names", "copies"})
    ->Args({23, 1})
    ->Args({250, 1})
    ->Args({23, 1500})
    ->Args({65, 1500})
    ->Args({250, 1500})
    ->Unit(benchmark::kMillisecond);

void VotingCards(benchmark::State& state) {
  const Cards cards = testing::sample_cards(static_cast<std::size_t>(state.range(0)));
  std::size_t size = 0;
  for (auto _ : state) size = make_cards(cards, pdf::testing::fonts())->size();
  state.counters["bytes"] = static_cast<double>(size);
}
BENCHMARK(VotingCards)->Arg(8)->Arg(1500)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hp::paper
