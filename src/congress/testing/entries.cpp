#include "congress/testing/entries.h"
#include "crypto/hash.h"
#include "journal/tree.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace hp::congress {

std::string test_point(const std::string& person, int generation) {
  std::string point = "\x04" + person + "/" + std::to_string(generation);
  point.resize(65, '.');
  return point;
}

Hash test_key_id(const std::string& person, int generation) {
  return key_id_of(view(test_point(person, generation)));
}

namespace {

// "r1" signs with the first key, "r1/2" with the second.
Hash signer_key(const std::string& signer) {
  const std::size_t slash = signer.find('/');
  if (slash == std::string::npos) return test_key_id(signer);
  return test_key_id(signer.substr(0, slash), std::stoi(signer.substr(slash + 1)));
}

void fill(v1::Official& official, const std::string& person, std::initializer_list<v1::Role> roles,
          int generation) {
  official.set_person(person);
  official.set_name("Đồng chí " + person);
  for (v1::Role role : roles) official.add_roles(role);
  official.set_key(test_point(person, generation));
}

}  // namespace

TestCongress TestCongress::empty() {
  TestCongress out;
  out.state = empty_state();
  return out;
}

TestCongress TestCongress::founded() {
  TestCongress out = empty();
  out.must(found_command(), {"s1", "s2"});
  return out;
}

TestCongress TestCongress::enrolled() {
  TestCongress out = founded();
  const auto enrol = [&](const std::string& person, v1::Role role) {
    const bool presidium = count_role(out.state, v1::ROLE_PRESIDIUM) > 0;
    out.must(enrol_command(person, {role}), {"s1", presidium ? "p1" : "s2", person});
  };
  for (const char* one : {"p1", "p2"}) enrol(one, v1::ROLE_PRESIDIUM);
  for (const char* one : {"r1", "r2"}) enrol(one, v1::ROLE_CREDENTIALS);
  for (const char* one : {"c1", "c2", "c3"}) enrol(one, v1::ROLE_COUNTING);
  for (const char* one : {"t1", "t2", "t3"}) enrol(one, v1::ROLE_TRUSTEE);
  enrol("h1", v1::ROLE_HELPER);
  enrol("o1", v1::ROLE_OBSERVER);
  return out;
}

TestCongress TestCongress::with_roll(int people) {
  TestCongress out = enrolled();
  out.must(import_command(people), {"r1"});
  out.must(confirm_roll_command(out.state), {"r1", "r2"});
  return out;
}

TestCongress TestCongress::present(int people) {
  TestCongress out = with_roll(people);
  for (int i = 1; i <= people; ++i) out.must(arrived_command("d" + std::to_string(i)), {"r1"});
  return out;
}

Entry TestCongress::entry(v1::Command command, const std::vector<std::string>& signers) const {
  if (command.command_id().empty()) {
    std::string id = std::to_string(state.size);
    id.resize(16, '#');
    command.set_command_id(id);
  }
  if (!command.has_found_congress()) {
    if (command.congress_id().empty()) command.set_congress_id(to_string(state.congress_id));
    if (!command.has_seen()) {
      command.mutable_seen()->set_size(state.size);
      command.mutable_seen()->set_root(to_string(state.roots.back()));
    }
  }
  if (!command.has_cast_ballot()) command.set_signed_at(1'595'898'000'000 + 1000 * state.size);
  Entry out;
  out.payload = to_bytes(view(command.SerializeAsString()));
  out.payload_hash = crypto::sha256(out.payload);
  out.leaf_hash = journal::leaf_hash(out.payload);
  for (const std::string& signer : signers) out.key_ids.push_back(signer_key(signer));
  std::ranges::sort(out.key_ids);
  out.index = state.size;
  out.command = std::move(command);
  return out;
}

Result<void> TestCongress::check(const v1::Command& command,
                                 const std::vector<std::string>& signers) const {
  return congress::check(state, entry(command, signers));
}

Result<void> TestCongress::send(const v1::Command& command,
                                const std::vector<std::string>& signers) {
  const Entry one = entry(command, signers);
  HP_TRY(congress::check(state, one));
  apply(state, one);
  payloads.push_back(one.payload);
  return {};
}

void TestCongress::must(const v1::Command& command, const std::vector<std::string>& signers) {
  if (const auto sent = send(command, signers); !sent) {
    std::fprintf(stderr, "the test's ground was refused: %s\n%s\n",
                 describe(sent.error(), Language::kEnglish).c_str(),
                 command.ShortDebugString().c_str());
    std::abort();
  }
}

v1::Command found_command() {
  v1::Command command;
  v1::FoundCongress& body = *command.mutable_found_congress();
  body.set_organisation("Đảng bộ quận Cẩm Lệ");
  body.set_congress("Đại hội đại biểu lần thứ IV");
  body.set_term("2020–2025");
  body.set_level(v1::LEVEL_DISTRICT);
  body.set_meeting(v1::MEETING_DELEGATE_CONGRESS);
  body.set_place("Cẩm Lệ");
  body.add_days("2020-07-28");
  body.set_log_key(std::string(32, 'L'));
  fill(*body.add_officials(), "s1", {v1::ROLE_SECRETARIAT}, 1);
  fill(*body.add_officials(), "s2", {v1::ROLE_SECRETARIAT}, 1);
  return command;
}

v1::Command enrol_command(const std::string& person, std::initializer_list<v1::Role> roles,
                          int generation) {
  v1::Command command;
  fill(*command.mutable_enrol_official()->mutable_official(), person, roles, generation);
  return command;
}

v1::Command retire_command(const std::string& person, std::initializer_list<v1::Role> roles) {
  v1::Command command;
  command.mutable_retire_official()->set_person(person);
  for (v1::Role role : roles) command.mutable_retire_official()->add_roles(role);
  command.mutable_retire_official()->set_reason("Chuyển công tác");
  return command;
}

v1::Command import_command(int people) {
  v1::Command command;
  v1::ImportRoll& body = *command.mutable_import_roll();
  v1::Organisation& organisation = *body.add_organisations();
  organisation.set_name("Đảng bộ phường Hòa An");
  organisation.set_allocation(static_cast<std::uint32_t>(people));
  for (int i = 1; i <= people; ++i) {
    v1::Person& person = *body.add_people();
    person.set_id("d" + std::to_string(i));
    person.set_name("Đại biểu " + std::to_string(i));
    person.set_sex(i % 3 == 0 ? v1::SEX_FEMALE : v1::SEX_MALE);
    person.set_born_year(1970);
    person.set_organisation(organisation.name());
    person.set_standing(v1::STANDING_OFFICIAL);
    person.set_basis(v1::BASIS_ELECTED);
  }
  return command;
}

v1::Command confirm_roll_command(const State& state) {
  v1::Command command;
  command.mutable_confirm_roll()->set_import_hash(
      state.roll.import_hash ? to_string(*state.roll.import_hash) : std::string(32, 'x'));
  return command;
}

v1::Command arrived_command(const std::string& person) {
  v1::AttendanceEntry entry;
  entry.set_person(person);
  entry.mutable_arrived();
  return attendance_command(entry);
}

v1::Command attendance_command(v1::AttendanceEntry entry) {
  v1::Command command;
  *command.mutable_record_attendance()->add_entries() = std::move(entry);
  return command;
}

v1::Command register_cards_command(std::initializer_list<std::string> cards) {
  std::vector<std::string> keys;
  for (const std::string& card : cards) keys.push_back(test_point(card));
  std::ranges::sort(keys);
  v1::Command command;
  for (const std::string& key : keys) command.mutable_register_cards()->add_keys(key);
  return command;
}

}  // namespace hp::congress
