// Who follows the progress of a congress: each gets the newest state when it changes, at most once
// an interval; a slow one skips states. One thread serves all.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "homphieu/v1/api.pb.h"
#include "rpc/sink.h"
#include "service/book.h"

namespace hp::service {

class Watchers {
 public:
  explicit Watchers(std::chrono::milliseconds interval);
  ~Watchers();
  Watchers(const Watchers&) = delete;
  Watchers& operator=(const Watchers&) = delete;

  // Sends the state now, and again as it changes. `book` outlives this object's `stop`.
  void add(const Book& book, rpc::Sink<v1::Overview> sink);

  // Something changed. Does not block.
  void notify();

  std::size_t count() const;

  // Ends all streams with `service_stopping`, and the thread.
  void stop();

 private:
  struct Parts;
  std::shared_ptr<Parts> parts_;  // shared with the callbacks of streams, which may come late
};

}  // namespace hp::service
