// Laws of the paper count, against a plain count of the true papers that shares no code with it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdio>
#include <random>

#include "congress/paper_kit.h"

namespace hp::congress {
namespace {

using Random = std::mt19937_64;

std::uint32_t pick(Random& random, std::uint32_t most) {
  return static_cast<std::uint32_t>(random() % (std::uint64_t{most} + 1));
}

// A paper as it lies in the box.
struct Paper {
  std::vector<v1::BoxMark> marks;  // box form
  std::vector<bool> struck;        // strike-out form
  v1::SheetDefect defect = v1::SHEET_DEFECT_UNSPECIFIED;
  bool valid_if_held = false;  // what the committee will say where it is asked
  bool operator==(const Paper&) const = default;
};

v1::SheetContent content_of(const Paper& paper) {
  v1::SheetContent out;
  for (std::size_t i = 0; i < paper.struck.size(); ++i) {
    if (paper.struck[i]) out.add_struck(static_cast<std::uint32_t>(i + 1));
  }
  for (const v1::BoxMark one : paper.marks) out.add_marks(one);
  if (paper.defect != v1::SHEET_DEFECT_UNSPECIFIED) out.add_defects(paper.defect);
  return out;
}

bool is_invalidating(const Paper& paper) {
  return paper.defect >= v1::SHEET_DEFECT_NOT_ISSUED &&
         paper.defect <= v1::SHEET_DEFECT_EXTRA_WRITING;
}
bool is_held(const Paper& paper) {
  return paper.defect >= v1::SHEET_DEFECT_PARTIAL_STRIKE;
}

// The plain count, two or more names: regulations 190, 244, told once more in as few words.
struct PlainCount {
  std::uint32_t valid = 0, invalid = 0;
  std::vector<std::uint32_t> votes, disagree, not_counted;
};
bool marks_are_valid(const Paper& paper, std::uint32_t seats) {
  if (!paper.marks.empty()) {
    return std::ranges::find(paper.marks, v1::BOX_MARK_AGREE) != paper.marks.end();
  }
  const auto kept = std::ranges::count(paper.struck, false);
  return kept >= 1 && kept <= static_cast<std::ptrdiff_t>(seats);
}
bool is_valid(const Paper& paper, std::uint32_t seats) {
  if (is_invalidating(paper)) return false;
  if (is_held(paper) && !paper.valid_if_held) return false;
  return marks_are_valid(paper, seats);
}
PlainCount plain_count(const std::vector<Paper>& papers, std::size_t names, std::uint32_t seats) {
  PlainCount out;
  out.votes.resize(names);
  out.disagree.resize(names);
  out.not_counted.resize(names);
  for (const Paper& paper : papers) {
    if (!is_valid(paper, seats)) {
      ++out.invalid;
      continue;
    }
    ++out.valid;
    for (std::size_t i = 0; i < names; ++i) {
      if (paper.marks.empty()) {
        out.votes[i] += paper.struck[i] ? 0 : 1;
      } else if (paper.marks[i] == v1::BOX_MARK_AGREE) {
        ++out.votes[i];
      } else if (paper.marks[i] == v1::BOX_MARK_DISAGREE) {
        ++out.disagree[i];
      } else {
        ++out.not_counted[i];
      }
    }
  }
  return out;
}

Paper random_paper(Random& random, int names, std::uint32_t seats) {
  Paper out;
  const auto size = static_cast<std::size_t>(names);
  if (static_cast<std::uint32_t>(names) > seats) {
    out.struck.resize(size);
    const std::uint32_t kept_in_ten = 10 * seats / static_cast<std::uint32_t>(names);
    for (std::size_t i = 0; i < size; ++i) out.struck[i] = pick(random, 9) >= kept_in_ten;
  } else {
    for (int i = 0; i < names; ++i) {
      out.marks.push_back(static_cast<v1::BoxMark>(1 + pick(random, 3)));
    }
  }
  if (pick(random, 9) == 0) out.defect = static_cast<v1::SheetDefect>(1 + pick(random, 10));
  // The committee can't find valid what the marks make invalid.
  out.valid_if_held = pick(random, 1) == 0 && marks_are_valid(out, seats);
  return out;
}

// What a keyer enters: one place wrong.
Paper slipped(Random& random, Paper paper) {
  if (paper.marks.empty()) {
    const auto at = pick(random, static_cast<std::uint32_t>(paper.struck.size() - 1));
    paper.struck[at] = !paper.struck[at];
  } else {
    const auto at = pick(random, static_cast<std::uint32_t>(paper.marks.size() - 1));
    paper.marks[at] = static_cast<v1::BoxMark>(paper.marks[at] % 4 + 1);
  }
  return paper;
}
Paper read(Random& random, const Paper& truth, std::uint32_t slips_in_ten) {
  return pick(random, 9) < slips_in_ten ? slipped(random, truth) : truth;
}

// One batch, keyed by two with slips, settled by a third who may slip too, concluded by the
// committee with the paper in hand.
void count_batch(PaperHall& hall, Random& random, std::uint32_t batch,
                 const std::vector<Paper>& papers) {
  const auto size = static_cast<std::uint32_t>(papers.size());
  RC_ASSERT(hall.open_batch(batch, size).has_value());
  PaperHall::Sheets first, second;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Paper one = read(random, papers[i], 2);
    Paper two = read(random, papers[i], 2);
    // The same slip by both can't be seen by comparing: paper.md and the manual say so.
    if (one == two) two = papers[i];
    first.emplace_back(i + 1, content_of(one));
    second.emplace_back(i + 1, content_of(two));
  }
  const std::string one = batch % 2 == 0 ? "c1" : "h1";
  const std::string two = batch % 2 == 0 ? "h2" : "c4";
  RC_ASSERT(hall.key(one, 1, batch, first).has_value());
  RC_ASSERT(hall.key(two, 2, batch, second).has_value());
  for (std::uint32_t i = 0; i < size; ++i) {
    const v1::SheetContent truth = content_of(papers[i]);
    if (hall.stand(batch, i + 1) == SheetStand::kDiffering) {
      RC_ASSERT(!hall.close_batch(batch).has_value());
      const Paper third = read(random, papers[i], 2);
      const auto keyed = [&](const PaperHall::Sheets& sheets) {
        return sheets[i].second.SerializeAsString() == content_of(third).SerializeAsString();
      };
      // A third look that repeats a slip is two people alike once more.
      const bool repeats = third != papers[i] && (keyed(first) || keyed(second));
      RC_ASSERT(
          hall.settle_sheet("c3", batch, i + 1, repeats ? truth : content_of(third)).has_value());
    }
    if (hall.stand(batch, i + 1) == SheetStand::kUndecided) {
      RC_ASSERT(!hall.close_batch(batch).has_value());
      RC_ASSERT(
          hall.conclude(batch, i + 1, truth, is_valid(papers[i], hall.plan.seats)).has_value());
    }
  }
  RC_ASSERT(hall.close_batch(batch).has_value());
}

RC_GTEST_PROP(PaperLaw, TheFoldsTallyIsThatOfTheTruePapersOnceDifferencesAreSettled,
              (std::uint64_t seed)) {
  Random random(seed);
  const std::uint32_t seats = 4 + pick(random, 8);  // of fewer, one more is too many
  const bool boxes = pick(random, 1) == 0;
  const std::uint32_t surplus = boxes ? 0 : 1;
  PaperPlan plan;
  plan.names = static_cast<int>(seats + surplus);
  plan.seats = seats;
  if (boxes) plan.office = v1::OFFICE_OPINION;  // as many names as seats
  plan.rehearsal = true;                        // more papers than the hall of the kit has people
  PaperHall hall(plan);
  std::vector<Paper> papers(1 + pick(random, 60));
  for (Paper& one : papers) one = random_paper(random, plan.names, seats);
  hall.to_counting(static_cast<std::uint32_t>(papers.size()));
  std::uint32_t batch = 0;
  for (std::size_t from = 0; from < papers.size(); from += 25) {
    const std::size_t to = std::min(papers.size(), from + 25);
    const auto begin = papers.begin() + static_cast<std::ptrdiff_t>(from);
    count_batch(hall, random, ++batch,
                std::vector<Paper>(begin, papers.begin() + static_cast<std::ptrdiff_t>(to)));
  }
  RC_ASSERT(hall.round().phase == Phase::kCounted);
  const v1::Outcome out = compute_outcome(hall.congress.state, "c").value();
  const PlainCount plain = plain_count(papers, static_cast<std::size_t>(plan.names), seats);
  RC_ASSERT(out.paper().valid() == plain.valid);
  RC_ASSERT(out.paper().invalid() == plain.invalid);
  RC_ASSERT(std::ranges::equal(out.paper().votes(), plain.votes));
  if (boxes) {
    RC_ASSERT(std::ranges::equal(out.paper().disagree(), plain.disagree));
    RC_ASSERT(std::ranges::equal(out.paper().not_counted(), plain.not_counted));
  }
}

TEST(PaperLaw, OfAThousandDisagreementsNoneIsSettledWithoutAThirdLook) {
  constexpr std::uint32_t kBatches = 20, kSize = 50;
  Random random(20241010);
  PaperHall hall({.names = 21, .seats = 20, .rehearsal = true});
  hall.to_counting(kBatches * kSize);
  std::uint32_t stopped = 0, settled_without = 0;
  for (std::uint32_t batch = 1; batch <= kBatches; ++batch) {
    std::vector<Paper> papers(kSize);
    PaperHall::Sheets first, second;
    for (std::uint32_t i = 0; i < kSize; ++i) {
      papers[i] = random_paper(random, 21, 20);
      first.emplace_back(i + 1, content_of(papers[i]));
      second.emplace_back(i + 1, content_of(slipped(random, papers[i])));
    }
    ASSERT_TRUE(hall.open_batch(batch, kSize).has_value());
    ASSERT_TRUE(hall.key("c1", 1, batch, first).has_value());
    ASSERT_TRUE(hall.key("h1", 2, batch, second).has_value());
    for (std::uint32_t i = 1; i <= kSize; ++i) {
      stopped += hall.stand(batch, i) == SheetStand::kDiffering ? 1 : 0;
      const auto& mine = first[i - 1].second;
      // No other way round it: keyed again, concluded at once, settled by one of the two, closed.
      const bool passed = hall.key("h1", 2, batch, {{i, mine}}, true).has_value() ||
                          hall.key("h2", 2, batch, {{i, mine}}).has_value() ||
                          hall.conclude(batch, i, mine, true).has_value() ||
                          hall.settle_sheet("c1", batch, i, mine).has_value() ||
                          hall.close_batch(batch).has_value();
      settled_without += passed ? 1 : 0;
      ASSERT_TRUE(hall.settle_sheet("c3", batch, i, mine).has_value());
      const Sheet& sheet = hall.sheet(batch, i);
      EXPECT_TRUE(sheet.counts[0] && sheet.counts[1] && sheet.third);  // every entry is kept
      EXPECT_FALSE(reads_alike(sheet.counts[0]->content, sheet.counts[1]->content));
    }
  }
  std::printf("disagreements: %u stopped, %u settled without a third look\n", stopped,
              settled_without);
  EXPECT_EQ(stopped, kBatches * kSize);
  EXPECT_EQ(settled_without, 0u);
}

}  // namespace
}  // namespace hp::congress
