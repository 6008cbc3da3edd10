// What a subcommand talks through: streams, and the language of the person in front of it.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "base/error.h"

namespace hp::cli {

struct Terminal {
  std::istream& in;
  std::ostream& out;  // results: text, or JSON where a program reads them
  std::ostream& err;  // one line an error
  Language language = Language::kVietnamese;

  // The text in the person's language.
  std::string say(std::string_view vi, std::string_view en) const {
    return std::string(language == Language::kVietnamese ? vi : en);
  }
};

// Exit codes of every subcommand.
enum class Exit {
  kGood = 0,
  kWrong = 1,  // the work was done, and what was looked at has faults
  kError = 2,  // the work could not be done: unreadable, refused, wrong arguments
};

// HOMPHIEU_LANG: "en" is English; anything else, also nothing (a null pointer), Vietnamese.
Language language_of(const char* value);

// One line with the error on `err`; the exit code that goes with it.
Exit complain(const Terminal& terminal, const Error& error);

}  // namespace hp::cli
