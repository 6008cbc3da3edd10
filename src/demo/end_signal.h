// Ctrl-C and SIGTERM: while the demo plays they end it at once, afterwards they are waited for.
#pragma once

#include <atomic>
#include <future>
#include <thread>

namespace hp::demo {

class EndSignal {
 public:
  // Before any other thread begins: every thread is to leave these signals to this one.
  EndSignal();
  ~EndSignal();
  EndSignal(const EndSignal&) = delete;
  EndSignal& operator=(const EndSignal&) = delete;

  // From now on a signal ends wait() and not the process.
  void expect() { playing_ = false; }
  void wait() { came_.get_future().wait(); }

 private:
  void listen();

  std::atomic<bool> playing_{true};
  std::promise<void> came_;
  std::thread listener_;
};

}  // namespace hp::demo
