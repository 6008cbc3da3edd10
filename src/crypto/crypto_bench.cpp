// What a ballot costs, on one core: 20 names and 15 seats unless a name says otherwise.
#include <benchmark/benchmark.h>

#include "crypto/card.h"
#include "crypto/encrypt.h"
#include "crypto/tally.h"
#include "crypto/trustee.h"

namespace hp::crypto {
namespace {

struct Election {
  explicit Election(std::size_t names = 20, std::size_t seats = 15) {
    context.key = to_bytes(SigningKey::generate(system_random()).point());
    context.voter = SigningKey::generate(system_random()).point();
    context.shape = ballot_shape(names, seats, false).value();
    columns.resize(context.shape.columns);
    std::fill_n(columns.begin(), std::min(names, seats), std::uint8_t{1});
    ballot = encrypt_ballot(context, columns, system_random()).value();
    checked = check_ballot(context, ballot).value();
  }
  BallotContext context;
  std::vector<std::uint8_t> columns;
  Bytes ballot;
  std::shared_ptr<const CheckedBallot> checked;
};

void encrypt(benchmark::State& state) {
  const Election e;
  for (auto _ : state) {
    benchmark::DoNotOptimize(encrypt_ballot(e.context, e.columns, system_random()));
  }
}
BENCHMARK(encrypt)->Unit(benchmark::kMillisecond);

void check(benchmark::State& state) {
  const Election e(static_cast<std::size_t>(state.range(0)),
                   static_cast<std::size_t>(state.range(1)));
  for (auto _ : state) benchmark::DoNotOptimize(check_ballot(e.context, e.ballot));
}
BENCHMARK(check)
    ->Args({20, 15})
    ->Args({2, 1})
    ->Args({15, 15})
    ->Args({220, 200})
    ->Unit(benchmark::kMillisecond);

void check_slowly(benchmark::State& state) {
  const Election e;
  for (auto _ : state) benchmark::DoNotOptimize(check_one_by_one(e.context, e.ballot));
}
BENCHMARK(check_slowly)->Unit(benchmark::kMillisecond);

// Time for all of them.
void check_together(benchmark::State& state) {
  const Election e;
  const std::vector<UncheckedBallot> ballots(static_cast<std::size_t>(state.range(0)),
                                             UncheckedBallot{e.context, e.ballot});
  for (auto _ : state) benchmark::DoNotOptimize(check_ballots(ballots));
}
BENCHMARK(check_together)->Arg(4)->Arg(32)->Unit(benchmark::kMillisecond);

void decode(benchmark::State& state) {
  const Election e;
  for (auto _ : state) benchmark::DoNotOptimize(take_ballot(e.context, e.ballot));
}
BENCHMARK(decode)->Unit(benchmark::kMicrosecond);

void sums(benchmark::State& state) {
  const Election e;
  Sums sums;
  for (auto _ : state) add_to(sums, *e.checked);
}
BENCHMARK(sums)->Unit(benchmark::kMicrosecond);

// All 21 columns by one trustee.
struct Decryption : Election {
  Decryption() {
    add_to(sums, *checked);
    statement.share = to_bytes(SecretBase::generator().power(secret).value());
    partials = make_partials(statement, sums.columns, secret, system_random()).value();
  }
  SecretScalar secret = SecretScalar::draw(system_random());
  Sums sums;
  PartialStatement statement;
  Bytes partials;
};

void make_partial_decryptions(benchmark::State& state) {
  const Decryption e;
  for (auto _ : state) {
    benchmark::DoNotOptimize(make_partials(e.statement, e.sums.columns, e.secret, system_random()));
  }
}
BENCHMARK(make_partial_decryptions)->Unit(benchmark::kMillisecond);

void check_partial_decryptions(benchmark::State& state) {
  const Decryption e;
  for (auto _ : state) {
    benchmark::DoNotOptimize(check_partials(e.statement, e.sums.columns, e.partials));
  }
}
BENCHMARK(check_partial_decryptions)->Unit(benchmark::kMillisecond);

// The worst count of 1,500 ballots.
void find_count(benchmark::State& state) {
  const Point key = Point::generator().power(Scalar(77));
  const Point power = key.power(Scalar(1500));
  for (auto _ : state) benchmark::DoNotOptimize(count_of(key, power, 1500));
}
BENCHMARK(find_count)->Unit(benchmark::kMicrosecond);

void sign(benchmark::State& state) {
  const SigningKey key = SigningKey::generate(system_random());
  for (auto _ : state) benchmark::DoNotOptimize(key.sign(view("payload")));
}
BENCHMARK(sign)->Unit(benchmark::kMicrosecond);

void verify(benchmark::State& state) {
  const SigningKey key = SigningKey::generate(system_random());
  const SignatureBytes signature = key.sign(view("payload")).value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(verify_signature(key.point(), view("payload"), signature));
  }
}
BENCHMARK(verify)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hp::crypto
