#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"

namespace hp::congress {
namespace {

TEST(Roll, AnImportReplacesTheLastOne) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(import_command(9), {"r1"});
  congress.must(import_command(4), {"s1"});
  EXPECT_EQ(congress.state.roll.people.size(), 4u);
}

TEST(Roll, IsConfirmedByTheHashOfTheLastImport) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(import_command(9), {"r1"});
  const v1::Command old = confirm_roll_command(congress.state);
  congress.must(import_command(4), {"r1"});
  EXPECT_REFUSED(congress.check(old, {"r1", "r2"}), codes::kRollHash, "import_hash");
  EXPECT_TAKEN(congress.check(confirm_roll_command(congress.state), {"r1", "r2"}));
}

TEST(Roll, OnceConfirmedIsNotImportedAgain) {
  EXPECT_REFUSED(TestCongress::with_roll(3).check(import_command(3), {"r1"}), codes::kRollConfirmed,
                 "");
}

TEST(Roll, NamesAPersonOnce) {
  v1::Command command = import_command(2);
  command.mutable_import_roll()->mutable_people(1)->set_id("d1");
  EXPECT_REFUSED(TestCongress::enrolled().check(command, {"r1"}), codes::kCommandField,
                 "people[1].id");
}

TEST(Roll, KnowsEveryPersonsOrganisation) {
  v1::Command command = import_command(2);
  command.mutable_import_roll()->mutable_people(1)->set_organisation("Không có");
  EXPECT_REFUSED(TestCongress::enrolled().check(command, {"r1"}), codes::kCommandField,
                 "people[1].organisation");
}

// Ten allocated, eight elected: the difference is confirmed with its reason or not at all.
TEST(Roll, ADifferenceFromTheAllocationNeedsItsReason) {
  TestCongress congress = TestCongress::enrolled();
  v1::Command import = import_command(8);
  import.mutable_import_roll()->mutable_organisations(0)->set_allocation(10);
  congress.must(import, {"r1"});
  v1::Command confirm = confirm_roll_command(congress.state);
  EXPECT_REFUSED(congress.check(confirm, {"r1", "r2"}), codes::kAllocationReason, "reasons");
  v1::AllocationReason& reason = *confirm.mutable_confirm_roll()->add_reasons();
  reason.set_organisation("Đảng bộ phường Hòa An");
  reason.set_reason("Bầu thiếu, không bầu thêm");
  EXPECT_TAKEN(congress.check(confirm, {"r1", "r2"}));
}

TEST(Roll, AReasonWithoutADifferenceIsRefused) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(import_command(8), {"r1"});
  v1::Command confirm = confirm_roll_command(congress.state);
  v1::AllocationReason& reason = *confirm.mutable_confirm_roll()->add_reasons();
  reason.set_organisation("Đảng bộ phường Hòa An");
  reason.set_reason("Không có gì");
  EXPECT_REFUSED(congress.check(confirm, {"r1", "r2"}), codes::kAllocationReason, "reasons");
}

v1::Command correction(const State& state, const std::string& person, const std::string& name) {
  v1::Command command;
  *command.mutable_correct_roll()->mutable_person() = *roll_person(state, person);
  command.mutable_correct_roll()->mutable_person()->set_name(name);
  command.mutable_correct_roll()->set_reason("Ghi sai họ tên");
  return command;
}

TEST(Roll, IsCorrectedByCredentialsAndPresidiumTogether) {
  TestCongress congress = TestCongress::with_roll(3);
  const v1::Command command = correction(congress.state, "d2", "Lê Thị Hoa");
  EXPECT_REFUSED(congress.check(command, {"r1", "r2"}), codes::kSignersNotAllowed, "signatures");
  congress.must(command, {"r1", "r2", "p1"});
  EXPECT_EQ(name_of(congress.state, "d2"), "Lê Thị Hoa");
}

TEST(Roll, ACorrectionKeptBackIsStaleAfterAnother) {
  TestCongress congress = TestCongress::with_roll(3);
  v1::Command old = correction(congress.state, "d2", "Lê Thị Hoa");
  old.set_command_id("0123456789abcdef");
  old.mutable_seen()->set_size(congress.state.size);
  old.mutable_seen()->set_root(to_string(congress.state.roots.back()));
  congress.must(correction(congress.state, "d2", "Lê Thị Hòa"), {"r1", "r2", "p1"});
  EXPECT_REFUSED(congress.check(old, {"r1", "r2", "p1"}), codes::kSeenStale, "seen");
}

TEST(Roll, AnothersCorrectionMakesNoneStale) {
  TestCongress congress = TestCongress::with_roll(3);
  v1::Command old = correction(congress.state, "d2", "Lê Thị Hoa");
  old.set_command_id("0123456789abcdef");
  old.mutable_seen()->set_size(congress.state.size);
  old.mutable_seen()->set_root(to_string(congress.state.roots.back()));
  congress.must(correction(congress.state, "d3", "Lê Thị Hòa"), {"r1", "r2", "p1"});
  EXPECT_TAKEN(congress.check(old, {"r1", "r2", "p1"}));
}

}  // namespace
}  // namespace hp::congress
