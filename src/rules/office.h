// What a contest elects, or asks about.
#pragma once

#include "rules/words.h"

namespace hp::rules {

enum class Office {
  kCommittee,            // ban chấp hành, cấp ủy, chi ủy
  kStandingCommittee,    // ban thường vụ
  kSecretary,            // bí thư
  kDeputySecretary,      // phó bí thư
  kInspectionCommittee,  // ủy ban kiểm tra
  kInspectionHead,       // chủ nhiệm ủy ban kiểm tra
  kUpperDelegates,       // đại biểu dự đại hội cấp trên
  kOpinion,              // phiếu xin ý kiến
  kIntroduction,         // phiếu giới thiệu
};

template <>
struct Words<Office> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"committee", "standing_committee", "secretary", "deputy_secretary", "inspection_committee",
       "inspection_head", "upper_delegates", "opinion", "introduction"});
};

// Whether nobody is elected by it: people are only ranked.
constexpr bool is_poll(Office office) {
  return office == Office::kOpinion || office == Office::kIntroduction;
}

}  // namespace hp::rules
