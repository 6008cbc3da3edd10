#include "paper/layout.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace hp::paper {
namespace {

// "8.6", "13": a thousandth of a point is 127/360 of a micrometre.
std::string millimetres(Length length) {
  const std::int64_t hundredths = (length.millipoints * 127 + 1800) / 3600;
  std::string out = std::to_string(hundredths / 100);
  const std::int64_t rest = hundredths % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

std::string list(std::initializer_list<Length> lengths) {
  std::string out;
  for (const Length length : lengths) out += (out.empty() ? "[" : ", ") + millimetres(length);
  return out + "]";
}

std::string list(const Place& place) {
  return list({place.x, place.y, place.width, place.height});
}

std::string of_person(const PersonPlace& person) {
  std::string out =
      R"({"candidate": )" + std::to_string(person.candidate) + R"(, "name": )" + list(person.name);
  if (person.agree) out += R"(, "agree": )" + list(*person.agree);
  if (person.disagree) out += R"(, "disagree": )" + list(*person.disagree);
  return out + "}";
}

std::string of_side(const SideLayout& side) {
  std::string out = R"({"marks": [)";
  for (const Point& mark : side.marks) {
    out += (&mark == side.marks.data() ? "" : ", ") + list({mark.x, mark.y});
  }
  out += R"(], "qr": )" + list(side.qr) + R"(, "people": [)";
  for (const PersonPlace& person : side.people) {
    out += (&person == side.people.data() ? "\n  " : ",\n  ") + of_person(person);
  }
  return out + "]}";
}

}  // namespace

Length gap(const Place& a, const Place& b) {
  const Length along = std::max(a.x - b.right(), b.x - a.right());
  const Length across = std::max(a.y - b.bottom(), b.y - a.bottom());
  return std::max({along, across, Length{}});
}

Place mark_at(const Point& centre) {
  return {centre.x - kMarkSide / 2, centre.y - kMarkSide / 2, kMarkSide, kMarkSide};
}

std::string layout_json(const Layout& layout) {
  std::string out = R"({"page": )" + list({layout.width, layout.height}) + R"(, "sides": [)";
  for (const SideLayout& side : layout.sides) {
    out += (&side == layout.sides.data() ? "\n" : ",\n") + of_side(side);
  }
  return out + "]}\n";
}

}  // namespace hp::paper
