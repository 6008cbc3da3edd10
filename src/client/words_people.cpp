// Commands about people, roll, attendance and cards, in words.
#include <algorithm>
#include <map>

#include "base/hex.h"
#include "client/words_parts.h"
#include "congress/attendance_state.h"
#include "crypto/hash.h"
#include "crypto/text_form.h"
#include "journal/canonical.h"

namespace hp::client {
namespace {

std::string roles_of(const Wording& w, const auto& roles) {
  std::string out;
  for (const int role : roles) out += (out.empty() ? "" : ", ") + w.role(role);
  return out;
}

// What two people compare who read a key to each other.
std::string key_words(std::string_view point) {
  return crypto::tracker(crypto::sha256(view(point)));
}

void official_line(Wording& w, const v1::Official& official) {
  w.line("Người", "Person", official.person() + " " + official.name());
  w.line("  vai trò", "  roles", roles_of(w, official.roles()));
  w.line("  khóa", "  key", key_words(official.key()));
}

void found(Wording& w, const v1::FoundCongress& body) {
  w.title("Thành lập hồ sơ đại hội", "Found the record of a congress", body.congress());
  w.line("Tổ chức", "Organisation", body.organisation());
  w.line("Nhiệm kỳ", "Term", body.term());
  w.line("Cấp", "Level", level_word(body.level(), w.language()));
  w.line("Hình thức", "Meeting", meeting_word(body.meeting(), w.language()));
  w.line("Nơi họp", "Place", body.place());
  for (const auto& day : body.days()) w.line("Ngày", "Day", day);
  if (body.log_key().empty()) {
    w.line("Khóa nhật ký", "Log key", w.say("máy chủ chưa cho biết", "not yet told by the server"));
  } else {
    w.line("Khóa nhật ký", "Log key", w.hash(body.log_key()));
  }
  for (const auto& one : body.witnesses()) {
    w.line("Nhân chứng", "Witness", one.name() + " " + w.hash(one.key()));
  }
  w.line("Số nhân chứng cần", "Witnesses needed", body.witness_quorum());
  for (const auto& one : body.officials()) official_line(w, one);
}

void enrol(Wording& w, const v1::Official& body) {
  w.title("Ghi nhận cán bộ", "Enrol an official", body.person() + " " + body.name());
  official_line(w, body);
  const congress::OfficialPerson* before = congress::find_official(w.state, body.person());
  if (before == nullptr) {
    w.effect("người này được ký theo vai trò trên", "this person may sign in these roles");
  } else if (equal(before->key, view(body.key()))) {
    w.effect("thêm vai trò, khóa giữ nguyên", "roles are added, the key stays");
  } else {
    w.warn("khóa cũ của người này mất hiệu lực ngay", "the person's old key is dead from then on");
  }
}

// Each value of a person, with its name.
std::vector<std::pair<std::string, std::string>> values_of(const Wording& w,
                                                           const v1::Person& person) {
  std::vector<std::pair<std::string, std::string>> out{
      {w.say("Mã", "Code"), person.id()},
      {w.say("Họ tên", "Name"), person.name()},
      {w.say("Giới", "Sex"), sex_word(person.sex(), w.language())},
      {w.say("Năm sinh", "Born"), std::to_string(person.born_year())},
      {w.say("Tổ chức", "Organisation"), person.organisation()},
      {w.say("Tư cách", "Standing"), standing_word(person.standing(), w.language())},
      {w.say("Cơ sở", "Basis"), basis_word(person.basis(), w.language())}};
  const auto flag = [&](const char* vi, const char* en, bool set) {
    if (set) out.emplace_back(w.say(vi, en), w.say("có", "yes"));
  };
  flag("Cấp ủy triệu tập", "Convening committee", person.convening_committee());
  flag("Đang sinh hoạt nơi khác", "Active elsewhere", person.active_elsewhere());
  flag("Được miễn", "Exempted", person.exempted());
  flag("Đình chỉ sinh hoạt", "Suspended", person.suspended());
  flag("Bị khởi tố", "Charged", person.charged());
  return out;
}

std::string in_one_line(const Wording& w, const v1::Person& person) {
  std::string out;
  for (const auto& [name, value] : values_of(w, person)) {
    out += (out.empty() ? "" : "; ") + name + ": " + value;
  }
  return out;
}

// What ConfirmRoll carries: SHA-256 of the command that imported the roll.
constexpr std::string_view kImportVi = "Mã bản nhập (SHA-256)";
constexpr std::string_view kImportEn = "Import (SHA-256)";

void import_roll(Wording& w, const v1::Command& command) {
  const v1::ImportRoll& body = command.import_roll();
  w.title("Nhập danh sách đại biểu", "Import the roll",
          std::to_string(body.people_size()) + w.say(" người", " people"));
  for (const auto& one : body.organisations()) {
    const auto delegates = std::ranges::count_if(body.people(), [&](const v1::Person& person) {
      return person.organisation() == one.name() && person.basis() == v1::BASIS_ELECTED &&
             person.standing() == v1::STANDING_OFFICIAL;
    });
    w.line("Tổ chức", "Organisation",
           one.name() + w.say(": được phân bổ ", ": allocated ") +
               std::to_string(one.allocation()) + w.say(", đã bầu ", ", elected ") +
               std::to_string(delegates));
  }
  std::map<std::string, std::size_t> standings;
  for (const auto& one : body.people()) ++standings[standing_word(one.standing(), w.language())];
  for (const auto& [standing, count] : standings) w.line(standing, standing, count);
  w.line(kImportVi, kImportEn, to_hex(crypto::sha256(journal::encode_canonical(command))));
  w.effect("thẩm tra tư cách đại biểu so mã này khi xác nhận danh sách",
           "the credentials committee compares this hash when it confirms the roll");
  w.effect("thay toàn bộ danh sách trước đó", "it replaces the whole roll before it",
           std::to_string(w.state.roll.people.size()));
}

void confirm_roll(Wording& w, const v1::ConfirmRoll& body) {
  w.title("Xác nhận danh sách đại biểu", "Confirm the roll");
  w.line(kImportVi, kImportEn, w.hash(body.import_hash()));
  w.line("Số người", "People", w.state.roll.people.size());
  for (const auto& one : body.reasons()) {
    w.line("Khác phân bổ", "Unlike the allocation", one.organisation() + ": " + one.reason());
  }
  if (!w.state.roll.import_hash || !equal(*w.state.roll.import_hash, view(body.import_hash()))) {
    w.warn("không phải bản nhập mới nhất", "this is not the newest import");
  }
  w.effect("sau đó danh sách chỉ còn được sửa từng người",
           "after it the roll is only corrected person by person");
}

std::string attendance_word(const Wording& w, const v1::AttendanceEntry& entry) {
  switch (entry.what_case()) {
    case v1::AttendanceEntry::kArrived:
      return w.say("đến", "arrived");
    case v1::AttendanceEntry::kLeft:
      return w.say("về", "left");
    case v1::AttendanceEntry::kBack:
      return w.say("trở lại", "back");
    case v1::AttendanceEntry::kExcused:
      return w.say("vắng có lý do: ", "excused: ") + entry.excused().reason();
    case v1::AttendanceEntry::kReplaced:
      return w.say("được thay bằng dự khuyết ", "replaced by alternate ") +
             w.person(entry.replaced().alternate());
    case v1::AttendanceEntry::kNotConvened:
      return w.say("không được triệu tập: ", "not convened: ") +
             not_convened_word(entry.not_convened().reason(), w.language()) + " " +
             entry.not_convened().note();
    case v1::AttendanceEntry::WHAT_NOT_SET:
      break;
  }
  return "?";
}

void record_attendance(Wording& w, const v1::RecordAttendance& body) {
  w.title("Ghi có mặt, vắng mặt", "Record attendance", std::to_string(body.entries_size()));
  for (const auto& one : body.entries()) {
    w.out.lines.push_back(w.person(one.person()) + ": " + attendance_word(w, one));
  }
  w.effect("có mặt trước đó", "present before", std::to_string(congress::present_count(w.state)));
}

void withdraw_attendance(Wording& w, const v1::WithdrawAttendance& body) {
  w.title("Rút một mục có mặt ghi nhầm", "Withdraw an attendance entry made by mistake");
  w.line("Lệnh", "Command", w.hash(body.command_id()));
  w.line("Mục số", "Entry", body.entry());
  w.line("Lý do", "Reason", body.reason());
  for (const auto& [person, facts] : w.state.attendance.facts) {
    for (const auto& fact : facts) {
      const auto command = std::ranges::find_if(
          w.state.attendance.commands, [&](const auto& one) { return one.second == fact.index; });
      if (fact.position == body.entry() && command != w.state.attendance.commands.end() &&
          equal(command->first, view(body.command_id()))) {
        w.effect("như chưa từng ghi", "as if it had never been",
                 w.person(person) + ": " + attendance_word(w, fact.entry));
      }
    }
  }
}

void confirm_attendance(Wording& w, const v1::ConfirmAttendance& body) {
  w.title("Xác nhận số đại biểu", "Confirm attendance", body.contest());
  w.line("Triệu tập", "Convened", body.convened());
  for (const auto& one : body.deductions()) {
    w.line("Trừ", "Deducted",
           deduction_word(one.kind(), w.language()) + ": " + std::to_string(one.count()));
  }
  w.line("Số làm căn cứ tính kết quả", "Base", body.base());
  w.line("Cần (quá nửa)", "Needed (more than half)", body.needed());
  w.line("Có mặt", "Present", body.present());
  const congress::BaseFigures now = congress::base_figures(w.state);
  if (now.convened != body.convened() || now.base != body.base() || now.needed != body.needed() ||
      now.present != body.present()) {
    w.warn("khác số hồ sơ tính ra", "unlike what the record gives",
           std::to_string(now.convened) + " / " + std::to_string(now.base) + " / " +
               std::to_string(now.needed) + " / " + std::to_string(now.present));
  }
}

void cards(Wording& w, const auto& keys) {
  w.line("Số thẻ", "Cards", static_cast<std::uint64_t>(keys.size()));
  Bytes all;
  for (const auto& one : keys) append(all, view(one));
  w.line("SHA-256 của các khóa", "SHA-256 of the keys", to_hex(crypto::sha256(all)));
  for (int i = 0; i < keys.size() && keys.size() <= 12; ++i) {
    w.line("  thẻ", "  card", key_words(keys[i]));
  }
}

}  // namespace

bool people_words(Wording& w, const v1::Command& command) {
  switch (command.body_case()) {
    case v1::Command::kFoundCongress:
      found(w, command.found_congress());
      return true;
    case v1::Command::kEnrolOfficial:
      enrol(w, command.enrol_official().official());
      return true;
    case v1::Command::kRetireOfficial: {
      const auto& body = command.retire_official();
      w.title("Thôi vai trò", "Retire an official", w.person(body.person()));
      w.line("Vai trò", "Roles", roles_of(w, body.roles()));
      w.line("Lý do", "Reason", body.reason());
      return true;
    }
    case v1::Command::kImportRoll:
      import_roll(w, command);
      return true;
    case v1::Command::kConfirmRoll:
      confirm_roll(w, command.confirm_roll());
      return true;
    case v1::Command::kCorrectRoll: {
      const auto& body = command.correct_roll();
      w.title("Sửa danh sách đại biểu", "Correct the roll", body.person().id());
      for (const auto& [name, value] : values_of(w, body.person())) w.line(name, name, value);
      w.line("Lý do", "Reason", body.reason());
      if (const v1::Person* before = congress::roll_person(w.state, body.person().id())) {
        w.effect("trước đó", "before", in_one_line(w, *before));
      } else {
        w.effect("thêm người mới", "a new person is added");
      }
      return true;
    }
    case v1::Command::kRecordAttendance:
      record_attendance(w, command.record_attendance());
      return true;
    case v1::Command::kWithdrawAttendance:
      withdraw_attendance(w, command.withdraw_attendance());
      return true;
    case v1::Command::kConfirmAttendance:
      confirm_attendance(w, command.confirm_attendance());
      return true;
    case v1::Command::kRegisterCards:
      w.title("Đăng ký thẻ biểu quyết", "Register cards");
      cards(w, command.register_cards().keys());
      w.effect("số thẻ còn hiệu lực trước đó", "live cards before",
               std::to_string(congress::live_cards(w.state)));
      return true;
    case v1::Command::kVoidCards:
      w.title("Hủy thẻ vĩnh viễn", "Void cards for ever");
      cards(w, command.void_cards().keys());
      w.line("Lý do", "Reason", command.void_cards().reason());
      return true;
    case v1::Command::kCloseCongress:
      w.title("Kết thúc hồ sơ đại hội", "Close the congress's record");
      w.warn("sau đó không thêm được gì nữa", "nothing can follow it");
      return true;
    default:
      return false;
  }
}

}  // namespace hp::client
