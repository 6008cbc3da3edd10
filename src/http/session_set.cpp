#include <algorithm>

#include "http/core.h"

namespace hp::http {

bool SessionSet::add(const std::shared_ptr<Session>& session, std::size_t limit) {
  const std::lock_guard lock(mutex_);
  if (closed_ || sessions_.size() >= limit) return false;
  sessions_.emplace(session.get(), session);
  return true;
}

void SessionSet::remove(const Session* session) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(session);
  changed_.notify_all();
}

std::vector<std::shared_ptr<Session>> SessionSet::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  return all();
}

std::vector<std::shared_ptr<Session>> SessionSet::all() const {
  std::vector<std::shared_ptr<Session>> out;
  const std::lock_guard lock(mutex_);
  for (const auto& [session, weak] : sessions_) {
    if (auto alive = weak.lock()) out.push_back(std::move(alive));
  }
  return out;
}

bool SessionSet::wait_empty(std::chrono::steady_clock::time_point until) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_until(lock, until, [this] { return sessions_.empty(); });
}

}  // namespace hp::http
