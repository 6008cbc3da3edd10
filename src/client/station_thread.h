// The thread of a station's network side: works as often as is due, at once when it is poked.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "client/station.h"

namespace hp::client {

class StationThread {
 public:
  // `station` outlives it.
  explicit StationThread(Station& station);
  // Ends a call under way and waits for the thread.
  ~StationThread();
  StationThread(const StationThread&) = delete;
  StationThread& operator=(const StationThread&) = delete;

  // Something was finished or acknowledged.
  void poke();
  // The last round: sends what waits, gives the batch back. Waits for its end, at most so long;
  // after it the thread does nothing more.
  void leave(std::chrono::milliseconds at_most);

 private:
  void run();

  Station& station_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool poked_ = false;
  bool leaving_ = false;
  bool left_ = false;
  bool ending_ = false;
  std::thread thread_;  // the last: it uses the others
};

}  // namespace hp::client
