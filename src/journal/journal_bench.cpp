// What a commit and a replay cost on this machine's disk: run it where the data will lie, with
// TMPDIR set to a folder there.
#include <benchmark/benchmark.h>

#include "journal/sqlite_journal.h"
#include "journal/testing/scratch.h"
#include "journal/tree.h"

namespace hp::journal {
namespace {

using testing::numbered;
using testing::Scratch;

constexpr std::size_t kBallot = 6'000;  // bytes of an envelope with a ballot of 20 names

void append_group(benchmark::State& state) {
  const auto group = static_cast<std::uint64_t>(state.range(0));
  const Scratch folder;
  const auto journal = open_sqlite_journal(folder.path() / "journal.db").value();
  const Epoch epoch = journal->take_lead().value();
  std::uint64_t next = 0;
  for (auto _ : state) {
    state.PauseTiming();
    Batch batch{next, {}, "checkpoint"};
    for (std::uint64_t i = 0; i < group; ++i) batch.records.push_back(numbered(next++, kBallot));
    state.ResumeTiming();
    if (journal->append(epoch, batch) != Appended::kDurable) state.SkipWithError("not durable");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(next));
}
BENCHMARK(append_group)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond)->UseRealTime();

void read_all(benchmark::State& state) {
  const auto count = static_cast<std::uint32_t>(state.range(0));
  const Scratch folder;
  const auto journal = open_sqlite_journal(folder.path() / "journal.db").value();
  Batch batch{0, {}, "checkpoint"};
  for (std::uint32_t i = 0; i < count; ++i) batch.records.push_back(numbered(i, kBallot));
  if (journal->append(journal->take_lead().value(), batch) != Appended::kDurable) {
    state.SkipWithError("not durable");
  }
  for (auto _ : state) benchmark::DoNotOptimize(journal->read(0, count).value());
  state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(read_all)->Arg(1'500)->Unit(benchmark::kMillisecond)->UseRealTime();

void grow_tree(benchmark::State& state) {
  const auto count = static_cast<std::uint64_t>(state.range(0));
  for (auto _ : state) {
    Tree tree;
    for (std::uint64_t i = 0; i < count; ++i) tree.add(leaf_hash(u64_be(i)));
    benchmark::DoNotOptimize(tree.head());
  }
}
BENCHMARK(grow_tree)->Arg(1'500)->Arg(75'000)->Unit(benchmark::kMillisecond);

void prove(benchmark::State& state) {
  Tree tree;
  for (std::uint64_t i = 0; i < 75'000; ++i) tree.add(leaf_hash(u64_be(i)));
  std::uint64_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(tree.inclusion(i++ % tree.size(), tree.size()));
}
BENCHMARK(prove)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hp::journal
