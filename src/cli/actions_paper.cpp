// The count of papers: figures, batches, conclusions (docs/design/paper.md section 2). Keying has
// its own program, `homphieu key`.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/actions.h"
#include "cli/official_codes.h"
#include "client/builders.h"
#include "congress/contest_lookup.h"
#include "congress/state.h"
#include "rules/ballot.h"
#include "rules/words.h"

namespace hp::cli {
namespace {

using congress::State;

v1::RecordPaper figures(const PaperValues& paper) {
  return client::paper_figures(paper.prepared, paper.issued, paper.spoiled, paper.unused,
                               paper.collected);
}

// The batch and its opening are told, not looked up: who counts can't read the record's newest part
// before the count is complete.
template <class Body>
Result<void> name_batch(Body& body, const State& state, const ActionValues& v) {
  body.set_contest(v.contest);
  HP_ASSIGN(const congress::Round* round, congress::current_round(state, v.contest));
  body.set_round(round->number());
  body.set_batch(v.paper.batch);
  return {};
}

// The number of a word in the enumeration of the record, which has the rules' order.
template <class E>
Result<int> number_of(const std::string& word, const char* option) {
  const auto found = rules::from_word<E>(word);
  if (!found) return fail(codes::kArgumentValue, option, word);
  return static_cast<int>(*found) + 1;
}

Result<v1::SheetContent> content(const PaperValues& paper) {
  v1::SheetContent out;
  std::vector<std::uint32_t> struck = paper.struck;
  std::ranges::sort(struck);
  for (const std::uint32_t one : struck) out.add_struck(one);
  for (const std::string& mark : paper.marks) {
    HP_ASSIGN(const int number, number_of<rules::Mark>(mark, "--marks"));
    out.add_marks(static_cast<v1::BoxMark>(number));
  }
  std::vector<int> defects;
  for (const std::string& defect : paper.defects) {
    HP_ASSIGN(const int number, number_of<rules::Defect>(defect, "--defect"));
    defects.push_back(number);
  }
  std::ranges::sort(defects);
  for (const int one : defects) out.add_defects(static_cast<v1::SheetDefect>(one));
  return out;
}

Result<v1::Command> record_paper(const State& state, const ActionValues& v) {
  return client::record_paper(state, v.contest, figures(v.paper));
}

Result<v1::Command> correct_paper(const State& state, const ActionValues& v) {
  return client::correct_paper(state, v.contest, figures(v.paper), v.reason);
}

Result<v1::Command> open_batch(const State& state, const ActionValues& v) {
  v1::Command out;
  HP_TRY(name_batch(*out.mutable_open_batch(), state, v));
  out.mutable_open_batch()->set_papers(v.paper.papers);
  return out;
}

Result<v1::Command> close_batch(const State& state, const ActionValues& v) {
  v1::Command out;
  HP_TRY(name_batch(*out.mutable_close_batch(), state, v));
  out.mutable_close_batch()->set_opening(v.paper.opening);
  return out;
}

Result<v1::Command> reopen_batch(const State& state, const ActionValues& v) {
  v1::Command out;
  HP_TRY(name_batch(*out.mutable_reopen_batch(), state, v));
  out.mutable_reopen_batch()->set_papers(v.paper.papers);
  out.mutable_reopen_batch()->set_reason(v.reason);
  return out;
}

Result<v1::Command> conclude_sheet(const State& state, const ActionValues& v) {
  if (v.paper.valid == v.paper.invalid) return fail(codes::kArgumentValue, "--valid", "--invalid");
  v1::Command out;
  auto& body = *out.mutable_conclude_sheet();
  HP_TRY(name_batch(body, state, v));
  body.set_opening(v.paper.opening);
  body.set_sheet(v.paper.sheet);
  HP_ASSIGN(*body.mutable_content(), content(v.paper));
  body.set_valid(v.paper.valid);
  body.set_reason(v.reason);
  return out;
}

void add_figures(Actions& a) {
  const auto number = [&a](CLI::App& o, const char* name, std::uint32_t& to, const char* vi,
                           const char* en) { o.add_option(name, to, a.say(vi, en))->required(); };
  const Actions::Options contest = a.contest();
  const Actions::Options options = [=](CLI::App& o, ActionValues& v) {
    contest(o, v);
    number(o, "--prepared", v.paper.prepared, "số phiếu in", "papers prepared");
    number(o, "--issued", v.paper.issued, "số phiếu phát ra", "papers issued");
    number(o, "--spoiled", v.paper.spoiled, "số phiếu hỏng", "papers spoiled");
    number(o, "--unused", v.paper.unused, "số phiếu không dùng", "papers not used");
    number(o, "--collected", v.paper.collected, "số phiếu thu về", "papers collected");
  };
  a.add("record-paper", "Ghi số phiếu giấy in, phát, hỏng, không dùng, thu về",
        "Record how many papers were prepared, issued, spoiled, unused, collected", options,
        record_paper);
  const Actions::Options reason = a.reason();
  a.add(
      "correct-paper", "Sửa số phiếu giấy đã ghi", "Correct the recorded figures of papers",
      [=](CLI::App& o, ActionValues& v) {
        options(o, v);
        reason(o, v);
      },
      correct_paper);
}

void add_conclusion(Actions& a, const Actions::Options& batch, const Actions::Options& opening) {
  const Actions::Options reason = a.reason();
  a.add(
      "conclude-sheet", "Kết luận của ban kiểm phiếu về một tờ phiếu",
      "The committee's conclusion on one paper",
      [=, &a](CLI::App& o, ActionValues& v) {
        batch(o, v);
        opening(o, v);
        reason(o, v);
        o.add_option("--sheet", v.paper.sheet, a.say("số thứ tự tờ phiếu", "the paper's number"))
            ->required();
        o.add_option("--struck", v.paper.struck,
                     a.say("các số thứ tự bị gạch (phiếu gạch tên)", "positions struck"))
            ->delimiter(',');
        o.add_option("--marks", v.paper.marks,
                     a.say("từng người: agree, disagree, both, none (phiếu có ô)",
                           "for each person: agree, disagree, both, none (box form)"))
            ->delimiter(',');
        o.add_option("--defect", v.paper.defects,
                     a.say("điều khác thường, như partial_strike, torn; có thể lặp lại",
                           "what is odd, such as partial_strike, torn; may be repeated"));
        o.add_flag("--valid", v.paper.valid, a.say("hợp lệ", "valid"));
        o.add_flag("--invalid", v.paper.invalid, a.say("không hợp lệ", "invalid"));
      },
      conclude_sheet);
}

}  // namespace

void add_paper_actions(Actions& a) {
  add_figures(a);
  const Actions::Options contest = a.contest();
  const auto say = [&a](std::string_view vi, std::string_view en) { return a.say(vi, en); };
  const Actions::Options batch = [=](CLI::App& o, ActionValues& v) {
    contest(o, v);
    o.add_option("--batch", v.paper.batch, say("số lô phiếu", "the batch's number"))->required();
  };
  const Actions::Options opening = [=](CLI::App& o, ActionValues& v) {
    o.add_option("--opening", v.paper.opening,
                 say("lần mở của lô, 1 nếu chưa mở lại", "the batch's opening; 1 unless reopened"));
  };
  const Actions::Options papers = [=](CLI::App& o, ActionValues& v) {
    o.add_option("--papers", v.paper.papers, say("số tờ trong lô", "papers in it"))->required();
  };
  const Actions::Options reason = a.reason();
  const auto with = [batch](std::vector<Actions::Options> more) -> Actions::Options {
    return [=](CLI::App& o, ActionValues& v) {
      batch(o, v);
      for (const Actions::Options& one : more) one(o, v);
    };
  };
  a.add("open-batch", "Mở một lô phiếu để nhập", "Open a batch of papers for keying",
        with({papers}), open_batch);
  a.add("close-batch", "Đóng một lô phiếu đã nhập xong", "Close a batch whose papers agree",
        with({opening}), close_batch);
  a.add("reopen-batch", "Đếm lại cả một lô phiếu", "Count a batch anew", with({papers, reason}),
        reopen_batch);
  add_conclusion(a, batch, opening);
  add_sample_action(a);
}

}  // namespace hp::cli
