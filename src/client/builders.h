// The body of every official's command, from plain values and the official's own fold.
// Each gives a Command whose body alone is set: Official::build adds the rest. What the fold can
// compute (figures, hashes, rounds, outcome) is taken from it, never typed in.
// Source: docs/design/record.md section 5.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "client/roll_file.h"
#include "congress/definition.h"
#include "congress/entry.h"
#include "congress/paper_state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
struct State;
}

namespace hp::client {

namespace v1 = homphieu::v1;
using congress::State;
using Hands = std::optional<std::uint32_t>;  // votes for; nothing where no show of hands is due

// People.
v1::Official official_of(std::string person, std::string name, std::vector<v1::Role> roles,
                         ByteView point);
v1::Command enrol_official(v1::Official official);
v1::Command retire_official(std::string person, std::vector<v1::Role> roles, std::string reason);

// Roll and attendance.
v1::Command import_roll(const std::vector<v1::Organisation>& organisations,
                        const std::vector<v1::Person>& people);
// Of the roll imported last. Fails with `no_roll`.
Result<v1::Command> confirm_roll(const State& state,
                                 const std::map<std::string, std::string>& reasons = {});
v1::Command correct_roll(v1::Person person, std::string reason);
v1::Command arrived(const std::vector<std::string>& people);
v1::Command left(const std::vector<std::string>& people);
v1::Command back(const std::vector<std::string>& people);
v1::Command excused(std::string person, std::string reason);
v1::Command replaced(std::string person, std::string alternate);
v1::Command not_convened(std::string person, v1::NotConvenedReason reason, std::string note);
v1::Command withdraw_attendance(const congress::CommandId& command, std::uint32_t entry,
                                std::string reason);
// The figures as the fold computes them now.
v1::Command confirm_attendance(const State& state, std::string contest);

// Contests.
struct ContestPlan {
  std::string contest;  // [a-z0-9-]{1,40}
  v1::Office office = v1::OFFICE_COMMITTEE;
  std::string body;
  std::vector<congress::Candidate> candidates;  // in ballot order
  std::uint32_t seats = 0;
  std::uint32_t alternates = 0;
  v1::Places places = v1::PLACES_OFFICIAL;
  std::optional<std::uint32_t> approved_size;
  std::optional<std::uint32_t> prepared_candidates;
  std::optional<std::uint32_t> official_members;
  std::vector<v1::OutsideNominee> outside_nominees;
  std::vector<std::uint32_t> convening_member_off_list;  // positions
  std::string from_contest;
  std::string planned_person;
  std::uint32_t minimum = 5;
  std::uint32_t paper_counts = 0;  // how often each paper is keyed; 0: as usual
  bool rehearsal = false;
  std::string profile = "190-2024";
  std::map<std::string, std::string> settings;  // those that differ from the profile; JSON values
};
// Round and lần bầu follow from the state. Fails with a code of the definition.
Result<v1::ContestDefinition> definition_of(const State& state, const ContestPlan& plan);
// The contest's next ballot, as the last DecideNext says; or the same once more after a round
// that was withdrawn or annulled. Fails with `contest_unknown`, `nothing_decided`.
Result<v1::ContestDefinition> next_definition(const State& state, const std::string& contest);
v1::Command approve_contest(const v1::ContestDefinition& definition, Hands for_seats,
                            Hands for_list);
v1::Command withdraw_contest(std::string contest, std::string reason);
Result<v1::Command> appoint_counters(const State& state, const std::string& contest,
                                     std::string head, std::vector<std::string> members,
                                     Hands hands);
Result<v1::Command> replace_counter(const State& state, const std::string& contest,
                                    std::string leaving, std::string coming, std::string new_head,
                                    std::string reason, Hands hands);

// Ceremony and cards.
// The next number; n is how many there are.
v1::Command start_ceremony(const State& state, std::uint32_t k, std::vector<std::string> trustees);
// Points in any order; sorted here.
v1::Command register_cards(std::vector<Bytes> points);
v1::Command void_cards(std::vector<Bytes> points, std::string reason);

// A round. All take the contest's current one; fail with `contest_unknown` or `contest_phase`.
struct OpenPlan {
  v1::Way way = v1::WAY_ELECTRONIC;
  std::uint32_t papers_to_issue = 0;
  std::vector<Bytes> void_keys;  // for this round: not drawn, or handed in
  std::uint32_t cards_taken_away = 0;
};
Result<v1::Command> open_contest(const State& state, const std::string& contest,
                                 const OpenPlan& plan = {});
Result<v1::Command> move_to_paper(const State& state, const std::string& contest,
                                  bool ballots_stand, std::uint32_t papers_to_issue);
Result<v1::Command> close_contest(const State& state, const std::string& contest);
Result<v1::Command> record_remark(const State& state, const std::string& contest, std::string text);
// The outcome is the fold's own.
Result<v1::Command> declare_result(const State& state, const std::string& contest,
                                   std::string program_version, std::uint32_t copies,
                                   const std::vector<v1::NotSigning>& not_signing = {});
// The hash of the minutes' JSON that this program itself has made (report).
Result<v1::Command> sign_minutes(const State& state, const std::string& contest);
Result<v1::Command> announce_result(const State& state, const std::string& contest);
Result<v1::Command> decide_tie_ballot(const State& state, const std::string& contest, Hands hands);
Result<v1::Command> decide_further_ballot(const State& state, const std::string& contest,
                                          std::vector<std::string> people, std::uint32_t seats,
                                          std::uint32_t alternates, v1::Places places, Hands hands);
Result<v1::Command> decide_none(const State& state, const std::string& contest, Hands hands);
Result<v1::Command> annul_contest(const State& state, const std::string& contest,
                                  std::string reason, Hands hands = {});
v1::Command close_congress();

// Papers. All take the contest's current round, and the batch in its present opening; fail with
// `contest_unknown` and, where a batch is named, `batch_unknown`.
v1::RecordPaper paper_figures(std::uint32_t prepared, std::uint32_t issued, std::uint32_t spoiled,
                              std::uint32_t unused, std::uint32_t collected);
Result<v1::Command> record_paper(const State& state, const std::string& contest,
                                 v1::RecordPaper figures);
Result<v1::Command> correct_paper(const State& state, const std::string& contest,
                                  v1::RecordPaper figures, std::string reason);
// The next batch by number.
Result<v1::Command> open_batch(const State& state, const std::string& contest,
                               std::uint32_t papers);
Result<v1::Command> key_sheets(const State& state, const std::string& contest, std::uint32_t batch,
                               std::uint32_t count, const std::vector<v1::KeyedSheet>& sheets);
Result<v1::Command> settle_sheet(const State& state, const std::string& contest,
                                 std::uint32_t batch, std::uint32_t sheet,
                                 v1::SheetContent content);
Result<v1::Command> conclude_sheet(const State& state, const std::string& contest,
                                   std::uint32_t batch, std::uint32_t sheet,
                                   v1::SheetContent content, bool valid, std::string reason);
Result<v1::Command> close_batch(const State& state, const std::string& contest,
                                std::uint32_t batch);
Result<v1::Command> reopen_batch(const State& state, const std::string& contest,
                                 std::uint32_t batch, std::uint32_t papers, std::string reason);
// `differing` in any order: the papers, of those that the seed draws, that are not as they were
// keyed. What the seed draws: congress/sample_check.h.
Result<v1::Command> check_sample(const State& state, const std::string& contest, std::string seed,
                                 std::uint32_t papers, std::vector<congress::SheetPlace> differing);

}  // namespace hp::client
