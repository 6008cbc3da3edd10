#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/json_text.h"
#include "cli/official_views.h"
#include "congress/contest_lookup.h"

namespace hp::cli {
namespace {

namespace v1 = homphieu::v1;

nlohmann::json json_of(const v1::CountView& view) {
  nlohmann::json out{{"collected", view.collected()}, {"in_batches", view.in_batches()}};
  out["problems"] = nlohmann::json::array();
  for (const v1::CountProblem& one : view.problems()) {
    out["problems"].push_back(
        {{"code", one.code()}, {"figure", one.figure()}, {"detail", one.detail()}});
  }
  out["batches"] = nlohmann::json::array();
  for (const v1::BatchView& one : view.batches()) {
    nlohmann::json batch{{"batch", one.batch()},   {"opening", one.opening()},
                         {"papers", one.papers()}, {"agreed", one.agreed()},
                         {"closed", one.closed()}, {"problem", one.problem().code()}};
    const auto list = [](const auto& numbers) {
      return std::vector<std::uint32_t>(numbers.begin(), numbers.end());
    };
    batch["keyed"] = list(one.keyed());
    batch["differing"] = list(one.differing());
    batch["undecided"] = list(one.undecided());
    for (const v1::KeyerView& keyer : one.keyers()) {
      batch["keyers"].push_back(
          {{"person", keyer.person()}, {"count", keyer.count()}, {"sheets", keyer.sheets()}});
    }
    out["batches"].push_back(std::move(batch));
  }
  return out;
}

void list(Terminal& terminal, std::string_view vi, std::string_view en, const auto& numbers) {
  if (numbers.empty()) return;
  terminal.out << "    " << terminal.say(vi, en);
  for (const std::uint32_t one : numbers) terminal.out << ' ' << one;
  terminal.out << '\n';
}

void tell(const v1::BatchView& one, Terminal& terminal) {
  terminal.out << terminal.say("  lô ", "  batch ") << one.batch() << ": " << one.agreed() << '/'
               << one.papers() << terminal.say(" tờ đã thống nhất", " papers agreed")
               << (one.closed() ? terminal.say(", đã đóng", ", closed") : "") << '\n';
  for (int i = 0; i < one.keyed_size(); ++i) {
    terminal.out << terminal.say("    lần đếm ", "    count ") << i + 1 << ": " << one.keyed(i)
                 << '/' << one.papers();
    for (const v1::KeyerView& keyer : one.keyers()) {
      if (keyer.count() != static_cast<std::uint32_t>(i + 1)) continue;
      terminal.out << "  " << keyer.person() << ' ' << keyer.sheets();
    }
    terminal.out << '\n';
  }
  list(terminal, "người thứ ba xem lại tờ số:", "for a third person, papers:", one.differing());
  list(terminal, "ban kiểm phiếu kết luận tờ số:", "for the committee, papers:", one.undecided());
}

}  // namespace

Result<v1::CountView> count_of(client::Official& official, const std::string& contest) {
  HP_ASSIGN(const congress::Round* round, congress::current_round(official.state(), contest));
  v1::GetCountRequest request;
  request.set_congress_id(to_string(official.congress_id()));
  request.set_contest(contest);
  request.set_round(round->number());
  return official.hall().ask<v1::CountView>("/homphieu.v1.KeyingService/GetCount", request);
}

Result<Exit> show_count(const HallArguments& arguments, const std::string& contest,
                        Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  HP_ASSIGN(const v1::CountView view, count_of(official, contest));
  HP_ASSIGN(const congress::Round* round, congress::current_round(official.state(), contest));
  const bool rehearsal = round->definition.rehearsal;
  if (arguments.json) {
    nlohmann::json out = json_of(view);
    out["rehearsal"] = rehearsal;
    terminal.out << json_text(out) << '\n';
    return Exit::kGood;
  }
  terminal.out << (rehearsal ? terminal.say("DIỄN TẬP · ", "REHEARSAL · ") : "") << contest
               << terminal.say(": thu về ", ": collected ") << view.collected()
               << terminal.say(", trong các lô ", ", in batches ") << view.in_batches() << '\n';
  for (const v1::BatchView& one : view.batches()) tell(one, terminal);
  for (const v1::CountProblem& one : view.problems()) {
    terminal.out << "  " << terminal.say(one.for_head().vi(), one.for_head().en()) << " ["
                 << one.code() << "] " << one.figure() << ": " << one.detail() << '\n';
  }
  return Exit::kGood;
}

}  // namespace hp::cli
