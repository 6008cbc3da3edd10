// Work that is the same for many things, on all cores; results go to places that the caller owns,
// so their order is that of the things.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace hp::verify {

// `wanted`, or one a core; never more than there are things.
inline std::size_t threads_for(unsigned wanted, std::size_t things) {
  const std::size_t most = wanted == 0 ? std::thread::hardware_concurrency() : wanted;
  return std::clamp<std::size_t>(most, 1, std::max<std::size_t>(things, 1));
}

// Threads that call work(i) once for each i in [0, things), in about that order; joined at the
// end of its life. `work` throws nothing.
template <class Work>
class Workers {
 public:
  Workers(std::size_t things, std::size_t threads, Work work) : things_(things), work_(work) {
    for (std::size_t t = 0; t < threads; ++t) {
      threads_.emplace_back([this] {
        for (std::size_t i = next_++; i < things_; i = next_++) work_(i);
      });
    }
  }

 private:
  std::size_t things_;
  Work work_;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::jthread> threads_;  // last: joined before the rest goes
};

template <class Work>
void for_all(std::size_t things, unsigned wanted, Work work) {
  const std::size_t threads = threads_for(wanted, things);
  if (threads == 1) {
    for (std::size_t i = 0; i < things; ++i) work(i);
    return;
  }
  const Workers workers(things, threads, work);
}

}  // namespace hp::verify
