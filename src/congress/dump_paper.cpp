// The papers of a round in a dump.
#include "congress/dump_writer.h"

namespace hp::congress {
namespace {

// "struck 2 5; marks agree none; torn; ?"
std::string text_of(const SheetContent& content) {
  std::string out = "struck";
  for (const rules::Candidate one : content.struck) out += " " + std::to_string(one.number);
  out += "; marks";
  for (const rules::Mark one : content.marks) out += " " + std::string(rules::word(one));
  out += ";";
  for (const rules::Defect one : content.defects) out += " " + std::string(rules::word(one));
  return content.doubtful ? out + "; ?" : out;
}

void dump_reading(DumpWriter& out, const std::string& path, const Reading& one) {
  out.text(path, one.who + " " + text_of(one.content));
  out.stamp(path + ".when", one.when);
}

void dump_sheet(DumpWriter& out, const std::string& path, const Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.counts.size(); ++i) {
    const std::string count = path + ".count" + std::to_string(i + 1);
    if (sheet.counts[i]) dump_reading(out, count, *sheet.counts[i]);
  }
  for (const TakenBack& one : sheet.taken_back) {
    dump_reading(out, path + ".taken_back" + std::to_string(one.count), one.reading);
  }
  if (sheet.third) dump_reading(out, path + ".third", *sheet.third);
  if (!sheet.conclusion) return;
  const SheetConclusion& conclusion = *sheet.conclusion;
  out.text(path + ".concluded", text_of(conclusion.content));
  out.number(path + ".concluded.valid", conclusion.valid ? 1 : 0);
  out.text(path + ".concluded.reason", conclusion.reason);
  for (const PersonId& who : conclusion.who) out.text(path + ".concluded.by", who);
  out.stamp(path + ".concluded.when", conclusion.when);
}

void dump_batch(DumpWriter& out, const std::string& path, const Batch& batch) {
  if (batch.before) dump_batch(out, path, *batch.before);
  const std::string opening = path + "/" + std::to_string(batch.opening);
  out.text(opening + ".opened", batch.opened_by + " " + std::to_string(batch.papers()));
  out.stamp(opening + ".when", batch.opened);
  out.text(opening + ".reason", batch.reason);
  for (const auto& [person, count] : batch.keyers) {
    out.number(opening + ".keyer." + person, count);
  }
  for (std::size_t i = 0; i < batch.sheets.size(); ++i) {
    dump_sheet(out, opening + ".sheet" + std::to_string(i + 1), batch.sheets[i]);
  }
  if (!batch.closed) return;
  out.text(opening + ".closed", batch.closed->who);
  out.stamp(opening + ".closed.when", batch.closed->when);
}

}  // namespace

void dump_paper(DumpWriter& out, const std::string& path, const PaperCount& paper) {
  for (const RecordedFigures& one : paper.figures) {
    const PaperFigures& f = one.figures;
    for (const std::uint32_t figure : {f.prepared, f.issued, f.spoiled, f.unused, f.collected}) {
      out.number(path + ".figures", figure);
    }
    out.text(path + ".figures.reason", one.reason);
    for (const PersonId& who : one.who) out.text(path + ".figures.by", who);
    out.stamp(path + ".figures.when", one.when);
  }
  for (const auto& batch : paper.batches) {
    dump_batch(out, path + ".batch" + std::to_string(batch->number), *batch);
  }
  for (const SampleCheck& one : paper.samples) {
    out.text(path + ".sample.seed", one.seed);
    out.number(path + ".sample.papers", one.papers);
    for (const SheetPlace& place : one.differing) {
      out.number(path + ".sample.batch", place.batch);
      out.number(path + ".sample.sheet", place.sheet);
    }
    for (const PersonId& who : one.who) out.text(path + ".sample.by", who);
    out.stamp(path + ".sample.when", one.when);
  }
  if (!paper.figures.empty()) out.number(path + ".complete", paper.complete ? 1 : 0);
}

}  // namespace hp::congress
