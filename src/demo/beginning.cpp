#include "demo/beginning.h"

#include "congress/state.h"
#include "demo/codes.h"

namespace hp::demo {
namespace {

using crypto::system_random;

Keys make_keys(const CongressScript& script) {
  Keys keys;
  for (const Office& office : script.offices) {
    keys[office.person] =
        std::make_shared<crypto::SigningKey>(crypto::SigningKey::generate(system_random()));
  }
  return keys;
}

v1::Official official_of(const Office& office, const Keys& keys) {
  return client::official_of(office.person, office.name, office.roles,
                             keys.at(office.person)->point());
}

Result<Hash> found(const Venue& venue, const CongressScript& script, const Keys& keys) {
  HP_ASSIGN(client::HallClient hall, venue.connect());
  v1::FoundCongress body = script.founding;
  std::vector<const crypto::Signer*> signers;
  for (const std::string& person : with_role(script, v1::ROLE_SECRETARIAT)) {
    const auto office = std::ranges::find(script.offices, person, &Office::person);
    *body.add_officials() = official_of(*office, keys);
    signers.push_back(keys.at(person).get());
  }
  HP_ASSIGN(const auto founded,
            hall.found(venue.setup_code, body, signers, now(), system_random()));
  return founded.congress_id;
}

Result<void> enrol(Stage& stage, const Keys& keys) {
  const People secretaries = with_role(stage.script, v1::ROLE_SECRETARIAT);
  bool presidium = false;
  for (const Office& office : stage.script.offices) {
    if (office.roles.front() != v1::ROLE_SECRETARIAT) {
      const People signers = presidium ? stage.presidium_and_secretary() : secretaries;
      const auto make = [&](const congress::State&) -> Result<v1::Command> {
        return client::enrol_official(official_of(office, keys));
      };
      HP_TRY(stage.bench.together(signers, make, {keys.at(office.person).get()}));
    }
    HP_TRY(stage.bench.seat(office, keys.at(office.person)));
    presidium = presidium || office.roles.front() == v1::ROLE_PRESIDIUM;
  }
  stage.tell("Ghi nhận " + std::to_string(stage.script.offices.size()) +
             " cán bộ, mỗi người một khóa và một kết nối riêng");
  return {};
}

Result<void> confirm_roll(Stage& stage) {
  HP_TRY(stage.bench.alone(
      stage.one(v1::ROLE_SECRETARIAT), [&](const congress::State&) -> Result<v1::Command> {
        return client::import_roll(stage.script.organisations, stage.script.people);
      }));
  HP_TRY(stage.bench.together(stage.two(v1::ROLE_CREDENTIALS), [](const congress::State& state) {
    return client::confirm_roll(state);
  }));
  stage.tell("Danh sách " + std::to_string(stage.script.people.size()) +
             " người, ban thẩm tra đã xác nhận");
  return {};
}

Result<void> register_cards(Stage& stage) {
  stage.cards = Cards::print(stage.script.cards, stage.congress_id, system_random());
  HP_TRY(stage.bench.together(stage.two(v1::ROLE_CREDENTIALS),
                              [&](const congress::State&) -> Result<v1::Command> {
                                return client::register_cards(stage.cards.points());
                              }));
  stage.tell("Đăng ký " + std::to_string(stage.script.cards) + " thẻ bỏ phiếu");
  return {};
}

Result<void> make_election_key(Stage& stage) {
  const CongressScript& script = stage.script;
  HP_TRY(stage.bench.together(
      stage.presidium_and_secretary(), [&](const congress::State& state) -> Result<v1::Command> {
        return client::start_ceremony(state, script.threshold, script.trustees);
      }));
  const auto no_closing = [](const congress::TrusteeTask&) { return false; };
  for (bool moved = true; moved;) {
    moved = false;
    for (const std::string& person : script.trustees) {
      HP_ASSIGN(const auto done,
                stage.bench.trustee(person).step(now(), system_random(), no_closing));
      moved = moved || done.has_value();
    }
  }
  HP_ASSIGN(const congress::State* state, stage.bench.record(stage.one(v1::ROLE_PRESIDIUM)));
  const congress::Ceremony* ceremony = state->ceremonies.in_force();
  if (ceremony == nullptr || ceremony->phase != congress::CeremonyPhase::kReady) {
    return fail(codes::kDemoPlan, "ceremony");
  }
  stage.tell("Lễ tạo khóa: " + std::to_string(script.trustees.size()) + " người giữ khóa, cần " +
             std::to_string(script.threshold) + " người để mở tổng số; chạy thử đúng");
  return {};
}

v1::Command attendance_of(const Moves& moves) {
  v1::Command command;
  v1::RecordAttendance& body = *command.mutable_record_attendance();
  const auto add = [&](const std::string& person) -> v1::AttendanceEntry& {
    v1::AttendanceEntry& entry = *body.add_entries();
    entry.set_person(person);
    return entry;
  };
  for (const auto& [person, reason] : moves.not_convened) {
    add(person).mutable_not_convened()->set_reason(reason);
  }
  for (const auto& [person, alternate] : moves.replaced) {
    add(person).mutable_replaced()->set_alternate(alternate);
  }
  for (const auto& [person, why] : moves.excused) add(person).mutable_excused()->set_reason(why);
  for (const std::string& person : moves.arrive) add(person).mutable_arrived();
  for (const std::string& person : moves.leave) add(person).mutable_left();
  for (const std::string& person : moves.leave_with_card) add(person).mutable_left();
  for (const std::string& person : moves.back) add(person).mutable_back();
  return command;
}

Result<void> draw(Stage& stage, const People& people) {
  for (const std::string& person : people) {
    if (stage.cards.holds(person)) {
      stage.cards.bring_back(person);
    } else if (!stage.cards.draw(person, stage.dice)) {
      return fail(codes::kDemoPlan, "cards", person);
    }
  }
  return {};
}

// " · 3 đến muộn" where there are any.
void add_words(std::string& words, std::size_t count, const char* what) {
  if (count > 0) words += " · " + std::to_string(count) + " " + what;
}

}  // namespace

Result<void> move_people(Stage& stage, const Moves& moves) {
  const v1::Command attendance = attendance_of(moves);
  if (attendance.record_attendance().entries_size() > 0) {
    HP_TRY(stage.bench.alone(
        stage.one(v1::ROLE_CREDENTIALS),
        [&](const congress::State&) -> Result<v1::Command> { return attendance; }));
  }
  for (const std::string& person : moves.leave) stage.cards.hand_in(person);
  for (const std::string& person : moves.leave_with_card) stage.cards.take_away(person);
  std::vector<Bytes> lost;
  for (const std::string& person : moves.lose_card) {
    if (auto point = stage.cards.lose(person)) lost.push_back(std::move(*point));
  }
  if (!lost.empty()) {
    HP_TRY(stage.bench.together(stage.two(v1::ROLE_CREDENTIALS),
                                [&](const congress::State&) -> Result<v1::Command> {
                                  return client::void_cards(lost, "Báo mất thẻ");
                                }));
  }
  for (const People* some :
       std::initializer_list<const People*>{&moves.arrive, &moves.back, &moves.lose_card}) {
    HP_TRY(draw(stage, *some));
  }
  std::string words = "Điểm danh";
  add_words(words, moves.arrive.size(), "người đến");
  add_words(words, moves.replaced.size(), "ghế do đại biểu dự khuyết thay");
  add_words(words, moves.excused.size(), "vắng có lý do");
  add_words(words, moves.not_convened.size(), "không được triệu tập");
  add_words(words, moves.leave.size(), "về sớm, trả thẻ");
  add_words(words, moves.leave_with_card.size(), "về sớm, mang theo thẻ");
  add_words(words, moves.back.size(), "trở lại");
  add_words(words, moves.lose_card.size(), "mất thẻ, hủy và rút thẻ khác");
  if (words != "Điểm danh") stage.tell(words);
  return {};
}

Result<Stage> begin_congress(const Venue& venue, const CongressScript& script, Dice& dice) {
  const Keys keys = make_keys(script);
  HP_ASSIGN(const Hash id, found(venue, script, keys));
  Stage stage{venue, script, dice, id, Bench(venue.connect, id), Cards()};
  stage.tell("Khai mạc: " + script.founding.congress() + ", " + script.founding.organisation());
  HP_TRY(enrol(stage, keys));
  HP_TRY(confirm_roll(stage));
  HP_TRY(register_cards(stage));
  HP_TRY(make_election_key(stage));
  HP_TRY(move_people(stage, script.assembly));
  return stage;
}

}  // namespace hp::demo
