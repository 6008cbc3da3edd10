// What tests say about a command's fate.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"

#ifndef EXPECT_REFUSED
#define EXPECT_REFUSED(result, error_code, field)             \
  do {                                                        \
    const ::hp::Result<void> refused = (result);              \
    ASSERT_FALSE(refused.has_value());                        \
    EXPECT_EQ(refused.error().code->name, (error_code).name); \
    EXPECT_EQ(refused.error().where, field);                  \
  } while (false)
#endif

#ifndef EXPECT_TAKEN
#define EXPECT_TAKEN(result)                                                                   \
  do {                                                                                         \
    const ::hp::Result<void> taken = (result);                                                 \
    ASSERT_TRUE(taken.has_value()) << ::hp::describe(taken.error(), ::hp::Language::kEnglish); \
  } while (false)
#endif
