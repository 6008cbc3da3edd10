// Cards that are handed in before an opening.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "cli/subcommands.h"

namespace hp::cli {

// `homphieu cards hand-in`, under `homphieu cards`.
void add_cards_hand_in(CLI::App& cards, Terminal& terminal);

// Public keys of cards, one a line in hex, as `hand-in` writes them. Fails with `file_unreadable`,
// `file_too_large`, and as from_hex does with the line ("handed-in.txt[3]", from 0).
Result<std::vector<Bytes>> read_key_list(const std::string& path, std::istream& in);

}  // namespace hp::cli
