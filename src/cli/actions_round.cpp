// From a round's opening to its announcement.
#include <CLI/CLI.hpp>

#include "base/hex.h"
#include "cli/actions.h"
#include "cli/cards_hand_in.h"
#include "cli/official_codes.h"
#include "client/builders.h"
#include "congress/state.h"

namespace hp::cli {
namespace {

using congress::State;

Result<v1::Command> open(const State& state, const ActionValues& v, std::istream& in) {
  client::OpenPlan plan;
  if (!v.file.empty()) {
    HP_ASSIGN(plan.void_keys, read_key_list(v.file, in));
  }
  for (const std::string& key : v.people) {
    HP_ASSIGN(Bytes point, from_hex(key));
    plan.void_keys.push_back(std::move(point));
  }
  plan.cards_taken_away = v.number;
  plan.papers_to_issue = v.paper.papers;
  if (v.paper.papers > 0) plan.way = v.flag ? v1::WAY_PAPER : v1::WAY_BOTH;
  return client::open_contest(state, v.contest, plan);
}

Result<v1::Command> declare(const State& state, const ActionValues& v) {
  std::vector<v1::NotSigning> not_signing;
  for (const std::string& item : v.items) {
    HP_ASSIGN(const auto pair, parted(item));
    v1::NotSigning one;
    one.set_person(pair.first);
    one.set_reason(pair.second);
    not_signing.push_back(one);
  }
  return client::declare_result(state, v.contest, "homphieu " HOMPHIEU_VERSION, v.number,
                                not_signing);
}

}  // namespace

void add_round_actions(Actions& a) {
  const auto say = [&a](std::string_view vi, std::string_view en) { return a.say(vi, en); };
  const Actions::Options reason = a.reason();
  const Actions::Options contest = a.contest();
  a.add(
      "open-contest", "Mở bỏ phiếu", "Open a contest",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        o.add_option("--void-key", v.people,
                     say("khóa thẻ không dùng lượt này", "card keys void for this round"));
        o.add_option("--void-keys", v.file,
                     say("tệp khóa các thẻ đã nộp (cards hand-in), mỗi khóa một dòng",
                         "the file of the cards handed in (cards hand-in), one key a line"));
        o.add_option("--taken-away", v.number,
                     say("số thẻ do người đã về mang theo", "cards taken away by who left"));
        o.add_option("--papers", v.paper.papers, say("số phiếu giấy sẽ phát", "papers to issue"));
        o.add_flag("--paper-alone", v.flag,
                   say("chỉ bầu bằng phiếu giấy: không cần thẻ, không cần người giữ khóa",
                       "on paper alone: neither cards nor trustees"));
      },
      [&in = a.terminal().in](const State& state, const ActionValues& v) {
        return open(state, v, in);
      });
  a.add(
      "move-to-paper", "Chuyển sang phiếu giấy", "Move to paper",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        o.add_flag("--annul", v.flag,
                   say("hủy phiếu điện tử đã bỏ", "annul the electronic ballots"));
        o.add_option("--papers", v.number, say("phiếu giấy sẽ phát", "papers to issue"));
      },
      [](const State& state, const ActionValues& v) {
        return client::move_to_paper(state, v.contest, !v.flag, v.number);
      });
  a.add("close-contest", "Đóng bỏ phiếu", "Close a contest", contest,
        [](const State& state, const ActionValues& v) {
          return client::close_contest(state, v.contest);
        });
  a.add(
      "remark", "Ghi ý kiến vào biên bản", "Record a remark for the minutes",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        o.add_option("--text", v.text, say("nội dung, in nguyên văn", "text, printed as it is"))
            ->required();
      },
      [](const State& state, const ActionValues& v) {
        return client::record_remark(state, v.contest, v.text);
      });
  a.add(
      "declare", "Xác nhận kết quả kiểm phiếu", "Declare the result",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        v.number = 3;
        o.add_option("--copies", v.number, say("số bản biên bản", "copies of the minutes"));
        o.add_option("--not-signing", v.items, say("người=lý do không ký", "person=why not"));
      },
      declare);
  a.add("sign-minutes", "Ký biên bản kiểm phiếu mà máy này lập ra",
        "Sign the minutes that this machine makes", contest,
        [](const State& state, const ActionValues& v) {
          return client::sign_minutes(state, v.contest);
        });
  a.add("announce", "Công bố kết quả", "Announce the result", contest,
        [](const State& state, const ActionValues& v) {
          return client::announce_result(state, v.contest);
        });
  a.add(
      "annul", "Hủy cuộc bầu", "Annul a contest",
      [=](CLI::App& o, ActionValues& v) {
        contest(o, v);
        reason(o, v);
        o.add_option(
            "--hands", v.hands,
            say("số người giơ tay tán thành (sau khi đóng)", "hands in favour (after closing)"));
      },
      [](const State& state, const ActionValues& v) {
        return client::annul_contest(state, v.contest, v.reason, v.hands);
      });
}

}  // namespace hp::cli
