#include "pdf/make.h"

#include <gtest/gtest.h>

#include "base/codes.h"
#include "base/hex.h"
#include "pdf/codes.h"
#include "pdf/digest.h"
#include "pdf/flow.h"
#include "pdf/sample.h"
#include "pdf/test_support.h"

namespace hp::pdf {
namespace {

using namespace testing;

Laid laid(const Document& document) {
  Laid out;
  const auto done = lay_flow(document, fonts(), out);
  EXPECT_TRUE(done.has_value()) << describe(done.error(), Language::kEnglish);
  return out;
}

Paragraph lines(int count, bool keep_with_next = false) {
  std::string text;
  for (int i = 0; i < count; ++i) text += std::string(70, 'm') + (i + 1 < count ? " " : "");
  return {.runs = {{text}}, .size = pt(10), .keep_with_next = keep_with_next};
}

// Lines of text on each page, page numbers aside.
std::vector<int> lines_on_pages(const Laid& it) {
  std::vector<int> out;
  for (const LaidPage& page : it.pages) {
    int& count = out.emplace_back();
    for (const Item& item : page.items) {
      if (item.tag >= Tag::kDocument && std::holds_alternative<LaidText>(item.thing)) ++count;
    }
  }
  return out;
}

Document of_ten_lines() {
  Document out;
  out.paper.height = out.paper.top + out.paper.bottom + pt(120);  // ten lines of 12 pt
  out.paper.left = out.paper.right = {};
  return out;
}

TEST(Make, TheSameDocumentGivesTheSameBytes) {
  EXPECT_EQ(make(sample(30), fonts()).value(), make(sample(30), fonts()).value());
  EXPECT_EQ(make(ballot_sample(), fonts()).value(), make(ballot_sample(), fonts()).value());
}

TEST(Make, CopiesOfSheetsShareWhatIsDrawn) {
  Document document = ballot_sample();
  const std::size_t one = make(document, fonts()).value().size();
  document.copies = 100;
  const Bytes many = make(document, fonts()).value();
  EXPECT_LT(many.size(), one + 99 * 300);
  const std::string text(chars(many));
  EXPECT_NE(text.find("/Count 100 "), std::string::npos);
  const OnDisk file(many);
  EXPECT_NE(file.judge("qpdf --check {}").find("No syntax or stream encoding errors found"),
            std::string::npos);
  EXPECT_EQ(file.judge("pdftotext -f 100 -l 100 {} -"), file.judge("pdftotext -f 1 -l 1 {} -"));
}

// Two builds, on two machines, can be compared by it. It changes with the layout, with zlib and
// with HarfBuzz (Debian 12's).
TEST(Make, TheSampleIsAsCommitted) {
  const auto made = make(sample(30), fonts()).value();
  EXPECT_EQ(to_hex(sha256(made)),
            "7d4e0604c854aec767fe64e943e20cec120e81719392cb41e18e0444714f8676");
}

TEST(Make, ThirtyNamesTakeAHundredKilobytesAtMost) {
  EXPECT_LE(make(sample(30, 31), fonts()).value().size(), 100'000U);
}

TEST(Make, NoLineStandsAloneAtAPagesEnd) {
  Document document = of_ten_lines();
  document.flow = {lines(9), lines(4)};
  EXPECT_EQ(lines_on_pages(laid(document)), (std::vector{9, 4}));
  document.flow = {lines(8), lines(4)};
  EXPECT_EQ(lines_on_pages(laid(document)), (std::vector{10, 2}));
  document.flow = {lines(7), lines(4)};
  EXPECT_EQ(lines_on_pages(laid(document)), (std::vector{9, 2}));
}

TEST(Make, AHeadingGoesWithWhatFollows) {
  Document document = of_ten_lines();
  document.flow = {lines(8), lines(1, true), lines(4)};
  EXPECT_EQ(lines_on_pages(laid(document)), (std::vector{8, 5}));
}

TEST(Make, ColumnsAreNotParted) {
  Document document = of_ten_lines();
  document.flow = {lines(8),
                   Columns{.columns = {{1, {Paragraph{lines(2)}}}, {1, {Space{pt(30)}}}}}};
  EXPECT_EQ(lines_on_pages(laid(document)), (std::vector{8, 4}));
}

TEST(Make, ATableRepeatsItsTitlesAsPagination) {
  const Laid it = laid(sample(60));
  ASSERT_GE(it.pages.size(), 3U);
  for (std::size_t i = 1; i < 3; ++i) {
    int repeated = 0;
    for (const Item& item : it.pages[i].items) repeated += item.tag == Tag::kPagination ? 1 : 0;
    EXPECT_EQ(repeated, 4 + 1) << "four titles and the page's number, page " << i + 1;
  }
}

TEST(Make, ARowThatFitsAPageIsNotParted) {
  Document document = of_ten_lines();
  Table table{.columns = {{"A"}}, .size = pt(10), .before = {}};
  table.rows = {{lines(5).runs}, {lines(5).runs}};
  document.flow = {table};
  EXPECT_EQ(laid(document).pages.size(), 2U);
}

TEST(Make, ARowHigherThanAPageIsParted) {
  Document document = of_ten_lines();
  Table table{.columns = {{"A"}}, .size = pt(10), .before = {}};
  table.rows = {{lines(25).runs}};
  document.flow = {table};
  int all = 0;
  for (const int count : lines_on_pages(laid(document))) all += count;
  EXPECT_EQ(all, 1 + 25);
}

void expect_not_made(const Document& document, const ErrorCode& code, const std::string& where) {
  const auto made = make(document, fonts());
  ASSERT_FALSE(made.has_value());
  EXPECT_TRUE(made.error().is(code)) << describe(made.error(), Language::kEnglish);
  EXPECT_EQ(made.error().where, where);
}

TEST(Make, AnErrorSaysWhere) {
  Document document = sample(3);
  std::get<Table>(document.flow[4]).rows[2][1] = {{"字"}};
  expect_not_made(document, codes::kPdfGlyphMissing, "flow[4].rows[2]");
  document = ballot_sample();
  document.sheets[0].marks.emplace_back(
      TextBox{.width = mm(50), .paragraph = {.runs = {{"e\u0301"}}}});
  expect_not_made(document, codes::kNotNfc, "sheets[0].marks[30]");
}

TEST(Make, TwoFieldsOfOneNameAreRefused) {
  Document document = sample(3);
  document.flow.emplace_back(Field{.name = "uy_vien_1"});
  expect_not_made(document, codes::kPdfNamedTwice, "field");
}

TEST(Make, TwoFilesOfOneNameAreRefused) {
  Document document = sample(3);
  document.attachments.push_back(document.attachments[0]);
  expect_not_made(document, codes::kPdfNamedTwice, "attachment");
}

TEST(Make, ColumnsHigherThanAPageAreRefused) {
  Document document = of_ten_lines();
  document.flow = {Columns{.columns = {{1, {Space{pt(121)}}}}}};
  expect_not_made(document, codes::kPdfDoesNotFit, "flow[0]");
}

TEST(Make, NothingAtAllIsRefused) {
  expect_not_made(Document{}, codes::kPdfDoesNotFit, "flow");
}

}  // namespace
}  // namespace hp::pdf
