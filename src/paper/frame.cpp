#include "paper/frame.h"

namespace hp::paper {
namespace {

constexpr std::array<Point, 4> marks_of(Length width, Length height) {
  constexpr Length kFromEdge = mm(13);
  const Length right = width - kFromEdge;
  const Length bottom = height - kFromEdge;
  return {{{kFromEdge, kFromEdge}, {right, kFromEdge}, {kFromEdge, bottom}, {right, bottom}}};
}

// A Party committee's seal is some 36 mm wide. Left of it is the first mark, 15 mm away.
constexpr Place kSeal{mm(31), mm(8), mm(36), mm(36)};

constexpr Frame kOfA4{
    .width = mm(210),
    .height = mm(297),
    .marks = marks_of(mm(210), mm(297)),
    .seal = kSeal,
    .head = {mm(70), mm(9), mm(94), mm(35)},
    .titles = {mm(18), mm(45.5), mm(174), mm(23.5)},
    .qr = {mm(168), mm(20), mm(22), mm(22)},
    .page = {mm(162), mm(45.5), mm(34), mm(5)},
    .warning = {mm(20), mm(279.5), mm(170), mm(10)},
    .table = {mm(18), mm(70), mm(174), mm(207)},
    .title_row = mm(9),
    .number = mm(14),
    .rows = 23,
    .head_size = pt(13),
    .name_size = pt(14),
    .title_size = pt(18),
};

// Too narrow for a code beside the heading: it is at the foot.
constexpr Frame kOfA5{
    .width = mm(148),
    .height = mm(210),
    .marks = marks_of(mm(148), mm(210)),
    .seal = kSeal,
    .head = {mm(69), mm(9), mm(61), mm(35)},
    .titles = {mm(15), mm(45.5), mm(118), mm(23.5)},
    .qr = {mm(108), mm(180), mm(20), mm(20)},
    .page = {mm(20), mm(175.5), mm(84), mm(5)},
    .warning = {mm(20), mm(182), mm(82), mm(17)},
    .table = {mm(15), mm(70), mm(118), mm(103)},
    .title_row = mm(8.2),
    .number = mm(10),
    .rows = 11,
    .head_size = pt(11),
    .name_size = pt(12),
    .title_size = pt(15),
};

PersonPlace person_at(const Frame& frame, int row, std::uint32_t candidate, Form form) {
  constexpr Length kInside = mm(0.8);  // off the table's lines, so that none is part of a strike
  const Place cell = row_of(frame, row);
  PersonPlace out{.candidate = candidate, .name = {}, .agree = {}, .disagree = {}};
  out.name = {cell.x + frame.number + kInside, cell.y + kInside,
              cell.width - frame.number - kInside * 2, cell.height - kInside * 2};
  if (form == Form::kStrikeOut) return out;
  out.name.width -= kColumn * 2;
  const Length y = cell.y + (cell.height - kBox) / 2;
  const Length x = cell.right() - (kColumn + kBox) / 2;
  out.agree = {x - kColumn, y, kBox, kBox};
  out.disagree = {x, y, kBox, kBox};
  return out;
}

}  // namespace

const Frame& frame_of(Size size) {
  return size == Size::kA4 ? kOfA4 : kOfA5;
}

std::size_t rows_on(Size size) {
  return static_cast<std::size_t>(frame_of(size).rows);
}

Place seal_place(Size size) {
  return frame_of(size).seal;
}

Place row_of(const Frame& frame, int row) {
  return {frame.table.x, frame.table.y + frame.title_row + kRow * row, frame.table.width, kRow};
}

Layout plan(const Ballot& ballot) {
  const Frame& frame = frame_of(ballot.size);
  const std::size_t names = ballot.names.size();
  const std::size_t rows = rows_on(ballot.size);
  const std::size_t sides = (names + rows - 1) / rows;
  Layout out{.width = frame.width, .height = frame.height, .sides = {}};
  std::uint32_t candidate = 0;
  for (std::size_t side = 0; side < sides; ++side) {
    SideLayout& one = out.sides.emplace_back();
    one.marks.assign(frame.marks.begin(), frame.marks.end());
    one.qr = frame.qr;
    const std::size_t here = names / sides + (side < names % sides ? 1 : 0);
    for (std::size_t row = 0; row < here; ++row) {
      one.people.push_back(person_at(frame, static_cast<int>(row), ++candidate, ballot.form));
    }
  }
  return out;
}

}  // namespace hp::paper
