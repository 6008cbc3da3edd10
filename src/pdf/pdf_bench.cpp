// How long a paper takes: minutes.md wants two pages of 30 names in 50 ms, 250 names in 300 ms, a
// signature in 50 ms, and 35 of them read in far less than a second, in 1 MB.
#include <benchmark/benchmark.h>

#include "pdf/make.h"
#include "pdf/sample.h"
#include "pdf/sign_test_support.h"

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

SignatureRequest request_of(std::size_t i) {
  const auto fields = read_signed(testing::base(33)).value().fields;
  SignatureRequest out = testing::request(fields.at(i).name);
  if (fields[i].visible) out.appearance = {"Ký bởi: Nguyễn Văn An", "08:35 ngày 28/07/2020"};
  return out;
}

void Sign(benchmark::State& state) {
  const Bytes file = testing::base(33);
  const SignatureRequest request = request_of(0);
  const Bytes cms = testing::dummy_der(2000);
  for (auto _ : state) {
    auto open = begin_signature(file, request, testing::fonts());
    benchmark::DoNotOptimize(finish_signature(std::move(open).value(), cms));
  }
}
BENCHMARK(Sign)->Unit(benchmark::kMillisecond);

const Bytes& signed_by_all() {
  static const Bytes made = [] {
    Bytes file = testing::base(33);
    for (std::size_t i = 0; i < 35; ++i) file = testing::signed_by(file, request_of(i), 2000);
    return file;
  }();
  return made;
}

void SignLast(benchmark::State& state) {
  Bytes file = testing::base(33);
  for (std::size_t i = 0; i < 34; ++i) file = testing::signed_by(file, request_of(i), 2000);
  const SignatureRequest request = request_of(34);
  const Bytes cms = testing::dummy_der(2000);
  for (auto _ : state) {
    auto open = begin_signature(file, request, testing::fonts());
    benchmark::DoNotOptimize(finish_signature(std::move(open).value(), cms));
  }
}
BENCHMARK(SignLast)->Unit(benchmark::kMillisecond);

void ReadSigned(benchmark::State& state) {
  const Bytes& file = signed_by_all();
  std::size_t count = 0;
  for (auto _ : state) count = read_signed(file).value().signatures.size();
  state.counters["bytes"] = static_cast<double>(file.size());
  state.counters["signatures"] = static_cast<double>(count);
}
BENCHMARK(ReadSigned)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hp::pdf
