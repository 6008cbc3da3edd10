// Papers printed by the hall's server, checked where this machine can: it makes the same paper from
// the record that it has folded itself and wants the same bytes.
//
//   HP_ASSIGN(const PrintedByHall papers,
//             print_through_hall(official, {.paper = report::Paper::kBallots, .contest = "bch"},
//                                fonts));
//   if (papers.trust == PrintTrust::kServersWord) … say so …
#pragma once

#include "client/official.h"
#include "pdf/fonts.h"
#include "report/printed.h"

namespace hp::client {

enum class PrintTrust {
  kOwnRecord,    // the same bytes as from this machine's own fold
  kServersWord,  // the official may not read the whole record yet, so nothing can be said
};

struct PrintedByHall {
  std::vector<report::PrintedFile> files;
  PrintTrust trust = PrintTrust::kServersWord;
};

// Syncs, asks, makes the paper anew. The order's program is the server's, whatever it names. A
// record that grows in between is followed a few times.
// Fails with `printed_other` where the server's paper is not what the record gives,
// `printed_meanwhile` where the record keeps growing, `answer_wrong`; as the server and sync do;
// and as report::print does where the server prints what the record says can't be.
Result<PrintedByHall> print_through_hall(Official& official, report::PrintOrder order,
                                         const pdf::Fonts& fonts);

}  // namespace hp::client
