#include "client/waiting.h"

#include "client/hall_kit.h"

namespace hp::client {
namespace {

using Places = std::vector<std::vector<std::string>>;

TEST(Waiting, NamesForEachPlaceWhoCanFillIt) {
  SmallCongress hall;
  const auto enrolled = enrol_official(
      official_of("ca", "Đồng chí ca", {v1::ROLE_CREDENTIALS}, hall.key("ca")->point()));
  const auto first = hall.together(enrolled, {"an"});
  const Waiting waiting = waiting_for(hall.as("an").state(), first);
  EXPECT_EQ(waiting.places, (Places{{"ba"}, {"ca"}}));
  EXPECT_EQ(waiting.new_key, "ca");
  EXPECT_TRUE(waiting.also.empty());

  hall.enrol_all();
  const auto retired = hall.together(retire_official("tc", {v1::ROLE_TRUSTEE}, "Bận"), {"pa"});
  EXPECT_EQ(waiting_for(hall.as("an").state(), retired).places, (Places{{"an", "ba"}}));
}

TEST(Waiting, WaitsForNobodyOnceAllHaveSigned) {
  SmallCongress hall;
  hall.enrol_all();
  const auto whole = hall.together(retire_official("tc", {v1::ROLE_TRUSTEE}, "Bận"), {"an", "pa"});
  EXPECT_EQ(whole.state(), v1::PROPOSAL_STATE_ACCEPTED);
  EXPECT_TRUE(waiting_for(hall.as("an").state(), whole).places.empty());
}

}  // namespace
}  // namespace hp::client
