// The fonts of a paper: Liberation Serif 2 in four faces, from the bytes of the files in fonts/.
//
//   HP_ASSIGN(const Fonts fonts, Fonts::liberation_serif({regular, bold, italic, bold_italic}));
//   HP_ASSIGN(const Length width, fonts.width("Đảng bộ", Face::kBold, pt(14)));
//
// A value that is cheap to copy; nothing in it changes, so threads may share one.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/length.h"

namespace hp::pdf {

enum class Face { kRegular, kBold, kItalic, kBoldItalic };
inline constexpr std::array kFaces{Face::kRegular, Face::kBold, Face::kItalic, Face::kBoldItalic};

// A glyph's number in the font file, and its advance in thousandths of the font size, rounded as
// the PDF's /W states it: layout and reader count with the same figures.
struct Glyph {
  std::uint16_t id = 0;
  std::uint16_t advance = 0;
  char32_t letter = 0;
};

// What a font descriptor states, in thousandths of the font size (ISO 32000-2, table 120).
struct FaceFacts {
  std::string name;  // PostScript name
  std::array<int, 4> box{};
  int ascent = 0;
  int descent = 0;
  int cap_height = 0;
  int italic_angle = 0;  // degrees, rounded
  int stem = 0;
  int flags = 0;
};

class Fonts {
 public:
  // The four files, in the order of Face. Fails with `kPdfFont` for bytes whose SHA-256 is not
  // that of fonts/SHA256SUMS; `where` names the file.
  static Result<Fonts> liberation_serif(const std::array<ByteView, 4>& files);

  // The glyphs of a text. Fails with `kNotUtf8`, `kNotNfc`, or `kPdfGlyphMissing` with the letter
  // ("U+5B57") as detail: also for control characters, for marks that stand alone after NFC, and
  // for scripts that need more than one glyph after another (Hebrew, Arabic).
  Result<std::vector<Glyph>> glyphs(std::string_view text, Face face) const;

  // How wide a text is when it stands on one line.
  Result<Length> width(std::string_view text, Face face, Length size) const;

  const FaceFacts& facts(Face face) const;

  // A glyph's advance, as in Glyph.
  std::uint16_t advance(Face face, std::uint16_t id) const;

  // The font file with these glyphs alone, their ids kept.
  Bytes subset(Face face, const std::set<std::uint16_t>& ids) const;

 private:
  struct Faces;
  std::shared_ptr<const Faces> faces_;
};

// ASCII, Vietnamese letters in both cases, and the punctuation of Vietnamese print, as UTF-8: the
// base file embeds all of it, since appearances of later signatures need it.
std::string_view vietnamese_alphabet();

}  // namespace hp::pdf
