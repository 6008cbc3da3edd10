// What tests say about an answer.
#pragma once

#include <gtest/gtest.h>

#include "base/error.h"

#define EXPECT_FAILS(result, error_code)                             \
  do {                                                               \
    const auto failed = (result);                                    \
    ASSERT_FALSE(failed.has_value());                                \
    EXPECT_EQ(failed.error().code->name, (error_code).name)          \
        << ::hp::describe(failed.error(), ::hp::Language::kEnglish); \
  } while (false)

#define ASSERT_GOOD(result) \
  ASSERT_TRUE((result).has_value()) << ::hp::describe((result).error(), ::hp::Language::kEnglish)
