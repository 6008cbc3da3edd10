// Officials, the roll, attendance.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "base/hex.h"
#include "base/time.h"
#include "cli/actions.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "client/builders.h"
#include "client/codes.h"
#include "client/roll_file.h"
#include "congress/state.h"

namespace hp::cli {
namespace {

using congress::State;
constexpr std::size_t kCsvBytes = std::size_t{16} << 20;

void none(CLI::App&, ActionValues&) {}

Result<v1::Command> import_roll(Terminal& terminal, const ActionValues& v) {
  HP_ASSIGN(const std::string units, read_input(v.organisations, terminal.in, kCsvBytes));
  HP_ASSIGN(const auto organisations, client::read_organisations(units));
  HP_ASSIGN(const std::string text, read_input(v.file, terminal.in, kCsvBytes));
  HP_ASSIGN(const client::RollReading roll, client::read_roll(text, organisations));
  for (const client::RollFinding& one : roll.findings) {
    terminal.err << v.file << ": " << describe(one, terminal.language) << '\n';
  }
  if (!roll.good()) return fail(codes::kArgumentValue, "--roll", v.file);
  return client::import_roll(organisations, roll.people);
}

Result<v1::Command> enrol(const ActionValues& v) {
  HP_ASSIGN(const auto roles, roles_of(v.people));
  HP_ASSIGN(const Bytes point, from_hex(v.key));
  return client::enrol_official(client::official_of(v.person, v.name, roles, point));
}

Result<v1::Command> correct_roll(const State& state, const ActionValues& v) {
  v1::Person person;
  if (const v1::Person* before = congress::roll_person(state, v.person)) person = *before;
  person.set_id(v.person);
  if (!v.name.empty()) person.set_name(v.name);
  if (!v.organisations.empty()) person.set_organisation(v.organisations);
  if (v.number != 0) person.set_born_year(v.number);
  static constexpr std::array<const char*, 5> kFlags{"convening_committee", "active_elsewhere",
                                                     "exempted", "suspended", "charged"};
  const auto* fields = v1::Person::descriptor();
  for (const std::string& item : v.items) {
    HP_ASSIGN(const auto pair, parted(item));
    const auto& [name, value] = pair;
    const auto* field = fields->FindFieldByName(name);
    const bool is_flag = std::ranges::find(kFlags, name) != kFlags.end();
    if (field != nullptr && is_flag && (value == "yes" || value == "no")) {
      person.GetReflection()->SetBool(&person, field, value == "yes");
      continue;
    }
    const auto* word = field != nullptr && field->enum_type() != nullptr
                           ? field->enum_type()->FindValueByName(value)
                           : nullptr;
    if (word == nullptr) return fail(codes::kArgumentValue, "--set", item);
    person.GetReflection()->SetEnum(&person, field, word);
  }
  return client::correct_roll(std::move(person), v.reason);
}

}  // namespace

void add_people_actions(Actions& a) {
  const auto say = [&a](std::string_view vi, std::string_view en) { return a.say(vi, en); };
  const Actions::Options reason = a.reason();
  Terminal& terminal = a.terminal();
  a.add(
      "enrol", "Ghi nhận một cán bộ; khóa mới phải ký cùng (official countersign)",
      "Enrol an official; the new key signs too (official countersign)",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--person", v.person, say("mã người", "the person's code"))->required();
        o.add_option("--name", v.name, say("họ tên", "name"))->required();
        o.add_option("--role", v.people,
                     "secretariat, credentials, presidium, counting, helper, trustee, observer")
            ->required();
        o.add_option("--public-key", v.key,
                     say("khóa công khai, như official new-key in ra",
                         "the public key, as official new-key printed it"))
            ->required();
      },
      [](const State&, const ActionValues& v) { return enrol(v); });
  a.add(
      "retire", "Thôi vai trò của một cán bộ", "Take roles from an official",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--person", v.person, say("mã người", "the person's code"))->required();
        o.add_option("--role", v.people, say("vai trò", "roles"))->required();
        reason(o, v);
      },
      [](const State&, const ActionValues& v) -> Result<v1::Command> {
        HP_ASSIGN(auto roles, roles_of(v.people));
        return client::retire_official(v.person, std::move(roles), v.reason);
      });
  a.add(
      "import-roll", "Nhập danh sách đại biểu", "Import the roll",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--roll", v.file, say("tệp CSV đại biểu", "CSV file of delegates"))
            ->required();
        o.add_option("--organisations", v.organisations,
                     say("tệp CSV tổ chức và phân bổ", "CSV file of organisations, allocation"))
            ->required();
      },
      [&terminal](const State&, const ActionValues& v) { return import_roll(terminal, v); });
  a.add(
      "confirm-roll", "Xác nhận danh sách đại biểu", "Confirm the roll",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--reason", v.items,
                     say("tổ chức=lý do khác phân bổ", "organisation=why unlike its allocation"));
      },
      [](const State& state, const ActionValues& v) -> Result<v1::Command> {
        std::map<std::string, std::string> reasons;
        for (const std::string& item : v.items) {
          HP_ASSIGN(auto pair, parted(item));
          reasons.insert(std::move(pair));
        }
        return client::confirm_roll(state, reasons);
      });
  a.add(
      "correct-roll", "Sửa hoặc thêm một người trong danh sách", "Correct or add one person",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--person", v.person, say("mã người", "the person's code"))->required();
        o.add_option("--name", v.name, say("họ tên", "name"));
        o.add_option("--born-year", v.number, say("năm sinh", "year of birth"));
        o.add_option("--organisation", v.organisations, say("tổ chức", "organisation"));
        o.add_option("--set", v.items,
                     "sex=SEX_FEMALE standing=STANDING_OFFICIAL basis=BASIS_ELECTED charged=yes …");
        reason(o, v);
      },
      correct_roll);
}

void add_attendance_actions(Actions& a) {
  const auto say = [&a](std::string_view vi, std::string_view en) { return a.say(vi, en); };
  const Actions::Options reason = a.reason();
  const auto people = [&](CLI::App& o, ActionValues& v) {
    o.add_option("PEOPLE", v.people, say("mã đại biểu", "delegates' codes"))->required();
  };
  a.add("arrived", "Ghi đại biểu đến", "Delegates have arrived", people,
        [](const State&, const ActionValues& v) { return client::arrived(v.people); });
  a.add("left", "Ghi đại biểu về", "Delegates have left", people,
        [](const State&, const ActionValues& v) { return client::left(v.people); });
  a.add("back", "Ghi đại biểu trở lại", "Delegates are back", people,
        [](const State&, const ActionValues& v) { return client::back(v.people); });
  const auto person_and_reason = [&](CLI::App& o, ActionValues& v) {
    o.add_option("--person", v.person, say("mã đại biểu", "the delegate's code"))->required();
    reason(o, v);
  };
  a.add("excused", "Đại biểu vắng có lý do", "A delegate is excused", person_and_reason,
        [](const State&, const ActionValues& v) { return client::excused(v.person, v.reason); });
  a.add(
      "replaced", "Đại biểu dự khuyết thay đại biểu chính thức", "An alternate takes a seat",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--person", v.person, say("đại biểu chính thức", "the official delegate"))
            ->required();
        o.add_option("--alternate", v.second, say("đại biểu dự khuyết", "the alternate"))
            ->required();
      },
      [](const State&, const ActionValues& v) { return client::replaced(v.person, v.second); });
  a.add(
      "not-convened", "Đại biểu không được triệu tập", "A delegate is not convened",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--person", v.person, say("mã đại biểu", "the delegate's code"))->required();
        o.add_option("--reason", v.word,
                     "RETIRED, TRANSFERRED, SUSPENDED, CHARGED, ELECTED_IN_BREACH")
            ->required();
        o.add_option("--note", v.note, say("ghi chú", "note"));
      },
      [](const State&, const ActionValues& v) -> Result<v1::Command> {
        v1::NotConvenedReason why{};
        if (!v1::NotConvenedReason_Parse("NOT_CONVENED_REASON_" + v.word, &why)) {
          return fail(codes::kArgumentValue, "--reason", v.word);
        }
        return client::not_convened(v.person, why, v.note);
      });
  a.add(
      "withdraw-attendance", "Rút một mục ghi nhầm", "Take back an entry made by mistake",
      [&](CLI::App& o, ActionValues& v) {
        o.add_option("--command", v.command, say("mã lệnh đã ghi", "id of the command"))
            ->required();
        o.add_option("--entry", v.number, say("mục thứ mấy, từ 0", "which entry, from 0"));
        reason(o, v);
      },
      [](const State&, const ActionValues& v) -> Result<v1::Command> {
        HP_ASSIGN(const Bytes id, from_hex(v.command));
        if (id.size() != 16) return fail(codes::kArgumentValue, "--command", v.command);
        return client::withdraw_attendance(array_of<16>(ByteView(id)), v.number, v.reason);
      });
  a.add("confirm-attendance", "Xác nhận số đại biểu cho một cuộc bầu",
        "Confirm attendance for a contest", a.contest(),
        [](const State& state, const ActionValues& v) {
          return client::confirm_attendance(state, v.contest);
        });
  a.add("close-congress", "Kết thúc hồ sơ đại hội", "Close the record", none,
        [](const State&, const ActionValues&) { return client::close_congress(); });
}

}  // namespace hp::cli
