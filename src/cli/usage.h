// What is wrong with a command line, in the person's language and in the form of every error.
#pragma once

#include "base/error.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace hp::cli {

// The error of a parse that failed, naming the word: an unknown word that is there comes before
// what is missing, since it often is the reason. Fails with no code but `usage_…`.
Error usage_error(const CLI::App& app, const CLI::ParseError& error);

// The command whose --help says more: "homphieu official submit".
std::string deepest_command(const CLI::App& app);

}  // namespace hp::cli
