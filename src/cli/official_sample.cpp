#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/json_text.h"
#include "cli/official_views.h"
#include "client/sheet_words.h"
#include "congress/paper_codes.h"
#include "congress/views.h"
#include "rules/words.h"

namespace hp::cli {
namespace {

namespace v1 = homphieu::v1;
using report::SampledPaper;

nlohmann::json json_of(const SampledPaper& one) {
  nlohmann::json out{{"batch", one.place.batch}, {"sheet", one.place.sheet}};
  out["struck"] = nlohmann::json::array();
  for (const rules::Candidate name : one.content.struck) out["struck"].push_back(name.number);
  out["marks"] = nlohmann::json::array();
  for (const rules::Mark mark : one.content.marks) out["marks"].push_back(rules::word(mark));
  out["defects"] = nlohmann::json::array();
  for (const rules::Defect defect : one.content.defects) {
    out["defects"].push_back(rules::word(defect));
  }
  if (one.concluded) out["concluded_valid"] = *one.concluded;
  return out;
}

std::string words_of(const SampledPaper& one, const Terminal& terminal) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : "; ") + text; };
  std::string struck;
  for (const rules::Candidate name : one.content.struck) {
    struck += (struck.empty() ? "" : ", ") + std::to_string(name.number);
  }
  if (one.content.marks.empty()) {
    add(struck.empty() ? std::string(terminal.say("không gạch ai", "nobody struck"))
                       : std::string(terminal.say("gạch ", "struck ")) + struck);
  }
  for (std::size_t i = 0; i < one.content.marks.size(); ++i) {
    add(std::to_string(i + 1) + " " +
        std::string(client::mark_words(one.content.marks[i], terminal.language)));
  }
  for (const rules::Defect defect : one.content.defects) {
    add(std::string(client::defect_words(defect, terminal.language)));
  }
  if (one.concluded) {
    add(std::string(*one.concluded ? terminal.say("ban kiểm phiếu kết luận hợp lệ",
                                                  "concluded valid by the committee")
                                   : terminal.say("ban kiểm phiếu kết luận không hợp lệ",
                                                  "concluded invalid by the committee")));
  }
  return out;
}

}  // namespace

Result<Exit> show_sample(const HallArguments& arguments, const report::SampleAsked& asked,
                         Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  // Who may not read the count hears so from the server; to the others the readings are open once
  // nothing is left of it to do, and only then has the fold all of them.
  HP_ASSIGN(const v1::CountView view, count_of(official, asked.contest));
  if (view.problems_size() > 0) {
    const v1::CountProblem& first = view.problems(0);
    return fail(codes::kPapersNotCounted, "contest", first.code() + " " + first.detail());
  }
  HP_ASSIGN(const std::vector<SampledPaper> papers,
            report::sampled_papers(official.state(), asked));
  HP_ASSIGN(const congress::Round* round,
            congress::round_or_newest(official.state(), asked.contest, asked.round));
  const bool rehearsal = round->definition.rehearsal;
  if (arguments.json) {
    nlohmann::json out = nlohmann::json::array();
    for (const SampledPaper& one : papers) {
      out.push_back(json_of(one));
      if (rehearsal) out.back()["rehearsal"] = true;
    }
    terminal.out << json_text(out) << '\n';
    return Exit::kGood;
  }
  if (rehearsal) {
    terminal.out << terminal.say("DIỄN TẬP · ", "REHEARSAL · ") << asked.contest << '\n';
  }
  for (const SampledPaper& one : papers) {
    terminal.out << terminal.say("  lô ", "  batch ") << one.place.batch
                 << terminal.say(", phiếu ", ", paper ") << one.place.sheet << ": "
                 << words_of(one, terminal) << '\n';
  }
  return Exit::kGood;
}

}  // namespace hp::cli
