// What signed minutes cost: the paper made, the n-th signature put on it, all 35 checked, beside
// what OpenSSL alone takes for one RSA-2048 signature in the same run. Aims: docs/performance.md.
#include <benchmark/benchmark.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <ctime>

#include "attest/large_minutes.h"
#include "attest/test_kit.h"

namespace hp::attest {
namespace {

// CPU time, in seconds: that of others on the machine shall not count.
double now() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// 32 members, the head, the presidium, the seal; keys as the program makes them, RSA-3072.
const testing::Hall& hall() {
  static const testing::Hall made(testing::large_minutes(30, 32), pki::KeyKind::kRsa3072);
  return made;
}

const std::vector<Expected>& people() {
  static const std::vector<Expected> all = expected_signers(testing::large_minutes(30, 32));
  return all;
}

// The paper with so many signatures.
const Bytes& paper_with(std::size_t count) {
  static std::vector<Bytes> papers{hall().blank()};
  while (papers.size() <= count) {
    papers.push_back(hall().sign(papers.back(), people()[papers.size() - 1].field).value());
  }
  return papers[count];
}

// CPU seconds that OpenSSL takes to sign and to verify once with RSA-2048 and SHA-256.
struct Rsa2048 {
  double sign = 0, verify = 0;
};
const Rsa2048& rsa2048() {
  static const Rsa2048 measured = [] {
    EVP_PKEY* key = EVP_RSA_gen(2048);
    std::array<unsigned char, 64> message{};
    std::array<unsigned char, 256> value{};
    constexpr int kTimes = 300;
    Rsa2048 out;
    const auto seconds = [](auto once) {
      const double from = now();
      for (int i = 0; i < kTimes; ++i) once();
      return (now() - from) / kTimes;
    };
    out.sign = seconds([&] {
      EVP_MD_CTX* context = EVP_MD_CTX_new();
      std::size_t length = value.size();
      EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
      EVP_DigestSign(context, value.data(), &length, message.data(), message.size());
      EVP_MD_CTX_free(context);
    });
    out.verify = seconds([&] {
      EVP_MD_CTX* context = EVP_MD_CTX_new();
      EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
      benchmark::DoNotOptimize(
          EVP_DigestVerify(context, value.data(), value.size(), message.data(), message.size()));
      EVP_MD_CTX_free(context);
    });
    EVP_PKEY_free(key);
    return out;
  }();
  return measured;
}

// Runs the loop, and says how many of OpenSSL's operations one turn is worth.
template <class Once>
void beside_openssl(benchmark::State& state, double openssl, const Once& once) {
  const double from = now();
  for (auto _ : state) once();
  state.counters["of_openssl"] = (now() - from) / static_cast<double>(state.iterations()) / openssl;
}

void Openssl(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(rsa2048());
  state.counters["sign_us"] = rsa2048().sign * 1e6;
  state.counters["verify_us"] = rsa2048().verify * 1e6;
}
BENCHMARK(Openssl)->Iterations(1)->Unit(benchmark::kMillisecond);

void Make(benchmark::State& state) {
  const Minutes minutes = testing::large_minutes(static_cast<minutes::Count>(state.range(0)), 2);
  std::size_t size = 0;
  for (auto _ : state) size = make_pdf(minutes, pdf::testing::fonts()).value().size();
  state.counters["bytes"] = static_cast<double>(size);
}
BENCHMARK(Make)->Arg(30)->Arg(250)->Unit(benchmark::kMillisecond);

// Whole: all that stands is checked, the key signs, the signature is checked and put in.
void Sign(benchmark::State& state) {
  const auto before = static_cast<std::size_t>(state.range(0)) - 1;
  const Bytes& paper = paper_with(before);
  beside_openssl(state, rsa2048().sign, [&] {
    benchmark::DoNotOptimize(hall().sign(paper, people()[before].field).value());
  });
}
BENCHMARK(Sign)->DenseRange(1, 35)->Unit(benchmark::kMillisecond);

void Check(benchmark::State& state) {
  const Bytes& paper = paper_with(35);
  beside_openssl(state, rsa2048().verify, [&] {
    const Checked checked = check_paper(paper, hall().against());
    if (!checked.good() || checked.signatures.size() != 35) state.SkipWithError("not good");
  });
  state.counters["bytes"] = static_cast<double>(paper.size());
}
BENCHMARK(Check)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hp::attest
