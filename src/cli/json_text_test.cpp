#include "cli/json_text.h"

#include <gtest/gtest.h>

namespace hp::cli {
namespace {

TEST(JsonText, BytesThatAreNoTextAreShownAsSuchAndEndNothing) {
  EXPECT_EQ(json_text(nlohmann::json{{"file", "a\xf9z.pdf"}}), "{\"file\":\"a\uFFFDz.pdf\"}");
}

}  // namespace
}  // namespace hp::cli
