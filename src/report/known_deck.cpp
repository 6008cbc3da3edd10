#include "report/known_deck.h"

#include <algorithm>
#include <random>

#include "congress/papers.h"
#include "minutes/words.h"
#include "report/rehearsal_codes.h"

namespace hp::report {
namespace {

using congress::Definition;
using congress::SheetContent;
using rules::Candidate;
using rules::Defect;
using rules::Mark;

constexpr std::uint32_t kBeyondCases = 10;

// Chance that is the same on every machine: the standard fixes what mt19937_64 gives, but not what
// its distributions make of it. The remainder favours small numbers by less than 2^-50.
class Lots {
 public:
  explicit Lots(std::uint64_t seed) : from_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(from_() % n); }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

 private:
  std::mt19937_64 from_;
};

class Cases {
 public:
  explicit Cases(const Definition& d)
      : d_(d), boxes_(rules::form_of(d.rules) == rules::Form::kBox), names_(d.candidates.size()) {}

  std::vector<SheetContent> all() {
    boxes_ ? box_cases() : strike_cases();
    for (std::size_t i = 0; i < rules::Words<Defect>::of.size(); ++i) {
      const auto defect = static_cast<Defect>(i);
      // The two that only the other form can have.
      if (defect == (boxes_ ? Defect::kPartialStrike : Defect::kStruckOnBoxForm)) continue;
      add_with({defect});
    }
    add_with({Defect::kPrivateMark, Defect::kSigned});
    return std::move(out_);
  }

  // A valid vote; the earlier a name, the likelier it has one.
  SheetContent drawn(Lots& lots) const {
    std::vector<bool> voted(names_, false);
    for (std::size_t i = 0; i < names_; ++i) voted[i] = lots.below(names_ + 1) >= i;
    for (auto votes = std::ranges::count(voted, true); votes > d_.seats; --votes) {
      std::size_t at = lots.below(names_);
      while (!voted[at]) at = (at + 1) % names_;
      voted[at] = false;
    }
    if (std::ranges::count(voted, true) == 0) voted[0] = true;
    return of(voted);
  }

  SheetContent nobody() const {
    SheetContent out = of(std::vector<bool>(names_, false));
    if (boxes_) out.marks.assign(names_, Mark::kNone);
    return out;
  }

 private:
  SheetContent of(const std::vector<bool>& voted) const {
    SheetContent out;
    for (std::size_t i = 0; i < names_; ++i) {
      if (boxes_) out.marks.push_back(voted[i] ? Mark::kAgree : Mark::kDisagree);
      if (!boxes_ && !voted[i]) out.struck.push_back(Candidate::at_index(i));
    }
    return out;
  }
  // The names from `first` on, `count` of them or as many as there are.
  SheetContent from(std::size_t first, std::size_t count) const {
    std::vector<bool> voted(names_, false);
    for (std::size_t i = first; i < std::min(first + count, names_); ++i) voted[i] = true;
    return of(voted);
  }
  void add(SheetContent content) { out_.push_back(std::move(content)); }
  void add_marks(std::vector<Mark> marks) {
    SheetContent out;
    out.marks = std::move(marks);
    add(std::move(out));
  }
  void add_with(std::vector<Defect> defects) {
    SheetContent content = boxes_ ? from(0, names_) : from(0, d_.seats);
    content.defects = std::move(defects);
    add(std::move(content));
  }

  void strike_cases() {
    const std::size_t seats = d_.seats;
    // There are more names than seats, so each name is on one of these and not on another.
    for (std::size_t first = 0; first < names_; first += seats) add(from(first, seats));
    add(from(0, names_));  // as it was printed: too many
    if (names_ > seats + 1) add(from(0, seats + 1));
    add(nobody());
  }
  void box_cases() {
    std::vector<bool> odd(names_, false);
    for (std::size_t i = 0; i < names_; i += 2) odd[i] = true;
    std::vector<bool> even = odd;
    even.flip();
    add(of(odd));
    add(of(even));  // of one name: the other box
    if (names_ > 1) {
      add(from(0, names_));
      add(from(0, 0));
      for (const Mark mark : {Mark::kBoth, Mark::kNone}) {
        std::vector<Mark> marks(names_, Mark::kAgree);
        marks.back() = mark;
        add_marks(std::move(marks));
      }
    }
    add(nobody());  // as it was printed
    add_marks(std::vector<Mark>(names_, Mark::kBoth));
  }

  const Definition& d_;
  bool boxes_;
  std::size_t names_;
  std::vector<SheetContent> out_;
};

std::string few(std::size_t one, std::string_view sign, std::size_t other) {
  return std::to_string(one) + " " + std::string(sign) + " " + std::to_string(other);
}

Result<void> check_numbers(const DeckPlan& plan, std::size_t cases, const Definition& d) {
  if (plan.papers != 0 && plan.papers < cases) {
    return fail(codes::kKnownVotesFew, "papers", few(plan.papers, "<", cases));
  }
  if (std::max<std::size_t>(plan.papers, cases) > kMostKnownVotes) {
    return fail(codes::kKnownVotesFew, "papers",
                few(std::max<std::size_t>(plan.papers, cases), ">", kMostKnownVotes));
  }
  if (plan.ballots != 0 && plan.ballots < d.minimum) {
    return fail(codes::kKnownVotesFew, "ballots", few(plan.ballots, "<", d.minimum));
  }
  if (plan.ballots > kMostKnownVotes) {
    return fail(codes::kKnownVotesFew, "ballots", few(plan.ballots, ">", kMostKnownVotes));
  }
  return {};
}

// Ink shows the marks; these it does not, or not surely.
std::string taken_for(Defect defect) {
  std::string out(minutes::reason_text(rules::word(defect)).value_or("?"));
  if (defect == Defect::kPartialStrike) out += " (vẫn nhập là bị gạch)";
  if (defect == Defect::kStruckOnBoxForm) out += " (nhập theo ô)";
  return out;
}

}  // namespace

Result<KnownVotes> make_known_votes(const congress::State& state, const congress::Round& round,
                                    const DeckPlan& plan) {
  const Definition& d = round.definition;
  if (!d.rehearsal) return fail(codes::kNotRehearsal, "contest", d.contest);
  std::vector<SheetContent> papers = Cases(d).all();
  HP_TRY(check_numbers(plan, papers.size(), d));
  const std::size_t wanted =
      plan.papers != 0 ? plan.papers
                       : std::min<std::size_t>(papers.size() + kBeyondCases, kMostKnownVotes);
  Lots lots(plan.seed);
  const Cases more(d);
  while (papers.size() < wanted) papers.push_back(more.drawn(lots));
  lots.shuffle(papers);
  KnownVotes out{.congress_id = state.congress_id,
                 .contest = d.contest,
                 .round = d.round,
                 .definition_hash = d.hash,
                 .seed = plan.seed};
  bool conclusion = true;
  for (SheetContent& content : papers) {
    KnownPaper& one = out.papers.emplace_back();
    one.number = static_cast<std::uint32_t>(out.papers.size());
    if (!rules::held_for(congress::ballot_of(content), d.rules, d.settings).empty()) {
      one.conclusion = conclusion;
      conclusion = !conclusion;
    }
    one.content = std::move(content);
  }
  for (std::uint32_t i = 0; i < plan.ballots; ++i) {
    out.ballots.push_back(i == 0 ? more.nobody() : more.drawn(lots));
  }
  lots.shuffle(out.ballots);
  return out;
}

std::vector<paper::DeckPaper> deck_papers(const KnownVotes& known, const Definition& definition) {
  std::vector<paper::DeckPaper> out;
  for (const KnownPaper& one : known.papers) {
    paper::DeckPaper& paper = out.emplace_back();
    paper.number = one.number;
    for (const Candidate struck : one.content.struck) paper.struck.push_back(struck.number);
    for (const Mark mark : one.content.marks) {
      paper.crosses.push_back({mark == Mark::kAgree || mark == Mark::kBoth,
                               mark == Mark::kDisagree || mark == Mark::kBoth});
    }
    for (const Defect defect : one.content.defects) {
      paper.taken_for.push_back(taken_for(defect));
      if (defect == Defect::kPartialStrike && !paper.struck.empty()) {
        paper.half_struck.push_back(paper.struck.back());
      }
      if (defect == Defect::kStruckOnBoxForm) {
        paper.struck.push_back(static_cast<std::uint32_t>(definition.candidates.size()));
      }
    }
  }
  return out;
}

}  // namespace hp::report
