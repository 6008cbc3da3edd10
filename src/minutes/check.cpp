// What `check` refuses in a model: see model.h.
#include "minutes/check_parts.h"
#include "minutes/codes.h"
#include "minutes/model.h"

namespace hp::minutes {
namespace {

using namespace check_parts;

Result<void> check_contest(const Contest& contest) {
  HP_TRY(text("id", contest.id));
  HP_TRY(text("body", contest.body));
  return people("candidates", contest.candidates);
}

Result<void> check_counters(const Counters& counters) {
  HP_TRY(person("head", counters.head));
  HP_TRY(people("members", counters.members));
  return each("replacements", counters.replacements, [](const Replacement& change) -> Result<void> {
    HP_TRY(person("leaving", change.leaving));
    if (change.coming) HP_TRY(person("coming", *change.coming));
    if (change.new_head) HP_TRY(person("new_head", *change.new_head));
    return text("reason", change.reason);
  });
}

Result<void> check_reason(const std::string& reason) {
  if (!reason_text(reason)) return fail(codes::kMinutesUnknownWord, "reason", reason);
  return {};
}

Result<void> check_part(const Part& part, const Contest& contest) {
  const std::size_t names = contest.candidates.size();
  const std::size_t boxes = contest.form == Form::kBoxes ? names : 0;
  if (part.votes.size() != names) return fail(codes::kMinutesListLength, "votes");
  if (part.disagree.size() != boxes) return fail(codes::kMinutesListLength, "disagree");
  if (part.not_counted.size() != boxes) return fail(codes::kMinutesListLength, "not_counted");
  return each("reasons", part.reasons,
              [](const InvalidReason& row) { return check_reason(row.reason); });
}

Result<void> check_ballots(const Ballots& ballots, const Contest& contest) {
  if (!ballots.electronic && !ballots.paper) return fail(codes::kMinutesNoBallots);
  if (ballots.electronic) {
    HP_TRY(located("electronic", check_part(*ballots.electronic, contest)));
  }
  if (ballots.paper) HP_TRY(located("paper", check_part(*ballots.paper, contest)));
  return located("total", check_part(ballots.total, contest));
}

Result<void> check_difference(const Difference& row) {
  HP_TRY(text("paper", row.paper));
  return text("settled", row.settled);
}

Result<void> check_sample(const Sample& row) {
  HP_TRY(text("seed", row.seed));
  if (row.papers == 0) return fail(codes::kMinutesKeying, "papers");
  if (row.differing > row.papers) return fail(codes::kMinutesKeying, "differing");
  return {};
}

// `settled`: by one or the other, each difference.
Result<void> check_keying(const Keying& keying, std::size_t concluded, bool settled) {
  if (keying.counts == 0) return fail(codes::kMinutesKeying, "counts");
  HP_TRY(each("differences", keying.differences, check_difference));
  const std::uint64_t by_either = std::uint64_t{keying.by_third} + keying.by_committee;
  const std::size_t differing = keying.differences.size();
  if (by_either > differing || (settled && by_either != differing)) {
    return fail(codes::kMinutesKeying, "differences");
  }
  if (keying.doubtful != concluded || keying.by_committee > keying.doubtful) {
    return fail(codes::kMinutesKeying, "doubtful");
  }
  if (keying.reopened > keying.batches) return fail(codes::kMinutesKeying, "reopened");
  return each("samples", keying.samples, check_sample);
}

Result<void> check_counting(const Model& model) {
  const Counting& counting = model.counting;
  if (counting.keying.has_value() != model.ballots.paper.has_value()) {
    return fail(codes::kMinutesKeying, "keying");
  }
  if (counting.keying) {
    HP_TRY(located("keying", check_keying(*counting.keying, model.doubtful.size(),
                                          !model.annulled.has_value())));
  }
  HP_TRY(people("trustees", counting.trustees));
  HP_TRY(text("program_version", counting.program_version));
  HP_TRY(text("profile", counting.profile));
  return each("settings", counting.settings, [](const Setting& setting) -> Result<void> {
    HP_TRY(text("name", setting.name));
    return text("value", setting.value);
  });
}

Result<void> check_completion(const Completion& completion) {
  HP_TRY(person("presidium", completion.presidium));
  return each("not_signing", completion.not_signing, [](const NotSigning& row) -> Result<void> {
    HP_TRY(person("person", row.person));
    return text("reason", row.reason);
  });
}

Result<void> check_doubtful(const Doubtful& row) {
  HP_TRY(text("paper", row.paper));
  HP_TRY(check_reason(row.reason));
  return text("conclusion", row.conclusion);
}

Result<void> check_remark(const Remark& remark) {
  HP_TRY(person("by", remark.by));
  return text("text", remark.text);
}

}  // namespace

Result<void> check(const Model& model) {
  HP_TRY(located("congress", congress(model.congress)));
  HP_TRY(located("contest", check_contest(model.contest)));
  HP_TRY(located("counters", check_counters(model.counters)));
  HP_TRY(located("ballots", check_ballots(model.ballots, model.contest)));
  HP_TRY(each("doubtful", model.doubtful, check_doubtful));
  HP_TRY(each("remarks", model.remarks, check_remark));
  HP_TRY(located("outcome",
                 outcome(model.outcome, model.contest.office, model.contest.candidates.size())));
  HP_TRY(located("counting", check_counting(model)));
  if (model.annulled) HP_TRY(text("annulled.reason", model.annulled->reason));
  return located("completion", check_completion(model.completion));
}

}  // namespace hp::minutes
