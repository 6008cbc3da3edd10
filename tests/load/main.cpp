// homphieu-load: casts prepared ballots over as many new TLS connections at a real server, and
// prints times, the server's memory, and how long it takes to start with them in the journal.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <mutex>
#include <thread>

#include "kit/congress.h"
#include "kit/scratch_folder.h"
#include "kit/server_process.h"
#include "load/process.h"

namespace hp::load {
namespace {

struct Options {
  std::string program;
  std::size_t ballots = 1500;
  std::uint32_t names = 20;
  std::uint32_t seats = 15;
  unsigned callers = 64;
};

double seconds_since(std::chrono::steady_clock::time_point from) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

struct Times {
  double whole = 0;
  std::vector<double> each;  // ascending
  double at(double part) const {
    return each.empty() ? 0 : each[static_cast<std::size_t>(part * double(each.size() - 1))];
  }
};

// Runs `one(i)` for every i below `count`, on `callers` threads.
Result<Times> run_all(std::size_t count, unsigned callers,
                      const std::function<Result<void>(std::size_t)>& one) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  Times times;
  std::optional<Error> fault;
  const auto from = std::chrono::steady_clock::now();
  {
    std::vector<std::jthread> threads;
    for (unsigned caller = 0; caller < callers; ++caller) {
      threads.emplace_back([&] {
        for (std::size_t i = next++; i < count; i = next++) {
          const auto begun = std::chrono::steady_clock::now();
          const auto result = one(i);
          const double took = seconds_since(begun);
          const std::lock_guard lock(mutex);
          if (!result.has_value() && !fault) fault = result.error();
          times.each.push_back(took);
        }
      });
    }
  }
  if (fault) return std::unexpected(*fault);
  times.whole = seconds_since(from);
  std::ranges::sort(times.each);
  return times;
}

void print(const std::string& what, const Times& times) {
  std::cout << std::fixed << std::setprecision(3) << what << ": " << times.whole << " s, each p50 "
            << times.at(0.5) << " s, p99 " << times.at(0.99) << " s, worst " << times.at(1.0)
            << " s\n";
}

Result<void> measure(const Options& options) {
  const kit::ScratchFolder folder;
  HP_ASSIGN(auto server, kit::ServerProcess::start(options.program, folder.path()));
  const auto connect = [&] { return client::HallClient::connect(server->endpoint()); };
  kit::Plan plan;
  plan.members = options.ballots;
  plan.candidates = options.names;
  plan.seats = options.seats;
  HP_ASSIGN(auto congress, kit::Congress::found(connect, server->setup_code(), plan));
  HP_ASSIGN(const auto round, congress->open("bch"));

  std::vector<client::PreparedBallot> ballots(options.ballots);
  HP_ASSIGN(const auto prepared, run_all(options.ballots, std::thread::hardware_concurrency(),
                                         [&](std::size_t i) -> Result<void> {
                                           auto ballot = congress->ballot(round, i);
                                           if (!ballot.has_value())
                                             return std::unexpected(ballot.error());
                                           ballots[i] = std::move(*ballot);
                                           return {};
                                         }));
  print("prepare " + std::to_string(options.ballots) + " ballots", prepared);

  const double memory_before = memory(server->pid(), "VmRSS");
  HP_ASSIGN(const auto greeted,
            run_all(options.ballots, options.callers, [&](std::size_t) -> Result<void> {
              HP_ASSIGN(auto hall, connect());
              HP_TRY(hall.list_congresses());
              return {};
            }));
  print("a new connection and the smallest call, as often", greeted);

  const double cpu_before = cpu(server->pid());
  HP_ASSIGN(const auto cast,
            run_all(options.ballots, options.callers, [&](std::size_t i) -> Result<void> {
              HP_ASSIGN(auto hall, connect());
              HP_TRY(client::cast_ballot(hall, round, ballots[i], false));
              return {};
            }));
  print("cast them, each over a new connection", cast);
  const double used = cpu(server->pid()) - cpu_before;
  std::cout << "  that is " << cast.whole / greeted.whole
            << " times the smallest call; server: " << used * 1000 / double(options.ballots)
            << " ms of CPU a ballot, memory " << memory_before << " MiB before, "
            << memory(server->pid(), "VmRSS") << " MiB after, at most "
            << memory(server->pid(), "VmHWM") << " MiB\n";

  HP_TRY(congress->close("bch"));
  const int status = server->stop();
  const auto from = std::chrono::steady_clock::now();
  HP_ASSIGN(server, kit::ServerProcess::start(options.program, folder.path()));
  HP_ASSIGN(auto hall, client::HallClient::connect(server->endpoint()));
  HP_ASSIGN(const auto overview, hall.overview(congress->id()));
  std::cout << "start with " << overview.rounds(0).cast()
            << " ballots in the journal: " << seconds_since(from)
            << " s to the first answer (drained with status " << status << ")\n";
  server->stop();
  return {};
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Casts many ballots at once and prints what it takes", "homphieu-load");
  app.add_option("--program", options.program, "the program homphieu")->required();
  app.add_option("--ballots", options.ballots, "and delegates")->check(CLI::Range(20, 5000));
  app.add_option("--names", options.names, "on the list")->check(CLI::Range(2, 250));
  app.add_option("--seats", options.seats, "to fill")->check(CLI::Range(1, 250));
  app.add_option("--callers", options.callers, "at once")->check(CLI::Range(1, 512));
  CLI11_PARSE(app, argc, argv);
  const auto result = measure(options);
  if (result.has_value()) return 0;
  std::cerr << describe(result.error(), Language::kEnglish) << "\n";
  return 1;
}

}  // namespace
}  // namespace hp::load

int main(int argc, char** argv) {
  return hp::load::run(argc, argv);
}
