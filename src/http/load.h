// How many calls run, against a limit.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace hp::http {

// One place among those that there are; given back by the destructor. May outlive the server.
class Place {
 public:
  Place() = default;
  explicit Place(std::shared_ptr<std::atomic<std::size_t>> taken) : taken_(std::move(taken)) {}
  Place(Place&&) noexcept = default;
  Place& operator=(Place&& other) noexcept {
    std::swap(taken_, other.taken_);
    return *this;
  }
  ~Place() {
    if (taken_) taken_->fetch_sub(1);
  }

  explicit operator bool() const { return taken_ != nullptr; }

 private:
  std::shared_ptr<std::atomic<std::size_t>> taken_;
};

class Load {
 public:
  explicit Load(std::size_t limit) : limit_(limit) {}

  // An empty place when all are taken.
  Place take() {
    if (taken_->fetch_add(1) >= limit_) {
      taken_->fetch_sub(1);
      return {};
    }
    return Place(taken_);
  }

 private:
  std::size_t limit_;
  std::shared_ptr<std::atomic<std::size_t>> taken_ = std::make_shared<std::atomic<std::size_t>>(0);
};

}  // namespace hp::http
