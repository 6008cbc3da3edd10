#include "client/station_thread.h"

namespace hp::client {

StationThread::StationThread(Station& station) : station_(station), thread_([this] { run(); }) {}

StationThread::~StationThread() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  station_.stop();
  thread_.join();
}

void StationThread::poke() {
  {
    const std::lock_guard lock(mutex_);
    poked_ = true;
  }
  changed_.notify_all();
}

void StationThread::leave(std::chrono::milliseconds at_most) {
  std::unique_lock lock(mutex_);
  leaving_ = true;
  changed_.notify_all();
  changed_.wait_for(lock, at_most, [this] { return left_; });
}

void StationThread::run() {
  std::unique_lock lock(mutex_);
  while (!ending_ && !left_) {
    poked_ = false;
    const bool last = leaving_;
    lock.unlock();
    std::chrono::milliseconds due{0};
    if (last) {
      station_.leave();
    } else {
      due = station_.work();
    }
    lock.lock();
    left_ = last;
    if (left_) break;
    changed_.wait_for(lock, due, [this] { return poked_ || leaving_ || ending_; });
  }
  changed_.notify_all();
}

}  // namespace hp::client
