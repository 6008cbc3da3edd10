#include "base/durable_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string>

namespace hp {
namespace {

namespace fs = std::filesystem;

class DurableFile : public ::testing::Test {
 protected:
  DurableFile() {
    std::string name = (fs::temp_directory_path() / "homphieu-durable-XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  ~DurableFile() override { fs::remove_all(folder); }

  static std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }

  fs::path folder;
};

TEST_F(DurableFile, ANewOneIsItsOwnersAloneAndNeverInPlaceOfAnother) {
  const fs::path path = folder / "a";
  EXPECT_FALSE(create_durable(path, view("một")));
  EXPECT_EQ(read(path), "một");
  struct stat about{};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777u, 0600u);
  EXPECT_EQ(create_durable(path, view("hai")), std::errc::file_exists);
  EXPECT_EQ(read(path), "một");
}

TEST_F(DurableFile, IsReplacedAsAWhole) {
  const fs::path path = folder / "a";
  EXPECT_FALSE(replace_durable(path, view("một hai ba")));
  std::ofstream(folder / "a.new") << "left by a crash";
  EXPECT_FALSE(replace_durable(path, view("bốn")));
  EXPECT_EQ(read(path), "bốn");
  EXPECT_EQ(files(), 1u);
}

TEST_F(DurableFile, WhatCantBeWrittenLeavesTheOldOneAndNothingBeside) {
  EXPECT_EQ(create_durable(folder / "none" / "a", view("x")), std::errc::no_such_file_or_directory);
  fs::create_directory(folder / "a");
  EXPECT_TRUE(replace_durable(folder / "a", view("x")));  // a folder stands there
  EXPECT_TRUE(fs::is_directory(folder / "a"));
  EXPECT_EQ(files(), 1u);
  EXPECT_EQ(replace_durable("/dev/full/x", view("x")), std::errc::not_a_directory);
}

TEST_F(DurableFile, ALinkIsNotWrittenThrough) {
  const fs::path elsewhere = folder / "elsewhere";
  fs::create_symlink(elsewhere, folder / "a");
  EXPECT_EQ(create_durable(folder / "a", view("x")), std::errc::file_exists);
  EXPECT_FALSE(replace_durable(folder / "a", view("x")));
  EXPECT_FALSE(fs::exists(elsewhere));
}

TEST(Descriptors, AreClosedOnceByTheirLastOwner) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const Descriptor read_end(ends[0]);
  {
    Descriptor first(ends[1]);
    Descriptor second(std::move(first));
    EXPECT_FALSE(first.good());  // NOLINT(bugprone-use-after-move)
    EXPECT_EQ(second.get(), ends[1]);
  }
  char byte = 0;
  EXPECT_EQ(::read(read_end.get(), &byte, 1), 0);  // nobody writes any more
}

}  // namespace
}  // namespace hp
