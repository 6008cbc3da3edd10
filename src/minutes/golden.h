// The committed files in golden/ are what people have read and found right. After a meant change:
// HOMPHIEU_WRITE_GOLDEN=1 minutes_test, then read the difference before committing it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace hp::minutes::golden {

inline std::filesystem::path folder() {
  return std::filesystem::path(HOMPHIEU_SOURCE_DIR) / "src/minutes/golden";
}

inline void expect_file(const std::string& name, const std::string& made) {
  const std::filesystem::path path = folder() / name;
  if (std::getenv("HOMPHIEU_WRITE_GOLDEN") != nullptr)
    std::ofstream(path, std::ios::binary) << made;
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << name;
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), made) << name;
}

}  // namespace hp::minutes::golden
