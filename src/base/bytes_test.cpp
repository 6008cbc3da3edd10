#include "base/bytes.h"

#include <gtest/gtest.h>

#include "base/codes.h"
#include "base/hex.h"

namespace hp {
namespace {

TEST(Bytes, HexIsLowerCaseAndReadBackInEitherCase) {
  const Bytes bytes{0x00, 0xff, 0x1a};
  EXPECT_EQ(to_hex(bytes), "00ff1a");
  EXPECT_EQ(from_hex("00FF1a").value(), bytes);
}

TEST(Bytes, HexRefusesOddLengthsAndOtherLetters) {
  EXPECT_TRUE(from_hex("0").error().is(codes::kNotHex));
  EXPECT_TRUE(from_hex("0g").error().is(codes::kNotHex));
  EXPECT_TRUE(hash_from_hex("00").error().is(codes::kNotHex));
}

TEST(Bytes, ANumberIsEightBytesMostSignificantFirst) {
  EXPECT_EQ(to_hex(u64_be(0x0102030405060708)), "0102030405060708");
}

TEST(Error, APathGrowsFromTheInside) {
  EXPECT_EQ(under("ballots[2]", Error{&codes::kNotHex, "marks[0]", ""}).where,
            "ballots[2].marks[0]");
  EXPECT_EQ(under("roll", Error{&codes::kNotHex, "[3].born", ""}).where, "roll[3].born");
  EXPECT_EQ(under("roll", Error{&codes::kNotHex, "", ""}).where, "roll");
}

}  // namespace
}  // namespace hp
