#include "service/work_pool.h"

#include <algorithm>
#include <utility>

namespace hp::service {

WorkPool::WorkPool(unsigned threads, std::size_t most) : most_(most) {
  for (unsigned i = 0; i < std::max(threads, 1u); ++i) threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool() {
  stop();
}

bool WorkPool::post(Urgency urgency, std::function<void()> job) {
  const std::lock_guard lock(mutex_);
  auto& queue = urgency == Urgency::kOfficial ? official_ : ballots_;
  if (stopped_ || queue.size() >= most_) return false;
  queue.push_back(std::move(job));
  something_.notify_one();
  return true;
}

bool WorkPool::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

void WorkPool::stop() {
  std::vector<std::thread> threads;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    threads.swap(threads_);
  }
  something_.notify_all();
  for (std::thread& thread : threads) thread.join();
}

void WorkPool::run() {
  while (true) {
    std::function<void()> job;
    {
      std::unique_lock lock(mutex_);
      something_.wait(lock, [this] { return stopped_ || !official_.empty() || !ballots_.empty(); });
      auto& queue = official_.empty() ? ballots_ : official_;
      if (queue.empty()) return;
      job = std::move(queue.front());
      queue.pop_front();
    }
    job();
  }
}

}  // namespace hp::service
