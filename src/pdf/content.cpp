#include "pdf/content.h"

#include <algorithm>

#include "pdf/file.h"
#include "pdf/utf8.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

std::string glyph_hex(std::uint16_t id) {
  return utf16_hex(id);  // four digits all the same
}

class Writer {
 public:
  Writer(Length height, UsedGlyphs& used) : height_(height), used_(used) {}

  // Black in DeviceGray, which the output intent gives a meaning.
  void operator()(const LaidText& text) {
    out_ += "BT "s + to_text(text.x) + " " + to_text(height_ - text.baseline) + " Td\n";
    const auto& letters = text.line.letters;
    std::int64_t spaces = 0;
    for (std::size_t i = 0; i < letters.size();) {
      const Face face = letters[i].face;
      out_ += "/F"s + std::to_string(static_cast<int>(face)) + " " + to_text(text.size) + " Tf [<";
      for (; i < letters.size() && letters[i].face == face; ++i) {
        use(used_, face, letters[i].glyph);
        out_ += glyph_hex(letters[i].glyph.id);
        if (letters[i].glyph.letter != U' ' || spaces == text.line.spaces) continue;
        if (const std::int64_t wider = widening(text, spaces++); wider != 0) {
          out_ += ">-"s + std::to_string(wider) + "<";
        }
      }
      out_ += ">] TJ\n";
    }
    out_ += "ET\n";
  }

  void operator()(const Box& box) {
    const Length in = box.line / 2;
    if (box.line != Length{}) number(box.line, "w ");
    number(box.x + in);
    number(height_ - box.y - box.height + in);
    number(box.width - box.line);
    number(box.height - box.line, "re ");
    out_ += box.line == Length{} ? "f\n" : "S\n";
  }

  void operator()(const LaidPicture& picture) {
    for (const Box& box : picture.boxes) (*this)(box);
  }

  void operator()(const Stroke& it) {
    out_ += to_text(it.thickness) + " w " + to_text(it.x1) + " " + to_text(height_ - it.y1) +
            " m " + to_text(it.x2) + " " + to_text(height_ - it.y2) + " l S\n";
  }

  void operator()(const LaidField& /*unused*/) {}

  void line(const std::string& text) { out_ += text + "\n"; }
  std::string out() && { return std::move(out_); }

 private:
  void number(Length length, const char* behind = "") {
    add_text(out_, length);
    out_ += ' ';
    out_ += behind;
  }

  // How much wider the line's space number `i` is, in thousandths of the font size: whole numbers
  // whose sum is the slack.
  static std::int64_t widening(const LaidText& text, std::int64_t i) {
    if (text.slack <= Length{}) return 0;
    const std::int64_t total = text.slack.millipoints * 1000 / text.size.millipoints;
    return total / text.line.spaces + (i < total % text.line.spaces ? 1 : 0);
  }

  Length height_;
  UsedGlyphs& used_;
  std::string out_ = "0 g 0 G\n";
};

}  // namespace

void use(UsedGlyphs& used, Face face, const Glyph& glyph) {
  auto& letters = used.at(static_cast<std::size_t>(face));
  const auto [it, is_new] = letters.emplace(glyph.id, glyph.letter);
  if (!is_new) it->second = std::min(it->second, glyph.letter);
}

std::string content_of(const LaidPage& page, int number, Tree& tree, std::vector<Tag>& owners,
                       UsedGlyphs& used) {
  Writer writer(page.height, used);
  const Item* before = nullptr;
  for (const Item& item : page.items) {
    if (std::holds_alternative<LaidField>(item.thing)) continue;
    if (before == nullptr || before->tag != item.tag) {
      if (before != nullptr) writer.line("EMC");
      if (item.tag == Tag::kDecoration) {
        writer.line("/Artifact << /Type /Layout >> BDC");
      } else if (item.tag == Tag::kPagination) {
        writer.line("/Artifact << /Type /Pagination /Subtype /Header >> BDC");
      } else {
        const int id = static_cast<int>(owners.size());
        Element& element = tree.at(item.tag);
        writer.line("/"s + std::string(element.type) + " << /MCID " + std::to_string(id) +
                    " >> BDC");
        element.kids.push_back({Kid::Kind::kContent, id, number});
        owners.push_back(item.tag);
      }
    }
    std::visit(writer, item.thing);
    before = &item;
  }
  if (before != nullptr) writer.line("EMC");
  return std::move(writer).out();
}

std::string content_of(const std::vector<LaidText>& lines, Length height, UsedGlyphs& used) {
  Writer writer(height, used);
  for (const LaidText& line : lines) writer(line);
  return std::move(writer).out();
}

}  // namespace hp::pdf
