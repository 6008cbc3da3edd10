// Every ballot that the server acknowledged, and where it said the ballot stands.
#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "client/delegate.h"

namespace hp::crash {

struct Acknowledged {
  client::PreparedBallot ballot;
  std::uint64_t index = 0;
};

class Acknowledgements {
 public:
  void add(const client::PreparedBallot& ballot, std::uint64_t index) {
    const std::lock_guard lock(mutex_);
    all_.push_back({ballot, index});
  }
  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return all_.size();
  }
  // Those from number `from` on.
  std::vector<Acknowledged> since(std::size_t from) const {
    const std::lock_guard lock(mutex_);
    return {all_.begin() + static_cast<std::ptrdiff_t>(from), all_.end()};
  }

 private:
  mutable std::mutex mutex_;
  std::vector<Acknowledged> all_;
};

}  // namespace hp::crash
