#include "rules/accounting.h"

#include <gtest/gtest.h>

namespace hp::rules {
namespace {

using enum AccountingProblem;
using Problems = std::vector<AccountingProblem>;

const Accounting kFits{.issued = Ballots{250},
                       .collected = Ballots{248},
                       .unused = Ballots{2},
                       .spoiled = Ballots{1},
                       .prepared = Ballots{253}};

Problems problems(const Accounting& accounting, std::uint64_t counted) {
  return accounting_check(accounting, Ballots{counted}).problems;
}

TEST(Accounting, FiguresThatFitHaveNoProblem) {
  EXPECT_EQ(problems(kFits, 248), Problems{});
}

TEST(Accounting, MoreCollectedThanIssuedIsAProblem) {
  Accounting one = kFits;
  one.collected = Ballots{251};
  EXPECT_EQ(problems(one, 251), Problems{kCollectedExceedsIssued});
  one.collected = Ballots{250};
  EXPECT_EQ(problems(one, 250), Problems{});
}

TEST(Accounting, CountedMustBeWhatWasCollected) {
  EXPECT_EQ(problems(kFits, 247), Problems{kCollectedMismatch});
  EXPECT_EQ(problems(kFits, 249), Problems{kCollectedMismatch});
}

TEST(Accounting, EveryPreparedPaperIsIssuedUnusedOrSpoiled) {
  Accounting one = kFits;
  one.prepared = Ballots{252};
  EXPECT_EQ(problems(one, 248), Problems{kPreparedMismatch});
}

TEST(Accounting, AllProblemsStandInOrder) {
  const Accounting one{.issued = Ballots{1},
                       .collected = Ballots{2},
                       .unused = Ballots{0},
                       .spoiled = Ballots{0},
                       .prepared = Ballots{9}};
  EXPECT_EQ(problems(one, 3),
            (Problems{kCollectedExceedsIssued, kCollectedMismatch, kPreparedMismatch}));
}

TEST(Accounting, ACheckNeedsEveryNumberInIt) {
  EXPECT_EQ(problems({}, 5), Problems{});
  EXPECT_EQ(problems({.issued = Ballots{4}}, 5), Problems{});
  EXPECT_EQ(problems({.collected = Ballots{4}}, 5), Problems{kCollectedMismatch});
  for (auto missing : {&Accounting::issued, &Accounting::unused, &Accounting::spoiled}) {
    Accounting one = kFits;
    one.prepared = Ballots{1};
    one.*missing = std::nullopt;
    EXPECT_EQ(problems(one, 248), Problems{});
  }
}

}  // namespace
}  // namespace hp::rules
