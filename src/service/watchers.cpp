#include "service/watchers.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "service/codes.h"
#include "service/overview.h"

namespace hp::service {

struct Watchers::Parts {
  struct One {
    const Book* book;
    rpc::Sink<v1::Overview> sink;
    std::uint64_t version;  // of what was sent last
  };

  std::chrono::milliseconds interval;
  mutable std::mutex mutex;
  std::condition_variable something;
  std::vector<One> all;
  bool changed = false;
  bool stopped = false;
  std::thread thread;

  void run();
  void send();
};

namespace {

struct Sent {
  v1::Overview overview;
  std::uint64_t version = 0;
};

Sent now(const Book& book) {
  return book.read([](const Book::Page& page) { return Sent{overview_of(page), page.version}; });
}

}  // namespace

// Streams are written to, and let go, outside the lock: their callbacks come back here.
void Watchers::Parts::send() {
  std::vector<One> mine;
  {
    const std::lock_guard lock(mutex);
    mine.swap(all);
  }
  std::map<const Book*, Sent> states;
  std::vector<One> stay;
  for (One& one : mine) {
    if (!one.sink.open()) continue;
    auto state = states.find(one.book);
    if (state == states.end()) state = states.emplace(one.book, now(*one.book)).first;
    if (one.version != state->second.version) {
      if (!one.sink.replace(state->second.overview)) continue;
      one.version = state->second.version;
    }
    stay.push_back(one);
  }
  const std::lock_guard lock(mutex);
  all.insert(all.end(), stay.begin(), stay.end());
}

void Watchers::Parts::run() {
  while (true) {
    {
      std::unique_lock lock(mutex);
      something.wait(lock, [this] { return changed || stopped; });
      if (stopped) return;
      changed = false;
    }
    send();
    std::unique_lock lock(mutex);
    something.wait_for(lock, interval, [this] { return stopped; });
  }
}

Watchers::Watchers(std::chrono::milliseconds interval) : parts_(std::make_shared<Parts>()) {
  parts_->interval = interval;
  parts_->thread = std::thread([parts = parts_.get()] { parts->run(); });
}

Watchers::~Watchers() {
  stop();
}

void Watchers::add(const Book& book, rpc::Sink<v1::Overview> sink) {
  const Sent first = now(book);
  if (!sink.replace(first.overview)) return;
  sink.on_closed([weak = std::weak_ptr(parts_)] {
    const auto parts = weak.lock();
    if (parts == nullptr) return;
    const std::lock_guard lock(parts->mutex);
    parts->changed = true;
    parts->something.notify_all();
  });
  {
    const std::lock_guard lock(parts_->mutex);
    if (!parts_->stopped) {
      parts_->all.push_back({&book, std::move(sink), first.version});
      parts_->changed = true;  // there may have been a change since
      parts_->something.notify_all();
      return;
    }
  }
  sink.finish(fail(codes::kServiceStopping));
}

void Watchers::notify() {
  const std::lock_guard lock(parts_->mutex);
  parts_->changed = true;
  parts_->something.notify_all();
}

std::size_t Watchers::count() const {
  const std::lock_guard lock(parts_->mutex);
  return parts_->all.size();
}

void Watchers::stop() {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->stopped = true;
    parts_->something.notify_all();
  }
  if (parts_->thread.joinable()) parts_->thread.join();
  std::vector<Parts::One> mine;
  {
    const std::lock_guard lock(parts_->mutex);
    mine.swap(parts_->all);
  }
  for (const Parts::One& one : mine) one.sink.finish(fail(codes::kServiceStopping));
}

}  // namespace hp::service
