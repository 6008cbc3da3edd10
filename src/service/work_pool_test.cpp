#include "service/work_pool.h"

#include <gtest/gtest.h>

#include <latch>
#include <string>

namespace hp::service {
namespace {

// A pool of one thread that is held up until `go`.
class HeldPool {
 public:
  explicit HeldPool(std::size_t most) : pool(1, most) {
    pool.post(Urgency::kOfficial, [this] { hold(); });
    held_.wait();
  }
  void go() { go_.count_down(); }

  void hold() {
    held_.count_down();
    go_.wait();
  }

 private:
  std::latch held_{1};
  std::latch go_{1};

 public:
  WorkPool pool;  // the last: its thread uses the others
};

TEST(WorkPool, RefusesWhatIsMoreThanMayWait) {
  HeldPool held(2);
  EXPECT_TRUE(held.pool.post(Urgency::kBallot, [] {}));
  EXPECT_TRUE(held.pool.post(Urgency::kBallot, [] {}));
  EXPECT_FALSE(held.pool.post(Urgency::kBallot, [] {}));
  EXPECT_TRUE(held.pool.post(Urgency::kOfficial, [] {}));
  held.go();
}

TEST(WorkPool, TakesOfficialsBeforeBallots) {
  HeldPool held(10);
  std::string order;
  held.pool.post(Urgency::kBallot, [&] { order += "b"; });
  held.pool.post(Urgency::kBallot, [&] { order += "b"; });
  held.pool.post(Urgency::kOfficial, [&] { order += "o"; });
  held.go();
  held.pool.stop();
  EXPECT_EQ(order, "obb");
}

TEST(WorkPool, RunsWhatWaitsWhenStoppedAndTakesNothingMore) {
  HeldPool held(10);
  int done = 0;
  for (int i = 0; i < 5; ++i) held.pool.post(Urgency::kBallot, [&] { ++done; });
  held.go();
  held.pool.stop();
  EXPECT_EQ(done, 5);
  EXPECT_TRUE(held.pool.stopped());
  EXPECT_FALSE(held.pool.post(Urgency::kOfficial, [] {}));
}

}  // namespace
}  // namespace hp::service
