// Full names for people who don't exist.
#pragma once

#include <string>
#include <vector>

#include "homphieu/v1/record.pb.h"

namespace hp::demo {

struct MadeUpPerson {
  std::string name;
  homphieu::v1::Sex sex{};
  std::uint32_t born_year = 0;
};

// Always the same ones, no name twice; at most 1,000.
std::vector<MadeUpPerson> made_up_people(std::size_t count);

}  // namespace hp::demo
