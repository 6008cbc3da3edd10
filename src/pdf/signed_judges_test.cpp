// Signed papers as other programs see them, and papers that another program signed: qpdf, pdfsig.
#include "pdf/codes.h"
#include "pdf/sign_test_support.h"

namespace hp::pdf {
namespace {

using namespace testing;

bool has_text(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Bytes signed_three_times() {
  SignatureRequest one = request("uy_vien_1");
  one.certify = true;
  Bytes file = signed_by(base(), one);
  one = request("chu_tich");
  one.appearance = {"Ký bởi: Nguyễn Văn An", "Lúc 08 giờ 35 phút, ngày 28/07/2020"};
  file = signed_by(file, one);
  return signed_by(file, request("uy_vien_3"));
}

TEST(SignedJudges, QpdfFindsNoFault) {
  const std::string said = OnDisk(signed_three_times(), "signed").judge("qpdf --check {}");
  EXPECT_TRUE(has_text(said, "No syntax or stream encoding errors found")) << said;
}

TEST(SignedJudges, PdfsigListsTheSignaturesAndTheEmptyFields) {
  const std::string said = OnDisk(signed_three_times()).judge("pdfsig -nocert {}");
  std::size_t at = 0;
  for (const char* part :
       {"Field Name: chu_tich", "Type: ETSI.CAdES.detached", "Not total document signed",
        "Field Name: truong_ban", "is not signed", "Field Name: uy_vien_1",
        "Type: ETSI.CAdES.detached", "Not total document signed", "Field Name: uy_vien_2",
        "is not signed", "Field Name: uy_vien_3", "- Total document signed"}) {
    at = said.find(part, at);
    ASSERT_NE(at, said.npos) << part << "\nnot in its place in\n" << said;
  }
}

TEST(SignedJudges, AnAppearanceIsReadAsText) {
  const std::string text = OnDisk(signed_three_times()).judge("pdftotext -raw {} -");
  EXPECT_TRUE(has_text(text, "Ký bởi: Nguyễn Văn An")) << text;
  EXPECT_TRUE(has_text(text, "Lúc 08 giờ 35 phút, ngày 28/07/2020")) << text;
}

TEST(SignedJudges, TheTagsReadInOrderStill) {
  const std::string text = OnDisk(signed_three_times()).judge("pdfinfo -struct-text {}");
  const std::size_t field = text.find("Form", text.find("TM. ĐOÀN CHỦ TỊCH"));
  ASSERT_NE(field, text.npos);
  EXPECT_LT(field, text.find("TM. BAN KIỂM PHIẾU")) << text;
}

// A key and a certificate of its own for pdfsig, in the file's folder.
void make_signer(const OnDisk& file) {
  const std::string folder = (file.folder() / "nss").string();
  file.judge("mkdir " + folder + " && certutil -N -d sql:" + folder +
             " --empty-password && head -c 64 {} >" + folder + "/noise && certutil -S -d sql:" +
             folder + " -n signer -s CN=Signer -x -t CT,CT,CT -v 12 -g 2048 -k rsa -z " + folder +
             "/noise --keyUsage digitalSignature,nonRepudiation");
}

Bytes signed_by_poppler(const OnDisk& file, const std::string& field) {
  const std::string folder = (file.folder() / "nss").string();
  const std::string out = (file.folder() / "signed.pdf").string();
  file.judge("pdfsig -nssdir " + folder + " -nick signer -etsi -reason 'Ủy viên' -sign " + field +
             " {} " + out);
  return to_bytes(view(read_file(out)));
}

// poppler 22.12 signs a field that is there as adbe.pkcs7.detached, whatever it is asked for.
Bytes as_etsi(const Bytes& file) {
  std::string out = to_string(file);
  const std::string adobe = "/adbe.pkcs7.detached";
  const std::string etsi = "/ETSI.CAdES.detached";
  if (const auto at = out.rfind(adobe); at != out.npos) out.replace(at, adobe.size(), etsi);
  return to_bytes(view(out));
}

void expect_refused_too(const Bytes& file, const ErrorCode& code) {
  const auto it = read_signed(file);
  ASSERT_FALSE(it.has_value()) << "taken, not " << code.name;
  EXPECT_TRUE(it.error().is(code)) << describe(it.error(), Language::kEnglish);
}

TEST(SignedJudges, PopplerSignsAFieldBehindOurs) {
  const Bytes ours = signed_three_times();
  const OnDisk file(ours);
  make_signer(file);
  const Bytes theirs = signed_by_poppler(file, "uy_vien_2");
  ASSERT_TRUE(equal(ByteView(theirs).first(ours.size()), ours));
  expect_refused_too(theirs, codes::kPdfAdobeSignature);
  const Signed it = read_back(as_etsi(theirs));
  ASSERT_EQ(it.signatures.size(), 4U);
  EXPECT_EQ(it.signatures[3].field, "uy_vien_2");
  EXPECT_EQ(it.signatures[3].reason, "Ủy viên");
  EXPECT_EQ(it.signatures[3].end, theirs.size());
  EXPECT_GT(it.signatures[3].contents.size(), 1000U);
  // And ours behind theirs.
  EXPECT_EQ(read_back(signed_by(as_etsi(theirs), request("truong_ban"))).signatures.size(), 5U);
}

// Where a field is visible, poppler 22.12 also writes its old appearance anew, as generation 1.
TEST(SignedJudges, PopplerSigningAVisibleFieldIsRefused) {
  const OnDisk file(base());
  make_signer(file);
  expect_refused_too(signed_by_poppler(file, "chu_tich"), codes::kPdfGeneration);
}

}  // namespace
}  // namespace hp::pdf
