// The police organisation's congress, on the same server: a member congress of 120 made-up members;
// committee 9 of 10, then the secretary directly from the new committee, one name.
#include <array>

#include "demo/made_up_names.h"
#include "demo/scenario.h"
#include "demo/today.h"

namespace hp::demo {
namespace {

constexpr std::array<const char*, 4> kBranches{"Chi bộ Tham mưu", "Chi bộ Cảnh sát hình sự",
                                               "Chi bộ Cảnh sát giao thông", "Chi bộ An ninh"};
constexpr const char* kPoliceBody = "Ban Chấp hành Đảng bộ Công an quận Cẩm Lệ";
constexpr const char* kCommittee = "cong-an-ban-chap-hanh";

std::string id_of(std::size_t number) {
  const std::string digits = std::to_string(number);
  return "CA" + std::string(3 - digits.size(), '0') + digits;
}

v1::FoundCongress police_founding() {
  v1::FoundCongress body;
  body.set_organisation("Đảng bộ Công an quận Cẩm Lệ");
  body.set_congress("Đại hội đảng viên (dữ liệu minh họa)");
  body.set_term("2020–2025");
  body.set_level(v1::LEVEL_GRASS_ROOTS);
  body.set_meeting(v1::MEETING_MEMBER_CONGRESS);
  body.set_place("Đà Nẵng");
  body.add_days(today_iso());
  return body;
}

void add_members(CongressScript& script) {
  for (const char* name : kBranches) {
    v1::Organisation branch;
    branch.set_name(name);
    script.organisations.push_back(branch);
  }
  const auto members = made_up_people(120);
  for (std::size_t i = 0; i < members.size(); ++i) {
    v1::Person person;
    person.set_id(id_of(i + 1));
    person.set_name(members[i].name);
    person.set_sex(members[i].sex);
    person.set_born_year(members[i].born_year);
    person.set_organisation(kBranches[i % kBranches.size()]);
    person.set_standing(v1::STANDING_OFFICIAL);
    person.set_basis(v1::BASIS_MEMBER);
    if (i == 97 || i == 98) person.set_active_elsewhere(true);
    if (i == 99) person.set_exempted(true);
    script.people.push_back(person);
  }
}

// Numbers of members from..to, from 1.
void enrol(CongressScript& script, std::size_t from, std::size_t to, v1::Role role) {
  for (std::size_t i = from; i <= to; ++i) {
    const v1::Person& person = script.people[i - 1];
    script.offices.push_back({person.id(), person.name(), {role}});
    if (role == v1::ROLE_TRUSTEE) script.trustees.push_back(person.id());
  }
}

}  // namespace

CongressScript police_congress() {
  CongressScript script;
  script.name = "cong-an-quan";
  script.founding = police_founding();
  add_members(script);
  enrol(script, 101, 102, v1::ROLE_SECRETARIAT);
  enrol(script, 103, 104, v1::ROLE_CREDENTIALS);
  enrol(script, 105, 106, v1::ROLE_PRESIDIUM);
  enrol(script, 107, 109, v1::ROLE_COUNTING);
  enrol(script, 110, 114, v1::ROLE_TRUSTEE);
  script.offices.push_back({"QS01", "Quan sát viên cấp trên", {v1::ROLE_OBSERVER}});
  script.cards = 122;
  script.assembly.excused[id_of(96)] = "Trực chiến đấu theo lệnh";
  script.assembly.excused[id_of(97)] = "Nghỉ ốm có xác nhận";
  for (std::size_t i = 1; i <= 120; ++i) {
    if (i < 96 || i > 100) script.assembly.arrive.push_back(id_of(i));
  }
  script.assembly.arrive.erase(script.assembly.arrive.begin() + 94);  // CA095 comes late

  ContestScript committee;
  committee.plan.contest = kCommittee;
  committee.plan.office = v1::OFFICE_COMMITTEE;
  committee.plan.body = kPoliceBody;
  for (std::size_t i = 1; i <= 10; ++i) {
    const v1::Person& person = script.people[i * 7];
    committee.plan.candidates.push_back({person.id(), person.name()});
  }
  committee.plan.seats = 9;
  committee.plan.approved_size = 9;
  committee.plan.prepared_candidates = 10;
  committee.rounds = {{Follows::kFirstBallot, {}, {{{9, 66, 97}, {1, 20, 45}}, 2, 1}}};

  ContestScript secretary;
  secretary.plan.contest = "cong-an-bi-thu";
  secretary.plan.office = v1::OFFICE_SECRETARY;
  secretary.plan.body = kPoliceBody;
  secretary.plan.seats = 1;
  secretary.plan.from_contest = kCommittee;
  secretary.rounds = {{Follows::kFirstBallot, {}, {{{1, 82, 95}}, 2, 0}}};
  secretary.rounds[0].before.arrive = {id_of(95)};

  script.contests = {committee, secretary};
  return script;
}

}  // namespace hp::demo
