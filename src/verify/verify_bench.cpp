// How long a whole record takes to verify: 1,500 ballots on a list of 20 names, aim 3 s on 2 cores.
#include <benchmark/benchmark.h>

#include "verify/testing/real_congress.h"
#include "verify/verify.h"

namespace {

const hp::Bytes& record(int delegates) {
  static std::map<int, hp::Bytes> made;
  hp::Bytes& out = made[delegates];
  if (out.empty()) {
    const hp::verify::Plan plan{.delegates = delegates, .names = 20, .seats = 16};
    out = hp::journal::write_record(hp::verify::RealCongress::announced(plan).record());
  }
  return out;
}

void verify_record(benchmark::State& state) {
  const hp::Bytes& file = record(static_cast<int>(state.range(0)));
  hp::verify::Options options;
  options.threads = static_cast<unsigned>(state.range(1));
  for (auto _ : state) {
    const hp::verify::Report report = hp::verify::verify_record(file, options);
    if (report.verdict != hp::verify::Verdict::kGood) state.SkipWithError("not good");
  }
  state.counters["ballots/s"] = benchmark::Counter(static_cast<double>(state.range(0)),
                                                   benchmark::Counter::kIsIterationInvariantRate);
  state.counters["MB"] = static_cast<double>(file.size()) / 1e6;
}
BENCHMARK(verify_record)
    ->Args({150, 1})
    ->Args({150, 2})
    ->Args({1500, 1})
    ->Args({1500, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
