#include "paper/ballot.h"

#include "paper/ballot_check.h"
#include "paper/ballot_sides.h"
#include "paper/codes.h"
#include "paper/drawing.h"
#include "paper/frame.h"
#include "paper/qr.h"
#include "pdf/make.h"

namespace hp::paper {

const char* title_of(Kind kind) {
  switch (kind) {
    case Kind::kOpinion:
      return "PHIẾU XIN Ý KIẾN";
    case Kind::kIntroduction:
      return "PHIẾU GIỚI THIỆU";
    case Kind::kElection:
      break;
  }
  return "PHIẾU BẦU CỬ";
}

namespace {

// 244 Đ.17 k.1, k.2: a strike goes through the whole name; one name, exactly one box.
std::string how_to_vote(const Ballot& ballot) {
  const bool poll = ballot.heading.kind != Kind::kElection;
  const std::string seats = std::to_string(ballot.seats);
  const std::string choose = poll ? "Chọn " : "Bầu ";
  if (ballot.form == Form::kStrikeOut) {
    return choose + "không quá " + seats + " trong " + std::to_string(ballot.names.size()) +
           " người: gạch ngang qua cả họ, chữ đệm và tên của người mình không " +
           (poll ? "chọn." : "bầu.");
  }
  if (ballot.names.size() == 1) {
    return "Đánh dấu X vào đúng một trong hai ô: đồng ý hoặc không đồng ý.";
  }
  return choose + seats +
         " người: ở hàng của mỗi người, đánh dấu X vào một ô, đồng ý hoặc không đồng ý.";
}

class Painter {
 public:
  Painter(const Ballot& ballot, const Layout& layout, const pdf::Fonts& fonts,
          const Specimen* specimen)
      : ballot_(ballot),
        layout_(layout),
        fonts_(fonts),
        frame_(frame_of(ballot.size)),
        specimen_(specimen) {}

  Result<Sheet> side(std::size_t index) {
    sheet_ = {.width = layout_.width, .height = layout_.height, .marks = {}};
    const SideLayout& side = layout_.sides[index];
    for (const Point& mark : side.marks) sheet_.marks.emplace_back(filled(mark_at(mark)));
    HP_TRY(put_head());
    HP_TRY(put_titles());
    if (layout_.sides.size() > 1) put_page(index);
    put_table(side);
    for (const PersonPlace& person : side.people) HP_TRY(put_person(person));
    const BallotCode code{ballot_.heading.rehearsal, ballot_.congress_id, ballot_.contest,
                          ballot_.round, ballot_.definition_hash};
    HP_ASSIGN(pdf::Picture qr, qr_picture(ballot_code(code, index + 1, layout_.sides.size()),
                                          side.qr, "Mã QR của mẫu phiếu"));
    sheet_.marks.emplace_back(std::move(qr));
    if (ballot_.heading.rehearsal) {
      HP_TRY(put_rehearsal(sheet_, frame_.warning, fonts_, warning()));
    }
    return std::move(sheet_);
  }

 private:
  Result<void> put_head() {
    const Heading& heading = ballot_.heading;
    const Look look{.size = frame_.head_size, .align = Align::kCentre};
    Look bold = look;
    bold.face = Face::kBold;
    HP_TRY(put_lines(sheet_, frame_.head,
                     {{"ĐẢNG CỘNG SẢN VIỆT NAM", bold},
                      {heading.organisation, look, pt(6)},
                      {heading.congress, look},
                      {"Nhiệm kỳ " + heading.term, look}},
                     fonts_));
    if (!heading.rehearsal) return {};
    // No seal belongs on it.
    bold.size = bold.size * 150 / 100;
    if (specimen_ != nullptr) return put_specimen(bold);
    HP_TRY(put_lines(sheet_, frame_.seal, {{"DIỄN TẬP", bold}, {"không đóng dấu", look}}, fonts_));
    return {};
  }

  std::string warning() const {
    if (specimen_ == nullptr) return kRehearsalWords;
    return "DIỄN TẬP – PHIẾU MẪU SỐ " + std::to_string(specimen_->number);
  }

  Result<void> put_specimen(Look bold) {
    bold.size = pt(14);
    Look number = bold;
    number.size = pt(22);
    const Look small{.size = pt(11), .face = Face::kItalic, .align = Align::kCentre};
    std::vector<Line> lines{{"PHIẾU MẪU", bold},
                            {"SỐ " + std::to_string(specimen_->number), number}};
    for (std::size_t i = 0; i < specimen_->taken_for.size(); ++i) {
      lines.push_back({(i == 0 ? "Coi như: " : "") + specimen_->taken_for[i], small,
                       i == 0 ? pt(4) : Length{}});
    }
    HP_TRY(put_lines(sheet_, frame_.seal, std::move(lines), fonts_, 40));
    return {};
  }

  Result<void> put_titles() {
    const Heading& heading = ballot_.heading;
    const Length size = frame_.title_size;
    const Look title{size, Face::kBold, Align::kCentre, Role::kTitle};
    const Look office{size * 80 / 100, Face::kBold, Align::kCentre};
    const Look plain{size * 68 / 100, Face::kRegular, Align::kCentre};
    const Look sentence{size * 68 / 100, Face::kItalic, Align::kCentre};
    const std::string which =
        heading.ballot > 1 ? "(lần bầu thứ " + std::to_string(heading.ballot) + ")" : "";
    HP_TRY(put_lines(
        sheet_, frame_.titles,
        {{title_of(heading.kind) + std::string(heading.rehearsal ? " (DIỄN TẬP)" : ""), title},
         {heading.office, office},
         {heading.body, plain},
         {which, plain},
         {how_to_vote(ballot_), sentence, pt(3)}},
        fonts_));
    return {};
  }

  void put_page(std::size_t index) {
    put_line(sheet_, frame_.page,
             "Trang " + std::to_string(index + 1) + "/" + std::to_string(layout_.sides.size()),
             {.size = pt(11), .align = Align::kCentre});
  }

  void put_table(const SideLayout& side) {
    const bool boxes = ballot_.form == Form::kBoxes;
    std::vector<Length> columns{frame_.number, frame_.table.width - frame_.number};
    std::vector<std::string> titles{"STT", "HỌ VÀ TÊN"};
    if (boxes) {
      columns.back() -= kColumn * 2;
      columns.insert(columns.end(), {kColumn, kColumn});
      titles.insert(titles.end(), {"ĐỒNG Ý", "KHÔNG ĐỒNG Ý"});
    }
    Place place = frame_.table;
    place.height = frame_.title_row + kRow * static_cast<std::int64_t>(side.people.size());
    std::vector<Length> rows(side.people.size() + 1, kRow);
    rows.front() = frame_.title_row;
    put_grid(sheet_, place, columns, rows);
    Length x = place.x;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      put_line(sheet_, {x, place.y, columns[i], frame_.title_row}, titles[i],
               {.size = frame_.name_size * 70 / 100, .face = Face::kBold, .align = Align::kCentre});
      x += columns[i];
    }
  }

  Result<void> put_person(const PersonPlace& person) {
    const Length left = frame_.table.x;
    put_line(sheet_, {left, person.name.y, frame_.number, person.name.height},
             std::to_string(person.candidate), {.size = frame_.name_size, .align = Align::kCentre});
    HP_TRY(put_name(person.name, person.candidate - 1));
    for (const auto& box : {person.agree, person.disagree}) {
      if (box) sheet_.marks.emplace_back(outlined(*box, kBoxLine));
    }
    return {};
  }

  // On one line, down to 10 pt; then on two, from 9 to 8 pt.
  Result<void> put_name(const Place& place, std::size_t index) {
    constexpr Length kIndent = mm(1.2);
    constexpr Length kStep = pt(0.5);
    const std::string& name = ballot_.names[index];
    const Place inside{place.x + kIndent, place.y, place.width - kIndent * 2, place.height};
    Look look{.size = frame_.name_size, .face = Face::kBold};
    for (; look.size >= pt(10); look.size -= kStep) {
      HP_ASSIGN(const Length width, fonts_.width(name, look.face, look.size));
      if (width > inside.width) continue;
      put_line(sheet_, inside, name, look);
      return {};
    }
    look.leading_percent = 110;
    for (look.size = pt(9); look.size >= pt(8); look.size -= kStep) {
      pdf::Paragraph two = paragraph(name, look);
      HP_ASSIGN(const Length height, pdf::height_of(two, inside.width, fonts_));
      if (height > inside.height) continue;
      const Length top = inside.y + (inside.height - height) / 2;
      sheet_.marks.emplace_back(pdf::TextBox{inside.x, top, inside.width, std::move(two)});
      return {};
    }
    return std::unexpected(at_name({&codes::kPaperNameLong, "", name}, index));
  }

  const Ballot& ballot_;
  const Layout& layout_;
  const pdf::Fonts& fonts_;
  const Frame& frame_;
  const Specimen* specimen_;
  Sheet sheet_;
};

}  // namespace

Result<std::vector<Sheet>> sides_of(const Ballot& ballot, const Layout& layout,
                                    const pdf::Fonts& fonts, const Specimen* specimen) {
  Painter painter(ballot, layout, fonts, specimen);
  std::vector<Sheet> out;
  for (std::size_t i = 0; i < layout.sides.size(); ++i) {
    HP_ASSIGN(Sheet side, painter.side(i));
    out.push_back(std::move(side));
  }
  return out;
}

pdf::Document document_of(const Ballot& ballot, const std::string& of) {
  const Heading& heading = ballot.heading;
  pdf::Document out;
  out.title = (heading.rehearsal ? "DIỄN TẬP – " : "") + of + ": " + heading.office;
  out.author = heading.congress + " " + heading.organisation;
  out.program = heading.program;
  out.at = heading.at;
  return out;
}

bool needs_empty_side(const Layout& layout) {
  return layout.sides.size() > 1 && layout.sides.size() % 2 == 1;
}

Result<Printed> make_ballots(const Ballot& ballot, const pdf::Fonts& fonts, std::uint32_t copies) {
  HP_TRY(check(ballot, fonts, copies));
  Printed out{.pdf = {}, .layout = plan(ballot)};
  pdf::Document document = document_of(ballot, title_of(ballot.heading.kind));
  document.copies = static_cast<int>(copies);
  HP_ASSIGN(document.sheets, sides_of(ballot, out.layout, fonts));
  if (copies > 1 && needs_empty_side(out.layout)) {
    document.sheets.push_back({out.layout.width, out.layout.height, {}});
  }
  HP_ASSIGN(out.pdf, pdf::make(document, fonts));
  return out;
}

}  // namespace hp::paper
