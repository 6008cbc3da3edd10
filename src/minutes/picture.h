// A page as a small picture, to be committed and looked at.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <sstream>
#include <string>

namespace hp::minutes::golden {

// One chunk of a PNG file.
inline std::string chunk(const std::string& type, const std::string& data) {
  const auto u32 = [](std::uint64_t n) {
    return std::string{static_cast<char>(n >> 24U), static_cast<char>(n >> 16U),
                       static_cast<char>(n >> 8U), static_cast<char>(n)};
  };
  std::string body = type;
  body += data;
  const auto* bytes = reinterpret_cast<const Bytef*>(body.data());
  std::string out = u32(data.size());
  out += body;
  out += u32(crc32(0, bytes, static_cast<uInt>(body.size())));
  return out;
}

// A PGM picture of 256 greys as PNG of 16: a page of text takes a third of what pdftoppm's own
// PNG takes.
inline std::string png(const std::string& pgm) {
  std::istringstream in(pgm);
  std::string magic;
  std::size_t width = 0;
  std::size_t height = 0;
  int most = 0;
  in >> magic >> width >> height >> most;
  const std::size_t start = pgm.size() - width * height;
  const auto grey = [&](std::size_t x, std::size_t y) {
    const unsigned value =
        x < width ? static_cast<unsigned char>(pgm[start + y * width + x]) : 255U;
    return (value + 8U) / 17U;
  };
  std::string rows;
  for (std::size_t y = 0; y < height; ++y) {
    rows += '\0';  // no filter
    for (std::size_t x = 0; x < width; x += 2) {
      rows += static_cast<char>(grey(x, y) << 4U | grey(x + 1, y));
    }
  }
  uLongf size = compressBound(rows.size());
  std::string data(size, '\0');
  compress2(reinterpret_cast<Bytef*>(data.data()), &size,
            reinterpret_cast<const Bytef*>(rows.data()), rows.size(), Z_BEST_COMPRESSION);
  data.resize(size);
  std::string header;
  for (const std::size_t n : {width, height}) {
    header += {'\0', '\0', static_cast<char>(n >> 8U), static_cast<char>(n)};
  }
  header += std::string("\x04\0\0\0\0", 5);  // four bits of grey
  return std::string("\x89PNG\r\n\x1a\n") + chunk("IHDR", header) + chunk("IDAT", data) +
         chunk("IEND", "");
}

}  // namespace hp::minutes::golden
