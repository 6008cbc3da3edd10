#include "client/station_stops.h"

#include <gtest/gtest.h>

#include "client/station_kit.h"

namespace hp::client {
namespace {

class StationStops : public ::testing::Test {
 protected:
  // Both counts of batch 1 (four papers) keyed, `b` reading paper 2 otherwise.
  void key_with_a_slip() {
    a.work();
    b.work();
    for (const auto& numbers : std::vector<std::vector<int>>{{5}, {4}, {3}, {5}}) a.key(numbers);
    for (const auto& numbers : std::vector<std::vector<int>>{{5}, {3}, {3}, {5}}) b.key(numbers);
    a.work();
    b.work();
  }

  PaperHall hall{{4}};
  Laptop a{hall, "ha"}, b{hall, "hb"}, c{hall, "kc"};
};

TEST_F(StationStops, WhoKeyedABatchReadsWhatToDoAboutItsDifferingPaper) {
  key_with_a_slip();
  const StationView view = a.work();
  ASSERT_EQ(view.stops.size(), 1u);
  EXPECT_EQ(view.stops[0].batch, 1u);
  EXPECT_EQ(view.stops[0].code, "batch_papers_differ");
  EXPECT_EQ(view.stops[0].detail, "2");
  EXPECT_TRUE(stop_words(view.stops[0], Language::kVietnamese).starts_with("Lô 1, phiếu 2: Giao"));
  EXPECT_TRUE(stop_words(view.stops[0], Language::kEnglish).starts_with("Batch 1, papers 2: Hand"));
}

TEST_F(StationStops, AnotherIsNotBotheredWithIt) {
  key_with_a_slip();
  EXPECT_TRUE(c.work().stops.empty());
}

TEST_F(StationStops, ANewBatchInHandClearsThem) {
  key_with_a_slip();
  ASSERT_FALSE(a.work().stops.empty());
  hall.open_batch(2, 4);
  EXPECT_TRUE(a.work().stops.empty());
}

v1::CountView count_of(bool closed) {
  v1::CountView out;
  out.add_batches()->set_closed(closed);
  v1::CountProblem& sum = *out.add_problems();
  sum.set_code("paper_sum_batches");
  sum.set_detail("80 ≠ 79");
  sum.mutable_for_keyer()->set_vi("Đếm số phiếu của lô");
  return out;
}

TEST(Stops, SumsAreToldOnceEveryBatchIsClosed) {
  EXPECT_TRUE(stops_for_keyer(count_of(false), "ha").empty());
  const auto stops = stops_for_keyer(count_of(true), "ha");
  ASSERT_EQ(stops.size(), 1u);
  EXPECT_EQ(stop_words(stops[0], Language::kVietnamese), "80 ≠ 79: Đếm số phiếu của lô");
}

}  // namespace
}  // namespace hp::client
