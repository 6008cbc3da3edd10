#include "pdf/make.h"

#include <set>

#include "base/text.h"
#include "pdf/codes.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/file.h"
#include "pdf/flow.h"
#include "pdf/metadata.h"
#include "pdf/tags.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

struct PlacedField {
  Tag tag;
  int page;
  Length page_height;
  LaidField laid;
};

std::vector<PlacedField> fields_of(const Laid& laid) {
  std::vector<PlacedField> out;
  int number = 0;
  for (const LaidPage& page : laid.pages) {
    for (const Item& item : page.items) {
      if (const auto* field = std::get_if<LaidField>(&item.thing)) {
        out.push_back({item.tag, number, page.height, *field});
      }
    }
    ++number;
  }
  return out;
}

Result<void> check_names(const Document& document, const std::vector<PlacedField>& fields) {
  std::set<std::string> names;
  for (const PlacedField& it : fields) {
    const std::string& name = it.laid.field.name;
    // A dot would part the name into a tree of fields.
    if (name.empty() || name.find('.') != std::string::npos || !names.insert(name).second) {
      return fail(codes::kPdfNamedTwice, "field", name);
    }
  }
  std::set<std::string> files;
  for (const Attachment& it : document.attachments) {
    if (it.name.empty() || !files.insert(it.name).second) {
      return fail(codes::kPdfNamedTwice, "attachment", it.name);
    }
  }
  return {};
}

// Texts outside the pages, which no font checks.
Result<void> check_texts(const Document& document, const std::vector<PlacedField>& fields) {
  std::vector<std::string_view> texts{document.title, document.author, document.program,
                                      document.language};
  for (const PlacedField& it : fields) {
    texts.push_back(it.laid.field.name);
    texts.push_back(it.laid.field.description);
  }
  for (const Attachment& it : document.attachments) {
    texts.push_back(it.name);
    texts.push_back(it.description);
  }
  for (const std::string_view text : texts) {
    HP_TRY(check_nfc(text));
    for (const char c : text) {
      if (static_cast<unsigned char>(c) < 0x20) return fail(codes::kPdfGlyphMissing, "", "U+000A");
    }
  }
  return {};
}

// An annotation and field in one (ISO 32000-2, 12.5.6.19). Print and Locked; not Hidden, for a
// signature that nobody could find is none. A visible one has an empty appearance until it is
// signed (ISO 19005-3, 6.3.3).
std::string widget(const PlacedField& it, Ref page, std::size_t key, File& file) {
  const Field& field = it.laid.field;
  const bool visible = field.height > Length{} && field.width > Length{};
  std::string out = "<< /Type /Annot /Subtype /Widget /FT /Sig /T "s + to_text_string(field.name) +
                    " /TU " + to_text_string(field.description) + " /F 132 /P " + to_text(page) +
                    " /StructParent " + std::to_string(key);
  if (!visible) return out + " /Rect [0 0 0 0] >>";
  const Length bottom = it.page_height - it.laid.y - field.height;
  out += " /Rect ["s + to_text(it.laid.x) + " " + to_text(bottom) + " " +
         to_text(it.laid.x + field.width) + " " + to_text(bottom + field.height) + "]";
  const Ref empty =
      file.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 "s + to_text(field.width) + " " +
                          to_text(field.height) + "] /Resources << >>",
                      {}, File::Store::kPlain);
  return out + " /AP << /N " + to_text(empty) + " >> >>";
}

class Maker {
 public:
  Maker(const Document& document, const Fonts& fonts) : document_(document), fonts_(fonts) {}

  Result<Bytes> run() {
    HP_TRY(lay_flow(document_, fonts_, laid_));
    HP_TRY(lay_sheets(document_, fonts_, laid_));
    if (laid_.pages.empty()) return fail(codes::kPdfDoesNotFit, "flow");
    fields_ = fields_of(laid_);
    HP_TRY(check_names(document_, fields_));
    HP_TRY(check_texts(document_, fields_));
    const Ref catalog = file_.reserve();
    const Ref page_tree = file_.reserve();
    for (std::size_t i = 0; i < laid_.pages.size(); ++i) pages_.push_back(file_.reserve());
    for (std::size_t i = 0; i < fields_.size(); ++i) widgets_.push_back(file_.reserve());
    std::vector<Ref> contents;
    for (std::size_t i = 0; i < laid_.pages.size(); ++i) {
      const std::string content = content_of(laid_.pages[i], static_cast<int>(i), laid_.tree,
                                             owners_.pages.emplace_back(), used_);
      // A pile of voting cards is hundreds of sheets full of squares.
      contents.push_back(file_.add_stream("", view(content),
                                          i < first_sheet() ? Store::kDeflated : Store::kSwift));
    }
    write_fields();
    HP_ASSIGN(font_names_, embed_fonts(std::move(used_), fonts_, file_));
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      file_.put(pages_[i], page_of(i, contents[i], page_tree, annotations_on(i)));
    }
    const std::vector<Ref> all = with_copies(contents, page_tree);
    file_.put(page_tree, "<< /Type /Pages /Kids "s + to_text(all) + " /Count " +
                             std::to_string(all.size()) + " >>");
    write_catalog(catalog, page_tree);
    const Ref info = add_info(document_, file_);
    return file_.finish(catalog, info);
  }

 private:
  std::size_t first_sheet() const { return laid_.pages.size() - document_.sheets.size(); }

  void write_fields() {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const PlacedField& it = fields_[i];
      owners_.fields.push_back(it.tag);
      laid_.tree.at(it.tag).kids.push_back({Kid::Kind::kField, static_cast<int>(i), it.page});
      file_.put(widgets_[i],
                widget(it, pages_[static_cast<std::size_t>(it.page)], pages_.size() + i, file_));
    }
  }

  std::vector<Ref> annotations_on(std::size_t page) const {
    std::vector<Ref> out;
    for (std::size_t field = 0; field < fields_.size(); ++field) {
      if (fields_[field].page == static_cast<int>(page)) out.push_back(widgets_[field]);
    }
    return out;
  }

  std::string page_of(std::size_t i, Ref content, Ref parent,
                      const std::vector<Ref>& annotations) const {
    std::string out = "<< /Type /Page /Parent "s + to_text(parent) + " /MediaBox [0 0 " +
                      to_text(laid_.pages[i].width) + " " + to_text(laid_.pages[i].height) +
                      "] /Resources << /Font " + font_names_ + " >> /Contents " + to_text(content) +
                      " /StructParents " + std::to_string(i) + " /Tabs /S";
    if (!annotations.empty()) out += " /Annots "s + to_text(annotations);
    return out + " >>";
  }

  // The pages, and behind them the other copies of the sheets.
  std::vector<Ref> with_copies(const std::vector<Ref>& contents, Ref parent) {
    std::vector<Ref> all = pages_;
    for (int copy = 1; copy < document_.copies; ++copy) {
      for (std::size_t i = first_sheet(); i < pages_.size(); ++i) {
        all.push_back(file_.add(page_of(i, contents[i], parent, {})));
      }
    }
    return all;
  }

  void write_catalog(Ref catalog, Ref page_tree) {
    // One after the other: within one expression the compiler chooses the order of the objects.
    const Ref colours = add_output_intent(file_);
    const Ref metadata = add_xmp(document_, file_);
    const Ref tags = add_tags(laid_.tree, owners_, pages_, widgets_, file_);
    std::string out = "<< /Type /Catalog /Pages "s + to_text(page_tree) + " /Lang " +
                      to_text_string(document_.language) +
                      " /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>"
                      " /StructTreeRoot "s +
                      to_text(tags) + " /Metadata " + to_text(metadata) + " /OutputIntents [" +
                      to_text(colours) + "]";
    if (!document_.attachments.empty()) {
      const Attached attached = add_attachments(document_, file_);
      out += " /AF "s + to_text(attached.specifications) + " /Names << /EmbeddedFiles << /Names " +
             attached.names + " >> >>";
    }
    if (!fields_.empty()) {
      out += " /AcroForm << /Fields "s + to_text(widgets_) + " /SigFlags 3 /DR << /Font " +
             font_names_ + " >> >>";
    }
    file_.put(catalog, out + " >>");
  }

  const Document& document_;
  const Fonts& fonts_;
  Laid laid_;
  File file_;
  Owners owners_;
  UsedGlyphs used_;
  std::vector<PlacedField> fields_;
  std::vector<Ref> pages_, widgets_;
  std::string font_names_;
};

}  // namespace

Result<Bytes> make(const Document& document, const Fonts& fonts) {
  return Maker(document, fonts).run();
}

}  // namespace hp::pdf
