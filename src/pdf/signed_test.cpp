#include "pdf/signed.h"

#include <random>

#include "pdf/ber.h"
#include "pdf/codes.h"
#include "pdf/dates.h"
#include "pdf/update_test_support.h"

namespace hp::pdf {
namespace {

using namespace testing;

void expect_paper_refused(ByteView file, const ErrorCode& code) {
  const auto it = read_signed(file);
  ASSERT_FALSE(it.has_value()) << "taken, not " << code.name;
  EXPECT_TRUE(it.error().is(code)) << describe(it.error(), Language::kEnglish);
}

Bytes replaced(ByteView file, std::string_view from, std::string_view to) {
  std::string out = to_string(file);
  out.replace(out.find(from), from.size(), to);
  return to_bytes(view(out));
}

// A small file with two signatures, the first of which certifies.
const Bytes& twice_signed() {
  static const Bytes file = [] {
    SignatureRequest one = request("uy_vien_1");
    one.certify = true;
    one.reserve = 120;
    const Bytes once = signed_by(base(), one, 100);
    one = request("chu_tich");
    one.reserve = 600;
    one.appearance = {"Nguyễn Văn An"};
    return signed_by(once, one, 500);
  }();
  return file;
}

TEST(Signed, WhatAnotherProgramMayAddIsTaken) {
  HandMade update(twice_signed());
  const int font = update.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  const int form = update.form("/Resources << /Font << /Helv " + to_text(Ref{font}) + " >> >>");
  update.sign(1, {{"Prop_Build", "<< /App << /Name /Other >> >>"}, {"M", "(D:20260102030405)"}},
              {{"AP", "<< /N " + to_text(Ref{form}) + " >>"},
               {"MK", "<< /R 0 /BC [0 0 1] >>"},
               {"DA", "(/Helv 0 Tf 0 g)"},
               {"M", "(D:20260102030405Z)"}});
  const Value& was = *update.at(1).value.find("AcroForm");
  const std::string resources =
      to_text(*was.find("DR"),
              {{"Font", to_text(*was.find("DR")->find("Font"), {{"Helv", to_text(Ref{font})}})}});
  update.change(1, {{"AcroForm", to_text(was, {{"DA", "(/Helv 0 Tf 0 g)"}, {"DR", resources}})}});
  update.objects[*update.parts().pages.begin()] = update.text(*update.parts().pages.begin());
  const Signed it = read_back(update.finish());
  ASSERT_EQ(it.signatures.size(), 3U);
  EXPECT_EQ(it.signatures[2].field, "truong_ban");
  EXPECT_EQ(it.signatures[2].at, UnixMs{1767323045000});
}

TEST(Signed, ACutFileIsRefused) {
  const ByteView file = twice_signed();
  for (std::size_t size = 0; size < file.size(); size += size % 7 + 1) {
    const auto it = read_signed(file.first(size));
    if (!it) continue;
    // What is left are whole revisions, and it says how many.
    EXPECT_LT(it->signatures.size(), 2U);
    EXPECT_EQ(it->signatures.empty() ? it->base : it->signatures.back().end, size);
  }
}

// A byte that changed is either refused, or changes what a signature is over or says.
TEST(Signed, EveryChangedByteIsNoticed) {
  const Bytes& file = twice_signed();
  const Signed whole = read_back(file);
  const std::size_t first = whole.signatures[0].range[1];
  const std::size_t begin = whole.signatures[1].range[1];
  const std::size_t end = whole.signatures[1].range[2];
  std::mt19937 random(2020);
  for (int i = 0; i < 2000; ++i) {
    Bytes changed = file;
    const std::size_t from = i % 2 == 0 ? 0 : first - 3000;  // half of them in what was added
    const std::size_t at = from + random() % (file.size() - from);
    changed[at] = static_cast<std::uint8_t>(changed[at] ^ (1 + random() % 255));
    const auto it = read_signed(changed);
    if (!it) continue;
    ASSERT_EQ(it->signatures.size(), 2U) << at;
    if (at >= begin && at < end) {
      EXPECT_EQ(it->signatures[1].digest, whole.signatures[1].digest) << at;
      EXPECT_NE(it->signatures[1].contents, whole.signatures[1].contents) << at;
      continue;
    }
    EXPECT_NE(it->signatures[1].digest, whole.signatures[1].digest) << at;
    const bool in_first =
        at < whole.signatures[0].end && (at < first || at >= whole.signatures[0].range[2]);
    EXPECT_EQ(it->signatures[0].digest != whole.signatures[0].digest, in_first) << at;
  }
}

TEST(Signed, ABaseThatIsNotAsTheProgramMakesItIsRefused) {
  const Bytes file = base();
  expect_paper_refused(replaced(file, "%PDF-1.7", "?PDF-1.7"), codes::kPdfHeader);
  expect_paper_refused(replaced(file, "/F 132", "/V 132"), codes::kPdfStructure);
  expect_paper_refused(replaced(file, "/FT /Sig", "/FT /Btn"), codes::kPdfStructure);
  expect_paper_refused(replaced(file, "/Type /Catalog", "/Type /Catalox"), codes::kPdfStructure);
  expect_paper_refused(replaced(file, "0000000000 65535 f", "0000000009 65535 f"), codes::kPdfXref);
  expect_paper_refused(Bytes(kMostBytes + 1, 'x'), codes::kPdfTooLarge);
  expect_paper_refused({}, codes::kPdfHeader);
}

TEST(Signed, AnAttachmentThatUnpacksWithoutEndIsRefused) {
  Document document = sample(3);
  document.attachments[0].content.assign(kMostBytes + 1, 0);
  const Bytes bomb = make(document, fonts()).value();
  EXPECT_LT(bomb.size(), 100'000U);
  expect_paper_refused(bomb, codes::kPdfAttachment);
}

// A file with one page and one attachment of many names that is nothing, packed in `blocks` of five
// bytes.
Bytes with_costly_attachment(int names, std::size_t blocks) {
  File file;
  for (int i = 0; i < 4; ++i) file.reserve();
  std::string list;
  for (int i = 0; i < names; ++i) list += "(" + std::to_string(i) + ") 4 0 R ";
  file.put({1}, "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [" + list +
                    "] >> >> >>");
  file.put({2}, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  file.put({3}, "<< /Type /Page /Parent 2 0 R >>");
  std::string packed = "\x78\x01";
  for (std::size_t i = 0; i < blocks; ++i) packed.append("\0\0\0\xFF\xFF", 5);
  packed.append("\x01\0\0\xFF\xFF\0\0\0\x01", 9);
  const Ref content =
      file.add_stream("/Type /EmbeddedFile /Filter /FlateDecode", view(packed), Store::kPlain);
  file.put({4}, "<< /Type /Filespec /EF << /F " + to_text(content) + " >> >>");
  return file.finish({1}, {2});
}

TEST(Signed, AnAttachmentIsUnpackedOnce) {
  EXPECT_EQ(read_back(with_costly_attachment(1, 9)).attachments.at("0"), Bytes{});
  expect_paper_refused(with_costly_attachment(30'000, 2'000'000), codes::kPdfAttachment);
}

// Thirty thousand pages that share one list of a hundred thousand annotations.
TEST(Signed, ALongListThatManyPagesShareIsWalkedOnce) {
  File file;
  constexpr int kPages = 30'000;
  for (int i = 0; i < kPages + 3; ++i) file.reserve();
  std::string kids;
  std::string annotations;
  for (int i = 0; i < kPages; ++i) {
    kids += to_text(Ref{i + 4}) + " ";
    file.put({i + 4}, "<< /Type /Page /Annots 3 0 R >>");
  }
  for (int i = 0; i < 100'000; ++i) annotations += "1 0 R ";
  file.put({1}, "<< /Type /Catalog /Pages 2 0 R >>");
  file.put({2}, "<< /Type /Pages /Kids [" + kids + "] >>");
  file.put({3}, "[" + annotations + "]");
  EXPECT_TRUE(read_back(file.finish({1}, {2})).fields.empty());
}

TEST(Signed, CertifyingNeedsTheSecondLevelAndTheCatalog) {
  const std::string transform = "[<< /TransformMethod /DocMDP /TransformParams << /P ";
  for (const char* level : {"1", "3"}) {
    HandMade update(base());
    const int signature = update.sign(2, {{"Reference", transform + level + " >> >>]"}});
    update.change(1, {{"Perms", "<< /DocMDP " + to_text(Ref{signature}) + " >>"}});
    expect_paper_refused(update.finish(), codes::kPdfCertify);
  }
  HandMade alone(base());
  alone.sign(2, {{"Reference", transform + "2 >> >>]"}});
  expect_paper_refused(alone.finish(), codes::kPdfCertify);
  HandMade empty(base());
  const int signature = empty.sign(2);
  empty.change(1, {{"Perms", "<< /DocMDP " + to_text(Ref{signature}) + " >>"}});
  expect_paper_refused(empty.finish(), codes::kPdfCertify);
}

TEST(Signed, BerIsMeasuredToItsEnd) {
  const auto size = [](std::initializer_list<std::uint8_t> bytes) {
    return ber_sequence(std::vector(bytes));
  };
  EXPECT_EQ(size({0x30, 0x00}), 2U);
  EXPECT_EQ(size({0x30, 0x02, 0x05, 0x00, 0x00}), 4U);
  EXPECT_EQ(size({0x30, 0x80, 0x05, 0x00, 0xA0, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00}), 10U);
  EXPECT_EQ(size({0x30, 0x80, 0x05, 0x00}), std::nullopt);
  EXPECT_EQ(size({0x30, 0x81}), std::nullopt);
  EXPECT_EQ(size({0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF}), std::nullopt);
  EXPECT_EQ(size({0x31, 0x00}), std::nullopt);
  Bytes deep;
  for (int i = 0; i < 100'000; ++i) append(deep, Bytes{0x30, 0x80});
  EXPECT_EQ(ber_sequence(deep), std::nullopt);
}

TEST(Signed, DatesAreReadWithTheirZone) {
  for (const char* text : {"D:20200728083500+07'00'", "D:20200728083500+07'00", "D:20200728013500Z",
                           "D:20200728013500", "D:20200727203500-05'00'"}) {
    EXPECT_EQ(unix_from_pdf_date(text), UnixMs{1595900100000}) << text;
  }
  for (const char* text : {"", "D:2020", "20200728013500Z", "D:20200230013500Z",
                           "D:20200728013500+24'00'", "D:20200728013500Zx"}) {
    EXPECT_EQ(unix_from_pdf_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace hp::pdf
