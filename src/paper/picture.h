// Pages as a scanner sees them: grey pictures made by poppler, measured in millimetres, and their
// QR codes read by ZXing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace hp::paper::testing {

struct Rect {  // in millimetres from the top left corner
  double x = 0, y = 0, width = 0, height = 0;
  Rect grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
};

struct Picture {
  int width = 0, height = 0;  // pixels
  int dpi = 0;
  std::vector<std::uint8_t> grey;  // 0 black

  // How much of the pixels whose middle is inside is black: 0 white, 1 black. Fails the test where
  // no pixel is.
  double dark(const Rect& rect) const;
  // Of the ring between the two.
  double dark_around(const Rect& inner, const Rect& outer) const;
};

std::vector<Picture> pictures_of(ByteView pdf, int dpi = 200);

// What pdftotext reads on a page (from 1; 0: on all), with one space between words.
std::string words_of(ByteView pdf, int page = 0);

struct ReadCode {
  std::string text;
  Rect where;
};
// All QR codes of the picture, or of a part of it.
std::vector<ReadCode> qr_codes(const Picture& picture);
std::vector<ReadCode> qr_codes(const Picture& picture, const Rect& part);

}  // namespace hp::paper::testing
