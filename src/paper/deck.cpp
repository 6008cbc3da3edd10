#include "paper/deck.h"

#include <algorithm>

#include "paper/ballot_check.h"
#include "paper/ballot_sides.h"
#include "paper/codes.h"
#include "paper/drawing.h"
#include "paper/frame.h"
#include "pdf/make.h"

namespace hp::paper {
namespace {

constexpr Length kPen = mm(0.6);

bool holds(const std::vector<std::uint32_t>& positions, std::uint32_t one) {
  return std::ranges::find(positions, one) != positions.end();
}

Result<void> check_paper(const DeckPaper& paper, const Ballot& ballot) {
  const std::size_t names = ballot.names.size();
  for (const auto& [positions, where] :
       {std::pair(&paper.struck, "struck"), std::pair(&paper.half_struck, "half_struck")}) {
    for (const std::uint32_t one : *positions) {
      if (one < 1 || one > names) return fail(codes::kPaperNames, where, std::to_string(one));
    }
  }
  if (paper.crosses.size() != (ballot.form == Form::kBoxes ? names : 0)) {
    return fail(codes::kPaperNames, "crosses", std::to_string(paper.crosses.size()));
  }
  return {};
}

// Through the name as long as it is, a little over both ends; through both lines of a name that was
// set on two (put_name of ballot.cpp: where it is too wide for 10 pt).
Result<void> strike(Sheet& side, const Place& place, const std::string& name, Length size,
                    bool half, const pdf::Fonts& fonts) {
  HP_ASSIGN(const Length width, fonts.width(name, Face::kBold, size));
  HP_ASSIGN(const Length narrow, fonts.width(name, Face::kBold, pt(10)));
  const Length longest = place.width - mm(1);
  const Length whole = std::min(width + mm(3), longest);
  const Length end = place.x + (half ? whole * 2 / 5 : whole);
  const bool two_lines = narrow > place.width - mm(2.4);
  for (const int percent : two_lines ? std::vector{30, 70} : std::vector{52}) {
    const Length y = place.y + place.height * percent / 100;
    side.marks.emplace_back(pdf::Stroke{place.x, y, end, y, kPen});
  }
  return {};
}

void cross(Sheet& side, const Place& box) {
  constexpr Length kInside = mm(0.9);
  const Length left = box.x + kInside, right = box.right() - kInside;
  const Length top = box.y + kInside, bottom = box.bottom() - kInside;
  side.marks.emplace_back(pdf::Stroke{left, top, right, bottom, kPen});
  side.marks.emplace_back(pdf::Stroke{left, bottom, right, top, kPen});
}

Result<void> mark(Sheet& side, const SideLayout& places, const DeckPaper& paper,
                  const Ballot& ballot, const pdf::Fonts& fonts) {
  for (const PersonPlace& person : places.people) {
    const std::uint32_t n = person.candidate;
    if (holds(paper.struck, n)) {
      HP_TRY(strike(side, person.name, ballot.names[n - 1], frame_of(ballot.size).name_size,
                    holds(paper.half_struck, n), fonts));
    }
    if (paper.crosses.empty()) continue;
    if (paper.crosses[n - 1].agree) cross(side, *person.agree);
    if (paper.crosses[n - 1].disagree) cross(side, *person.disagree);
  }
  return {};
}

}  // namespace

Result<Bytes> make_deck(const Ballot& ballot, const std::vector<DeckPaper>& papers,
                        const pdf::Fonts& fonts) {
  if (!ballot.heading.rehearsal) return fail(codes::kPaperRealContest, "contest", ballot.contest);
  if (papers.empty() || papers.size() > kMostDeckPapers) {
    return fail(codes::kPaperCount, "papers", std::to_string(papers.size()));
  }
  HP_TRY(check(ballot, fonts, 1));
  const Layout layout = plan(ballot);
  pdf::Document document = document_of(ballot, "Phiếu mẫu");
  for (std::size_t i = 0; i < papers.size(); ++i) {
    const DeckPaper& paper = papers[i];
    if (auto good = check_paper(paper, ballot); !good) {
      return std::unexpected(under("papers[" + std::to_string(i) + "]", std::move(good).error()));
    }
    const Specimen specimen{paper.number, paper.taken_for};
    HP_ASSIGN(std::vector<Sheet> sides, sides_of(ballot, layout, fonts, &specimen));
    for (std::size_t side = 0; side < sides.size(); ++side) {
      HP_TRY(mark(sides[side], layout.sides[side], paper, ballot, fonts));
      document.sheets.push_back(std::move(sides[side]));
    }
    if (needs_empty_side(layout)) document.sheets.push_back({layout.width, layout.height, {}});
  }
  return pdf::make(document, fonts);
}

}  // namespace hp::paper
