#include "minutes/pdf.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "minutes/examples.h"
#include "minutes/golden.h"
#include "minutes/json.h"
#include "minutes/picture.h"
#include "pdf/codes.h"
#include "pdf/test_support.h"

namespace hp::minutes {
namespace {

using pdf::testing::fonts;
using pdf::testing::OnDisk;
using pdf::testing::read_file;

Bytes made(const Model& model) {
  const auto file = make_pdf(model, fonts());
  EXPECT_TRUE(file.has_value()) << describe(file.error(), Language::kEnglish);
  return file.value_or(Bytes{});
}

class Pdf : public testing::TestWithParam<examples::Example> {};

TEST_P(Pdf, QpdfFindsNoFaultAndTheJsonIsInside) {
  const Model model = GetParam().make();
  const OnDisk paper(made(model), GetParam().name);
  paper.judge("qpdf --check {}");
  paper.judge("pdfdetach -saveall -o " + paper.folder().string() + " {}");
  EXPECT_EQ(read_file(paper.folder() / kAttachedJson), make_json(model).value());
}

std::string words_of(std::istream&& in) {
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Each word, number and percentage of the committed text is on the paper.
TEST_P(Pdf, ItSaysWhatTheTextSays) {
  const OnDisk paper(made(GetParam().make()));
  const std::string said = words_of(std::istringstream(paper.judge("pdftotext -raw {} -")));
  const std::string name = std::string(GetParam().name) + ".txt";
  std::istringstream text(read_file(golden::folder() / name));
  for (std::string word; text >> word;) {
    if (word.find_first_not_of("|+-.*5a") == word.npos) continue;  // frames, and the JSON's hash
    while (word.size() > 1 && (word.back() == ':' || word.back() == '.')) word.pop_back();
    EXPECT_NE(said.find(word), said.npos) << word << "\nnot in\n" << said;
  }
}

TEST_P(Pdf, TheSameMinutesGiveTheSameBytes) {
  EXPECT_EQ(made(GetParam().make()), made(GetParam().make()));
}

INSTANTIATE_TEST_SUITE_P(Minutes, Pdf, testing::ValuesIn(examples::kEach),
                         [](const auto& example) { return std::string(example.param.name); });

// The pictures are what people have looked at and found right; HOMPHIEU_WRITE_GOLDEN=1 makes them
// anew.
void expect_pages(const std::string& name, const Bytes& file) {
  const OnDisk paper(file, name);
  paper.judge("pdftoppm -r 60 -gray {} " + (paper.folder() / "page").string());
  int pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(paper.folder())) {
    if (entry.path().extension() != ".pgm") continue;
    const std::string picture = golden::png(read_file(entry.path()));
    EXPECT_LE(picture.size(), 40'000U);
    golden::expect_file(name + entry.path().stem().string().substr(4) + ".png", picture);
    ++pages;
  }
  EXPECT_GE(pages, 2);
}

TEST(PdfPages, OfAContestLookAsCommitted) {
  expect_pages("committee", made(examples::committee()));
}

TEST(PdfPages, OfDelegatesByBothWaysLookAsCommitted) {
  expect_pages("delegates", made(examples::delegates()));
}

TEST(PdfPages, OfPapersCountedAnewAfterASampleLookAsCommitted) {
  expect_pages("secretary", made(examples::secretary()));
}

TEST(PdfPages, OfAnElectionLookAsCommitted) {
  expect_pages("election", make_pdf(examples::election(), fonts()).value());
}

TEST(PdfOfMinutes, ThirtyOneSignatoriesAndLongNamesHaveTheirFields) {
  Model model = examples::committee();
  model.counters.members.clear();
  for (int i = 0; i < 30; ++i) {
    model.counters.members.push_back(
        {"m" + std::to_string(i),
         i % 5 == 0 ? "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan Trang" : "Phạm Văn Đức"});
  }
  model.completion.not_signing = {{model.counters.members[2], "vắng mặt"}};
  const OnDisk paper(made(model), "thirty");
  const std::string said = paper.judge("pdfsig {} || true");
  for (const char* field : {"seal", "presidium", "head", "member_1", "member_30"}) {
    EXPECT_NE(said.find("Field Name: " + std::string(field) + "\n"), said.npos) << said;
  }
  EXPECT_EQ(said.find("Field Name: member_3\n"), said.npos) << "who does not sign has no field";
}

TEST(PdfOfMinutes, ALetterWithoutAGlyphIsNamed) {
  Model model = examples::committee();
  model.contest.candidates[1].name = "Nguyễn 文";
  const auto made = make_pdf(model, fonts());
  ASSERT_FALSE(made.has_value());
  EXPECT_TRUE(made.error().is(codes::kPdfGlyphMissing));
  EXPECT_EQ(made.error().detail, "U+6587");
}

}  // namespace
}  // namespace hp::minutes
