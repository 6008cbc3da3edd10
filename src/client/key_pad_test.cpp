// Keying one paper: each key, each refusal, and the law that both ways of keying give one content.
#include "client/key_pad.h"

#include <gtest/gtest.h>

#include <random>

#include "client/key_pad_codes.h"
#include "client/sheet_words.h"
#include "congress/paper_content.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::client {
namespace {

using congress::SheetContent;

std::shared_ptr<const congress::Definition> contest(std::size_t names, std::uint32_t seats) {
  congress::Definition out;
  for (std::size_t i = 1; i <= names; ++i) {
    out.candidates.push_back({"d" + std::to_string(i), "Đại biểu " + std::to_string(i)});
  }
  out.seats = seats;
  out.rules.candidates = rules::Names{names};
  out.rules.seats = rules::Seats{seats};
  return std::make_shared<const congress::Definition>(std::move(out));
}

Pressed press(KeyPad& pad, std::string_view keys) {
  Pressed last;
  for (const char key : keys) last = pad.press(key);
  return last;
}

std::vector<int> struck_on(const KeyPad& pad) {
  std::vector<int> out;
  for (const auto one : pad.content().struck) out.push_back(one.number);
  return out;
}

#define EXPECT_REFUSED(pressed, error_code)                             \
  do {                                                                  \
    const Pressed refused = (pressed);                                  \
    ASSERT_NE(refused.refused, nullptr);                                \
    EXPECT_EQ(refused.refused, &(error_code)) << refused.refused->name; \
    EXPECT_FALSE(refused.finished);                                     \
  } while (false)

TEST(KeyPad, StruckNamesAreTypedByNumberAndAnEmptyEnterFinishes) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  EXPECT_FALSE(press(pad, "6\n2\n").finished);
  EXPECT_TRUE(press(pad, "\n").finished);
  EXPECT_EQ(struck_on(pad), (std::vector{2, 6}));
  EXPECT_EQ(pad.verdict().ballot_class, rules::BallotClass::kValid);
  EXPECT_EQ(verdict_words(pad.verdict(), false, Language::kVietnamese), "HỢP LỆ, 5 phiếu bầu");
}

TEST(KeyPad, KeptNamesGiveTheSameContentAsStruckOnes) {
  KeyPad pad(contest(7, 5), KeyMode::kKept);
  EXPECT_TRUE(press(pad, "1\n3\n4\n5\n7\n\n").finished);
  EXPECT_EQ(struck_on(pad), (std::vector{2, 6}));
}

TEST(KeyPad, VotesLeftAreCountedWithEveryNumber) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  EXPECT_EQ(pad.votes_left(), -2);
  press(pad, "1\n");
  EXPECT_EQ(pad.votes_left(), -1);
  press(pad, "2\n3\n");
  EXPECT_EQ(pad.votes_left(), 1);
  EXPECT_EQ(pad.votes(), 4u);
  KeyPad kept(contest(7, 5), KeyMode::kKept);
  EXPECT_EQ(kept.votes_left(), 5);
  press(kept, "7\n");
  EXPECT_EQ(kept.votes_left(), 4);
}

TEST(KeyPad, TooFewStruckNamesAreInvalidAndItSaysSo) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  EXPECT_TRUE(press(pad, "1\n\n").finished);
  EXPECT_EQ(verdict_words(pad.verdict(), false, Language::kVietnamese),
            "KHÔNG HỢP LỆ: bầu quá số lượng");
}

TEST(KeyPad, APaperForWhichNothingIsTypedWantsEnterTwice) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  EXPECT_REFUSED(pad.press(kEnter), codes::kPadUntouched);
  EXPECT_TRUE(pad.press(kEnter).finished);
  // Anything between them asks anew.
  KeyPad other(contest(7, 5), KeyMode::kStruck);
  press(other, "\n3\b");
  EXPECT_REFUSED(other.press(kEnter), codes::kPadUntouched);
}

TEST(KeyPad, ANumberBeyondTheListIsRefusedAtItsDigitAndHoldsEverythingUntilBackspace) {
  KeyPad pad(contest(65, 55), KeyMode::kStruck);
  EXPECT_EQ(pad.press('7').refused, nullptr);
  EXPECT_REFUSED(pad.press('0'), codes::kPadPosition);
  EXPECT_EQ(pad.field(), "70");
  for (const char key : {'1', '\n', '-', '?', 'r', 'u', '*'}) {
    EXPECT_REFUSED(pad.press(key), codes::kPadPosition);
  }
  EXPECT_EQ(pad.press(kBackspace).refused, nullptr);
  EXPECT_EQ(pad.field(), "");
  EXPECT_TRUE(pad.content().struck.empty());
  EXPECT_EQ(press(pad, "60\n").refused, nullptr);
}

TEST(KeyPad, NoNumberBeginsWithZero) {
  KeyPad pad(contest(65, 55), KeyMode::kStruck);
  EXPECT_REFUSED(pad.press('0'), codes::kPadPosition);
}

TEST(KeyPad, ANumberTypedTwiceIsASlip) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  EXPECT_REFUSED(press(pad, "3\n3\n"), codes::kPadTwice);
  EXPECT_EQ(pad.alarm(), &codes::kPadTwice);
  press(pad, "\b4\n\n");
  EXPECT_EQ(struck_on(pad), (std::vector{3, 4}));
}

TEST(KeyPad, MinusTakesOffTheLastThingTyped) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  press(pad, "3\n5\nr-");
  EXPECT_EQ(pad.typed().size(), 2u);
  press(pad, "-6\n\n");
  EXPECT_EQ(struck_on(pad), (std::vector{3, 6}));
  KeyPad empty(contest(7, 5), KeyMode::kStruck);
  EXPECT_REFUSED(empty.press('-'), codes::kPadNothingTyped);
}

TEST(KeyPad, BackspaceDeletesADigit) {
  KeyPad pad(contest(65, 55), KeyMode::kStruck);
  press(pad, "12\b\n");
  EXPECT_EQ(struck_on(pad), (std::vector{1}));
  EXPECT_REFUSED(pad.press(kBackspace), codes::kPadNothingTyped);
}

TEST(KeyPad, WhileANumberIsTypedNothingElseIsTaken) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  for (const char key : {'r', '?', '-', 'u', '*'}) {
    KeyPad begun = pad;
    begun.press('3');
    EXPECT_REFUSED(begun.press(key), codes::kPadUnfinished);
    EXPECT_EQ(begun.field(), "3");
  }
}

TEST(KeyPad, EveryDefectHasItsLetterAndItsVerdict) {
  for (int i = 0; i <= static_cast<int>(rules::Defect::kStruckOnBoxForm); ++i) {
    const auto defect = static_cast<rules::Defect>(i);
    const char letter = letter_of(defect);
    EXPECT_EQ(defect_of(letter), defect);
    EXPECT_NE(letter, kTakeBack);
    KeyPad pad(contest(7, 5), KeyMode::kStruck);
    EXPECT_TRUE(press(pad, std::string("1\n2\n") + letter + "\n").finished);
    ASSERT_EQ(pad.content().defects, std::vector{defect});
    const auto expected =
        rules::invalidates(defect) ? rules::BallotClass::kInvalid : rules::BallotClass::kHeld;
    EXPECT_EQ(pad.verdict().ballot_class, expected);
    for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
      EXPECT_NE(verdict_words(pad.verdict(), false, language).find(defect_words(defect, language)),
                std::string::npos);
    }
  }
}

TEST(KeyPad, DefectsComeOutAscendingAndNoneTwice) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  press(pad, "r1\nk2\n");
  EXPECT_REFUSED(pad.press('r'), codes::kPadMarkTwice);
  EXPECT_EQ(pad.content().defects, (std::vector{rules::Defect::kNotIssued, rules::Defect::kTorn}));
}

TEST(KeyPad, ADoubtIsForTheCommittee) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  EXPECT_TRUE(press(pad, "1\n2\n?\n").finished);
  EXPECT_TRUE(pad.doubtful());
  EXPECT_EQ(verdict_words(pad.verdict(), pad.doubtful(), Language::kEnglish),
            "DOUBTFUL: for the committee");
}

TEST(KeyPad, ThePaperBeforeIsTakenBackOnlyFromAnUntouchedOne) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  EXPECT_TRUE(pad.press('u').take_back);
  press(pad, "1\n");
  EXPECT_REFUSED(pad.press('u'), codes::kPadBegun);
  press(pad, "-");
  EXPECT_TRUE(pad.press('u').take_back);
}

TEST(KeyPad, OtherKeysHaveNoUse) {
  KeyPad pad(contest(7, 5), KeyMode::kStruck);
  for (const char key : {'a', 'q', ' ', '*', '/', '=', '\x01', '\x7f', '\xc3'}) {
    EXPECT_REFUSED(pad.press(key), codes::kPadKey);
  }
  EXPECT_TRUE(pad.untouched());
}

TEST(KeyPad, BoxesHaveAPresetAndExceptionsAreTyped) {
  KeyPad first(contest(4, 4), KeyMode::kStruck);
  EXPECT_TRUE(press(first, "2\n3*4/\n").finished);
  EXPECT_EQ(first.content().marks, (std::vector{rules::Mark::kAgree, rules::Mark::kDisagree,
                                                rules::Mark::kBoth, rules::Mark::kNone}));
  EXPECT_EQ(first.votes(), 1u);
  KeyPad second(contest(4, 4), KeyMode::kKept);
  EXPECT_TRUE(press(second, "1\n3*4/\n").finished);
  EXPECT_EQ(second.content().marks, first.content().marks);
  KeyPad third(contest(4, 4), KeyMode::kStruck);
  EXPECT_REFUSED(third.press('*'), codes::kPadKey);
  EXPECT_REFUSED(press(third, "2\n2/"), codes::kPadTwice);
}

TEST(KeyPad, OneNameHasNoPreset) {
  const std::string keys = "1230";
  for (std::size_t i = 0; i < keys.size(); ++i) {
    KeyPad pad(contest(1, 1), KeyMode::kStruck);
    EXPECT_REFUSED(pad.press(kEnter), codes::kPadChoose);
    EXPECT_TRUE(press(pad, std::string(1, keys[i]) + "\n").finished);
    EXPECT_EQ(pad.content().marks, std::vector{static_cast<rules::Mark>(i)});
  }
  KeyPad wrong(contest(1, 1), KeyMode::kStruck);
  EXPECT_REFUSED(wrong.press('4'), codes::kPadChoose);
  EXPECT_REFUSED(wrong.press(kEnter), codes::kPadChoose);
  EXPECT_REFUSED(press(wrong, "\b12"), codes::kPadChoose);
  EXPECT_TRUE(press(wrong, "\b2r\n").finished);
  EXPECT_EQ(wrong.content().marks, std::vector{rules::Mark::kDisagree});
}

TEST(KeyPad, EveryPositionUpTo250IsReached) {
  for (int number = 1; number <= 250; ++number) {
    KeyPad pad(contest(250, 200), KeyMode::kStruck);
    EXPECT_EQ(press(pad, std::to_string(number) + "\n").refused, nullptr);
    EXPECT_EQ(struck_on(pad), std::vector{number});
  }
  KeyPad pad(contest(250, 200), KeyMode::kStruck);
  EXPECT_REFUSED(press(pad, "251"), codes::kPadPosition);
}

// What a keyer types who reads this content off a paper.
std::string keys_for(const SheetContent& content, std::size_t names, KeyMode mode,
                     std::mt19937& random) {
  std::vector<std::string> words;
  const auto number = [](std::size_t i) { return std::to_string(i + 1); };
  const rules::Mark preset =
      mode == KeyMode::kStruck ? rules::Mark::kAgree : rules::Mark::kDisagree;
  std::vector<bool> out(names, false);
  for (const auto one : content.struck) out[one.index()] = true;
  for (std::size_t i = 0; i < names; ++i) {
    if (content.marks.empty()) {
      if (out[i] == (mode == KeyMode::kStruck)) words.push_back(number(i) + "\n");
    } else if (names > 1 && content.marks[i] != preset) {
      const rules::Mark mark = content.marks[i];
      words.push_back(number(i) + (mark == rules::Mark::kBoth   ? "*"
                                   : mark == rules::Mark::kNone ? "/"
                                                                : "\n"));
    }
  }
  for (const auto one : content.defects) words.emplace_back(1, letter_of(one));
  if (content.doubtful) words.emplace_back("?");
  std::ranges::shuffle(words, random);
  std::string keys;
  for (const auto& one : words) keys += one;
  if (names == 1 && !content.marks.empty()) {
    return keys + "1230"[static_cast<std::size_t>(content.marks[0])] + "\n";
  }
  return keys + (words.empty() ? "\n\n" : "\n");
}

SheetContent random_content(std::size_t names, bool boxes, std::mt19937& random) {
  SheetContent out;
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const int share = below(11);
  for (std::size_t i = 0; i < names; ++i) {
    if (boxes) {
      out.marks.push_back(static_cast<rules::Mark>(below(10) < share ? below(4) : 0));
    } else if (below(10) < share) {
      out.struck.push_back(rules::Candidate::at_index(i));
    }
  }
  for (int i = 0; i < 11; ++i) {
    if (below(20) == 0) out.defects.push_back(static_cast<rules::Defect>(i));
  }
  out.doubtful = below(10) == 0;
  return out;
}

TEST(KeyPadLaw, WhatBothModesTypeGivesTheContentThatWasRead) {
  std::mt19937 random(20250806);
  for (int i = 0; i < 4000; ++i) {
    const std::size_t names = 1 + random() % (i % 10 == 0 ? 250 : 12);
    const bool boxes = names == 1 || random() % 2 == 0;
    const auto seats = static_cast<std::uint32_t>(boxes ? names : 1 + random() % (names - 1));
    const SheetContent read = random_content(names, boxes, random);
    for (const KeyMode mode : {KeyMode::kStruck, KeyMode::kKept}) {
      KeyPad pad(contest(names, seats), mode);
      const std::string keys = keys_for(read, names, mode, random);
      ASSERT_TRUE(press(pad, keys).finished) << keys;
      const auto given = congress::to_message(pad.content());
      ASSERT_EQ(given.SerializeAsString(), congress::to_message(read).SerializeAsString()) << keys;
      // And the fold takes it.
      ASSERT_TRUE(congress::read_content(given, pad.definition(), "content").has_value());
    }
  }
}

TEST(KeyPadLaw, NoKeysMakeAContentThatTheFoldRefuses) {
  std::mt19937 random(7);
  constexpr std::string_view kKeys = "0123456789\n\n\b-?*/rkxgu";
  for (int i = 0; i < 2000; ++i) {
    const std::size_t names = 1 + random() % 30;
    const auto seats = static_cast<std::uint32_t>(1 + random() % names);
    KeyPad pad(contest(names, seats), i % 2 == 0 ? KeyMode::kStruck : KeyMode::kKept);
    for (int j = 0; j < 200; ++j) {
      const Pressed pressed = pad.press(kKeys[random() % kKeys.size()]);
      const auto content = congress::to_message(pad.content());
      ASSERT_TRUE(congress::read_content(content, pad.definition(), "content").has_value());
      if (pressed.finished) break;
    }
  }
}

}  // namespace
}  // namespace hp::client
