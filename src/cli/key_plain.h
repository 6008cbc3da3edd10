// Keying from a pipe: one paper a line, one line of answer. For tests, demonstrations, and whoever
// has no full-screen terminal.
#pragma once

#include "cli/key_session.h"
#include "cli/terminal.h"

namespace hp::cli {

// Words of a line: a position ("17"; in the box form also "17*" both and "17/" none), "?" doubtful,
// a defect by its letter or its word ("torn"), "." for a paper with nothing to type. Instead of a
// paper: "u" takes the last one back, "tab" leaves this one for later, "d" a notice was read.
// Answers, with `json` one object each: what the paper is, or why it was refused; a refused line
// leaves nothing typed. Waits up to `wait` for a paper that is to come, and at the end for what is
// not sent. Exit kWrong where a line was refused or something was not sent.
Exit key_plain(KeySession& session, Terminal& terminal, bool json, std::chrono::seconds wait);

}  // namespace hp::cli
