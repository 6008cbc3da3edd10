// Threads that check what callers send, beside those that carry it. What officials send goes
// before ballots, of which there may be many.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hp::service {

enum class Urgency { kOfficial, kBallot };

class WorkPool {
 public:
  // At most `most` jobs of each urgency wait.
  WorkPool(unsigned threads, std::size_t most);
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // False where too many wait, or the pool is stopped: the job is not taken.
  bool post(Urgency urgency, std::function<void()> job);

  bool stopped() const;

  // Runs what waits, takes no more, ends the threads.
  void stop();

 private:
  void run();

  const std::size_t most_;
  mutable std::mutex mutex_;
  std::condition_variable something_;
  std::deque<std::function<void()>> official_;
  std::deque<std::function<void()>> ballots_;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace hp::service
