// A person on the roll as the base sees one: standing, attendance and the flags that decide
// whether half is half of a number with or without this person.
#pragma once

#include <optional>

#include "rules/units.h"
#include "rules/words.h"

namespace hp::rules {

enum class Meeting {
  kDelegateCongress,     // đại hội đại biểu
  kMemberCongress,       // đại hội đảng viên
  kCommitteeConference,  // hội nghị ban chấp hành, ủy ban kiểm tra
};
template <>
struct Words<Meeting> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"delegate_congress", "member_congress", "committee_conference"});
};

enum class Standing {
  kOfficial,       // đại biểu, đảng viên chính thức
  kAlternate,      // đại biểu dự khuyết
  kProbationary,   // đảng viên dự bị
  kTemporaryHere,  // sinh hoạt tạm thời đến
};
template <>
struct Words<Standing> {
  static constexpr auto of =
      std::to_array<std::string_view>({"official", "alternate", "probationary", "temporary_here"});
};

enum class Attended {
  kAtVote,   // present when ballots are issued
  kEarlier,  // came, but gone at this vote
  kNever,    // vắng mặt suốt thời gian đại hội
};
template <>
struct Words<Attended> {
  static constexpr auto of = std::to_array<std::string_view>({"at_vote", "earlier", "never"});
};

// Why an official was not convened (không triệu tập), settled before the opening.
enum class NotConvened { kRetired, kTransferred, kSuspended, kCharged, kElectedInBreach };
template <>
struct Words<NotConvened> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"retired", "transferred", "suspended", "charged", "elected_in_breach"});
};

struct Person {
  Standing standing = Standing::kOfficial;
  Attended attended = Attended::kAtVote;
  bool convening_committee = false;  // of the convening committee (cấp ủy triệu tập)
  bool replaced = false;             // an alternate took the seat
  bool active_elsewhere = false;     // sinh hoạt tạm thời nơi khác
  bool exempted = false;             // miễn công tác, sinh hoạt
  bool suspended = false;            // đình chỉ sinh hoạt
  bool charged = false;              // charged, prosecuted or in custody
  bool excused = false;              // absent for an accepted reason
  std::optional<NotConvened> not_convened{};
};

// People who are alike in all of that.
struct PeopleGroup {
  People count{1};
  Person person{};
};

}  // namespace hp::rules
