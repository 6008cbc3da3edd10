#include "minutes/pdf.h"

#include <algorithm>

#include "minutes/json.h"
#include "minutes/text_parts.h"
#include "pdf/digest.h"
#include "pdf/make.h"

namespace hp::minutes {
namespace {

using pdf::Align;
using pdf::Face;
using pdf::mm;
using pdf::pt;

constexpr pdf::Length kText = pt(13);
constexpr pdf::Length kIndent = mm(10);

// The words with one space between them.
std::string clean(std::string_view text) {
  std::string out;
  for (const std::string& word : wrap(text, text.size() + 1))
    out += (out.empty() ? "" : " ") + word;
  return out;
}

// "nhiệm kỳ 2020–2025" with spaces that do not break.
std::string unbroken_term(std::string text) {
  static constexpr std::string_view kTerm = "nhiệm kỳ ";
  static constexpr std::string_view kUnbroken = "nhiệm\u00A0kỳ\u00A0";
  if (const auto at = text.find(kTerm); at != std::string::npos) {
    text.replace(at, kTerm.size(), kUnbroken);
  }
  return text;
}

pdf::Paragraph words(std::string_view text, Face face, Align align, pdf::Length size = kText) {
  pdf::Paragraph out;
  out.runs.push_back({clean(text), face});
  out.align = align;
  out.size = size;
  return out;
}

class Paper {
 public:
  explicit Paper(const pdf::Fonts& fonts) : fonts_(fonts) {}

  Result<void> operator()(const outline::Blank& /*unused*/) { return {}; }

  Result<void> operator()(const outline::Head& head) {
    pdf::Columns columns;
    columns.columns.resize(2);
    columns.columns[0].share = 9;
    columns.columns[1].share = 11;
    columns.gap = mm(3);
    columns.after = pt(16);
    HP_TRY(head_side(head.left, kText, columns.columns[0]));
    HP_TRY(head_side(head.right, pt(15), columns.columns[1]));
    flow_.emplace_back(std::move(columns));
    flow_.emplace_back(pdf::Field{.name = "seal", .description = "Dấu của sổ ghi"});
    return {};
  }

  Result<void> operator()(const outline::Centred& it) {
    auto paragraph = words(it.text, Face::kBold, Align::kCentre, it.title ? pt(16) : pt(14));
    paragraph.role = it.title ? pdf::Role::kTitle : pdf::Role::kText;
    paragraph.keep_with_next = true;
    flow_.emplace_back(std::move(paragraph));
    return {};
  }

  Result<void> operator()(const outline::Section& it) {
    auto paragraph = words(it.first + it.text, Face::kBold, Align::kLeft);
    paragraph.role = pdf::Role::kHeading;
    paragraph.before = pt(10);
    paragraph.after = pt(2);
    paragraph.keep_with_next = true;
    flow_.emplace_back(std::move(paragraph));
    return {};
  }

  Result<void> operator()(const outline::Paragraph& it) {
    auto paragraph = words(it.first + it.text, Face::kRegular, Align::kJustify);
    const bool below = it.first.starts_with("  ");
    if (below) paragraph.align = Align::kLeft;
    paragraph.indent = below ? kIndent + mm(4) : pdf::Length{};
    paragraph.first = below ? pdf::Length{} : kIndent;
    paragraph.before = paragraph.after = below ? pt(0.5) : pt(1.5);
    if (after_centred()) paragraph.before = pt(10);
    paragraph.keep_with_next = it.text.ends_with(':');
    flow_.emplace_back(std::move(paragraph));
    return {};
  }

  // All digits on one line.
  Result<void> operator()(const outline::Digest& it) {
    auto paragraph = words(it.digits, Face::kRegular, Align::kLeft, pt(12));
    paragraph.indent = kIndent + mm(4);
    flow_.emplace_back(std::move(paragraph));
    return {};
  }

  Result<void> operator()(const outline::Table& it) {
    pdf::Table table;
    for (const Column& column : it.columns) {
      const Align align = column.to_the_right ? Align::kRight : Align::kLeft;
      // 2.6 mm a figure, and the cell's own margin.
      table.columns.push_back(
          {clean(column.title), mm(2.6) * static_cast<std::int64_t>(column.width), align});
    }
    for (const Row& row : it.rows) {
      auto& cells = table.rows.emplace_back();
      for (const std::string& cell : row) cells.push_back({{clean(cell)}});
    }
    flow_.emplace_back(std::move(table));
    return {};
  }

  // Never alone on a page: the words before it go along.
  Result<void> operator()(const outline::Signing& it) {
    if (auto* before = std::get_if<pdf::Paragraph>(&flow_.back())) {
      if (before->indent == pdf::Length{}) before->before = pt(8);
      before->keep_with_next = true;
    }
    pdf::Columns columns;
    columns.before = pt(14);
    const std::size_t lines = std::max(it.left.heading.size(), it.right.heading.size());
    columns.columns.push_back(signatory(it.left, lines));
    columns.columns.push_back(signatory(it.right, lines));
    flow_.emplace_back(std::move(columns));
    return {};
  }

  // Two beside each other: the name, and the place to sign.
  Result<void> operator()(const outline::Members& it) {
    if (it.members.empty()) return {};
    auto title = words(it.title, Face::kBold, Align::kCentre);
    title.before = pt(16);
    title.after = pt(4);
    title.keep_with_next = true;
    flow_.emplace_back(std::move(title));
    for (std::size_t i = 0; i < it.members.size(); i += 2) {
      pdf::Columns row;
      row.before = row.after = pt(1);
      row.gap = mm(2);
      for (std::size_t side = 0; side < 2; ++side) {
        pdf::Column name{.share = 25};
        pdf::Column place{.share = 19};
        if (i + side < it.members.size()) member(it.members[i + side], i + side + 1, name, place);
        row.columns.push_back(std::move(name));
        row.columns.push_back(std::move(place));
      }
      flow_.emplace_back(std::move(row));
    }
    return {};
  }

  std::vector<pdf::Block> flow() && { return std::move(flow_); }

 private:
  bool after_centred() const {
    if (flow_.empty()) return false;
    const auto* before = std::get_if<pdf::Paragraph>(&flow_.back());
    return before != nullptr && before->align == Align::kCentre;
  }

  Result<void> head_side(const std::vector<HeadLine>& lines, pdf::Length size,
                         pdf::Column& side) const {
    pdf::Length width{};
    for (const HeadLine& line : lines) {
      if (line.look == Look::kRule) {
        side.pieces.emplace_back(pdf::Rule{.width = width, .before = pt(1), .after = pt(6)});
        continue;
      }
      const Face face = line.look == Look::kBold     ? Face::kBold
                        : line.look == Look::kItalic ? Face::kItalic
                                                     : Face::kRegular;
      const pdf::Length own = line.look == Look::kItalic ? kText : size;
      side.pieces.emplace_back(words(unbroken_term(line.text), face, Align::kCentre, own));
      HP_ASSIGN(width, fonts_.width(clean(line.text), face, own));
    }
    return {};
  }

  // With room for so many lines above the signature, that names stand beside each other.
  static pdf::Column signatory(const Signatory& who, std::size_t lines) {
    pdf::Column out;
    for (const std::string& line : who.heading) {
      out.pieces.emplace_back(words(line, Face::kBold, Align::kCentre));
    }
    const auto missing = static_cast<std::int64_t>(lines - who.heading.size());
    out.pieces.emplace_back(pdf::Space{kText * 120 / 100 * missing});
    if (who.field.empty()) {
      out.pieces.emplace_back(pdf::Space{mm(9)});
      out.pieces.emplace_back(words("(không ký)", Face::kItalic, Align::kCentre));
      out.pieces.emplace_back(pdf::Space{mm(22) - mm(9) - kText * 120 / 100});
    } else {
      out.pieces.emplace_back(pdf::Field{who.field, clean(who.name), mm(60), mm(22)});
    }
    out.pieces.emplace_back(words(who.name, Face::kBold, Align::kCentre));
    return out;
  }

  static void member(const Signatory& who, std::size_t number, pdf::Column& name,
                     pdf::Column& place) {
    name.pieces.emplace_back(pdf::Space{mm(5.5)});
    name.pieces.emplace_back(
        words(std::to_string(number) + ". " + who.name, Face::kRegular, Align::kLeft));
    if (who.field.empty()) {
      place.pieces.emplace_back(pdf::Space{mm(5.5)});
      place.pieces.emplace_back(words("(không ký)", Face::kItalic, Align::kCentre));
      return;
    }
    place.pieces.emplace_back(pdf::Field{who.field, clean(who.name), mm(34), mm(11)});
    place.pieces.emplace_back(pdf::Rule{.width = mm(34), .thickness = pt(0.4), .before = {}});
  }

  const pdf::Fonts& fonts_;
  std::vector<pdf::Block> flow_;
};

struct About {
  std::string title, author, program;
  UnixMs at;
};

Result<Bytes> paper_of(const Outline& outline, const About& about, std::string_view json,
                       const pdf::Fonts& fonts) {
  Paper paper(fonts);
  for (const outline::Item& item : outline.items()) HP_TRY(std::visit(paper, item));
  pdf::Document document;
  document.title = clean(about.title);
  document.author = clean(about.author);
  document.program = clean(about.program);
  document.at = about.at;
  document.flow = std::move(paper).flow();
  document.attachments.push_back({std::string(kAttachedJson), "application/json",
                                  "Dữ liệu của biên bản", to_bytes(view(json)), about.at});
  return pdf::make(document, fonts);
}

}  // namespace

Result<Bytes> make_pdf(const Model& model, const pdf::Fonts& fonts) {
  HP_ASSIGN(const std::string json, make_json(model));
  const Outline outline = outline_of(model, pdf::sha256(view(json)));
  return paper_of(outline,
                  {"Biên bản kiểm phiếu: " + model.contest.body + ", lần thứ " +
                       std::to_string(model.contest.ballot),
                   "Ban Kiểm phiếu, " + model.congress.congress + " " + model.congress.organisation,
                   model.counting.program_version, model.completion.completed_at},
                  json, fonts);
}

Result<Bytes> make_pdf(const Election& election, const pdf::Fonts& fonts) {
  HP_ASSIGN(const std::string json, make_json(election));
  const Outline outline = outline_of(election, pdf::sha256(view(json)));
  return paper_of(outline,
                  {"Biên bản bầu cử: " + election.body,
                   election.congress.congress + " " + election.congress.organisation,
                   election.program_version, election.completed_at},
                  json, fonts);
}

}  // namespace hp::minutes
