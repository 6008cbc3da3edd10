#include <array>

#include "demo/codes.h"
#include "demo/made_up_names.h"
#include "demo/scenario.h"
#include "demo/today.h"

namespace hp::demo {
namespace {

constexpr const char* kOrganisation = "Đảng bộ diễn tập";

void enrol(CongressScript& script, const std::vector<MadeUpPerson>& names, const char* prefix,
           std::size_t count, v1::Role role) {
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string id = prefix + std::to_string(i);
    script.offices.push_back({id, names[script.offices.size()].name, {role}});
    if (role == v1::ROLE_TRUSTEE) script.trustees.push_back(id);
  }
}

}  // namespace

Result<CongressScript> small_congress(std::uint32_t delegates) {
  if (delegates < 5 || delegates > 200) {
    return fail(codes::kDemoPlan, "--delegates", "5 … 200");
  }
  CongressScript script;
  script.name = "dien-tap";
  script.founding.set_organisation(kOrganisation);
  script.founding.set_congress("Đại hội đại biểu (dữ liệu minh họa)");
  script.founding.set_term("2020–2025");
  script.founding.set_level(v1::LEVEL_GRASS_ROOTS);
  script.founding.set_meeting(v1::MEETING_DELEGATE_CONGRESS);
  script.founding.set_place("Đà Nẵng");
  script.founding.add_days(today_iso());

  const auto names = made_up_people(delegates + 20);
  enrol(script, names, "TK", 2, v1::ROLE_SECRETARIAT);
  enrol(script, names, "TT", 2, v1::ROLE_CREDENTIALS);
  enrol(script, names, "CT", 1, v1::ROLE_PRESIDIUM);
  enrol(script, names, "KP", 3, v1::ROLE_COUNTING);
  enrol(script, names, "GK", 5, v1::ROLE_TRUSTEE);

  v1::Organisation organisation;
  organisation.set_name(kOrganisation);
  organisation.set_allocation(delegates);
  script.organisations = {organisation};
  for (std::uint32_t i = 1; i <= delegates; ++i) {
    v1::Person person;
    person.set_id("DB" + std::to_string(i));
    person.set_name(names[19 + i].name);
    person.set_sex(names[19 + i].sex);
    person.set_born_year(names[19 + i].born_year);
    person.set_organisation(kOrganisation);
    person.set_standing(v1::STANDING_OFFICIAL);
    person.set_basis(v1::BASIS_ELECTED);
    script.people.push_back(person);
    script.assembly.arrive.push_back(person.id());
  }
  script.cards = delegates + 2;

  ContestScript committee;
  committee.plan.contest = "ban-chap-hanh";
  committee.plan.office = v1::OFFICE_COMMITTEE;
  committee.plan.body = "Ban Chấp hành Đảng bộ diễn tập";
  for (std::size_t i = 0; i < 4; ++i) {
    committee.plan.candidates.push_back({script.people[i].id(), script.people[i].name()});
  }
  committee.plan.seats = 3;
  committee.rounds = {{Follows::kFirstBallot, {}, {{{3, 60, 100}, {1, 5, 45}}, 1, 0}}};
  script.contests = {committee};
  return script;
}

}  // namespace hp::demo
