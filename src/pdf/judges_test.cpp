// Files as other programs see them: qpdf and poppler's tools.
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

TEST(Judges, QpdfFindsNoFault) {
  for (const Document& document : {sample(30), sample(250, 35), ballot_sample()}) {
    const std::string said = OnDisk(made(document)).judge("qpdf --check {}");
    EXPECT_NE(said.find("No syntax or stream encoding errors found"), said.npos) << said;
  }
}

TEST(Judges, AnyOfThemMayLookAtAFile) {
  if (const char* folder = std::getenv("HOMPHIEU_PDF_KEEP")) {
    std::ofstream(std::string(folder) + "/sample30.pdf") << to_string(made(sample(30)));
    std::ofstream(std::string(folder) + "/sample250.pdf") << to_string(made(sample(250, 35)));
    std::ofstream(std::string(folder) + "/ballot.pdf") << to_string(made(ballot_sample()));
  }
}

}  // namespace
}  // namespace hp::pdf
