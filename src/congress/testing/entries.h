// Test kit: a congress at the level of entries. Keys are names made to look like points, and the
// signatures are taken as verified; the fold behind it is the real one.
//
//   TestCongress congress = TestCongress::with_roll(10);
//   congress.send(arrived_command("d1"), {"r1"})  // Result<void>: checked, then applied
//   congress.check(command, {"r1"})               // checked only
//
// Officials after `enrolled`: s1 s2 secretariat, r1 r2 credentials, p1 p2 presidium, c1 c2 c3
// counting, t1 t2 t3 trustees, h1 helper, o1 observer. Delegates: d1, d2 …
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "base/error.h"
#include "congress/fold.h"

namespace hp::congress {

// 65 bytes that stand for the person's public key; another `generation`, another key.
std::string test_point(const std::string& person, int generation = 1);
Hash test_key_id(const std::string& person, int generation = 1);

class TestCongress {
 public:
  static TestCongress empty();
  static TestCongress founded();              // s1, s2
  static TestCongress enrolled();             // all officials above
  static TestCongress with_roll(int people);  // and a confirmed roll of officials d1 …
  static TestCongress present(int people);    // and all of them have arrived

  Entry entry(v1::Command command, const std::vector<std::string>& signers) const;
  Result<void> check(const v1::Command& command, const std::vector<std::string>& signers) const;
  Result<void> send(const v1::Command& command, const std::vector<std::string>& signers);
  // Sends and aborts the test program if it is refused: for what a test builds on.
  void must(const v1::Command& command, const std::vector<std::string>& signers);

  State state;
  std::vector<Bytes> payloads;  // of every entry that was sent and taken
};

v1::Command found_command();
v1::Command enrol_command(const std::string& person, std::initializer_list<v1::Role> roles,
                          int generation = 1);
v1::Command retire_command(const std::string& person, std::initializer_list<v1::Role> roles);
v1::Command import_command(int people);
v1::Command confirm_roll_command(const State& state);
v1::Command arrived_command(const std::string& person);
v1::Command attendance_command(v1::AttendanceEntry entry);
v1::Command register_cards_command(std::initializer_list<std::string> cards);

}  // namespace hp::congress
