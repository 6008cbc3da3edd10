// How the subcommands of `homphieu paper` come by a paper: made from an exported record, or by the
// hall's server and then checked against the record that this machine has folded itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/hall_access.h"
#include "client/printing.h"
#include "congress/state.h"

namespace hp::cli {

struct PrintAsked {
  report::PrintOrder order;
  std::string record;  // a file; empty: the server
  HallArguments hall;
  std::string out;
};

// --record, or --server with --ca, --congress, --key and what goes with it; --contest, --round,
// --out.
void add_print_options(CLI::App& command, Terminal& terminal, PrintAsked& asked);

struct PapersMade {
  std::vector<report::PrintedFile> files;   // the PDF first
  congress::State state;                    // as far as this machine has it
  std::optional<client::PrintTrust> trust;  // nothing: made here, from a record
};
// Fails with `argument_value` where neither is named, or a server without its --ca or --key, with
// `paper_file_name` where --out is called as a rehearsal's and is none, or the reverse; as
// state_of_record and report::print do, or open_official and client::print_through_hall.
Result<PapersMade> make_papers(const PrintAsked& asked, Terminal& terminal);

// Writes the PDF to --out and says whose word it is.
Result<void> write_papers(const PrintAsked& asked, const PapersMade& made,
                          const Terminal& terminal);

// The whole of a subcommand whose paper is one PDF.
Result<Exit> print_to_out(const PrintAsked& asked, Terminal& terminal);

}  // namespace hp::cli
