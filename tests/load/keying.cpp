// homphieu-keying-load: stations that key papers at a real server, each over its own connection and
// at a keyer's pace, and what that takes: the time of an entry from sending to its receipt, and the
// server's CPU.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <mutex>
#include <thread>

#include "client/sealing.h"
#include "homphieu/v1/keying.pb.h"
#include "journal/canonical.h"
#include "kit/congress.h"
#include "kit/scratch_folder.h"
#include "kit/server_process.h"
#include "load/process.h"

namespace hp::load {
namespace {

namespace v1 = homphieu::v1;
using Clock = std::chrono::steady_clock;

struct Options {
  std::string program;
  std::size_t papers = 348;
  std::uint32_t names = 65;
  std::uint32_t seats = 55;
  std::size_t stations = 6;
  double pace = 8;    // seconds a paper; 0: as fast as the server takes them
  double faster = 1;  // the pace of a simulated hall, so many times
  double most = 0;    // seconds of keying; 0: until every paper is keyed
};

struct Shared {
  std::mutex mutex;
  std::vector<double> entries;  // seconds, each
  std::optional<Error> fault;
  std::atomic<bool> over{false};
};

double since(Clock::time_point from) {
  return std::chrono::duration<double>(Clock::now() - from).count();
}

// A person at a laptop. Both counts of a paper are alike: what is measured is the hall, not people.
class Station {
 public:
  static Result<Station> seat(client::HallClient hall, const kit::Congress& congress,
                              const std::string& person, const Options& options) {
    HP_TRY(hall.log_in(congress.id(), congress.key(person), SystemClock().now()));
    return Station(std::move(hall), congress, person, options);
  }

  Result<void> work(Shared& shared) {
    while (!shared.over) {
      v1::TakeBatchRequest request;
      request.set_congress_id(to_string(congress_->id()));
      request.set_contest("bch");
      request.set_round(1);
      auto given = hall_.ask<v1::BatchInHand>("/homphieu.v1.KeyingService/TakeBatch", request);
      if (!given && hall_.failed_with(given.error(), "nothing_to_key")) return {};
      if (!given) return std::unexpected(given.error());
      HP_TRY(key(*given, shared));
    }
    return {};
  }

 private:
  Station(client::HallClient hall, const kit::Congress& congress, std::string person,
          const Options& options)
      : hall_(std::move(hall)),
        congress_(&congress),
        person_(std::move(person)),
        options_(&options) {}

  Result<void> key(const v1::BatchInHand& batch, Shared& shared) {
    for (const std::uint32_t sheet : batch.sheets()) {
      if (shared.over) return {};
      const auto due =
          Clock::now() + std::chrono::duration_cast<Clock::duration>(
                             std::chrono::duration<double>(options_->pace / options_->faster));
      HP_ASSIGN(const Bytes envelope, envelope_of(batch, sheet));
      const auto from = Clock::now();
      HP_TRY(hall_.submit(congress_->id(), envelope));
      const double took = since(from);
      {
        const std::lock_guard lock(shared.mutex);
        shared.entries.push_back(took);
      }
      std::this_thread::sleep_until(due);  // the keyer's own time, not the server's
    }
    return {};
  }

  Result<Bytes> envelope_of(const v1::BatchInHand& batch, std::uint32_t sheet) const {
    v1::Command command;
    command.set_congress_id(to_string(congress_->id()));
    command.set_command_id(to_string(client::new_command_id(crypto::system_random())));
    command.set_signed_at(SystemClock().now().value);
    *command.mutable_seen() = batch.seen();
    auto& body = *command.mutable_key_sheets();
    body.set_contest("bch");
    body.set_round(1);
    body.set_batch(batch.batch());
    body.set_opening(batch.opening());
    body.set_count(batch.count());
    auto& keyed = *body.add_sheets();
    keyed.set_sheet(sheet);
    keyed.mutable_content();
    for (std::uint32_t name = options_->seats + 1 - sheet % 3; name <= options_->names; ++name) {
      keyed.mutable_content()->add_struck(name);
    }
    HP_ASSIGN(const v1::Envelope envelope, client::seal(command, {&congress_->key(person_)}));
    return journal::encode_canonical(envelope);
  }

  client::HallClient hall_;
  const kit::Congress* congress_;
  std::string person_;
  const Options* options_;
};

void tell(const Options& options, std::vector<double> entries, double took, double used) {
  std::ranges::sort(entries);
  const auto at = [&](double part) {
    return entries.empty()
               ? 0
               : 1000 * entries[static_cast<std::size_t>(part * double(entries.size() - 1))];
  };
  std::cout << std::fixed << std::setprecision(1) << entries.size() << " entries of "
            << options.names << " names by " << options.stations << " stations in " << took
            << " s: p50 " << at(0.5) << " ms, p99 " << at(0.99) << " ms, worst " << at(1)
            << " ms; the server used " << 100 * used / took << " % of one core\n";
  if (options.faster != 1) {
    std::cout << "  at the pace of people: " << took * options.faster / 60 << " min\n";
  }
}

Result<void> measure(const Options& options) {
  const kit::ScratchFolder folder;
  HP_ASSIGN(auto server, kit::ServerProcess::start(options.program, folder.path()));
  const auto connect = [&] { return client::HallClient::connect(server->endpoint()); };
  kit::Plan plan;
  plan.members = options.papers;
  plan.candidates = options.names;
  plan.seats = options.seats;
  plan.helpers = options.stations;
  HP_ASSIGN(auto congress, kit::Congress::found(connect, server->setup_code(), plan));
  HP_TRY(congress->open_papers("bch"));
  std::vector<Station> stations;
  for (const std::string& person : congress->helpers()) {
    HP_ASSIGN(auto hall, connect());
    HP_ASSIGN(Station one, Station::seat(std::move(hall), *congress, person, options));
    stations.push_back(std::move(one));
  }
  Shared shared;
  const double cpu_before = cpu(server->pid());
  const auto from = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (Station& station : stations) {
      threads.emplace_back([&] {
        const auto worked = station.work(shared);
        const std::lock_guard lock(shared.mutex);
        if (!worked && !shared.fault) shared.fault = worked.error();
        if (!worked) shared.over = true;
      });
    }
    if (options.most > 0) {
      std::this_thread::sleep_for(std::chrono::duration<double>(options.most));
      shared.over = true;
    }
  }
  const double took = since(from);
  if (shared.fault) return std::unexpected(*shared.fault);
  tell(options, shared.entries, took, cpu(server->pid()) - cpu_before);
  server->stop();
  return {};
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Stations that key papers, and what it takes", "homphieu-keying-load");
  app.add_option("--program", options.program, "the program homphieu")->required();
  app.add_option("--papers", options.papers, "and members")->check(CLI::Range(10, 5000));
  app.add_option("--names", options.names, "on the list")->check(CLI::Range(2, 250));
  app.add_option("--seats", options.seats, "to fill, fewer than names")->check(CLI::Range(1, 249));
  app.add_option("--stations", options.stations, "at once")->check(CLI::Range(2, 64));
  app.add_option("--pace", options.pace, "seconds a paper")->check(CLI::Range(0.0, 60.0));
  app.add_option("--faster", options.faster, "the pace, so many times")->check(CLI::Range(1, 1000));
  app.add_option("--most", options.most, "seconds of keying at the most");
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
