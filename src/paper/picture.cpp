#include "paper/picture.h"

#define ZX_USE_UTF8 1  // text() as std::string
#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>

#include "pdf/test_support.h"

namespace hp::paper::testing {
namespace {

constexpr double kInch = 25.4;

Picture read_pgm(const std::filesystem::path& path, int dpi) {
  const std::string bytes = pdf::testing::read_file(path);
  std::istringstream head(bytes);
  std::string magic;
  int most = 0;
  Picture out;
  head >> magic >> out.width >> out.height >> most;
  EXPECT_EQ(magic, "P5");
  EXPECT_EQ(most, 255);
  const auto begin = static_cast<std::ptrdiff_t>(head.tellg()) + 1;
  out.grey.assign(bytes.begin() + begin, bytes.end());
  EXPECT_EQ(out.grey.size(),
            static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
  out.dpi = dpi;
  return out;
}

// The name under which what a test looks at stays in HOMPHIEU_PDF_KEEP.
std::string name_of_test() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  std::string out = std::string(test->test_suite_name()) + "." + test->name() + "." +
                    std::to_string(test->result()->total_part_count());
  std::ranges::replace(out, '/', '-');
  return out;
}

struct Sum {
  double black = 0;
  std::int64_t pixels = 0;
};

Sum sum(const Picture& picture, const Rect& rect) {
  const auto first = [&](double edge) {
    return std::max(0, static_cast<int>(std::ceil(edge * picture.dpi / kInch - 0.5)));
  };
  const int right = std::min(first(rect.x + rect.width), picture.width);
  const int bottom = std::min(first(rect.y + rect.height), picture.height);
  Sum out;
  for (int y = first(rect.y); y < bottom; ++y) {
    for (int x = first(rect.x); x < right; ++x) {
      out.black += 1 - picture.grey[static_cast<std::size_t>(y * picture.width + x)] / 255.0;
      ++out.pixels;
    }
  }
  return out;
}

}  // namespace

double Picture::dark(const Rect& rect) const {
  const Sum all = sum(*this, rect);
  EXPECT_GT(all.pixels, 0);
  return all.pixels == 0 ? 0 : all.black / static_cast<double>(all.pixels);
}

double Picture::dark_around(const Rect& inner, const Rect& outer) const {
  const Sum in = sum(*this, inner);
  const Sum all = sum(*this, outer);
  EXPECT_GT(all.pixels, in.pixels);
  return (all.black - in.black) /
         static_cast<double>(std::max<std::int64_t>(1, all.pixels - in.pixels));
}

std::vector<Picture> pictures_of(ByteView pdf, int dpi) {
  const pdf::testing::OnDisk file(pdf, name_of_test());
  file.judge("pdftoppm -gray -r " + std::to_string(dpi) + " {} " +
             (file.folder() / "page").string());
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(file.folder())) {
    if (entry.path().extension() == ".pgm") paths.insert(entry.path());
  }
  std::vector<Picture> out;
  for (const auto& path : paths) out.push_back(read_pgm(path, dpi));
  return out;
}

std::string words_of(ByteView pdf, int page) {
  const std::string number = std::to_string(page);
  const std::string pages = page == 0 ? "" : "-f " + number + " -l " + number + " ";
  std::istringstream in(pdf::testing::OnDisk(pdf).judge("pdftotext -raw " + pages + "{} -"));
  std::string out = " ";
  for (std::string word; in >> word;) out += word + " ";
  return out;
}

std::vector<ReadCode> qr_codes(const Picture& picture) {
  return qr_codes(
      picture, {0, 0, picture.width * kInch / picture.dpi, picture.height * kInch / picture.dpi});
}

std::vector<ReadCode> qr_codes(const Picture& picture, const Rect& part) {
  const double pixel = kInch / picture.dpi;
  const ZXing::ImageView whole(picture.grey.data(), picture.width, picture.height,
                               ZXing::ImageFormat::Lum);
  const int left = static_cast<int>(part.x / pixel);
  const int top = static_cast<int>(part.y / pixel);
  const auto view = whole.cropped(left, top, static_cast<int>(part.width / pixel),
                                  static_cast<int>(part.height / pixel));
  std::vector<ReadCode> out;
  for (const auto& one : ZXing::ReadBarcodes(
           view,
           ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true))) {
    const auto corner = one.position().topLeft();
    const auto other = one.position().bottomRight();
    out.push_back({one.text(),
                   {(left + corner.x) * pixel, (top + corner.y) * pixel,
                    (other.x - corner.x) * pixel, (other.y - corner.y) * pixel}});
  }
  return out;
}

}  // namespace hp::paper::testing
