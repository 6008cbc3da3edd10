#include "demo/made_up_names.h"

#include <array>
#include <set>
#include <span>
#include <string_view>

#include "demo/plain_vote.h"

namespace hp::demo {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 14> kFamily{"Nguyễn", "Trần", "Lê",    "Phạm", "Huỳnh",
                                                   "Phan",   "Vũ",   "Đặng",  "Bùi",  "Đỗ",
                                                   "Hồ",     "Ngô",  "Dương", "Lý"};
constexpr std::array<std::string_view, 8> kMaleMiddle{"Văn", "Đình", "Minh", "Quang",
                                                      "Hữu", "Công", "Đức",  "Thanh"};
constexpr std::array<std::string_view, 16> kMaleGiven{
    "An",   "Bình", "Cường", "Dũng", "Đạt",  "Hải",  "Hùng", "Khoa",
    "Long", "Nam",  "Phúc",  "Sơn",  "Thái", "Tuấn", "Việt", "Vinh"};
constexpr std::array<std::string_view, 6> kFemaleMiddle{"Thị",  "Thị Ngọc", "Thị Thu",
                                                        "Thùy", "Thị Mỹ",   "Thanh"};
constexpr std::array<std::string_view, 14> kFemaleGiven{"Ánh",    "Chi",  "Dung",  "Hà",  "Hạnh",
                                                        "Lan",    "Linh", "Mai",   "Nga", "Oanh",
                                                        "Phương", "Thảo", "Trang", "Yến"};

std::string_view one_of(Words words, Dice& dice) {
  return words[roll_between(dice, 0, static_cast<std::uint32_t>(words.size() - 1))];
}

}  // namespace

std::vector<MadeUpPerson> made_up_people(std::size_t count) {
  Dice dice(1930);  // not the votes' seed: the people are the same in every run
  std::set<std::string> names;
  std::vector<MadeUpPerson> people;
  while (people.size() < count && people.size() < 1000) {
    const bool woman = roll_between(dice, 1, 10) <= 3;
    std::string name(one_of(kFamily, dice));
    name.append(" ").append(woman ? one_of(kFemaleMiddle, dice) : one_of(kMaleMiddle, dice));
    name.append(" ").append(woman ? one_of(kFemaleGiven, dice) : one_of(kMaleGiven, dice));
    const std::uint32_t born = roll_between(dice, 1964, 1998);
    if (!names.insert(name).second) continue;
    people.push_back({name, woman ? homphieu::v1::SEX_FEMALE : homphieu::v1::SEX_MALE, born});
  }
  return people;
}

}  // namespace hp::demo
