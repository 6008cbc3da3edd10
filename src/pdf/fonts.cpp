#include "pdf/fonts.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "base/hex.h"
#include "base/text.h"
#include "pdf/codes.h"
#include "pdf/digest.h"
#include "pdf/utf8.h"

namespace hp::pdf {
namespace {

struct KnownFile {
  const char* name;
  const char* sha256;
};

// fonts/SHA256SUMS, in the order of Face.
constexpr KnownFile kFiles[] = {
    {"LiberationSerif-Regular.ttf",
     "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba"},
    {"LiberationSerif-Bold.ttf",
     "446a4421f297698427170fd7db20e59169a4188baaaf940e9bea58af6341a723"},
    {"LiberationSerif-Italic.ttf",
     "c1830c433ab41379f1139fac388989d37c9f08c81e1bd643efdcc7946db30753"},
    {"LiberationSerif-BoldItalic.ttf",
     "36dd6965be8915f6d7efb259757f1f7546a7c6f72c53a20bbe4ae7092f2cd558"},
};

template <auto Destroy>
struct Destroyer {
  void operator()(auto* object) const { Destroy(object); }
};
using BlobPtr = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using FacePtr = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using FontPtr = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using InputPtr = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

// What one glyph a letter, left to right, can't print: lone marks, and scripts that run from the
// right or join their letters.
bool needs_shaping(char32_t letter) {
  return (letter >= 0x0300 && letter <= 0x036F) || (letter >= 0x0483 && letter <= 0x0489) ||
         (letter >= 0x0590 && letter <= 0x1CFF) || (letter >= 0x1DC0 && letter <= 0x1DFF) ||
         (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x2028 && letter <= 0x202E) ||
         (letter >= 0x2060 && letter <= 0x206F) || (letter >= 0x20D0 && letter <= 0x20FF) ||
         (letter >= 0xFB1D && letter <= 0xFDFF) || (letter >= 0xFE00 && letter <= 0xFEFF);
}

bool is_control(char32_t letter) {
  return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0xAD;
}

std::string code_point(char32_t letter) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "U+%04X", static_cast<unsigned>(letter));
  return buffer;
}

int signed16(ByteView table, std::size_t at) {
  if (at + 2 > table.size()) return 0;
  return static_cast<std::int16_t>(table[at] << 8U | table[at + 1]);
}

Bytes table_of(hb_face_t* face, hb_tag_t tag) {
  const BlobPtr blob(hb_face_reference_table(face, tag));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return to_bytes(view({data, size}));
}

}  // namespace

struct Fonts::Faces {
  struct One {
    Bytes file;
    FacePtr face;
    FontPtr font;
    int units = 1;
    FaceFacts facts;

    int thousandths(int value) const {
      const int half = value < 0 ? -units / 2 : units / 2;
      return (value * 1000 + half) / units;
    }
  };
  std::array<One, 4> faces;
  const One& at(Face face) const { return faces.at(static_cast<std::size_t>(face)); }
};

namespace {

// Flags of ISO 32000-2, table 121: serif 2, non-symbolic 6, italic 7.
void read_facts(auto& one, Face face) {
  const bool italic = face == Face::kItalic || face == Face::kBoldItalic;
  const bool bold = face == Face::kBold || face == Face::kBoldItalic;
  char name[64] = {};
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(one.face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
                      name);
  one.facts.name = name;
  const Bytes head = table_of(one.face.get(), HB_TAG('h', 'e', 'a', 'd'));
  for (std::size_t i = 0; i < 4; ++i)
    one.facts.box[i] = one.thousandths(signed16(head, 36 + 2 * i));
  const Bytes hhea = table_of(one.face.get(), HB_TAG('h', 'h', 'e', 'a'));
  one.facts.ascent = one.thousandths(signed16(hhea, 4));
  one.facts.descent = one.thousandths(signed16(hhea, 6));
  const Bytes os2 = table_of(one.face.get(), HB_TAG('O', 'S', '/', '2'));
  one.facts.cap_height = one.thousandths(signed16(os2, 88));
  const Bytes post = table_of(one.face.get(), HB_TAG('p', 'o', 's', 't'));
  one.facts.italic_angle = signed16(post, 4);  // the whole part of a 16.16 number
  one.facts.stem = bold ? 140 : 80;
  one.facts.flags = 1 << 1 | 1 << 5 | (italic ? 1 << 6 : 0);
}

}  // namespace

Result<Fonts> Fonts::liberation_serif(const std::array<ByteView, 4>& files) {
  auto faces = std::make_shared<Faces>();
  for (const Face face : kFaces) {
    const auto i = static_cast<std::size_t>(face);
    if (to_hex(sha256(files.at(i))) != kFiles[i].sha256)
      return fail(codes::kPdfFont, kFiles[i].name);
    auto& one = faces->faces.at(i);
    one.file = to_bytes(files.at(i));
    const auto text = chars(one.file);
    const BlobPtr blob(hb_blob_create(text.data(), static_cast<unsigned>(text.size()),
                                      HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    one.face.reset(hb_face_create(blob.get(), 0));
    one.units = static_cast<int>(hb_face_get_upem(one.face.get()));
    one.font.reset(hb_font_create(one.face.get()));
    read_facts(one, face);
    hb_face_make_immutable(one.face.get());
    hb_font_make_immutable(one.font.get());
  }
  Fonts fonts;
  fonts.faces_ = std::move(faces);
  return fonts;
}

Result<std::vector<Glyph>> Fonts::glyphs(std::string_view text, Face face) const {
  HP_TRY(check_nfc(text));
  const Faces::One& one = faces_->at(face);
  std::vector<Glyph> out;
  for (const char32_t letter : letters(text)) {
    hb_codepoint_t id = 0;
    if (is_control(letter) || needs_shaping(letter) ||
        !hb_font_get_nominal_glyph(one.font.get(), letter, &id) || id == 0) {
      return fail(codes::kPdfGlyphMissing, "", code_point(letter));
    }
    const auto number = static_cast<std::uint16_t>(id);
    out.push_back({number, advance(face, number), letter});
  }
  return out;
}

Result<Length> Fonts::width(std::string_view text, Face face, Length size) const {
  HP_ASSIGN(const auto line, glyphs(text, face));
  std::int64_t sum = 0;
  for (const Glyph& glyph : line) sum += glyph.advance;
  return size * sum / 1000;
}

std::uint16_t Fonts::advance(Face face, std::uint16_t id) const {
  const Faces::One& one = faces_->at(face);
  return static_cast<std::uint16_t>(
      one.thousandths(hb_font_get_glyph_h_advance(one.font.get(), id)));
}

const FaceFacts& Fonts::facts(Face face) const {
  return faces_->at(face).facts;
}

Bytes Fonts::subset(Face face, const std::set<std::uint16_t>& ids) const {
  const InputPtr input(hb_subset_input_create_or_fail());
  if (!input) throw std::bad_alloc();
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint16_t id : ids) hb_set_add(wanted, id);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
  // A reader of Identity-H looks glyphs up by id: no table that turns letters or pairs into glyphs.
  hb_set_t* drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : {"cmap", "GSUB", "GPOS", "GDEF", "OS/2", "name", "post", "kern"}) {
    hb_set_add(drop, hb_tag_from_string(tag, 4));
  }
  const FacePtr made(hb_subset_or_fail(faces_->at(face).face.get(), input.get()));
  if (!made) throw std::runtime_error("HarfBuzz made no subset of a font that was checked");
  const BlobPtr blob(hb_face_reference_blob(made.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return to_bytes(view({data, size}));
}

std::string_view vietnamese_alphabet() {
  return " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
         "abcdefghijklmnopqrstuvwxyz{|}~"
         "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"
         "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"
         "ỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
         "–—‘’“”…«»§°·×";
}

}  // namespace hp::pdf
