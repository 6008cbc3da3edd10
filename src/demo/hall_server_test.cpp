#include "demo/hall_server.h"

#include <gtest/gtest.h>

namespace hp::demo {
namespace {

TEST(HallServer, ItsAddressIsReadFromWhatItSays) {
  const auto endpoint = endpoint_in("Địa chỉ: https://127.0.0.1:43017");
  ASSERT_TRUE(endpoint.has_value());
  EXPECT_EQ(endpoint->host, "127.0.0.1");
  EXPECT_EQ(endpoint->port, 43017);
}

TEST(HallServer, ALineWithoutAPortIsNoAddress) {
  EXPECT_FALSE(endpoint_in("Địa chỉ: https://127.0.0.1").has_value());
  EXPECT_FALSE(endpoint_in("Địa chỉ: https://127.0.0.1:0").has_value());
  EXPECT_FALSE(endpoint_in("Địa chỉ: https://127.0.0.1:80x").has_value());
  EXPECT_FALSE(endpoint_in("127.0.0.1:8443").has_value());
}

TEST(HallServer, TheSetUpCodeStandsBehindTheLastColon) {
  EXPECT_EQ(after_colon("Mã thiết lập (chỉ in một lần, hãy cất giữ): AB-CD"), "AB-CD");
  EXPECT_EQ(after_colon("nothing"), "");
}

}  // namespace
}  // namespace hp::demo
