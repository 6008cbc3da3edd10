#include "rules/count.h"

#include "rules/codes.h"
#include "rules/percent.h"

namespace hp::rules {
namespace {

Result<void> at(std::string_view key, Result<void> checked) {
  if (checked) return checked;
  return std::unexpected(under(key, std::move(checked).error()));
}

std::string entry(std::string_view list, std::size_t i) {
  return std::string(list) + "[" + std::to_string(i) + "]";
}

}  // namespace

Result<void> check(const Case& one) {
  HP_TRY(at("settings", check(one.settings)));
  HP_TRY(at("contest", check(one.contest)));
  for (std::size_t i = 0; i < one.roll.size(); ++i) {
    if (one.roll[i].count < People{1}) {
      return fail(codes::kCaseOutOfRange, entry("roll", i) + ".count", ">= 1");
    }
  }
  for (std::size_t i = 0; i < one.ballots.size(); ++i) {
    HP_TRY(at(entry("ballots", i), check(one.ballots[i], one.contest, one.settings)));
  }
  return {};
}

Result<Outcome> count(const Case& one) {
  HP_TRY(check(one));
  Outcome out;
  out.list = list_check(one.contest, one.settings);
  out.base = base_of(one.roll, one.meeting);
  out.tally = empty_tally(one.contest);
  for (const BallotGroup& group : one.ballots) {
    out.ballots.push_back(classify(group, one.contest, one.settings));
    add(out.tally, out.ballots.back(), group.count);
  }
  for (const Votes votes : out.tally.votes) {
    out.percent.push_back(percent_of(votes, out.base.base, one.settings.rounding));
  }
  if (one.accounting) {
    out.accounting = accounting_check(*one.accounting, out.tally.ballots());
  }
  if (one.contest.is_poll()) {
    out.ranking = by_votes(out.tally.votes);
  } else {
    out.decision =
        decide(one.contest, one.settings, out.base.base, out.tally,
               {.list = out.list.ok(), .accounting = !out.accounting || out.accounting->ok()});
  }
  return out;
}

}  // namespace hp::rules
