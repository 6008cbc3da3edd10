#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"

namespace hp::congress {
namespace {

v1::Command left(const std::string& person) {
  v1::AttendanceEntry entry;
  entry.set_person(person);
  entry.mutable_left();
  return attendance_command(entry);
}
v1::Command back(const std::string& person) {
  v1::AttendanceEntry entry;
  entry.set_person(person);
  entry.mutable_back();
  return attendance_command(entry);
}
v1::Command replaced(const std::string& person, const std::string& alternate) {
  v1::AttendanceEntry entry;
  entry.set_person(person);
  entry.mutable_replaced()->set_alternate(alternate);
  return attendance_command(entry);
}
v1::Command not_convened(const std::string& person) {
  v1::AttendanceEntry entry;
  entry.set_person(person);
  entry.mutable_not_convened()->set_reason(v1::NOT_CONVENED_REASON_TRANSFERRED);
  return attendance_command(entry);
}

// Four officials d1 … d4 and the alternate d5.
TestCongress four_and_an_alternate() {
  TestCongress congress = TestCongress::enrolled();
  v1::Command import = import_command(5);
  import.mutable_import_roll()->mutable_organisations(0)->set_allocation(4);
  import.mutable_import_roll()->mutable_people(4)->set_standing(v1::STANDING_ALTERNATE);
  congress.must(import, {"r1"});
  congress.must(confirm_roll_command(congress.state), {"r1", "r2"});
  return congress;
}

TEST(Attendance, CountsWhoIsThereNow) {
  TestCongress congress = TestCongress::present(5);
  congress.must(left("d1"), {"r1"});
  congress.must(left("d2"), {"r2"});
  congress.must(back("d1"), {"r1"});
  EXPECT_EQ(present_count(congress.state), 4u);
  EXPECT_EQ(gone_count(congress.state), 1u);
}

TEST(Attendance, NobodyArrivesTwiceOrLeavesWithoutHavingCome) {
  TestCongress congress = TestCongress::with_roll(2);
  EXPECT_REFUSED(congress.check(left("d1"), {"r1"}), codes::kAttendanceImpossible,
                 "entries[0].person");
  EXPECT_REFUSED(congress.check(back("d1"), {"r1"}), codes::kAttendanceImpossible,
                 "entries[0].person");
  congress.must(arrived_command("d1"), {"r1"});
  EXPECT_REFUSED(congress.check(arrived_command("d1"), {"r1"}), codes::kAttendanceImpossible,
                 "entries[0].person");
}

TEST(Attendance, AllEntriesAreTakenOrNone) {
  TestCongress congress = TestCongress::with_roll(2);
  v1::Command command = arrived_command("d1");
  *command.mutable_record_attendance()->add_entries() =
      arrived_command("nobody").record_attendance().entries(0);
  EXPECT_REFUSED(congress.send(command, {"r1"}), codes::kPersonUnknown, "entries[1].person");
  EXPECT_EQ(present_count(congress.state), 0u);
}

TEST(Attendance, AnAlternateIsPresentOnceASeatIsTaken) {
  TestCongress congress = four_and_an_alternate();
  congress.must(arrived_command("d5"), {"r1"});
  EXPECT_EQ(present_count(congress.state), 0u);
  congress.must(replaced("d1", "d5"), {"r1"});
  EXPECT_EQ(present_count(congress.state), 1u);
  EXPECT_EQ(base_figures(congress.state).base, 1u);  // d2 … d4 never came
}

TEST(Attendance, WhoWasReplacedCannotArrive) {
  TestCongress congress = four_and_an_alternate();
  congress.must(replaced("d1", "d5"), {"r1"});
  EXPECT_REFUSED(congress.check(arrived_command("d1"), {"r1"}), codes::kAttendanceImpossible,
                 "entries[0].person");
}

TEST(Attendance, WhoCameIsNotReplaced) {
  TestCongress congress = four_and_an_alternate();
  congress.must(arrived_command("d1"), {"r1"});
  congress.must(left("d1"), {"r1"});
  EXPECT_REFUSED(congress.check(replaced("d1", "d5"), {"r1"}), codes::kAttendanceImpossible,
                 "entries[0].person");
}

TEST(Attendance, AnAlternateTakesOneSeat) {
  TestCongress congress = four_and_an_alternate();
  congress.must(replaced("d1", "d5"), {"r1"});
  EXPECT_REFUSED(congress.check(replaced("d2", "d5"), {"r1"}), codes::kAttendanceImpossible,
                 "entries[0].replaced.alternate");
  EXPECT_REFUSED(congress.check(replaced("d2", "d3"), {"r1"}), codes::kAttendanceImpossible,
                 "entries[0].replaced.alternate");
}

TEST(Attendance, TheBaseLeavesOutWhoNeverCameAndIsNotReplaced) {
  TestCongress congress = TestCongress::with_roll(5);
  for (const char* one : {"d1", "d2", "d3"}) congress.must(arrived_command(one), {"r1"});
  congress.must(left("d3"), {"r1"});
  congress.must(not_convened("d5"), {"r1"});
  const BaseFigures figures = base_figures(congress.state);
  EXPECT_EQ(figures.convened, 4u);
  ASSERT_EQ(figures.deductions.size(), 1u);
  EXPECT_EQ(figures.deductions[0].kind(), v1::DEDUCTION_KIND_ABSENT_UNREPLACED);
  EXPECT_EQ(figures.deductions[0].count(), 1u);
  EXPECT_EQ(figures.base, 3u);
  EXPECT_EQ(figures.needed, 2u);
  EXPECT_EQ(figures.present, 2u);
}

TEST(Attendance, IsRecordedAfterTheRollIsConfirmed) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(import_command(2), {"r1"});
  EXPECT_REFUSED(congress.check(arrived_command("d1"), {"r1"}), codes::kRollNotConfirmed, "");
}

v1::Command withdrawal(const State& state, std::uint64_t index) {
  v1::Command command;
  for (const auto& [id, at] : state.attendance.commands) {
    if (at == index) command.mutable_withdraw_attendance()->set_command_id(to_string(id));
  }
  command.mutable_withdraw_attendance()->set_reason("Nhầm người");
  return command;
}

TEST(Attendance, AWithdrawnEntryIsAsIfItHadNeverBeen) {
  TestCongress congress = TestCongress::with_roll(2);
  const std::uint64_t index = congress.state.size;
  congress.must(arrived_command("d1"), {"r1"});
  EXPECT_REFUSED(congress.check(withdrawal(congress.state, index), {"r1"}),
                 codes::kSignersNotAllowed, "signatures");
  congress.must(withdrawal(congress.state, index), {"r1", "r2"});
  EXPECT_EQ(present_count(congress.state), 0u);
  EXPECT_EQ(base_figures(congress.state).base, 0u);
  EXPECT_TAKEN(congress.check(arrived_command("d1"), {"r1"}));
}

TEST(Attendance, AnEntryThatLaterOnesRestOnIsNotWithdrawn) {
  TestCongress congress = TestCongress::with_roll(2);
  const std::uint64_t index = congress.state.size;
  congress.must(arrived_command("d1"), {"r1"});
  congress.must(left("d1"), {"r1"});
  EXPECT_REFUSED(congress.check(withdrawal(congress.state, index), {"r1", "r2"}),
                 codes::kAttendanceImpossible, "person");
}

TEST(Attendance, AnEntryIsWithdrawnOnce) {
  TestCongress congress = TestCongress::with_roll(2);
  const std::uint64_t index = congress.state.size;
  congress.must(arrived_command("d1"), {"r1"});
  congress.must(withdrawal(congress.state, index), {"r1", "r2"});
  EXPECT_REFUSED(congress.check(withdrawal(congress.state, index), {"r1", "r2"}),
                 codes::kNothingChanges, "command_id");
}

}  // namespace
}  // namespace hp::congress
