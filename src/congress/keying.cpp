// KeySheets, SettleSheet, ConcludeSheet.
#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/paper_content.h"
#include "congress/paper_count.h"
#include "congress/paper_steps.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::congress {
namespace {

// Who stands on the list counts no ballot of it (190 Đ.8 k.1).
Result<PersonId> keyer_of(const State& state, const Entry& entry, const Round& round) {
  const PersonId who = signer_of(state, entry).person;
  if (round.definition.position(who) != 0) {
    return fail(codes::kCounterOnTheList, "signatures", who);
  }
  return who;
}

// Whether anything but this count's reading is known of the paper.
bool is_compared(const Sheet& sheet, std::uint32_t count) {
  if (sheet.third || sheet.conclusion) return true;
  for (std::size_t i = 0; i < sheet.counts.size(); ++i) {
    if (i + 1 != count && sheet.counts[i]) return true;
  }
  return false;
}

Result<void> check_keyed(const Round& round, const Batch& batch, const v1::KeySheets& body,
                         const PersonId& who, int i) {
  const std::string where = "sheets[" + std::to_string(i) + "]";
  const v1::KeyedSheet& keyed = body.sheets(i);
  if (i > 0 && body.sheets(i - 1).sheet() >= keyed.sheet()) {
    return fail(codes::kSheetsNone, where + ".sheet", std::to_string(keyed.sheet()));
  }
  HP_ASSIGN(const Sheet* sheet, known_sheet(batch, keyed.sheet(), where + ".sheet"));
  const std::optional<Reading>& mine = sheet->counts[body.count() - 1];
  if (mine && mine->who != who) {
    return fail(codes::kSheetOfAnother, where + ".sheet", std::to_string(keyed.sheet()));
  }
  if (mine && !keyed.again()) {
    return fail(codes::kSheetKeyed, where + ".sheet", std::to_string(keyed.sheet()));
  }
  if (!mine && keyed.again()) {
    return fail(codes::kNothingToTakeBack, where + ".again", std::to_string(keyed.sheet()));
  }
  if (keyed.again() && is_compared(*sheet, body.count())) {
    return fail(codes::kSheetCompared, where + ".again", std::to_string(keyed.sheet()));
  }
  HP_TRY(read_content(keyed.content(), round.definition, where + ".content"));
  return {};
}

bool has_keyed(const Sheet& sheet, const PersonId& who) {
  return std::ranges::any_of(sheet.counts,
                             [&](const auto& one) { return one && one->who == who; }) ||
         std::ranges::any_of(sheet.taken_back,
                             [&](const TakenBack& one) { return one.reading.who == who; });
}

// That the committee's word on validity is the one that the rules give to the content.
Result<void> check_validity(const v1::ConcludeSheet& body, const SheetContent& content,
                            const Definition& definition) {
  if (content.doubtful) return fail(codes::kConclusionContent, "content.doubtful");
  rules::BallotGroup group = ballot_of(content);
  if (!rules::held_for(group, definition.rules, definition.settings).empty()) {
    group.conclusion = rules::Conclusion{.valid = body.valid(), .reason = body.reason()};
  }
  const auto verdict = rules::classify(group, definition.rules, definition.settings);
  if ((verdict.ballot_class == rules::BallotClass::kValid) == body.valid()) return {};
  return fail(codes::kConclusionContent, "valid",
              verdict.reasons.empty() ? "" : std::string(rules::word(verdict.reasons.front())));
}

SheetContent content_of(const v1::SheetContent& from, const Definition& definition) {
  return read_content(from, definition, "content").value();
}

}  // namespace

Result<void> check_key_sheets(const State& state, const Entry& entry, const v1::KeySheets& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  HP_ASSIGN(const Batch* batch, open_batch(*round, body));
  if (body.count() < 1 || body.count() > round->definition.paper_counts) {
    return fail(codes::kCountNumber, "count", std::to_string(round->definition.paper_counts));
  }
  HP_ASSIGN(const PersonId who, keyer_of(state, entry, *round));
  const auto keyer = batch->keyers.find(who);
  if (keyer != batch->keyers.end() && keyer->second != body.count()) {
    return fail(codes::kKeyedOtherCount, "count", std::to_string(keyer->second));
  }
  if (body.sheets_size() == 0) return fail(codes::kSheetsNone, "sheets");
  for (int i = 0; i < body.sheets_size(); ++i) {
    HP_TRY(check_keyed(*round, *batch, body, who, i));
  }
  return {};
}

void apply_key_sheets(State& state, const Entry& entry, const v1::KeySheets& body) {
  Round& round = round_to_change(state, body.contest());
  const PersonId who = signer_of(state, entry).person;
  Batch& batch = batch_to_change(round, body.batch());
  batch.keyers.emplace(who, body.count());
  for (const v1::KeyedSheet& keyed : body.sheets()) {
    Sheet& sheet = batch.sheets[keyed.sheet() - 1];
    std::optional<Reading>& mine = sheet.counts[body.count() - 1];
    if (mine) sheet.taken_back.push_back({body.count(), *std::move(mine)});
    mine = Reading{who, content_of(keyed.content(), round.definition), stamp_of(entry)};
  }
}

Result<void> check_settle_sheet(const State& state, const Entry& entry,
                                const v1::SettleSheet& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  HP_ASSIGN(const Batch* batch, open_batch(*round, body));
  HP_ASSIGN(const Sheet* sheet, known_sheet(*batch, body.sheet(), "sheet"));
  if (stand_of(*sheet, round->definition) != SheetStand::kDiffering) {
    return fail(codes::kSheetNotDiffering, "sheet", std::to_string(body.sheet()));
  }
  HP_ASSIGN(const PersonId who, keyer_of(state, entry, *round));
  if (has_keyed(*sheet, who)) return fail(codes::kThirdPersonKeyed, "signatures", who);
  HP_TRY(read_content(body.content(), round->definition, "content"));
  return {};
}

void apply_settle_sheet(State& state, const Entry& entry, const v1::SettleSheet& body) {
  Round& round = round_to_change(state, body.contest());
  batch_to_change(round, body.batch()).sheets[body.sheet() - 1].third =
      Reading{signer_of(state, entry).person, content_of(body.content(), round.definition),
              stamp_of(entry)};
}

Result<void> check_conclude_sheet(const State& state, const Entry&, const v1::ConcludeSheet& body) {
  HP_ASSIGN(const Round* round, counting_round(state, body));
  HP_ASSIGN(const Batch* batch, open_batch(*round, body));
  HP_ASSIGN(const Sheet* sheet, known_sheet(*batch, body.sheet(), "sheet"));
  if (stand_of(*sheet, round->definition) != SheetStand::kUndecided) {
    return fail(codes::kSheetNotUndecided, "sheet", std::to_string(body.sheet()));
  }
  HP_ASSIGN(const SheetContent content, read_content(body.content(), round->definition, "content"));
  if (body.reason().empty()) return fail(codes::kReasonMissing, "reason");
  return check_validity(body, content, round->definition);
}

void apply_conclude_sheet(State& state, const Entry& entry, const v1::ConcludeSheet& body) {
  Round& round = round_to_change(state, body.contest());
  batch_to_change(round, body.batch()).sheets[body.sheet() - 1].conclusion =
      SheetConclusion{.content = content_of(body.content(), round.definition),
                      .valid = body.valid(),
                      .reason = body.reason(),
                      .who = people_who_signed(state, entry),
                      .when = stamp_of(entry)};
}

}  // namespace hp::congress
