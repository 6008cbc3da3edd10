#include "congress/paper_advice.h"

#include <gtest/gtest.h>

#include <set>

#include "congress/paper_codes.h"

namespace hp::congress {
namespace {

const ErrorCode* const kStops[] = {
    &codes::kBatchMissing,     &codes::kBatchDiffering, &codes::kBatchUndecided,
    &codes::kPaperNotRecorded, &codes::kPaperBatchOpen, &codes::kSumPrepared,
    &codes::kSumCollected,     &codes::kSumIssued,      &codes::kSumBatches,
    &codes::kSumValid,         &codes::kSampleDiffers,  &codes::kSumVotes,
    &codes::kSumBoxes,         &codes::kSumTotal};

TEST(PaperAdvice, WhateverStopsACountTellsKeyerAndHeadWhatToDo) {
  std::set<std::string_view> for_head;
  for (const ErrorCode* code : kStops) {
    const PaperAdvice* advice = paper_advice(*code);
    ASSERT_NE(advice, nullptr) << code->name;
    for (const Advice& one : {advice->keyer, advice->head}) {
      EXPECT_FALSE(one.vi.empty() || one.en.empty()) << code->name;
      EXPECT_NE(one.vi, one.en) << code->name;
    }
    EXPECT_NE(advice->keyer.vi, advice->head.vi) << code->name;
    EXPECT_TRUE(for_head.insert(advice->head.vi).second) << code->name;
  }
}

TEST(PaperAdvice, ThereIsNoneForARefusalAtTheKeys) {
  EXPECT_EQ(paper_advice(codes::kSheetOutside), nullptr);
}

}  // namespace
}  // namespace hp::congress
