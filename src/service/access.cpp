#include "service/access.h"

#include <algorithm>
#include <array>

#include "congress/people_state.h"
#include "service/batches_in_hand.h"

namespace hp::service {
namespace {

using enum Cell;

constexpr std::array kTable = {
    //                             anyone      official    presidium counter trustee observer
    AccessRow{Thing::kPublic, {kYes, kYes, kYes, kYes, kYes, kYes}},
    AccessRow{Thing::kResult, {kAnnounced, kAnnounced, kYes, kYes, kYes, kYes}},
    AccessRow{Thing::kPartials, {kAnnounced, kAnnounced, kYes, kYes, kYes, kYes}},
    AccessRow{Thing::kReadings, {kAnnounced, kAnnounced, kYes, kYes, kYes, kYes}},
    AccessRow{Thing::kCount, {kNo, kAnnounced, kYes, kYes, kYes, kYes}},
    AccessRow{Thing::kRoll, {kNo, kYes, kYes, kYes, kYes, kYes}},
    AccessRow{Thing::kProposals, {kNo, kYes, kYes, kYes, kYes, kYes}},
    AccessRow{Thing::kRecord, {kNo, kYes, kYes, kYes, kYes, kYes}},
};

}  // namespace

std::span<const AccessRow> access_table() {
  return kTable;
}

Viewers viewers_of(const congress::State& state, const std::string& person,
                   const congress::Round* round) {
  Viewers out = as(Viewer::kAnyone);
  const congress::OfficialPerson* official =
      person.empty() ? nullptr : congress::find_official(state, person);
  if (official == nullptr || official->roles.empty()) return out;
  for (const congress::v1::Role role : official->roles) {
    out |= as(role == congress::v1::ROLE_OBSERVER ? Viewer::kObserver : Viewer::kOfficial);
  }
  if (official->has(congress::v1::ROLE_PRESIDIUM)) out |= as(Viewer::kPresidium);
  if (official->has(congress::v1::ROLE_TRUSTEE)) out |= as(Viewer::kTrustee);
  if (round != nullptr && round->counters && round->counters->has(person)) {
    out |= as(Viewer::kCounter);
  }
  return out;
}

bool is_told(const congress::Round& round) {
  return round.announced.has_value() || congress::is_over(round);
}

bool may_read_readings(const congress::State& state, const std::string& person,
                       const congress::Round& round) {
  if (may_key(state, round, person) && !round.paper.complete) return false;
  return may_read(Thing::kReadings, viewers_of(state, person, &round), is_told(round));
}

bool may_read(Thing thing, Viewers viewers, bool announced) {
  const auto row = std::ranges::find(kTable, thing, &AccessRow::thing);
  if (row == kTable.end()) return false;
  for (std::size_t i = 0; i < kViewers; ++i) {
    if ((viewers & as(static_cast<Viewer>(i))) == 0) continue;
    if (row->cells[i] == kYes || (row->cells[i] == kAnnounced && announced)) return true;
  }
  return false;
}

}  // namespace hp::service
