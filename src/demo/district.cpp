// District congress Cẩm Lệ IV: 275 delegates, committee 39 of 44 with a tie for the last seat, then
// delegates to the higher congress, 20 and 2 alternates of 23, with a further ballot for the second
// alternate. The lists and most of the roll are made up: data/README.md.
#include <algorithm>
#include <functional>
#include <set>

#include "client/roll_file.h"
#include "demo/codes.h"
#include "demo/files.h"
#include "demo/scenario.h"
#include "demo/today.h"

namespace hp::demo {
namespace {

constexpr const char* kBody = "Ban Chấp hành Đảng bộ quận Cẩm Lệ";
constexpr const char* kUpperBody = "Đại hội đại biểu Đảng bộ thành phố Đà Nẵng lần thứ XXII";

// Gives each part in the hall to somebody who has none yet and stands on no list.
class Parts {
 public:
  using Fits = std::function<bool(const v1::Person&)>;

  Parts(const std::vector<v1::Person>& people, const std::vector<ContestScript>& contests)
      : people_(people) {
    for (const ContestScript& contest : contests) {
      for (const auto& candidate : contest.plan.candidates) taken_.insert(candidate.person);
    }
  }

  // The last `count` of the roll that fit; fewer where there are no more.
  People give(std::size_t count, const Fits& fits) {
    People out;
    for (auto one = people_.rbegin(); one != people_.rend() && out.size() < count; ++one) {
      if (!fits(*one) || !taken_.insert(one->id()).second) continue;
      out.push_back(one->id());
    }
    return out;
  }

 private:
  const std::vector<v1::Person>& people_;
  std::set<std::string> taken_;
};

bool elected(const v1::Person& person) {
  return person.standing() == v1::STANDING_OFFICIAL && person.basis() == v1::BASIS_ELECTED;
}
bool convening(const v1::Person& person) {
  return person.convening_committee();
}
bool alternate(const v1::Person& person) {
  return person.standing() == v1::STANDING_ALTERNATE;
}

void give_offices(CongressScript& script, Parts& parts) {
  const auto enrol = [&](const People& people, v1::Role role) {
    for (const std::string& id : people) {
      const auto person = std::ranges::find(script.people, id, &v1::Person::id);
      script.offices.push_back({id, person->name(), {role}});
    }
  };
  const auto of = [](const char* organisation) {
    return [organisation](const v1::Person& person) {
      return elected(person) && person.organisation() == organisation;
    };
  };
  enrol(parts.give(2, of("Chi bộ Văn phòng Quận ủy")), v1::ROLE_SECRETARIAT);
  enrol(parts.give(2, of("Chi bộ Khối Dân vận - Mặt trận")), v1::ROLE_CREDENTIALS);
  enrol(parts.give(3, convening), v1::ROLE_PRESIDIUM);
  enrol(parts.give(5, of("Đảng bộ phường Khuê Trung")), v1::ROLE_COUNTING);
  script.trustees = parts.give(5, of("Đảng bộ phường Hòa Xuân"));
  enrol(script.trustees, v1::ROLE_TRUSTEE);
  enrol(parts.give(3, of("Đảng bộ phường Hòa Thọ Đông")), v1::ROLE_HELPER);
  script.offices.push_back({"QS01", "Quan sát viên cấp trên", {v1::ROLE_OBSERVER}});
}

struct Comings {
  People late, gone, lost;
};

Comings arrange_attendance(CongressScript& script, Parts& parts) {
  Moves& first = script.assembly;
  const People away = parts.give(2, convening);
  const People transferred = parts.give(1, elected);
  const People replaced = parts.give(2, elected);
  const People absent = parts.give(3, elected);
  const People seats = parts.give(2, alternate);
  Comings comings{parts.give(4, elected), parts.give(3, elected), parts.give(1, elected)};

  first.not_convened.emplace_back(transferred.front(), v1::NOT_CONVENED_REASON_TRANSFERRED);
  for (std::size_t i = 0; i < replaced.size(); ++i) {
    first.replaced.emplace_back(replaced[i], seats[i]);
  }
  first.excused[absent.front()] = "Điều trị tại bệnh viện";
  first.excused[away.front()] = "Đi công tác theo quyết định của cấp trên";

  std::set<std::string> missing{transferred.front()};
  for (const People& some : {away, replaced, absent, comings.late}) {
    missing.insert(some.begin(), some.end());
  }
  for (const v1::Person& person : script.people) {
    if (alternate(person) || missing.contains(person.id())) continue;
    first.arrive.push_back(person.id());
  }
  first.arrive.insert(first.arrive.end(), seats.begin(), seats.end());
  return comings;
}

ContestScript committee(std::vector<congress::Candidate> candidates) {
  ContestScript contest;
  contest.plan.contest = "ban-chap-hanh";
  contest.plan.office = v1::OFFICE_COMMITTEE;
  contest.plan.body = kBody;
  contest.plan.candidates = std::move(candidates);
  contest.plan.seats = 39;
  contest.plan.approved_size = 39;
  contest.plan.prepared_candidates = 44;
  const VotePlan tie{{{38, 62, 96}, {2, 54, 58, true}, {4, 15, 45}}, 4, 3};
  const VotePlan decided{{{1, 51, 62}, {1, 0, 45}}, 2, 2};
  contest.rounds = {{Follows::kFirstBallot, {}, tie}, {Follows::kTieBallot, {}, decided}};
  return contest;
}

ContestScript upper_delegates(std::vector<congress::Candidate> candidates) {
  ContestScript contest;
  contest.plan.contest = "dai-bieu-cap-tren";
  contest.plan.office = v1::OFFICE_UPPER_DELEGATES;
  contest.plan.body = kUpperBody;
  contest.plan.candidates = std::move(candidates);
  contest.plan.seats = 20;
  contest.plan.alternates = 2;
  const VotePlan one_short{{{20, 64, 97}, {1, 53, 60}, {2, 18, 44}}, 3, 1};
  const VotePlan decided{{{1, 54, 66}, {1, 0, 44}}, 3, 2};
  // A third of the hall votes on paper.
  contest.rounds = {{Follows::kFirstBallot, {}, one_short, 33},
                    {Follows::kFurtherBallot, {}, decided}};
  return contest;
}

v1::FoundCongress founding() {
  v1::FoundCongress body;
  body.set_organisation("Đảng bộ quận Cẩm Lệ");
  body.set_congress("Đại hội đại biểu lần thứ IV (dữ liệu minh họa)");
  body.set_term("2020–2025");
  body.set_level(v1::LEVEL_DISTRICT);
  body.set_meeting(v1::MEETING_DELEGATE_CONGRESS);
  body.set_place("Đà Nẵng");
  body.add_days(today_iso());
  return body;
}

}  // namespace

People with_role(const CongressScript& script, v1::Role role) {
  People out;
  for (const Office& office : script.offices) {
    if (std::ranges::find(office.roles, role) != office.roles.end()) out.push_back(office.person);
  }
  return out;
}

Result<CongressScript> district_congress(const std::filesystem::path& data) {
  CongressScript script;
  script.name = "cam-le-iv";
  script.founding = founding();
  HP_ASSIGN(const std::string organisations, read_file(data / "organisations.csv"));
  HP_ASSIGN(script.organisations, client::read_organisations(organisations));
  HP_ASSIGN(const std::string roll, read_file(data / "roll.csv"));
  HP_ASSIGN(client::RollReading reading, client::read_roll(roll, script.organisations));
  if (!reading.good()) return fail(codes::kDemoFile, "roll.csv");
  script.people = std::move(reading.people);
  HP_ASSIGN(const std::string committee_csv, read_file(data / "list-committee.csv"));
  HP_ASSIGN(auto committee_list, client::read_candidates(committee_csv));
  HP_ASSIGN(const std::string upper_csv, read_file(data / "list-upper-delegates.csv"));
  HP_ASSIGN(auto upper_list, client::read_candidates(upper_csv));
  script.contests = {committee(std::move(committee_list)), upper_delegates(std::move(upper_list))};
  script.cards = 280;

  Parts parts(script.people, script.contests);
  give_offices(script, parts);
  const Comings comings = arrange_attendance(script, parts);
  if (script.offices.size() != 21 || comings.lost.empty()) {
    return fail(codes::kDemoPlan, "roll.csv", "too few people for the offices");
  }
  std::vector<RoundPlan>& first = script.contests[0].rounds;
  std::vector<RoundPlan>& second = script.contests[1].rounds;
  first[1].before.arrive = {comings.late[0], comings.late[1], comings.late[2]};
  first[1].before.leave = {comings.gone[0]};
  second[0].before.arrive = {comings.late[3]};
  second[0].before.leave_with_card = {comings.gone[1]};
  second[0].before.lose_card = comings.lost;
  second[1].before.back = {comings.gone[0]};
  second[1].before.leave = {comings.gone[2]};
  return script;
}

}  // namespace hp::demo
