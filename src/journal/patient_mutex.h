// A mutex that is waited for so long and no longer. Not std::timed_mutex: GCC 12's thread sanitizer
// does not see the call by which that one locks, and takes each unlocking for a fault.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace hp::journal {

// For std::unique_lock(mutex, how_long), which owns it or not.
class PatientMutex {
 public:
  bool try_lock_for(std::chrono::milliseconds limit) {
    std::unique_lock lock(guard_);
    if (!freed_.wait_for(lock, limit, [this] { return !held_; })) return false;
    held_ = true;
    return true;
  }

  void unlock() {
    const std::lock_guard lock(guard_);
    held_ = false;
    freed_.notify_one();
  }

 private:
  std::mutex guard_;
  std::condition_variable freed_;
  bool held_ = false;
};

}  // namespace hp::journal
