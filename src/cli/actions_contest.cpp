// Contests before they open, the ceremony's start, and decisions after.
#include <CLI/CLI.hpp>
#include <charconv>

#include "cli/actions.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "client/builders.h"
#include "client/roll_file.h"
#include "congress/state.h"

namespace hp::cli {
namespace {

using congress::State;

Result<std::vector<std::uint32_t>> numbers_of(const std::string& text) {
  std::vector<std::uint32_t> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(':', at), text.size());
    std::uint32_t one = 0;
    const auto [read, error] = std::from_chars(text.data() + at, text.data() + end, one);
    if (error != std::errc{} || read != text.data() + end) {
      return fail(codes::kArgumentValue, text);
    }
    out.push_back(one);
    at = end + 1;
  }
  return out;
}

Result<v1::Command> approve(Terminal& terminal, const State& state, const ActionValues& v) {
  client::ContestPlan plan;
  plan.contest = v.contest;
  if (!v1::Office_Parse("OFFICE_" + v.word, &plan.office)) {
    return fail(codes::kArgumentValue, "--office", v.word);
  }
  plan.body = v.name;
  HP_ASSIGN(const std::string list, read_input(v.file, terminal.in, std::size_t{1} << 20));
  HP_ASSIGN(plan.candidates, client::read_candidates(list));
  plan.seats = v.seats;
  plan.alternates = v.alternates;
  plan.approved_size = v.approved_size;
  plan.prepared_candidates = v.prepared;
  plan.official_members = v.official_members;
  plan.from_contest = v.second;
  plan.planned_person = v.person;
  plan.minimum = v.minimum;
  plan.paper_counts = v.number;
  plan.rehearsal = v.flag;
  plan.profile = v.profile;
  plan.convening_member_off_list = v.numbers;
  for (const std::string& item : v.items) {
    HP_ASSIGN(auto pair, parted(item));
    plan.settings.insert(std::move(pair));
  }
  for (const std::string& item : v.people) {
    HP_ASSIGN(const auto numbers, numbers_of(item));
    if (numbers.size() != 3) return fail(codes::kArgumentValue, "--outside-nominee", item);
    v1::OutsideNominee one;
    one.set_candidate(numbers[0]);
    one.set_support(numbers[1]);
    one.set_attending(numbers[2]);
    plan.outside_nominees.push_back(one);
  }
  HP_ASSIGN(const v1::ContestDefinition definition, client::definition_of(state, plan));
  return client::approve_contest(definition, v.hands, v.hands_for_list);
}

}  // namespace

void add_contest_actions(Actions& a) {
  const auto say = [&a](std::string_view vi, std::string_view en) { return a.say(vi, en); };
  const Actions::Options reason = a.reason();
  Terminal& terminal = a.terminal();
  const Actions::Options contest = a.contest();
  const Actions::Options hands = a.hands();
  const auto list_hands = [say](CLI::App& o, ActionValues& v) {
    o.add_option("--hands-seats", v.hands,
                 say("số người tán thành số lượng", "hands for the number of seats"));
    o.add_option("--hands-list", v.hands_for_list,
                 say("số người tán thành danh sách", "hands for the list"));
  };
  a.add(
      "approve-contest", "Thông qua một cuộc bầu", "Approve a contest",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        o.add_option("--office", v.word,
                     "COMMITTEE, STANDING_COMMITTEE, SECRETARY, DEPUTY_SECRETARY, "
                     "INSPECTION_COMMITTEE, INSPECTION_HEAD, UPPER_DELEGATES, OPINION, "
                     "INTRODUCTION")
            ->required();
        o.add_option("--body", v.name, say("tên cơ quan được bầu", "the body's name"))->required();
        o.add_option("--list", v.file, say("tệp CSV danh sách", "CSV file of the list"))
            ->required();
        o.add_option("--seats", v.seats, say("số lượng bầu", "seats"))->required();
        o.add_option("--alternates", v.alternates, say("số dự khuyết", "alternates"));
        o.add_option("--approved-size", v.approved_size,
                     say("số lượng được duyệt", "approved size of the body"));
        o.add_option("--prepared", v.prepared,
                     say("số người được chuẩn bị", "prepared candidates"));
        o.add_option("--official-members", v.official_members,
                     say("số đảng viên chính thức", "official members"));
        o.add_option("--outside-nominee", v.people,
                     say("vị trí:tán thành:dự", "position:support:attending"));
        o.add_option("--off-list", v.numbers,
                     say("vị trí người do cấp ủy viên triệu tập đề cử ngoài danh sách",
                         "positions nominated off the list by a convening member"));
        o.add_option("--from-contest", v.second,
                     say("cuộc bầu ra cơ quan này", "the contest that filled the body"));
        o.add_option("--planned", v.person, say("người theo đề án", "the planned person"));
        o.add_option("--paper-counts", v.number,
                     say("mỗi phiếu giấy được nhập mấy lần, 1 đến 3; mặc định 2",
                         "how often each paper is keyed, 1 to 3; default 2"))
            ->check(CLI::Range(1, 3));
        o.add_flag("--rehearsal", v.flag,
                   say("diễn tập với phiếu biết trước: không bầu ai, không lập biên bản",
                       "a rehearsal with votes known beforehand: elects nobody, has no minutes"));
        o.add_option("--minimum", v.minimum,
                     say("số phiếu điện tử tối thiểu", "least electronic ballots"));
        o.add_option("--profile", v.profile, say("quy chế", "rule profile"));
        o.add_option("--setting", v.items, say("tên=giá trị JSON", "name=JSON value"));
        list_hands(o, v);
      },
      [&terminal](const State& state, const ActionValues& v) {
        return approve(terminal, state, v);
      });
  a.add(
      "approve-next", "Thông qua lần bầu tiếp như đã quyết định",
      "Approve the next ballot as decided, or the same once more",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        list_hands(o, v);
      },
      [](const State& state, const ActionValues& v) -> Result<v1::Command> {
        HP_ASSIGN(const auto definition, client::next_definition(state, v.contest));
        return client::approve_contest(definition, v.hands, v.hands_for_list);
      });
  a.add(
      "withdraw-contest", "Rút cuộc bầu chưa mở", "Withdraw a contest before it opens",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        reason(o, v);
      },
      [](const State&, const ActionValues& v) {
        return client::withdraw_contest(v.contest, v.reason);
      });
  a.add(
      "appoint-counters", "Cử ban kiểm phiếu", "Appoint the counting committee",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        o.add_option("--head", v.person, say("trưởng ban", "its head"))->required();
        o.add_option("--member", v.people, say("thành viên", "members"));
        hands(o, v);
      },
      [](const State& state, const ActionValues& v) {
        return client::appoint_counters(state, v.contest, v.person, v.people, v.hands);
      });
  a.add(
      "replace-counter", "Thay thành viên ban kiểm phiếu", "Replace a counter",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        o.add_option("--leaving", v.person, say("người thôi", "who goes"))->required();
        o.add_option("--coming", v.second, say("người thay", "who comes"));
        o.add_option("--new-head", v.third, say("trưởng ban mới", "the new head"));
        reason(o, v);
        hands(o, v);
      },
      [](const State& state, const ActionValues& v) {
        return client::replace_counter(state, v.contest, v.person, v.second, v.third, v.reason,
                                       v.hands);
      });
  a.add(
      "start-ceremony", "Bắt đầu lễ tạo khóa", "Start a key ceremony",
      [=](CLI::App& o, ActionValues& v) {
        o.add_option("--threshold", v.number,
                     say("số người cần để mở kết quả", "trustees needed to open a result"))
            ->required();
        o.add_option("TRUSTEES", v.people, say("người giữ khóa, theo thứ tự", "trustees in order"))
            ->required();
      },
      [](const State& state, const ActionValues& v) {
        return client::start_ceremony(state, v.number, v.people);
      });
  a.add(
      "decide-tie", "Bầu lại giữa những người bằng phiếu", "A ballot among the tied",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        hands(o, v);
      },
      [](const State& state, const ActionValues& v) {
        return client::decide_tie_ballot(state, v.contest, v.hands);
      });
  a.add(
      "decide-further", "Bầu thêm", "A further ballot",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        hands(o, v);
        o.add_option("PEOPLE", v.people, say("những người trên phiếu", "people on the ballot"))
            ->required();
        o.add_option("--seats", v.seats, say("số lượng bầu", "seats"))->required();
        o.add_option("--alternates", v.alternates, say("số dự khuyết", "alternates"));
        o.add_flag("--for-alternates", v.flag,
                   say("bầu chỗ dự khuyết", "the places are alternates'"));
      },
      [](const State& state, const ActionValues& v) {
        return client::decide_further_ballot(state, v.contest, v.people, v.seats, v.alternates,
                                             v.flag ? v1::PLACES_ALTERNATE : v1::PLACES_OFFICIAL,
                                             v.hands);
      });
  a.add(
      "decide-none", "Không bầu thêm", "No further ballot",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        hands(o, v);
      },
      [](const State& state, const ActionValues& v) {
        return client::decide_none(state, v.contest, v.hands);
      });
}

}  // namespace hp::cli
