// Every role × command × state of docs/design/record.md section 5, tried by program: all sets of
// up to four signers out of all roles, for every command, in every state of a round.
//
// What is expected is written down here a second time, in its own form: one letter a signer,
//   s secretariat  r credentials  p presidium  h head  m member of the counting committee
//   t trustee  a helper (tổ giúp việc)  o observer  k card  n the key that is being enrolled
// and one letter a state,
//   A approved  O open  C closed  N counted  D declared  S signed  X announced  W withdrawn
//   U annulled  - no contest yet
#include "congress/authority.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdio>

#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "congress/testing/entries.h"

namespace hp::congress {
namespace {

constexpr std::string_view kStates = "AOCNDSXWU-";  // the first nine in the order of Phase

struct Expected {
  std::string_view command;
  std::string_view states;
  std::vector<std::string_view> signers;  // letters sorted; each a complete set
};

const std::vector<Expected>& expectations() {
  static const std::vector<Expected> all = {
      {"EnrolOfficial", kStates, {"nps"}},
      {"RetireOfficial", kStates, {"ps"}},
      {"ImportRoll", kStates, {"r", "s"}},
      {"ConfirmRoll", kStates, {"rr"}},
      {"CorrectRoll", kStates, {"prr"}},
      {"RecordAttendance", kStates, {"r"}},
      {"WithdrawAttendance", kStates, {"rr"}},
      {"ConfirmAttendance", "A", {"rr"}},
      {"ApproveContest", kStates, {"ps"}},
      {"WithdrawContest", "A", {"ps"}},
      {"AppointCounters", "A", {"ps"}},
      {"ReplaceCounter", "OCNDS", {"ps"}},
      {"StartCeremony", kStates, {"ps"}},
      {"CommitKey", kStates, {"t"}},
      {"RevealKey", kStates, {"t"}},
      {"ShareKey", kStates, {"t"}},
      {"AcceptKey", kStates, {"t"}},
      {"ComplainKey", kStates, {"t"}},
      {"RehearseKey", kStates, {"t"}},
      {"RegisterCards", kStates, {"rr"}},
      {"VoidCards", "ACNDSXWU-", {"rr"}},
      {"VoidCards", "O", {"hrr"}},
      {"OpenContest", "A", {"hp"}},
      {"CastBallot", "O", {"k"}},
      {"MoveToPaper", "O", {"hp"}},
      {"CloseContest", "O", {"hp"}},
      {"AcceptClosing", "C", {"t"}},
      {"DecryptTally", "CN", {"t"}},
      {"RecordRemark", "OCNDS", {"a", "h", "m", "p", "r", "s", "t"}},
      {"DeclareResult", "NDS", {"hmmp"}},
      {"SignMinutes", "DSU", {"h", "m", "p"}},
      {"AnnounceResult", "S", {"p"}},
      {"DecideNext", "XWU", {"ps"}},
      {"AnnulContest", "O", {"hp"}},
      {"AnnulContest", "CNDS", {"hmp", "hmmp"}},
      {"CloseCongress", kStates, {"ps"}},
      {"RecordPaper", "C", {"hm"}},
      {"CorrectPaper", "CN", {"hp"}},
      {"OpenBatch", "CN", {"h", "m"}},
      {"KeySheets", "CN", {"a", "h", "m"}},
      {"SettleSheet", "CN", {"h", "m"}},
      {"ConcludeSheet", "CN", {"hm", "hmm"}},
      {"CloseBatch", "CN", {"h", "m"}},
      {"ReopenBatch", "CN", {"hp"}},
      {"CheckSample", "CN", {"hm"}},
  };
  return all;
}

bool expected(std::string_view command, char state, const std::string& letters) {
  return std::ranges::any_of(expectations(), [&](const Expected& one) {
    return one.command == command && one.states.find(state) != std::string_view::npos &&
           std::ranges::find(one.signers, letters) != one.signers.end();
  });
}

struct Person {
  std::string id;
  char letter;
};
const std::vector<Person> kPeople = {{"s1", 's'}, {"s2", 's'}, {"r1", 'r'}, {"r2", 'r'},
                                     {"p1", 'p'}, {"p2", 'p'}, {"c1", 'h'}, {"c2", 'm'},
                                     {"c3", 'm'}, {"t1", 't'}, {"t2", 't'}, {"h1", 'a'},
                                     {"o1", 'o'}, {"k1", 'k'}, {"n1", 'n'}};

// A congress with contest "c" in that state; c1 leads the counters c1, c2, c3.
TestCongress in_state(char letter) {
  TestCongress congress = TestCongress::enrolled();
  const auto point = test_point("k1");
  congress.state.cards.keys.emplace(test_key_id("k1"), array_of<65>(view(point)));
  Ceremony& ceremony = congress.state.ceremonies.all.emplace_back();
  ceremony.number = 1;
  for (const char* one : {"t1", "t2", "t3"}) ceremony.trustees.emplace_back().person = one;
  if (letter == '-') return congress;
  ContestState& contest = congress.state.contests["c"];
  contest.id = "c";
  Round& round = contest.rounds.emplace_back();
  round.phase = static_cast<Phase>(kStates.find(letter));
  round.counters.emplace();
  round.counters->head = "c1";
  for (const char* one : {"c1", "c2", "c3"}) round.counters->all.push_back({one, one});
  if (letter != 'A' && letter != 'W') round.opening.emplace();
  const std::vector<PersonId> signatories = {"c1", "c2", "c3", "p1", "p2"};
  if (letter == 'D' || letter == 'S' || letter == 'X') {
    round.declaration.emplace().signatories = signatories;
  }
  if (letter == 'U') round.annulment.emplace().signatories = signatories;
  return congress;
}

// A command with an empty body of that name, about contest "c" where the body has a contest.
v1::Command command_named(std::string_view name) {
  v1::Command command;
  const auto* oneof = v1::Command::descriptor()->FindOneofByName("body");
  for (int i = 0; i < oneof->field_count(); ++i) {
    const auto* field = oneof->field(i);
    if (field->message_type()->name() != name) continue;
    auto* body = v1::Command::GetReflection()->MutableMessage(&command, field);
    const auto* contest = body->GetDescriptor()->FindFieldByName("contest");
    if (contest != nullptr) body->GetReflection()->SetString(body, contest, "c");
    if (name == "CorrectPaper") {
      command.mutable_correct_paper()->mutable_figures()->set_contest("c");
    }
  }
  if (command.has_enrol_official()) {
    command.mutable_enrol_official()->mutable_official()->set_person("n1");
    command.mutable_enrol_official()->mutable_official()->set_key(test_point("n1"));
  }
  return command;
}

// All sets of one to four people, as bits.
std::vector<std::uint32_t> signer_sets() {
  std::vector<std::uint32_t> sets;
  for (std::uint32_t bits = 1; bits < (1u << kPeople.size()); ++bits) {
    if (std::popcount(bits) <= 4) sets.push_back(bits);
  }
  return sets;
}

TEST(Authority, EveryCellOfTheTableIsAsWrittenDown) {
  const std::vector<std::uint32_t> sets = signer_sets();
  std::size_t cells = 0, accepted = 0, wrong = 0;
  for (const char state : kStates) {
    const TestCongress congress = in_state(state);
    for (const AuthorityRow& row : authority_table()) {
      if (row.command == v1::Command::kFoundCongress) continue;
      Entry entry = congress.entry(command_named(row.name), {});
      for (const std::uint32_t bits : sets) {
        entry.key_ids.clear();
        std::string letters;
        for (std::size_t i = 0; i < kPeople.size(); ++i) {
          if ((bits >> i & 1) == 0) continue;
          entry.key_ids.push_back(test_key_id(kPeople[i].id));
          letters += kPeople[i].letter;
        }
        std::ranges::sort(letters);
        const bool allowed = check_authority(congress.state, entry).has_value();
        ++cells;
        accepted += allowed ? 1 : 0;
        if (allowed != expected(row.name, state, letters) && ++wrong <= 20) {
          ADD_FAILURE() << row.name << " signed by " << letters << " in state " << state
                        << (allowed ? " is allowed" : " is refused");
        }
      }
    }
  }
  std::printf("authority: %zu cells tried, %zu of them accepted\n", cells, accepted);
  EXPECT_EQ(wrong, 0u);
  EXPECT_GT(accepted, 500u);
}

TEST(Authority, EveryCommandOfTheRecordHasItsRow) {
  const auto* oneof = v1::Command::descriptor()->FindOneofByName("body");
  ASSERT_EQ(static_cast<std::size_t>(oneof->field_count()), authority_table().size());
  for (int i = 0; i < oneof->field_count(); ++i) {
    const auto* row = authority_of(static_cast<v1::Command::BodyCase>(oneof->field(i)->number()));
    ASSERT_NE(row, nullptr) << oneof->field(i)->name();
    EXPECT_EQ(row->name, oneof->field(i)->message_type()->name());
  }
}

TEST(Authority, WithoutASignatureNothingIsAllowed) {
  for (const char state : kStates) {
    const TestCongress congress = in_state(state);
    for (const AuthorityRow& row : authority_table()) {
      if (row.command == v1::Command::kFoundCongress) continue;
      EXPECT_FALSE(check_authority(congress.state, congress.entry(command_named(row.name), {})))
          << row.name;
    }
  }
}

TEST(Authority, UntilAPresidiumIsEnrolledTheSecretariatSignsTwice) {
  TestCongress congress = TestCongress::founded();
  congress.must(enrol_command("r1", {v1::ROLE_CREDENTIALS}), {"s1", "s2", "r1"});
  for (const char* name : {"RetireOfficial", "StartCeremony"}) {
    const v1::Command command = command_named(name);
    const auto allowed = [&](const std::vector<std::string>& signers) {
      return check_authority(congress.state, congress.entry(command, signers)).has_value();
    };
    EXPECT_TRUE(allowed({"s1", "s2"})) << name;
    EXPECT_FALSE(allowed({"s1"})) << name;
    EXPECT_FALSE(allowed({"s1", "r1"})) << name;
  }
}

// Who is presidium and counter fills one place with one signature.
TEST(Authority, OnePersonOfTwoRolesFillsOnePlace) {
  TestCongress congress = in_state('A');
  congress.state.people.officials.at("c1").roles.insert(v1::ROLE_PRESIDIUM);
  const v1::Command command = command_named("OpenContest");
  EXPECT_FALSE(check_authority(congress.state, congress.entry(command, {"c1"})));
  EXPECT_TRUE(check_authority(congress.state, congress.entry(command, {"c1", "p1"})));
}

TEST(Authority, ADeclarationIsSignedByAllMembersButThoseNamed) {
  const TestCongress congress = in_state('N');
  v1::Command command = command_named("DeclareResult");
  auto& named = *command.mutable_declare_result()->add_not_signing();
  named.set_person("c3");
  const auto allowed = [&](const std::vector<std::string>& signers) {
    return check_authority(congress.state, congress.entry(command, signers)).has_value();
  };
  EXPECT_TRUE(allowed({"c1", "c2", "p1"}));
  EXPECT_FALSE(allowed({"c1", "c3", "p1"}));
  EXPECT_FALSE(allowed({"c1", "c2", "c3", "p1"}));
  EXPECT_FALSE(allowed({"c1", "p1"}));
}

TEST(Authority, AProposalTakesSignaturesThatCanStillBecomeEnough) {
  const TestCongress congress = in_state('A');
  const v1::Command command = command_named("OpenContest");
  const auto partial = [&](const std::vector<std::string>& signers) {
    return check_partial_authority(congress.state, congress.entry(command, signers)).has_value();
  };
  EXPECT_TRUE(partial({"c1"}));
  EXPECT_TRUE(partial({"p1"}));
  EXPECT_FALSE(partial({"c2"}));
  EXPECT_FALSE(partial({"p1", "p2"}));
  EXPECT_FALSE(partial({}));
}

}  // namespace
}  // namespace hp::congress
