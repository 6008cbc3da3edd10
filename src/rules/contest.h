// A contest: one ballot on one list, for one office. Meanings of the members:
// tests/cases/README.md, "Input".
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/error.h"
#include "rules/office.h"
#include "rules/units.h"

namespace hp::rules {

// Somebody nominated at the meeting, off the list that the convening committee prepared.
struct OutsideNominee {
  Candidate candidate{};
  People support{};
  People attending{};
};

// Candidates who already belong to a body; absent where the body does not exist.
struct MembersOf {
  std::optional<std::vector<Candidate>> standing_committee{};
  std::optional<std::vector<Candidate>> committee{};
  std::optional<std::vector<Candidate>> inspection_committee{};
};

struct Contest {
  std::vector<Office> offices{};  // one; several on one paper are a problem of the list
  Seats seats{};                  // 1 to 1000
  Names candidates{};             // 1 to 1000
  Round round{1};
  Seats alternates{};   // alternate places (dự khuyết), of delegates alone
  bool tie_of = false;  // a re-vote among people tied for the last places
  std::optional<Seats> approved_size{};
  std::optional<Names> prepared_candidates{};
  MembersOf members_of{};
  std::optional<Candidate> planned{};  // number 0: the plan's person did not enter the body
  std::vector<OutsideNominee> outside_nominees{};
  std::vector<Candidate> nominated_by_convening_member_off_list{};
  std::vector<Candidate> counters_on_list{};
  std::optional<People> official_members{};  // of a chi bộ

  // The office, where it is one; nothing that depends on the office applies otherwise.
  std::optional<Office> office() const;
  bool is(Office one) const { return office() == one; }
  bool is_poll() const;
  // `round` 1 and not a re-vote of a tie: the list of a later ballot is the congress's to decide.
  bool is_first_ballot() const { return round == Round{1} && !tie_of; }
};

// How voters mark: 244 Đ.17 k.1 (text). Strike-out (gạch tên) where the list is longer than the
// seats, else a box "đồng ý" and a box "không đồng ý" for each person. Alternate places don't
// count.
enum class Form { kStrikeOut, kBox };
template <>
struct Words<Form> {
  static constexpr auto of = std::to_array<std::string_view>({"strike_out", "box"});
};
Form form_of(const Contest& contest);

// Whether the contest can be meant: numbers in range, candidates that are on the ballot and named
// once, no keys that contradict each other. Not whether its list is in order: that is
// list_check(). Fails with the key as `where` ("counters_on_list[1]").
Result<void> check(const Contest& contest);

// Whether each is on a ballot of `candidates` names and none is named twice. Fails with "[i]".
Result<void> check_candidates(std::span<const Candidate> list, Names candidates);

}  // namespace hp::rules
