#include "congress/dump_writer.h"

namespace hp::congress {
namespace {

std::string element_of(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

void dump_trustee(DumpWriter& out, const std::string& path, const TrusteeSteps& one) {
  out.text(path, one.person + " " + one.name);
  if (one.commitment) out.bytes(path + ".commitment", *one.commitment);
  if (one.reveal) {
    out.bytes(path + ".agreement", one.reveal->agreement);
    for (const Bytes& bytes : one.reveal->coefficients) out.bytes(path + ".coefficient", bytes);
    for (const Bytes& bytes : one.reveal->proofs) out.bytes(path + ".proof", bytes);
  }
  if (one.shares) {
    for (const Bytes& bytes : *one.shares) out.bytes(path + ".share", bytes);
  }
  out.number(path + ".accepted", one.accepted ? 1 : 0);
  if (one.rehearsal) out.bytes(path + ".rehearsal", *one.rehearsal);
}

void dump_base(DumpWriter& out, const std::string& path, const AttendanceFigures& figures) {
  out.bytes(path + ".payload", figures.payload_hash);
  out.number(path + ".convened", figures.base.convened.value);
  for (const auto& one : figures.base.deductions) {
    out.number(path + "." + std::string(rules::word(one.reason)), one.count.value);
  }
  out.number(path + ".base", figures.base.base.value);
  out.number(path + ".needed", figures.base.needed.value);
  out.number(path + ".present", figures.present);
  out.stamp(path + ".when", figures.when);
}

void dump_counters(DumpWriter& out, const std::string& path, const Round& round) {
  if (round.counters) {
    out.text(path + ".counters.head", round.counters->head);
    for (const Named& one : round.counters->all) out.named(path + ".counters", one);
    out.hands(path + ".counters.hands", round.counters->hands);
    out.stamp(path + ".counters.appointed", round.counters->appointed);
  }
  for (const CounterChange& change : round.counter_changes) {
    out.named(path + ".change.leaving", change.leaving);
    if (change.coming) out.named(path + ".change.coming", *change.coming);
    out.text(path + ".change.head", change.head);
    out.number(path + ".change.head_named", change.head_named ? 1 : 0);
    out.text(path + ".change.reason", change.reason);
    out.hands(path + ".change.hands", change.hands);
    out.stamp(path + ".change.when", change.when);
  }
}

void dump_voting(DumpWriter& out, const std::string& path, const Round& round) {
  if (round.opening) {
    const Opening& opening = *round.opening;
    out.number(path + ".way", static_cast<std::uint64_t>(opening.way));
    for (const KeyPoint& key : opening.void_keys) out.bytes(path + ".void", key);
    out.number(path + ".papers", opening.papers_to_issue);
    out.number(path + ".taken_away", opening.cards_taken_away);
    out.number(path + ".ceremony", opening.ceremony);
    out.bytes(path + ".ctx", opening.ctx);
    out.stamp(path + ".opened", opening.when);
  }
  for (const BoardRow& row : round.board) {
    out.text(path + ".board",
             to_hex(row.voter) + " " + to_hex(row.payload_hash) + " " + std::to_string(row.index));
  }
  for (const auto& [key, row] : round.voted) out.number(path + ".voted." + to_hex(key), row);
  if (round.moved) {
    out.number(path + ".moved.stand", round.moved->ballots_stand ? 1 : 0);
    out.number(path + ".moved.annulled", round.moved->annulled);
    out.number(path + ".moved.papers", round.moved->papers_to_issue);
    out.stamp(path + ".moved.when", round.moved->when);
  }
  if (round.closing) {
    const CardFigures& cards = round.closing->cards;
    for (std::uint32_t one :
         {cards.prepared, cards.unused, cards.issued, cards.collected, cards.annulled}) {
      out.number(path + ".closing.cards", one);
    }
    out.stamp(path + ".closing.when", round.closing->when);
  }
}

void dump_tally(DumpWriter& out, const std::string& path, const Round& round) {
  for (const auto& [number, who] : round.acceptances) {
    out.named(path + ".accepted." + std::to_string(number), who);
  }
  for (const Decryption& one : round.decryptions) {
    out.named(path + ".decryption." + std::to_string(one.trustee), one.who);
    out.bytes(path + ".decryption.partials", one.partials);
    out.number(path + ".decryption.counted", one.counted ? 1 : 0);
    out.stamp(path + ".decryption.when", one.when);
  }
  if (round.tally) {
    for (std::uint32_t count : *round.tally) out.number(path + ".tally", count);
  }
}

void dump_declaration(DumpWriter& out, const std::string& path, const Declaration& one) {
  out.bytes(path + ".payload", one.payload_hash);
  out.bytes(path + ".outcome", one.outcome);
  out.text(path + ".version", one.program_version);
  out.number(path + ".copies", one.copies);
  for (const NotSigning& not_signing : one.not_signing) {
    out.named(path + ".not_signing", not_signing.who);
    out.text(path + ".not_signing.reason", not_signing.reason);
  }
  for (const PersonId& person : one.signatories) out.text(path + ".signatory", person);
  for (const Named& who : one.presidium) out.named(path + ".presidium", who);
  out.stamp(path + ".when", one.when);
  out.number(path + ".lapsed", one.lapsed ? 1 : 0);
}

void dump_end(DumpWriter& out, const std::string& path, const Round& round) {
  for (const Remark& remark : round.remarks) {
    out.named(path + ".remark", remark.who);
    out.text(path + ".remark.text", remark.text);
    out.stamp(path + ".remark.when", remark.when);
  }
  if (round.declaration) dump_declaration(out, path + ".declaration", *round.declaration);
  for (const auto& [person, signature] : round.signatures) {
    out.named(path + ".signature", signature.who);
    out.bytes(path + ".signature.minutes", signature.minutes_hash);
    out.stamp(path + ".signature.when", signature.when);
  }
  out.stamp(path + ".signed", round.signed_when);
  out.stamp(path + ".announced", round.announced);
  out.stamp(path + ".withdrawn", round.withdrawn);
  out.text(path + ".withdrawal_reason", round.withdrawal_reason);
  if (round.annulment) {
    out.text(path + ".annulled", round.annulment->reason);
    out.number(path + ".annulled.after_closing", round.annulment->after_closing ? 1 : 0);
    for (const auto& person : round.annulment->signatories) {
      out.text(path + ".annulled.signatory", person);
    }
    out.hands(path + ".annulled.hands", round.annulment->hands);
    out.stamp(path + ".annulled.when", round.annulment->when);
  }
}

void dump_round(DumpWriter& out, const std::string& path, const Round& round) {
  out.bytes(path + ".definition", round.definition.bytes);
  out.number(path + ".tie_of", round.definition.rules.tie_of ? 1 : 0);
  out.text(path + ".phase", word(round.phase));
  out.stamp(path + ".approved", round.approved);
  out.hands(path + ".hands_for_seats", round.hands_for_seats);
  out.hands(path + ".hands_for_list", round.hands_for_list);
  dump_counters(out, path, round);
  if (round.attendance) dump_base(out, path + ".attendance", *round.attendance);
  dump_voting(out, path, round);
  dump_paper(out, path + ".paper", round.paper);
  dump_tally(out, path, round);
  dump_end(out, path, round);
}

void dump_next(DumpWriter& out, const std::string& path, const NextRound& next) {
  out.number(path, static_cast<std::uint64_t>(next.decision));
  for (const PersonId& person : next.people) out.text(path + ".person", person);
  out.number(path + ".seats", next.seats);
  out.number(path + ".alternates", next.alternates);
  out.number(path + ".places", static_cast<std::uint64_t>(next.places));
  out.number(path + ".after", next.after_round);
  out.hands(path + ".hands", next.hands);
  out.stamp(path + ".when", next.when);
}

}  // namespace

void dump_ceremonies(DumpWriter& out, const Ceremonies& ceremonies) {
  for (std::size_t i = 0; i < ceremonies.all.size(); ++i) {
    const Ceremony& one = ceremonies.all[i];
    const std::string path = element_of("ceremonies", i);
    out.number(path + ".number", one.number);
    out.text(path + ".k_of_n", std::to_string(one.k) + "/" + std::to_string(one.n));
    out.text(path + ".phase", word(one.phase));
    for (std::size_t t = 0; t < one.trustees.size(); ++t) {
      dump_trustee(out, element_of(path + ".trustees", t), one.trustees[t]);
    }
    if (one.keys) {
      out.bytes(path + ".key", one.keys->key);
      for (const Bytes& share : one.keys->shares) out.bytes(path + ".public_share", share);
      out.bytes(path + ".hash", one.keys->hash);
    }
    if (one.complaint) {
      out.text(path + ".complaint", std::to_string(one.complaint->from) + " " +
                                        std::to_string(one.complaint->against) + " " +
                                        one.complaint->reason);
      out.stamp(path + ".complaint.when", one.complaint->when);
    }
    out.stamp(path + ".started", one.started);
  }
  for (const Hash& one : ceremonies.commitments) out.bytes("commitments", one);
}

void dump_contests(DumpWriter& out, const Contests& contests) {
  for (const auto& [id, contest] : contests) {
    const std::string path = "contests." + id;
    out.text(path + ".office", rules::word(contest.office));
    out.text(path + ".body", contest.body);
    for (std::size_t i = 0; i < contest.rounds.size(); ++i) {
      dump_round(out, element_of(path + ".rounds", i), contest.rounds[i]);
    }
    if (contest.next) dump_next(out, path + ".next", *contest.next);
    for (const NextRound& one : contest.decisions) dump_next(out, path + ".decided", one);
  }
}

}  // namespace hp::congress
