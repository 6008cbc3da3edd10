#include "demo/child.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace hp::demo {
namespace {

using namespace std::chrono_literals;

std::filesystem::path log_file() {
  return std::filesystem::temp_directory_path() /
         ("child-test-" + std::to_string(getpid()) + ".log");
}
std::vector<std::string> shell(const std::string& script) {
  return {"/bin/sh", "-c", script};
}

TEST(Child, ALineIsWaitedForAndTheChildEndsOnSigterm) {
  auto child = Child::start(
      shell("trap 'exit 3' TERM; echo one; echo two; while :; do sleep 0.1; done"), log_file());
  ASSERT_TRUE(child.has_value());
  const auto line =
      child->wait_for_line([](const std::string& text) { return text.starts_with("tw"); }, 10s);
  EXPECT_EQ(line.value(), "two");
  EXPECT_EQ(child->end(10s), 3);
  std::filesystem::remove(log_file());
}

TEST(Child, OneThatEndsWithoutTheLineIsAnErrorAtOnce) {
  auto child = Child::start(shell("echo one"), log_file());
  ASSERT_TRUE(child.has_value());
  EXPECT_FALSE(child->wait_for_line([](const std::string&) { return false; }, 60s).has_value());
  std::filesystem::remove(log_file());
}

TEST(Child, AProgramRunsToItsEnd) {
  const auto ran = run_program(shell("echo out; echo err >&2; exit 1"));
  ASSERT_TRUE(ran.has_value());
  EXPECT_EQ(ran->status, 1);
  EXPECT_EQ(ran->output, "out\nerr\n");
  EXPECT_FALSE(run_program({"/no/such/program"}).has_value());
}

}  // namespace
}  // namespace hp::demo
