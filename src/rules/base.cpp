#include "rules/base.h"

#include <array>

namespace hp::rules {
namespace {

std::optional<Deduction> of_delegate_congress(const Person& person) {
  if (person.attended != Attended::kNever) return std::nullopt;
  if (person.convening_committee) return Deduction::kConveningCommitteeAbsent;
  if (!person.replaced) return Deduction::kAbsentUnreplaced;
  return std::nullopt;
}

std::optional<Deduction> of_member_congress(const Person& person) {
  if (person.active_elsewhere) return Deduction::kActiveElsewhere;
  if (person.exempted && person.attended != Attended::kAtVote) return Deduction::kExemptedAbsent;
  if (person.suspended) return Deduction::kSuspended;
  if (person.charged) return Deduction::kCharged;
  if (person.excused && person.attended == Attended::kNever) return Deduction::kAbsentExcused;
  return std::nullopt;
}

}  // namespace

PlaceInBase place_in_base(const Person& person, Meeting meeting) {
  if (person.standing != Standing::kOfficial || person.not_convened) return {};
  PlaceInBase place{.convened = true, .deduction = std::nullopt};
  switch (meeting) {
    case Meeting::kDelegateCongress:
      place.deduction = of_delegate_congress(person);
      break;
    case Meeting::kMemberCongress:
      place.deduction = of_member_congress(person);
      break;
    case Meeting::kCommitteeConference:
      break;
  }
  return place;
}

BaseOf base_of(std::span<const PeopleGroup> roll, Meeting meeting) {
  BaseOf out;
  std::array<People, Words<Deduction>::of.size()> deducted{};
  for (const PeopleGroup& group : roll) {
    const PlaceInBase place = place_in_base(group.person, meeting);
    if (place.convened) out.convened += group.count;
    if (place.counts()) out.base += Base{group.count.value};
    if (place.deduction) deducted[static_cast<std::size_t>(*place.deduction)] += group.count;
  }
  for (std::size_t i = 0; i < deducted.size(); ++i) {
    if (deducted[i].value > 0) {
      out.deductions.push_back({.reason = static_cast<Deduction>(i), .count = deducted[i]});
    }
  }
  out.needed = needed_on(out.base);
  return out;
}

Votes needed_on(Base base) {
  return Votes{base.value / 2 + 1};
}

bool above_half(Votes votes, Base base) {
  return votes >= needed_on(base);
}

}  // namespace hp::rules
