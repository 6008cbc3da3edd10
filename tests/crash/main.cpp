// homphieu-crash: casts ballots at a real server, kills it with SIGKILL at random moments, starts
// it again and compares what it had acknowledged with what its record holds.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <random>

#include "crash/casters.h"
#include "kit/congress.h"
#include "kit/scratch_folder.h"
#include "kit/server_process.h"

namespace hp::crash {
namespace {

struct Options {
  std::string program;
  unsigned kills = 20;
  std::uint64_t seed = 1;
  unsigned threads = 4;
  std::size_t members = 400;
};

struct Figures {
  std::size_t lost = 0;  // acknowledged, and not in the record as they were sent
  std::size_t rounds = 0;
  std::vector<double> ready;  // seconds from the start of the program to its first answer
};

class Campaign {
 public:
  Campaign(const Options& options, const std::filesystem::path& folder)
      : options_(options), folder_(folder), random_(options.seed) {}

  Result<Figures> run() {
    HP_TRY(start());
    HP_ASSIGN(congress_,
              kit::Congress::found(connect_, server_->setup_code(), {options_.members, 8, 5, {}}));
    HP_TRY(next_round());
    for (unsigned kill = 1; kill <= options_.kills; ++kill) {
      if (ballots_.left() < options_.members / 8) HP_TRY(next_round());
      HP_TRY(kill_once());
      std::cout << "\rkill " << kill << " of " << options_.kills << ": " << acknowledged_.size()
                << " acknowledged, " << figures_.lost << " lost " << std::flush;
    }
    std::cout << "\n";
    HP_TRY(compare_whole_record());
    server_->stop();
    return figures_;
  }

  std::size_t acknowledged() const { return acknowledged_.size(); }

 private:
  Result<void> start() {
    const auto from = std::chrono::steady_clock::now();
    HP_ASSIGN(server_, kit::ServerProcess::start(options_.program, folder_));
    connect_ = [endpoint = server_->endpoint()] { return client::HallClient::connect(endpoint); };
    HP_ASSIGN(auto hall, connect_());
    HP_TRY(hall.list_congresses());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - from;
    if (congress_ != nullptr) figures_.ready.push_back(took.count());
    return {};
  }

  Result<void> next_round() {
    const std::string contest = "vong-" + std::to_string(++figures_.rounds);
    HP_ASSIGN(auto round, congress_->open(contest));
    std::vector<client::PreparedBallot> prepared;
    for (std::size_t i = 0; i < options_.members; ++i) {
      HP_ASSIGN(auto ballot, congress_->ballot(round, i));
      prepared.push_back(std::move(ballot));
    }
    // What the last round has left over goes unused.
    while (ballots_.take()) {
    }
    ballots_.fill(std::move(prepared));
    round_ = std::move(round);
    return {};
  }

  Result<void> kill_once() {
    const std::size_t before = acknowledged_.size();
    std::string fault;
    {
      Casters casters(options_.threads, connect_, *round_, ballots_, acknowledged_);
      std::uniform_int_distribution<int> moment(5, 200);
      std::this_thread::sleep_for(std::chrono::milliseconds(moment(random_)));
      server_->kill();
      casters.stop();
      fault = casters.fault();
    }
    if (!fault.empty()) std::cerr << "\nrefused: " << fault << "\n";
    figures_.lost += fault.empty() ? 0 : 1;
    HP_TRY(start());
    congress_->connect_by(connect_);
    HP_ASSIGN(auto hall, connect_());
    for (const auto& [ballot, index] : acknowledged_.since(before)) {
      const auto found = hall.find_command(congress_->id(), ballot.command_id, ballot.envelope);
      if (!found.has_value() || found->receipt.index != index) {
        ++figures_.lost;
        std::cerr << "\nlost: the ballot acknowledged at " << index << "\n";
      }
    }
    return congress_->connect_again();
  }

  // Every acknowledged ballot, byte for byte, in the record as an official reads it.
  Result<void> compare_whole_record() {
    std::vector<Bytes> record;
    for (;;) {
      HP_ASSIGN(auto part, congress_->clerk().hall().entries(congress_->id(), record.size()));
      if (part.envelopes.empty()) break;
      for (auto& envelope : part.envelopes) record.push_back(std::move(envelope));
    }
    for (const auto& [ballot, index] : acknowledged_.since(0)) {
      if (index < record.size() && equal(record[index], ballot.envelope)) continue;
      ++figures_.lost;
      std::cerr << "lost: entry " << index << " is not the ballot that was acknowledged there\n";
    }
    std::cout << "record: " << record.size() << " entries, folded and checked\n";
    return {};
  }

  const Options& options_;
  std::filesystem::path folder_;
  std::mt19937_64 random_;
  std::unique_ptr<kit::ServerProcess> server_;
  kit::Connect connect_;
  std::unique_ptr<kit::Congress> congress_;
  std::optional<client::OpenRound> round_;
  Ballots ballots_;
  Acknowledgements acknowledged_;
  Figures figures_;
};

int report(const Campaign& campaign, Figures figures, const Options& options) {
  std::ranges::sort(figures.ready);
  const auto& ready = figures.ready;
  std::cout << options.kills << " kills, " << figures.rounds << " rounds, "
            << campaign.acknowledged() << " ballots acknowledged, " << figures.lost << " lost\n";
  if (!ready.empty()) {
    std::cout << "ready again after: median " << ready[ready.size() / 2] << " s, worst "
              << ready.back() << " s\n";
  }
  return figures.lost == 0 && campaign.acknowledged() > 0 ? 0 : 1;
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Kills a server while ballots are cast, and looks for lost ones", "homphieu-crash");
  app.add_option("--program", options.program, "the program homphieu")->required();
  app.add_option("--kills", options.kills, "how often")->check(CLI::Range(1, 1'000'000));
  app.add_option("--seed", options.seed, "of the moments");
  app.add_option("--threads", options.threads, "that cast")->check(CLI::Range(1, 64));
  app.add_option("--members", options.members, "of the congress")->check(CLI::Range(20, 5000));
  CLI11_PARSE(app, argc, argv);
  const kit::ScratchFolder folder;
  std::cout << "seed " << options.seed << "\n";
  Campaign campaign(options, folder.path());
  const auto figures = campaign.run();
  if (!figures.has_value()) {
    std::cerr << "\n" << describe(figures.error(), Language::kEnglish) << "\n";
    return 2;
  }
  return report(campaign, *figures, options);
}

}  // namespace
}  // namespace hp::crash

int main(int argc, char** argv) {
  return hp::crash::run(argc, argv);
}
