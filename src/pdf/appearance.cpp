#include "pdf/appearance.h"

#include <cstdio>

#include "pdf/codes.h"
#include "pdf/content.h"
#include "pdf/file.h"
#include "pdf/place.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

using Kind = Value::Kind;

// The form's regular face, as make() names it.
Result<const Value*> font_of(const Reading& file) {
  const Value* at = &file.objects.find(file.parts.catalog)->value;
  for (const char* key : {"AcroForm", "DR", "Font", "F0"}) {
    at = at == nullptr ? nullptr : file.objects.follow(at)->find(key);
  }
  if (at == nullptr || !at->is(Kind::kReference)) return fail(codes::kPdfStructure, "DR");
  return at;
}

// Glyphs that /W gives a width, which are those embedded: "[3 [250 333] 17 [500]]".
Result<std::set<std::uint16_t>> embedded(const Value& font, const Objects& objects) {
  std::set<std::uint16_t> out;
  const Value* list = objects.follow(objects.follow(&font)->find("DescendantFonts"));
  const Value* descendant =
      list == nullptr || list->items.empty() ? nullptr : objects.follow(list->items.data());
  const Value* widths = descendant == nullptr ? nullptr : descendant->find("W");
  if (widths == nullptr) return fail(codes::kPdfStructure, "W");
  for (std::size_t i = 0; i + 1 < widths->items.size(); i += 2) {
    const Value& first = widths->items[i];
    const std::size_t count = widths->items[i + 1].items.size();
    if (!first.is(Kind::kInteger) || first.integer < 0 || first.integer > 0xFFFF) {
      return fail(codes::kPdfStructure, "W");
    }
    for (std::size_t n = 0; n < count; ++n) {
      out.insert(static_cast<std::uint16_t>(static_cast<std::size_t>(first.integer) + n));
    }
  }
  return out;
}

// "56.693" as the writer spells it; thousandths and no more.
Length length_of(const Value& value) {
  if (value.is(Kind::kInteger)) return {value.integer * 1000};
  double points = 0;
  std::sscanf(value.text.c_str(), "%lf", &points);
  return pt(points);
}

struct Frame {
  Length width, height;
};
Frame box_of(const Value& field) {
  const Value* rectangle = field.find("Rect");
  if (rectangle == nullptr || rectangle->items.size() != 4) return {};
  const auto& at = rectangle->items;
  return {length_of(at[2]) - length_of(at[0]), length_of(at[3]) - length_of(at[1])};
}

// The lines in this size, or none where they are too high.
Result<std::vector<LaidText>> laid(const std::vector<std::string>& lines, Frame box, Length size,
                                   const Fonts& fonts) {
  const Length edge = pt(2);
  std::vector<LaidText> out;
  Length y = edge;
  for (const std::string& text : lines) {
    const Paragraph paragraph{.runs = {{text}}, .align = Align::kLeft, .size = size};
    HP_ASSIGN(const auto broken, break_lines(paragraph, box.width - edge * 2, fonts));
    for (const Line& line : broken) {
      out.push_back(set_line(line, paragraph, {edge, box.width - edge * 2}, y, false));
      y += line_height(paragraph);
    }
  }
  if (y + edge > box.height) out.clear();
  return out;
}

Result<void> check_embedded(const std::vector<LaidText>& lines,
                            const std::set<std::uint16_t>& glyphs) {
  for (const LaidText& line : lines) {
    for (const Letter& it : line.line.letters) {
      if (glyphs.contains(it.glyph.id)) continue;
      char letter[16];
      std::snprintf(letter, sizeof letter, "U+%04X", static_cast<unsigned>(it.glyph.letter));
      return fail(codes::kPdfGlyphMissing, "appearance", letter);
    }
  }
  return {};
}

}  // namespace

Result<std::string> appearance(const std::vector<std::string>& lines, const Value& field,
                               const Reading& file, const Fonts& fonts) {
  const Frame box = box_of(field);
  if (box.width <= pt(10) || box.height <= pt(10)) {
    return fail(codes::kPdfDoesNotFit, "appearance");
  }
  HP_ASSIGN(const Value* font, font_of(file));
  HP_ASSIGN(const auto glyphs, embedded(*font, file.objects));
  for (Length size = pt(11); size >= pt(5); size -= pt(0.5)) {
    HP_ASSIGN(const auto text, laid(lines, box, size, fonts));
    if (text.empty()) continue;
    HP_TRY(check_embedded(text, glyphs));
    UsedGlyphs used;
    return stream_body("/Type /XObject /Subtype /Form /BBox [0 0 "s + to_text(box.width) + " " +
                           to_text(box.height) + "] /Resources << /Font << /F0 " + to_text(*font) +
                           " >> >>",
                       view(content_of(text, box.height, used)));
  }
  return fail(codes::kPdfDoesNotFit, "appearance");
}

}  // namespace hp::pdf
