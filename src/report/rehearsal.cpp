#include "report/rehearsal.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "congress/outcome.h"
#include "congress/papers.h"
#include "homphieu/v1/outcome.pb.h"
#include "minutes/words.h"
#include "report/rehearsal_codes.h"

namespace hp::report {
namespace {

using congress::Definition;
using congress::Round;
using congress::SheetContent;

// A part's figures by name, in the order in which they are printed.
using Figures = std::vector<std::pair<std::string, std::uint64_t>>;

void add_each(Figures& to, const char* name, const auto& votes) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(votes.size()); ++i) {
    const std::string at = std::string(name) + "[" + std::to_string(i) + "]";
    if constexpr (requires { votes[i].value; }) {
      to.emplace_back(at, votes[i].value);
    } else {
      to.emplace_back(at, votes[static_cast<int>(i)]);
    }
  }
}

Figures figures_of(const rules::Tally& tally) {
  Figures out{{"collected", tally.ballots().value},
              {"valid", tally.valid.value},
              {"invalid", tally.invalid.value}};
  for (const auto& [reason, count] : tally.invalid_for) {
    if (count.value != 0) {
      out.emplace_back("invalid." + std::string(rules::word(reason)), count.value);
    }
  }
  add_each(out, "votes", tally.votes);
  add_each(out, "disagree", tally.disagree);
  add_each(out, "not_counted", tally.not_counted);
  return out;
}

Figures figures_of(const congress::v1::OutcomePart& part) {
  Figures out{
      {"collected", part.collected()}, {"valid", part.valid()}, {"invalid", part.invalid()}};
  for (const auto& one : part.reasons()) out.emplace_back("invalid." + one.reason(), one.count());
  add_each(out, "votes", part.votes());
  add_each(out, "disagree", part.disagree());
  add_each(out, "not_counted", part.not_counted());
  return out;
}

std::uint64_t figure_at(const Figures& figures, const std::string& name) {
  const auto found = std::ranges::find(figures, name, &Figures::value_type::first);
  return found == figures.end() ? 0 : found->second;
}

// Every name that either has; a reason that only the count has follows the known ones.
ComparedPart compared(BallotPart part, const Figures& expected, const Figures& counted) {
  ComparedPart out{part, {}};
  Figures names = expected;
  const auto first_votes = [&] {
    return std::ranges::find(names, "votes[0]", &Figures::value_type::first);
  };
  for (const auto& one : counted) {
    if (std::ranges::find(names, one.first, &Figures::value_type::first) == names.end()) {
      names.insert(first_votes(), one);
    }
  }
  for (const auto& [name, value] : names) {
    out.figures.push_back({name, figure_at(expected, name), figure_at(counted, name)});
  }
  return out;
}

// Two papers with the same are alike.
using PaperKey = std::tuple<std::vector<rules::Candidate>, std::vector<rules::Mark>,
                            std::vector<rules::Defect>, std::optional<bool>>;
PaperKey key_of(const SeenPaper& seen) {
  return {seen.content.struck, seen.content.marks, seen.content.defects, seen.conclusion};
}
SeenPaper seen_of(const KnownPaper& known) {
  return {known.content, known.conclusion};
}

std::vector<KeyedPlace> keyed_papers(const Round& round) {
  const Definition& d = round.definition;
  std::vector<KeyedPlace> out;
  for (const auto& batch : round.paper.batches) {
    for (std::uint32_t i = 0; i < batch->papers(); ++i) {
      const congress::Sheet& sheet = batch->sheets[i];
      const auto agreed = congress::agreed_on(sheet, d);
      if (!agreed) continue;  // of a batch that is not closed: the round is not counted then
      KeyedPlace one{{batch->number, i + 1}, {agreed->content, std::nullopt}};
      const bool held =
          !rules::held_for(congress::ballot_of(agreed->content), d.rules, d.settings).empty();
      if (held && sheet.conclusion) one.seen.conclusion = sheet.conclusion->valid;
      out.push_back(std::move(one));
    }
  }
  return out;
}

// How many marks, defects and conclusions two papers differ in.
std::size_t distance(const SeenPaper& a, const SeenPaper& b) {
  const auto apart = [](const auto& one, const auto& other) {
    std::remove_cvref_t<decltype(one)> out;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(out));
    return out.size();
  };
  std::size_t out = apart(a.content.struck, b.content.struck);
  out += apart(a.content.defects, b.content.defects);
  for (std::size_t i = 0; i < std::min(a.content.marks.size(), b.content.marks.size()); ++i) {
    out += a.content.marks[i] == b.content.marks[i] ? 0 : 1;
  }
  return out + (a.conclusion == b.conclusion ? 0 : 1);
}

// Those left over on both sides, the most alike beside each other.
std::vector<PaperDifference> paired(std::vector<KnownPaper> known, std::vector<KeyedPlace> keyed) {
  std::vector<PaperDifference> out;
  for (KnownPaper& one : known) {
    PaperDifference& row = out.emplace_back();
    const SeenPaper seen = seen_of(one);
    const auto nearest = std::ranges::min_element(
        keyed, {}, [&](const KeyedPlace& other) { return distance(seen, other.seen); });
    if (nearest != keyed.end()) {
      row.keyed = std::move(*nearest);
      keyed.erase(nearest);
    }
    row.known = std::move(one);
  }
  for (KeyedPlace& one : keyed) out.push_back({std::nullopt, std::move(one)});
  return out;
}

void compare_papers(Rehearsal& out, const Round& round, const KnownVotes& known) {
  std::multimap<PaperKey, KnownPaper> left;
  for (const KnownPaper& one : known.papers) left.emplace(key_of(seen_of(one)), one);
  std::vector<KeyedPlace> more;
  for (KeyedPlace& one : keyed_papers(round)) {
    const auto found = left.find(key_of(one.seen));
    if (found == left.end()) {
      more.push_back(std::move(one));
    } else {
      left.erase(found);
      ++out.papers_alike;
    }
  }
  std::vector<KnownPaper> less;
  for (auto& [key, paper] : left) less.push_back(std::move(paper));
  std::ranges::sort(less, {}, &KnownPaper::number);
  out.papers = paired(std::move(less), std::move(more));
}

// Where the record has no such part, everything of it was counted 0 times.
congress::v1::OutcomePart no_part(const Definition& d) {
  congress::v1::OutcomePart out;
  for (std::size_t i = 0; i < d.candidates.size(); ++i) out.add_votes(0);
  return out;
}

}  // namespace

std::string_view word(BallotPart part) {
  switch (part) {
    case BallotPart::kElectronic:
      return "electronic";
    case BallotPart::kPaper:
      return "paper";
    case BallotPart::kTotal:
      break;
  }
  return "total";
}

bool Rehearsal::matches() const {
  return papers.empty() && std::ranges::all_of(parts, [](const ComparedPart& part) {
           return std::ranges::all_of(part.figures, &ComparedFigure::alike);
         });
}

Result<Rehearsal> compare_rehearsal(const congress::State& state, const Round& round,
                                    const KnownVotes& known) {
  const Definition& d = round.definition;
  if (!d.rehearsal) return fail(codes::kNotRehearsal, "contest", d.contest);
  if (known.definition_hash != d.hash || known.congress_id != state.congress_id) {
    return fail(codes::kKnownVotesOther, "definition");
  }
  HP_ASSIGN(const congress::v1::Outcome outcome, congress::outcome_of(state, round));
  HP_ASSIGN(const rules::Tally ballots, expected_of_ballots(known, d));
  const rules::Tally papers = expected_of_papers(known, d);
  Rehearsal out;
  const bool electronic = outcome.has_electronic() || !known.ballots.empty();
  const bool paper = outcome.has_paper() || !known.papers.empty();
  if (electronic) {
    out.parts.push_back(
        compared(BallotPart::kElectronic, figures_of(ballots),
                 figures_of(outcome.has_electronic() ? outcome.electronic() : no_part(d))));
  }
  if (paper) {
    out.parts.push_back(compared(BallotPart::kPaper, figures_of(papers),
                                 figures_of(outcome.has_paper() ? outcome.paper() : no_part(d))));
    compare_papers(out, round, known);
  }
  if (electronic && paper) {
    rules::Tally both = ballots;
    both += papers;
    out.parts.push_back(
        compared(BallotPart::kTotal, figures_of(both), figures_of(outcome.total())));
  }
  return out;
}

std::string figure_text(const std::string& name, const Definition& definition) {
  constexpr std::string_view kInvalid = "invalid.";
  if (name == "collected") return "Phiếu thu về";
  if (name == "valid") return "Phiếu hợp lệ";
  if (name == "invalid") return "Phiếu không hợp lệ";
  if (name.starts_with(kInvalid)) {
    const std::string reason = name.substr(kInvalid.size());
    const auto text = minutes::reason_text(reason);
    return "– không hợp lệ: " + std::string(text ? *text : std::string_view(reason));
  }
  const std::size_t open = name.find('[');
  const std::size_t i = std::stoul(name.substr(open + 1));
  const std::string person = std::to_string(i + 1) + ". " + definition.candidates.at(i).name;
  const std::string kind = name.substr(0, open);
  if (kind == "disagree") return person + ": không đồng ý";
  if (kind == "not_counted") return person + ": không tính";
  return person + (rules::form_of(definition.rules) == rules::Form::kBox ? ": đồng ý" : "");
}

}  // namespace hp::report
