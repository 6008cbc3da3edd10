#include "minutes/pdf.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "minutes/examples.h"
#include "minutes/golden.h"
#include "minutes/json.h"
#include "minutes/picture.h"
#include "pdf/codes.h"

namespace hp::minutes {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const pdf::Fonts& fonts() {
  static const pdf::Fonts made = [] {
    const std::filesystem::path folder = std::filesystem::path(HOMPHIEU_SOURCE_DIR) / "fonts";
    const std::array<std::string, 4> files{read_file(folder / "LiberationSerif-Regular.ttf"),
                                           read_file(folder / "LiberationSerif-Bold.ttf"),
                                           read_file(folder / "LiberationSerif-Italic.ttf"),
                                           read_file(folder / "LiberationSerif-BoldItalic.ttf")};
    return pdf::Fonts::liberation_serif(
               {view(files[0]), view(files[1]), view(files[2]), view(files[3])})
        .value();
  }();
  return made;
}

// A folder with the paper, gone at the end; HOMPHIEU_PDF_KEEP=FOLDER keeps the paper there.
class OnDisk {
 public:
  OnDisk(const char* name, const Bytes& file) {
    std::string pattern = (std::filesystem::temp_directory_path() / "homphieu-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    std::ofstream(folder / "paper.pdf", std::ios::binary) << chars(file);
    if (const char* keep = std::getenv("HOMPHIEU_PDF_KEEP")) {
      std::ofstream(std::filesystem::path(keep) / (std::string(name) + ".pdf"), std::ios::binary)
          << chars(file);
    }
  }
  ~OnDisk() { std::filesystem::remove_all(folder); }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;

  std::string run(const std::string& command) const {
    FILE* pipe = popen(("cd " + folder.string() + " && " + command + " 2>&1").c_str(), "r");
    std::string out;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
      out.append(buffer.data(), n);
    }
    EXPECT_EQ(pclose(pipe), 0) << command << '\n' << out;
    return out;
  }

  std::filesystem::path folder;
};

struct Example {
  const char* name;
  Model (*make)();
};

void PrintTo(const Example& example, std::ostream* out) {
  *out << example.name;
}

class Pdf : public testing::TestWithParam<Example> {};

TEST_P(Pdf, QpdfFindsNoFaultAndTheJsonIsInside) {
  const Model model = GetParam().make();
  const auto file = make_pdf(model, fonts());
  ASSERT_TRUE(file.has_value()) << describe(file.error(), Language::kEnglish);
  const OnDisk paper(GetParam().name, *file);
  paper.run("qpdf --check paper.pdf");
  paper.run("pdfdetach -saveall paper.pdf");
  EXPECT_EQ(read_file(paper.folder / kAttachedJson), make_json(model).value());
}

std::string words_of(std::istream&& in) {
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Each name, number and percentage of the committed text is on the paper.
TEST_P(Pdf, ItSaysWhatTheTextSays) {
  const OnDisk paper(GetParam().name, make_pdf(GetParam().make(), fonts()).value());
  const std::string said = words_of(std::istringstream(paper.run("pdftotext -raw paper.pdf -")));
  std::istringstream text(
      read_file(std::filesystem::path(HOMPHIEU_SOURCE_DIR) /
                ("src/minutes/golden/" + std::string(GetParam().name) + ".txt")));
  for (std::string word; text >> word;) {
    if (word.find_first_not_of("|+-.*5a") == word.npos) continue;  // frames, and the hash
    if (word.ends_with(": ....................")) continue;
    while (word.size() > 1 && (word.back() == ':' || word.back() == '.')) word.pop_back();
    EXPECT_NE(said.find(word), said.npos) << word << "\nnot in\n" << said;
  }
}

// The pictures are what people have looked at and found right: HOMPHIEU_WRITE_GOLDEN=1 makes them
// anew. Pictures, not bytes: they say what a change does to the paper.
TEST_P(Pdf, ThePagesLookAsCommitted) {
  const std::string name = GetParam().name;
  if (name != "committee" && name != "delegates") GTEST_SKIP() << "two are enough to look at";
  const OnDisk paper(GetParam().name, make_pdf(GetParam().make(), fonts()).value());
  paper.run("pdftoppm -r 60 -gray paper.pdf page");
  int pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(paper.folder)) {
    if (entry.path().extension() != ".pgm") continue;
    const std::string picture = golden::png(read_file(entry.path()));
    EXPECT_LE(picture.size(), 40'000U);
    golden::expect_file(name + entry.path().stem().string().substr(4) + ".png", picture);
    ++pages;
  }
  EXPECT_GE(pages, 2);
}

TEST_P(Pdf, TheSameMinutesGiveTheSameBytes) {
  EXPECT_EQ(make_pdf(GetParam().make(), fonts()).value(),
            make_pdf(GetParam().make(), fonts()).value());
}

INSTANTIATE_TEST_SUITE_P(Minutes, Pdf,
                         testing::Values(Example{"committee", examples::committee},
                                         Example{"secretary", examples::secretary},
                                         Example{"delegates", examples::delegates},
                                         Example{"tie_ballot", examples::tie_ballot},
                                         Example{"opinion", examples::opinion},
                                         Example{"moved_to_paper", examples::moved_to_paper}),
                         [](const auto& example) { return std::string(example.param.name); });

TEST(PdfOfMinutes, ThirtyOneSignatoriesAndLongNamesHaveTheirFields) {
  Model model = examples::committee();
  model.counters.members.clear();
  for (int i = 0; i < 30; ++i) {
    model.counters.members.push_back(
        {"m" + std::to_string(i),
         i % 5 == 0 ? "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan Trang" : "Phạm Văn Đức"});
  }
  model.completion.not_signing = {{model.counters.members[2], "vắng mặt"}};
  const OnDisk paper("thirty", make_pdf(model, fonts()).value());
  const std::string said = paper.run("pdfsig paper.pdf || true");
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
