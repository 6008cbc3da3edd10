// paper_marks --marks N --seed S --out FILE: random contests of every form counted on paper through
// the fold, with slips, taken back papers, third looks, doubtful papers and reopened batches,
// written as a record (unsigned) with the outcome that the program computes. N keyed marks at
// least. tests/second_count counts it a second time; tools/marks runs both.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <random>

#include "congress/outcome.h"
#include "congress/paper_kit.h"
#include "homphieu/v1/outcome.pb.h"
#include "journal/envelope.h"
#include "journal/record_file.h"

namespace {

using namespace hp;
using congress::PaperHall;
using congress::SheetStand;
namespace v1 = homphieu::v1;

class Contest {
 public:
  explicit Contest(std::mt19937_64& dice) : dice_(dice), hall_(plan()) {
    v1::ContestDefinition definition = hall_.definition();
    change_settings(definition);
    hall_.approve(definition);
    papers_ = 1 + roll(120);
  }

  // The marks that were keyed.
  std::uint64_t count() {
    must(hall_.open(papers_));
    must(hall_.close());
    must(hall_.record(hall_.figures(papers_, papers_, 0, 0, papers_)));
    std::uint32_t batch = 0;
    for (std::uint32_t from = 0; from < papers_; from += 50) {
      count_batch(++batch, std::min(papers_ - from, 50u));
    }
    if (hall_.round().phase != congress::Phase::kCounted) die("not counted");
    return std::uint64_t{papers_} * static_cast<std::uint64_t>(hall_.plan.names) * counts();
  }

  void write(std::vector<Bytes>& entries) const {
    for (const Bytes& payload : hall_.congress.payloads) entries.push_back(envelope(payload));
    v1::Command command;
    auto& body = *command.mutable_declare_result();
    body.set_contest("c");
    body.set_round(hall_.round().number());
    const auto outcome = congress::outcome_bytes(hall_.congress.state, "c");
    if (!outcome) die("no outcome");
    body.set_outcome(to_string(*outcome));
    entries.push_back(envelope(journal::encode_canonical(command)));
  }

 private:
  [[noreturn]] static void die(const std::string& why) {
    std::fprintf(stderr, "paper_marks: %s\n", why.c_str());
    std::exit(2);
  }
  static void must(const Result<void>& done) {
    if (!done) die(describe(done.error(), Language::kEnglish));
  }
  static Bytes envelope(ByteView payload) {
    v1::Envelope out;
    out.set_payload_type(std::string(journal::kCommandType));
    out.set_payload(to_string(payload));
    return journal::encode_canonical(out);
  }
  std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(dice_() % sides); }

  congress::PaperPlan plan() {
    congress::PaperPlan out;
    out.rehearsal = true;  // of any size, whatever the hall holds
    out.office = v1::OFFICE_OPINION;
    out.counts = 1 + roll(3);
    switch (roll(3)) {
      case 0:  // strike-out
        out.names = static_cast<int>(2 + roll(60));
        out.seats = 1 + roll(static_cast<std::uint32_t>(out.names) - 1);
        break;
      case 1:  // boxes
        out.names = static_cast<int>(2 + roll(30));
        out.seats = static_cast<std::uint32_t>(out.names);
        break;
      default:  // one name
        out.names = 1;
        out.seats = 1;
    }
    return out;
  }
  std::uint32_t counts() const { return hall_.round().definition.paper_counts; }

  void change_settings(v1::ContestDefinition& definition) {
    for (v1::Setting& one : *definition.mutable_settings()) {
      if (one.name() == "nobody_of_several" && roll(2) == 0) one.set_value("\"valid\"");
      if (one.name() == "one_name_both_boxes" && roll(2) == 0) one.set_value("\"held\"");
      if (one.name() == "one_name_no_box" && roll(2) == 0) one.set_value("\"held\"");
    }
  }

  v1::SheetContent random_paper() {
    v1::SheetContent out;
    const auto names = static_cast<std::uint32_t>(hall_.plan.names);
    if (names > hall_.plan.seats) {
      const std::uint32_t kept = names - hall_.plan.seats == 0 ? names : hall_.plan.seats;
      for (std::uint32_t name = 1; name <= names; ++name) {
        if (roll(names) >= kept - (roll(4) == 0 ? 0 : kept / 8)) out.add_struck(name);
      }
    } else {
      for (std::uint32_t name = 1; name <= names; ++name) {
        out.add_marks(static_cast<v1::BoxMark>(roll(5) < 3 ? 1 : 1 + roll(4)));
      }
    }
    for (int defect = 1; defect <= 11; ++defect) {
      if (roll(90) == 0) out.add_defects(static_cast<v1::SheetDefect>(defect));
    }
    return out;
  }
  // One mark wrong, now and then.
  v1::SheetContent read(const v1::SheetContent& truth) {
    if (roll(12) != 0) return truth;
    v1::SheetContent out = truth;
    const auto name = 1 + roll(static_cast<std::uint32_t>(hall_.plan.names));
    if (out.marks_size() > 0) {
      out.set_marks(static_cast<int>(name) - 1, static_cast<v1::BoxMark>(1 + roll(4)));
    } else {
      std::set<std::uint32_t> struck(out.struck().begin(), out.struck().end());
      if (!struck.erase(name)) struck.insert(name);
      out.clear_struck();
      for (const std::uint32_t one : struck) out.add_struck(one);
    }
    if (roll(20) == 0) out.set_doubtful(true);
    return out;
  }

  void count_batch(std::uint32_t batch, std::uint32_t size) {
    must(hall_.open_batch(batch, size));
    if (roll(10) == 0) {
      must(hall_.key("h2", 1, batch, {{1, random_paper()}}));
      must(hall_.reopen_batch(batch, size));
    }
    const std::vector<std::string> keyers{"c3", "h1", "c4"};
    std::vector<v1::SheetContent> truth;
    for (std::uint32_t i = 0; i < size; ++i) truth.push_back(random_paper());
    for (std::uint32_t count = 1; count <= counts(); ++count) {
      const std::string& who = keyers[count - 1];
      if (count == 1 && roll(3) == 0) {  // the first paper taken back
        must(hall_.key(who, count, batch, {{1, random_paper()}}));
        must(hall_.key(who, count, batch, {{1, read(truth[0])}}, true));
      } else {
        must(hall_.key(who, count, batch, {{1, read(truth[0])}}));
      }
      PaperHall::Sheets sheets;
      for (std::uint32_t i = 1; i < size; ++i) sheets.emplace_back(i + 1, read(truth[i]));
      if (!sheets.empty()) must(hall_.key(who, count, batch, sheets));
    }
    for (std::uint32_t sheet = 1; sheet <= size; ++sheet) settle(batch, sheet, truth[sheet - 1]);
    must(hall_.close_batch(batch));
  }

  void settle(std::uint32_t batch, std::uint32_t sheet, const v1::SheetContent& truth) {
    if (hall_.stand(batch, sheet) == SheetStand::kDiffering) {
      must(hall_.settle_sheet("c1", batch, sheet, read(truth)));
    }
    if (hall_.stand(batch, sheet) != SheetStand::kUndecided) return;
    // What the rules leave open is the committee's to say; what they don't, it can't change.
    const bool valid = roll(2) == 0;
    if (!hall_.conclude(batch, sheet, truth, valid)) {
      must(hall_.conclude(batch, sheet, truth, !valid));
    }
  }

  std::mt19937_64& dice_;
  PaperHall hall_;
  std::uint32_t papers_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Random contests counted on paper, for a second counter"};
  std::uint64_t marks = 100'000, seed = 1;
  std::string out;
  app.add_option("--marks", marks, "keyed marks at least");
  app.add_option("--seed", seed, "of the contests");
  app.add_option("--out", out, "the record to write")->required();
  CLI11_PARSE(app, argc, argv);
  std::mt19937_64 dice(seed);
  std::ofstream file(out, std::ios::binary);
  file << "homphieu-record v1\n";
  std::uint64_t done = 0, contests = 0;
  while (done < marks) {
    Contest contest(dice);
    done += contest.count();
    ++contests;
    std::vector<Bytes> entries;
    contest.write(entries);
    for (const Bytes& one : entries) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        file.put(static_cast<char>(one.size() >> shift & 0xFF));
      }
      file << chars(one);
    }
  }
  file.write("\0\0\0\0", 4);
  file.close();
  std::printf("%llu contests, %llu keyed marks\n", static_cast<unsigned long long>(contests),
              static_cast<unsigned long long>(done));
  return file.good() ? 0 : 2;
}
