// How long a paper takes: minutes.md wants two pages of 30 names in 50 ms, 250 names in 300 ms.
#include <benchmark/benchmark.h>

#include "pdf/make.h"
#include "pdf/sample.h"
#include "pdf/test_support.h"

namespace hp::pdf {
namespace {

void Names(benchmark::State& state) {
  const Document document = testing::sample(static_cast<int>(state.range(0)), 31);
  std::size_t size = 0;
  for (auto _ : state) size = make(document, testing::fonts()).value().size();
  state.counters["bytes"] = static_cast<double>(size);
}
BENCHMARK(Names)->Arg(30)->Arg(250)->Unit(benchmark::kMillisecond);

void Ballot(benchmark::State& state) {
  const Document document = testing::ballot_sample();
  for (auto _ : state) benchmark::DoNotOptimize(make(document, testing::fonts()));
}
BENCHMARK(Ballot)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hp::pdf
