// The helper's side of token.h: what the hidden subcommand `homphieu token-helper` calls.
#pragma once

namespace hp::token {

// Answers the requests that come from `in`, until its end or until something that is no request
// comes; loads the modules that they name. `in` and `out` lead to /dev/null afterwards, so that
// what a module prints can't get among the answers. Returns an exit code.
// Ends the process (SIGALRM) when a module takes much longer than the request allows, whether or
// not the program that asked is still there.
int run_helper(int in, int out);

}  // namespace hp::token
