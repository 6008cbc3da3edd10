#include "minutes/layout.h"

#include <gmock/gmock.h>

namespace hp::minutes {
namespace {

using testing::ElementsAre;

TEST(Layout, ALetterOfSeveralBytesIsOneColumnWide) {
  EXPECT_EQ(display_width("Nguyễn Đức Ý"), 12U);
  EXPECT_EQ(display_width("x\u0323y"), 2U);
}

TEST(Layout, LinesBreakBetweenWords) {
  EXPECT_THAT(wrap("Hồ Nguyễn  Phương Thảo", 10), ElementsAre("Hồ Nguyễn", "Phương", "Thảo"));
}

TEST(Layout, AWordLongerThanTheLineIsCutBetweenLetters) {
  EXPECT_THAT(wrap("ab đđđđđ", 3), ElementsAre("ab", "đđđ", "đđ"));
}

TEST(Layout, EmptyTextIsOneEmptyLine) {
  EXPECT_THAT(wrap("", 5), ElementsAre(""));
}

TEST(Layout, ALongNameWrapsInsideItsCell) {
  Layout page;
  page.table({{"TT", 2, true}, {"Tên", 8}, {"Phiếu", 5, true}}, {{"1", "Hồ Nguyễn Ý", "12"}});
  EXPECT_EQ(std::move(page).text(),
            "+----+----------+-------+\n"
            "| TT | Tên      | Phiếu |\n"
            "+----+----------+-------+\n"
            "|  1 | Hồ       |    12 |\n"
            "|    | Nguyễn Ý |       |\n"
            "+----+----------+-------+\n");
}

}  // namespace
}  // namespace hp::minutes
