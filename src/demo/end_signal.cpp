#include "demo/end_signal.h"

#include <pthread.h>
#include <unistd.h>
#include <csignal>

namespace hp::demo {
namespace {

sigset_t ends() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGUSR1);  // from the destructor alone: listen no more
  return set;
}

}  // namespace

EndSignal::EndSignal() {
  const sigset_t set = ends();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  listener_ = std::thread([this] { listen(); });
}

EndSignal::~EndSignal() {
  pthread_kill(listener_.native_handle(), SIGUSR1);
  listener_.join();
}

void EndSignal::listen() {
  const sigset_t set = ends();
  int which = 0;
  sigwait(&set, &which);
  if (which == SIGUSR1) return;
  if (playing_) _exit(128 + which);  // the children get SIGTERM with it
  came_.set_value();
  while (which != SIGUSR1) sigwait(&set, &which);
}

}  // namespace hp::demo
