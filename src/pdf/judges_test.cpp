// Files as other programs see them: qpdf and poppler's tools.
#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "pdf/make.h"
#include "pdf/sample.h"
#include "pdf/test_support.h"

namespace hp::pdf {
namespace {

using namespace testing;

Bytes made(const Document& document) {
  const auto file = make(document, fonts());
  EXPECT_TRUE(file.has_value()) << describe(file.error(), Language::kEnglish);
  return file.value_or(Bytes{});
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Words with one space between them.
std::string words_of(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

TEST(Judges, QpdfFindsNoFault) {
  const std::pair<const char*, Document> documents[] = {
      {"sample", sample(30)}, {"long", sample(250, 35)}, {"ballot", ballot_sample()}};
  for (const auto& [name, document] : documents) {
    const std::string said = OnDisk(made(document), name).judge("qpdf --check {}");
    EXPECT_TRUE(has(said, "No syntax or stream encoding errors found")) << said;
  }
}

TEST(Judges, PdftotextGivesTheWordsBack) {
  const std::string text = OnDisk(made(sample(10))).judge("pdftotext {} -");
  EXPECT_TRUE(check_nfc(text).has_value());
  const std::string words = words_of(text);
  for (const char* part :
       {"ĐẢNG CỘNG SẢN VIỆT NAM", "Đà Nẵng, ngày 28 tháng 7 năm 2020",
        "Đại hội đại biểu lần thứ IV Đảng bộ quận Cẩm Lệ, nhiệm kỳ 2020–2025, họp từ ngày 28 "
        "tháng 7 năm 2020 đến ngày 29 tháng 7 năm 2020 tại Đà Nẵng, đã bầu “Ban Chấp hành” khóa "
        "mới theo Quy chế bầu cử trong Đảng.",
        "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan Trang", "98,78",
        "Trúng cử: 3 người, ghi theo số phiếu từ cao xuống thấp; mã gốc aaaa"}) {
    EXPECT_TRUE(has(words, part)) << part << "\nnot in\n" << words;
  }
}

TEST(Judges, PdftotextGivesEveryLetterOfTheAlphabetBack) {
  for (const Face face : kFaces) {
    Document document;
    // A dot before it: at a line's start a reader may drop the alphabet's first letter, a space.
    const std::string alphabet = "." + std::string(vietnamese_alphabet());
    document.flow.emplace_back(
        Paragraph{.runs = {{alphabet, face}}, .align = Align::kLeft, .size = pt(2)});
    const std::string text = OnDisk(made(document)).judge("pdftotext -raw {} -");
    EXPECT_TRUE(has(text, alphabet)) << text;
  }
}

TEST(Judges, TheTreeReadsInOrder) {
  const std::string text = OnDisk(made(sample(2))).judge("pdfinfo -struct-text {}");
  std::size_t at = 0;
  for (const char* part : {"Document",
                           "P (block)",
                           "Đảng bộ quận Cẩm Lệ",
                           "BAN KIỂM PHIẾU",
                           "ĐẢNG CỘNG SẢN VIỆT NAM",
                           "H1 (block)",
                           "BIÊN BẢN KIỂM PHIẾU",
                           "P (block)",
                           "họp từ ngày 28",
                           "H2 (block)",
                           "1. KẾT QUẢ KIỂM PHIẾU",
                           "Table (block)",
                           "TR",
                           "TH",
                           "/Scope /Column",
                           "TT",
                           "TH",
                           "Họ và tên",
                           "TR",
                           "TD",
                           "1",
                           "TD",
                           "Nguyễn Thị Ngọc Ánh",
                           "TD",
                           "242",
                           "TD",
                           "98,78",
                           "TR",
                           "Trương Vĩnh Ký",
                           "P (block)",
                           "Trúng cử",
                           "TM. ĐOÀN CHỦ TỊCH",
                           "Form",
                           "TM. BAN KIỂM PHIẾU",
                           "Lê Thị Hạnh"}) {
    at = text.find(part, at);
    ASSERT_NE(at, text.npos) << part << "\nnot in its place in\n" << text;
  }
  EXPECT_FALSE(has(text, "1/1")) << "a page's number is no content";
}

TEST(Judges, PdfdetachGivesTheAttachmentByteForByte) {
  Document document = sample(3);
  Bytes& content = document.attachments[0].content;
  content.clear();
  for (int i = 0; i < 70'000; ++i) content.push_back(static_cast<std::uint8_t>((i * 7919) >> 3));
  const OnDisk file(made(document));
  file.judge("pdfdetach -saveall -o " + file.folder().string() + " {}");
  EXPECT_EQ(read_file(file.folder() / "bien_ban.json"), chars(content));
}

TEST(Judges, EveryFontIsEmbeddedInPartAndHasUnicode) {
  std::istringstream lines(OnDisk(made(sample(3))).judge("pdffonts {}"));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  int count = 0;
  for (; std::getline(lines, line); ++count)
    EXPECT_TRUE(has(line, "Identity-H       yes yes yes")) << line;
  EXPECT_EQ(count, 4);
}

TEST(Judges, PdfsigSeesEveryFieldUnsigned) {
  const std::string said = OnDisk(made(sample(3, 31))).judge("pdfsig {} || true");
  for (const char* name : {"chu_tich", "truong_ban", "uy_vien_1", "uy_vien_31"}) {
    EXPECT_TRUE(has(said, "Signature Field Name: " + std::string(name) + "\n")) << said;
  }
}

TEST(Judges, PdfinfoReadsWhatTheFileSaysOfItself) {
  const std::string said = OnDisk(made(sample(3))).judge("TZ=UTC pdfinfo {}");
  for (const char* part : {"Biên bản kiểm phiếu", "Ban Kiểm phiếu", "homphieu 0.1.0",
                           "Tue Jul 28 01:35:00 2020 UTC", "Tagged:          yes", "(A4)"}) {
    EXPECT_TRUE(has(said, part)) << part << "\nnot in\n" << said;
  }
}

TEST(Judges, PdftoppmDrawsWithoutAWord) {
  for (const Document& document : {sample(30), ballot_sample()}) {
    const OnDisk file(made(document));
    EXPECT_EQ(file.judge("pdftoppm -r 30 -gray {} " + (file.folder() / "page").string()), "");
  }
}

}  // namespace
}  // namespace hp::pdf
