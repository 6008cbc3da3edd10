#include <gtest/gtest.h>

#include <sstream>

#include "cli/program.h"

namespace hp::cli {
namespace {

struct Verified {
  int exit;
  std::string out;
  std::string err;
};

Verified verify_with(std::vector<std::string> arguments, std::string input = "") {
  std::istringstream in(std::move(input));
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err, Language::kEnglish};
  arguments.insert(arguments.begin(), "verify");
  const int exit = run(std::move(arguments), terminal);
  return {exit, out.str(), err.str()};
}

TEST(VerifyCommand, WhatIsNoRecordIsUnreadable) {
  const auto verified = verify_with({"-"}, "homphieu-record v2\n");
  EXPECT_EQ(verified.exit, 2);
  EXPECT_NE(verified.out.find("UNREADABLE"), std::string::npos) << verified.out;
}

TEST(VerifyCommand, AsJsonItIsOneLine) {
  const auto verified = verify_with({"--json", "-"}, "not a record");
  EXPECT_EQ(verified.exit, 2);
  EXPECT_EQ(verified.out.rfind("{\"verdict\":\"unreadable\"", 0), 0u) << verified.out;
  EXPECT_EQ(verified.out.find('\n'), verified.out.size() - 1);
}

TEST(VerifyCommand, ArgumentsThatCanNotBeAreSaidOnOneLine) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"--congress", "xyz", "-"}, {"--head", "/no/such/file", "-"}, {"/no/such/file"}}) {
    const auto verified = verify_with(arguments);
    EXPECT_EQ(verified.exit, 2);
    EXPECT_EQ(verified.out, "");
    EXPECT_NE(verified.err, "");
  }
}

}  // namespace
}  // namespace hp::cli
