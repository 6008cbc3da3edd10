// The file of known votes, written and read.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hex.h"
#include "congress/paper_content.h"
#include "congress/papers.h"
#include "homphieu/v1/paper.pb.h"
#include "report/known_votes.h"
#include "report/rehearsal_codes.h"

namespace hp::report {
namespace {

namespace v1 = homphieu::v1;
using congress::Definition;
using congress::SheetContent;
using Json = nlohmann::json;
using Written = nlohmann::ordered_json;

void put_content(Written& to, const SheetContent& content) {
  if (!content.marks.empty()) {
    for (const rules::Mark one : content.marks) to["marks"].push_back(rules::word(one));
  } else {
    to["struck"] = Written::array();
    for (const rules::Candidate one : content.struck) to["struck"].push_back(one.number);
  }
  for (const rules::Defect one : content.defects) to["defects"].push_back(rules::word(one));
}

std::string lines_of(const char* key, const std::vector<Written>& rows) {
  std::string out = std::string(" \"") + key + "\": [";
  for (std::size_t i = 0; i < rows.size(); ++i) out += (i == 0 ? "\n  " : ",\n  ") + rows[i].dump();
  return out + "]";
}

std::unexpected<Error> bad(std::string where, std::string detail = "") {
  return fail(codes::kKnownVotesBad, std::move(where), std::move(detail));
}

std::string at_item(const std::string& where, std::size_t i) {
  return where + "[" + std::to_string(i) + "]";
}

// A list under a key, empty where the key is missing.
Result<std::vector<Json>> list_at(const Json& object, const char* key, const std::string& where) {
  if (!object.contains(key)) return std::vector<Json>();
  const Json& list = object.at(key);
  if (!list.is_array() || list.size() > kMostKnownVotes) return bad(where + key);
  return std::vector<Json>(list.begin(), list.end());
}

Result<std::uint64_t> number_in(const Json& value, std::uint64_t most, const std::string& where) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most) return bad(where);
  return value.get<std::uint64_t>();
}

template <class Word>
Result<int> word_in(const Json& value, const std::string& where) {
  const auto found = value.is_string() ? rules::from_word<Word>(value.get_ref<const std::string&>())
                                       : std::nullopt;
  if (!found) return bad(where);
  return static_cast<int>(*found) + 1;  // the record's enumerations have the rules' order
}

Result<void> keys_of(const Json& object, const std::set<std::string>& known,
                     const std::string& where) {
  if (!object.is_object()) return bad(where);
  for (const auto& [key, value] : object.items()) {
    if (!known.contains(key)) return bad(where.empty() ? key : where + "." + key);
  }
  return {};
}

Result<SheetContent> content_at(const Json& object, const Definition& d, const std::string& where) {
  v1::SheetContent message;
  HP_ASSIGN(const auto struck, list_at(object, "struck", where + "."));
  for (std::size_t i = 0; i < struck.size(); ++i) {
    HP_ASSIGN(const auto one, number_in(struck[i], 1'000, at_item(where + ".struck", i)));
    message.add_struck(static_cast<std::uint32_t>(one));
  }
  HP_ASSIGN(const auto marks, list_at(object, "marks", where + "."));
  for (std::size_t i = 0; i < marks.size(); ++i) {
    HP_ASSIGN(const int one, word_in<rules::Mark>(marks[i], at_item(where + ".marks", i)));
    message.add_marks(static_cast<v1::BoxMark>(one));
  }
  HP_ASSIGN(const auto defects, list_at(object, "defects", where + "."));
  for (std::size_t i = 0; i < defects.size(); ++i) {
    HP_ASSIGN(const int one, word_in<rules::Defect>(defects[i], at_item(where + ".defects", i)));
    message.add_defects(static_cast<v1::SheetDefect>(one));
  }
  auto read = congress::read_content(message, d, where);
  if (!read) return bad(read.error().where, std::string(read.error().code->name));
  return read;
}

Result<KnownPaper> paper_at(const Json& object, const Definition& d, const std::string& where) {
  HP_TRY(keys_of(object, {"number", "struck", "marks", "defects", "conclusion"}, where));
  KnownPaper out;
  HP_ASSIGN(const auto number,
            number_in(object.value("number", Json()), kMostKnownVotes, where + ".number"));
  if (number == 0) return bad(where + ".number");
  out.number = static_cast<std::uint32_t>(number);
  HP_ASSIGN(out.content, content_at(object, d, where));
  const Json conclusion = object.value("conclusion", Json());
  if (conclusion == "valid" || conclusion == "invalid") {
    out.conclusion = conclusion == "valid";
  } else if (!conclusion.is_null()) {
    return bad(where + ".conclusion");
  }
  const bool held = !rules::held_for(congress::ballot_of(out.content), d.rules, d.settings).empty();
  if (held != out.conclusion.has_value()) return bad(where + ".conclusion");
  return out;
}

Result<void> same_hash(const Json& root, const char* key, const Hash& expected) {
  const Json value = root.value(key, Json());
  if (!value.is_string()) return bad(key);
  const auto hash = hash_from_hex(value.get_ref<const std::string&>());
  if (!hash) return bad(key);
  if (*hash != expected) return fail(codes::kKnownVotesOther, key, value.get<std::string>());
  return {};
}

Result<void> check_of(const Json& root, const congress::State& state,
                      const congress::Round& round) {
  HP_TRY(keys_of(
      root,
      {"known_votes", "congress", "contest", "round", "definition", "seed", "papers", "electronic"},
      ""));
  if (root.value("known_votes", Json()) != 1) return bad("known_votes");
  HP_TRY(same_hash(root, "congress", state.congress_id));
  const Json contest = root.value("contest", Json());
  if (!contest.is_string()) return bad("contest");
  if (contest != round.definition.contest) {
    return fail(codes::kKnownVotesOther, "contest", contest.get<std::string>());
  }
  HP_ASSIGN(const auto number, number_in(root.value("round", Json()), 1'000'000, "round"));
  if (number != round.number()) {
    return fail(codes::kKnownVotesOther, "round", std::to_string(number));
  }
  return same_hash(root, "definition", round.definition.hash);
}

}  // namespace

std::string known_votes_json(const KnownVotes& known) {
  std::vector<Written> papers, ballots;
  for (const KnownPaper& one : known.papers) {
    Written& row = papers.emplace_back(Written{{"number", one.number}});
    put_content(row, one.content);
    if (one.conclusion) row["conclusion"] = *one.conclusion ? "valid" : "invalid";
  }
  for (const SheetContent& one : known.ballots) put_content(ballots.emplace_back(), one);
  const Written about{{"congress", to_hex(known.congress_id)},
                      {"contest", known.contest},
                      {"round", known.round},
                      {"definition", to_hex(known.definition_hash)},
                      {"seed", known.seed}};
  std::string out = "{\"known_votes\": 1";
  for (const auto& [key, value] : about.items()) out += ",\n \"" + key + "\": " + value.dump();
  return out + ",\n" + lines_of("papers", papers) + ",\n" + lines_of("electronic", ballots) + "}\n";
}

Result<KnownVotes> read_known_votes(std::string_view text, const congress::State& state,
                                    const congress::Round& round) {
  const Json root = Json::parse(text, nullptr, false);
  if (!root.is_object()) return bad("");
  HP_TRY(check_of(root, state, round));
  KnownVotes out{.congress_id = state.congress_id,
                 .contest = round.definition.contest,
                 .round = round.number(),
                 .definition_hash = round.definition.hash};
  HP_ASSIGN(out.seed, number_in(root.value("seed", Json(0U)), UINT64_MAX, "seed"));
  HP_ASSIGN(const auto papers, list_at(root, "papers", ""));
  std::set<std::uint32_t> numbers;
  for (std::size_t i = 0; i < papers.size(); ++i) {
    const std::string where = at_item("papers", i);
    HP_ASSIGN(KnownPaper paper, paper_at(papers[i], round.definition, where));
    if (!numbers.insert(paper.number).second) {
      return bad(where + ".number", std::to_string(paper.number));
    }
    out.papers.push_back(std::move(paper));
  }
  HP_ASSIGN(const auto ballots, list_at(root, "electronic", ""));
  for (std::size_t i = 0; i < ballots.size(); ++i) {
    const std::string where = at_item("electronic", i);
    HP_TRY(keys_of(ballots[i], {"struck", "marks"}, where));
    HP_ASSIGN(SheetContent ballot, content_at(ballots[i], round.definition, where));
    out.ballots.push_back(std::move(ballot));
  }
  if (out.papers.empty() && out.ballots.empty()) return bad("papers");
  HP_TRY(expected_of_ballots(out, round.definition));
  return out;
}

}  // namespace hp::report
