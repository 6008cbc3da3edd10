// What keeps the count from being closed, as far as a keyer can do something about it: of the
// batches that this person keyed, and the sums that don't fit once all are closed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "homphieu/v1/keying.pb.h"

namespace hp::client {

struct Stop {
  std::uint32_t batch = 0;  // 0: a sum of the whole round
  std::string code;         // "batch_papers_differ"
  std::string detail;       // pencil numbers, or the two figures
  std::string vi, en;       // what a keyer does next
  bool operator==(const Stop&) const = default;
};

std::vector<Stop> stops_for_keyer(const homphieu::v1::CountView& count, const std::string& person);

// "Lô 3, phiếu 4, 7: giao phiếu cho người thứ ba đọc …"
std::string stop_words(const Stop& stop, Language language);

}  // namespace hp::client
