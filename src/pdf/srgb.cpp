#include "pdf/srgb.h"

#include <string_view>

namespace hp::pdf {
namespace {

void u16(Bytes& to, std::uint32_t value) {
  to.push_back(static_cast<std::uint8_t>(value >> 8U));
  to.push_back(static_cast<std::uint8_t>(value));
}
void u32(Bytes& to, std::uint32_t value) {
  u16(to, value >> 16U);
  u16(to, value & 0xFFFFU);
}
// Letter by letter: GCC 12 takes the insertion of a short literal for a read out of bounds.
void ascii(Bytes& to, std::string_view letters) {
  for (const char c : letters) to.push_back(static_cast<std::uint8_t>(c));
}
void zeros(Bytes& to, std::size_t count) {
  to.insert(to.end(), count, 0);
}

// s15Fixed16Number: 65536ths.
void fixed(Bytes& to, double value) {
  const double scaled = value * 65536 + (value < 0 ? -0.5 : 0.5);
  u32(to, static_cast<std::uint32_t>(static_cast<std::int32_t>(scaled)));
}

Bytes xyz(double x, double y, double z) {
  Bytes out;
  ascii(out, "XYZ ");
  zeros(out, 4);
  for (const double value : {x, y, z}) fixed(out, value);
  return out;
}

// multiLocalizedUnicodeType with one text, in English.
Bytes text(std::string_view words) {
  Bytes out;
  ascii(out, "mluc");
  zeros(out, 4);
  u32(out, 1);
  u32(out, 12);
  ascii(out, "enUS");
  u32(out, static_cast<std::uint32_t>(words.size() * 2));
  u32(out, 28);
  for (const char c : words) u16(out, static_cast<unsigned char>(c));
  return out;
}

// parametricCurveType 3: ((a x + b) ^ g above d, c x below).
Bytes curve() {
  Bytes out;
  ascii(out, "para");
  zeros(out, 4);
  u16(out, 3);
  u16(out, 0);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) fixed(out, value);
  return out;
}

// From D65 to D50 by Bradford's matrix.
Bytes adaptation() {
  Bytes out;
  ascii(out, "sf32");
  zeros(out, 4);
  for (const double value : {1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491,
                             -0.0092345, 0.0150436, 0.7521316}) {
    fixed(out, value);
  }
  return out;
}

struct ProfileTag {
  std::string_view tag;
  std::size_t data;  // index of its data; the three curves share one
};

Bytes header(std::size_t size) {
  Bytes out;
  u32(out, static_cast<std::uint32_t>(size));
  zeros(out, 4);         // no preferred module
  u32(out, 0x04200000);  // version 4.2
  ascii(out, "mntrRGB XYZ ");
  for (const std::uint32_t part : {2020U, 1U, 1U, 0U, 0U, 0U}) u16(out, part);  // a fixed date
  ascii(out, "acsp");
  zeros(out, 4 + 4 + 4 + 4 + 8 + 4);  // platform, flags, maker, model, attributes, intent
  for (const double value : {0.9642, 1.0, 0.8249}) fixed(out, value);
  zeros(out, 128 - out.size());
  return out;
}

}  // namespace

Bytes srgb_profile() {
  const Bytes data[] = {text("sRGB IEC61966-2.1"),
                        text("Public domain"),
                        xyz(0.9642, 1, 0.8249),
                        adaptation(),
                        xyz(0.4360657, 0.2224884, 0.0139160),
                        xyz(0.3851471, 0.7168732, 0.0970764),
                        xyz(0.1430664, 0.0606079, 0.7140961),
                        curve()};
  constexpr ProfileTag kEntries[] = {{"desc", 0}, {"cprt", 1}, {"wtpt", 2}, {"chad", 3},
                                     {"rXYZ", 4}, {"gXYZ", 5}, {"bXYZ", 6}, {"rTRC", 7},
                                     {"gTRC", 7}, {"bTRC", 7}};
  const auto padded = [](std::size_t size) { return (size + 3) / 4 * 4; };
  std::size_t size = 128 + 4 + std::size(kEntries) * 12;
  std::size_t offsets[std::size(data)];
  for (std::size_t i = 0; i < std::size(data); ++i) {
    offsets[i] = size;
    size += padded(data[i].size());
  }
  Bytes out = header(size);
  u32(out, std::size(kEntries));
  for (const ProfileTag& entry : kEntries) {
    ascii(out, entry.tag);
    u32(out, static_cast<std::uint32_t>(offsets[entry.data]));
    u32(out, static_cast<std::uint32_t>(data[entry.data].size()));
  }
  for (const Bytes& one : data) {
    append(out, one);
    zeros(out, padded(one.size()) - one.size());
  }
  return out;
}

}  // namespace hp::pdf
