// Threads that cast ballots, each over a connection of its own, until they are told to stop or
// nothing is left. A ballot whose answer did not come is sent again later, the same bytes.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "crash/acknowledged.h"
#include "kit/congress.h"

namespace hp::crash {

class Ballots {
 public:
  void fill(std::vector<client::PreparedBallot> ballots);
  std::optional<client::PreparedBallot> take();
  void put_back(client::PreparedBallot ballot);
  std::size_t left() const;

 private:
  mutable std::mutex mutex_;
  std::deque<client::PreparedBallot> waiting_;
};

class Casters {
 public:
  Casters(unsigned threads, const kit::Connect& connect, const client::OpenRound& round,
          Ballots& ballots, Acknowledgements& acknowledged);
  // Waits for all of them; their connections break when the server is killed.
  ~Casters();
  Casters(const Casters&) = delete;
  Casters& operator=(const Casters&) = delete;

  void stop() { stopping_ = true; }
  // A refusal that no kill explains; empty where all went well.
  std::string fault() const;

 private:
  void run(const kit::Connect& connect, const client::OpenRound& round, Ballots& ballots,
           Acknowledgements& acknowledged);

  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::string fault_;
  std::vector<std::jthread> threads_;
};

}  // namespace hp::crash
