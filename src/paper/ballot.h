// The room paper makes what is printed for an election: ballot papers (here), voting cards
// (cards.h), the counting committee's sheets (committee.h). Values in, PDF out; it knows no record.
//
//   Ballot ballot{.heading = …, .names = {"Nguyễn Thị Ngọc Ánh", …}, .seats = 15, …};
//   HP_ASSIGN(const Printed printed, make_ballots(ballot, fonts));
//   printed.pdf; layout_json(printed.layout);
//
// Source: docs/design/paper.md section 1, docs/design/domain.md section 2. The same values give the
// same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/time.h"
#include "paper/layout.h"
#include "pdf/fonts.h"

namespace hp::paper {

enum class Kind { kElection, kOpinion, kIntroduction };  // the last two elect nobody

// What every paper of a contest says at its top. Texts are UTF-8 in NFC.
struct Heading {
  Kind kind = Kind::kElection;
  std::string organisation;  // "Đảng bộ quận Cẩm Lệ"
  std::string congress;      // "Đại hội đại biểu lần thứ IV"
  std::string term;          // "2020–2025"
  std::string office;        // "Ban Chấp hành Đảng bộ quận Cẩm Lệ", "Bí thư"
  std::string body;          // a second line under the office; may be empty
  std::uint32_t ballot = 1;  // lần bầu; said from the second on
  bool rehearsal = false;
  std::string program;  // "homphieu 0.1.0": in the file, not on the paper
  UnixMs at;            // the file's date
};

enum class Size { kA4, kA5 };
enum class Form { kStrikeOut, kBoxes };

struct Ballot {
  Heading heading;
  std::vector<std::string> names;  // in ballot order, 1 to 250
  std::uint32_t seats = 1;
  Form form = Form::kStrikeOut;  // strike-out exactly where there are more names than seats
  Hash congress_id{};
  std::string contest;  // its id: lower-case letters, digits, hyphens
  std::uint32_t round = 1;
  Hash definition_hash{};
  Size size = Size::kA4;
};

struct Printed {
  Bytes pdf;
  Layout layout;  // of the sides of one paper, in order
};

inline constexpr std::size_t kMostNames = 250;
inline constexpr std::uint32_t kMostCopies = 10'000;

// How many names a side holds: 23 on A4, 11 on A5. A longer list is spread evenly over as few sides
// as hold it, each with heading, marks and code.
std::size_t rows_on(Size size);

// Where the convening committee puts its seal: nothing is printed here (but on a rehearsal's paper,
// that says so), and nothing that a machine reads is nearer than 15 mm.
Place seal_place(Size size);

// The sides of one paper, `copies` times; the copies share what is drawn. Where a paper has an odd
// number of sides above one, several copies have an empty side between them, so that printing on
// both sides of the sheet never puts two papers on one sheet.
// A name that is too long is printed smaller, then on two lines; never cut.
// Fails with `paper_names`, `paper_seats`, `paper_count` (copies), `paper_text`, `paper_code`
// (contest's id), `paper_heading_long`, `paper_name_long`, and as pdf::Fonts::glyphs does:
// `pdf_glyph_missing`, `not_nfc`. `where` names the row ("names[23]", from 0), the detail begins
// with its number on the paper: "24: U+5B57".
Result<Printed> make_ballots(const Ballot& ballot, const pdf::Fonts& fonts,
                             std::uint32_t copies = 1);

}  // namespace hp::paper
