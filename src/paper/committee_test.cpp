#include "paper/committee.h"

#include <gtest/gtest.h>

#include "paper/codes.h"
#include "paper/picture.h"
#include "paper/sample.h"
#include "pdf/test_support.h"

namespace hp::paper {
namespace {

using pdf::testing::fonts;
using pdf::testing::OnDisk;
using testing::sample_heading;
using testing::words_of;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Covers, AreOneForEachBatchWithItsNumber) {
  const Bytes pdf = make_covers(sample_heading(), 12, fonts()).value();
  for (int batch = 1; batch <= 12; ++batch) {
    const std::string text = words_of(pdf, batch);
    EXPECT_TRUE(has(text, "LÔ SỐ " + std::to_string(batch) + " ")) << text;
    EXPECT_TRUE(has(text, "Ban Chấp hành Đảng bộ quận Cẩm Lệ")) << text;
    EXPECT_TRUE(has(text, "Nhập lần thứ hai (người khác)")) << text;
  }
  EXPECT_TRUE(has(OnDisk(pdf).judge("qpdf --check {}"), "No syntax or stream encoding errors"));
  EXPECT_EQ(pdf, make_covers(sample_heading(), 12, fonts()).value());
}

TEST(Keying, HasTheAccountThenLinesOneToFifty) {
  const Bytes pdf = make_keying(sample_heading(), 2, fonts()).value();
  const std::string account = words_of(pdf, 1);
  for (const char* part : {"Phát ra", "Hỏng", "Không dùng", "Thu về",
                           "in (1) = phát ra (2) + hỏng (3) + không dùng (4)"}) {
    EXPECT_TRUE(has(account, part)) << account;
  }
  for (int page : {2, 3}) {
    const std::string notes = words_of(pdf, page);
    std::size_t at = 0;
    for (int line = 1; line <= 25; ++line) {
      at = notes.find(" " + std::to_string(line) + " " + std::to_string(line + 25) + " ", at);
      ASSERT_NE(at, std::string::npos) << line << notes;
    }
  }
  EXPECT_TRUE(has(OnDisk(pdf).judge("qpdf --check {}"), "No syntax or stream encoding errors"));
}

TEST(CommitteeSheets, OfARehearsalSaySo) {
  Heading heading = sample_heading();
  EXPECT_FALSE(has(words_of(make_covers(heading, 1, fonts()).value(), 1), "DIỄN TẬP"));
  heading.rehearsal = true;
  const char* warning = "DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ BẦU CỬ";
  EXPECT_TRUE(has(words_of(make_covers(heading, 1, fonts()).value(), 1), warning));
  EXPECT_TRUE(has(words_of(make_keying(heading, 1, fonts()).value(), 1), warning));
  EXPECT_TRUE(has(words_of(make_keying(heading, 1, fonts()).value(), 2), warning));
}

TEST(CommitteeSheets, NoneOrTooManyAreRefused) {
  for (const std::uint32_t count : {0U, kMostBatches + 1}) {
    EXPECT_TRUE(make_covers(sample_heading(), count, fonts()).error().is(codes::kPaperCount));
    EXPECT_TRUE(make_keying(sample_heading(), count, fonts()).error().is(codes::kPaperCount));
  }
}

}  // namespace
}  // namespace hp::paper
