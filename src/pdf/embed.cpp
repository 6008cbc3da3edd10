#include "pdf/embed.h"

#include <cstdio>

#include "pdf/digest.h"
#include "pdf/utf8.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

using Letters = std::map<std::uint16_t, char32_t>;

std::set<std::uint16_t> ids_of(const Letters& letters) {
  std::set<std::uint16_t> ids;
  for (const auto& [id, letter] : letters) ids.insert(id);
  return ids;
}

// "ABCDEF+LiberationSerif": six letters that depend on what is embedded.
std::string subset_name(const FaceFacts& facts, ByteView program) {
  const Hash hash = sha256(program);
  std::string name;
  for (std::size_t i = 0; i < 6; ++i) name += static_cast<char>('A' + hash.at(i) % 26);
  return name + "+" + facts.name;
}

// Codes are glyph ids; each stands for one letter.
std::string to_unicode(const Letters& letters) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t kBlock = 100;  // the most a reader must take
  std::size_t left = letters.size();
  std::size_t in_block = 0;
  for (const auto& [id, letter] : letters) {
    if (in_block == 0) {
      in_block = std::min(left, kBlock);
      out += std::to_string(in_block) + " beginbfchar\n";
    }
    out += "<"s + utf16_hex(id) + "> <" + utf16_hex(letter) + ">\n";
    --left;
    if (--in_block == 0) out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// "[3 [250 333] 17 [500]]": runs of neighbouring ids.
std::string widths(const std::map<std::uint16_t, std::uint16_t>& advances) {
  std::string out = "[";
  int next = -1;
  for (const auto& [id, advance] : advances) {
    if (id == next) {
      out += ' ';
    } else {
      if (next >= 0) out += "] ";
      out += std::to_string(id);
      out += " [";
    }
    out += std::to_string(advance);
    next = id + 1;
  }
  return out + (next < 0 ? "]" : "]]");
}

Result<Ref> embed(Face face, const Letters& letters, const Fonts& fonts, File& file) {
  const FaceFacts& facts = fonts.facts(face);
  std::map<std::uint16_t, std::uint16_t> advances;
  for (const auto& [id, letter] : letters) advances[id] = fonts.advance(face, id);
  const Bytes program = fonts.subset(face, ids_of(letters));
  const std::string name = to_name(subset_name(facts, program));
  const Ref program_ref = file.add_stream("/Length1 "s + std::to_string(program.size()), program);
  std::string box = "[";
  for (const int side : facts.box) {
    if (box.size() > 1) box += ' ';
    box += std::to_string(side);
  }
  const Ref descriptor = file.add(
      "<< /Type /FontDescriptor /FontName "s + name + " /Flags " + std::to_string(facts.flags) +
      " /FontBBox " + box + "] /ItalicAngle " + std::to_string(facts.italic_angle) + " /Ascent " +
      std::to_string(facts.ascent) + " /Descent " + std::to_string(facts.descent) + " /CapHeight " +
      std::to_string(facts.cap_height) + " /StemV " + std::to_string(facts.stem) + " /FontFile2 " +
      to_text(program_ref) + " >>");
  const Ref descendant =
      file.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont "s + name +
               " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
               " /CIDToGIDMap /Identity /DW 0 /W "s +
               widths(advances) + " /FontDescriptor " + to_text(descriptor) + " >>");
  const Ref unicode = file.add_stream("", view(to_unicode(letters)));
  return file.add("<< /Type /Font /Subtype /Type0 /BaseFont "s + name +
                  " /Encoding /Identity-H /DescendantFonts [" + to_text(descendant) +
                  "] /ToUnicode " + to_text(unicode) + " >>");
}

}  // namespace

Result<std::string> embed_fonts(UsedGlyphs used, const Fonts& fonts, File& file) {
  HP_ASSIGN(const auto alphabet, fonts.glyphs(vietnamese_alphabet(), Face::kRegular));
  for (const Glyph& glyph : alphabet) use(used, Face::kRegular, glyph);
  std::string out = "<<";
  for (const Face face : kFaces) {
    const auto i = static_cast<std::size_t>(face);
    if (used.at(i).empty()) continue;
    HP_ASSIGN(const Ref font, embed(face, used.at(i), fonts, file));
    out += " /F"s + std::to_string(i) + " " + to_text(font);
  }
  return out + " >>";
}

}  // namespace hp::pdf
