// The subcommands of `homphieu paper`, one a file.
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "cli/subcommands.h"
#include "congress/state.h"
#include "report/sampled.h"

namespace hp::cli {

void add_paper_ballots(CLI::App& paper, Terminal& terminal);
void add_paper_cards(CLI::App& paper, Terminal& terminal);
void add_paper_covers(CLI::App& paper, Terminal& terminal);
void add_paper_deck(CLI::App& paper, Terminal& terminal);
void add_paper_keying(CLI::App& paper, Terminal& terminal);
void add_paper_log(CLI::App& paper, Terminal& terminal);
void add_paper_rehearsal(CLI::App& paper, Terminal& terminal);
void add_paper_sample(CLI::App& paper, Terminal& terminal);
void add_paper_slides(CLI::App& paper, Terminal& terminal);
void add_paper_zero(CLI::App& paper, Terminal& terminal);

// Which round's papers, and where they go: --record, --contest, --round, --out.
struct PaperAsked {
  std::string record, contest, out;
  std::uint32_t round = 0;  // 0: the newest
};
void add_paper_options(CLI::App& command, Terminal& terminal, PaperAsked& asked);
// Of a sample check: --seed, --papers, and --contest where it stands alone.
void add_seed_options(CLI::App& command, Terminal& terminal, report::SampleAsked& asked);
void add_sample_options(CLI::App& command, Terminal& terminal, report::SampleAsked& asked);

inline constexpr const char* kProgramName = "homphieu " HOMPHIEU_VERSION;

// That a file of a rehearsal is called "dien-tap-…", and no other is: papers lie in folders and
// printers' queues under their names. Fails with `paper_file_name`.
Result<void> check_paper_name(const std::string& path, bool rehearsal);

// Writes the PDF as a new file, its owner's alone, and says its name and size.
Result<void> write_paper(const std::string& path, ByteView pdf, const Terminal& terminal);

}  // namespace hp::cli
