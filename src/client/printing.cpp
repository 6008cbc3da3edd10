#include "client/printing.h"

#include "client/codes.h"
#include "congress/views.h"
#include "homphieu/v1/printing.pb.h"
#include "journal/codes.h"
#include "journal/tree.h"

namespace hp::client {
namespace {

using Files = std::vector<report::PrintedFile>;

constexpr int kAttempts = 4;

v1::Paper wire_kind(report::Paper paper) {
  switch (paper) {
    case report::Paper::kBallots:
      return v1::PAPER_BALLOTS;
    case report::Paper::kCovers:
      return v1::PAPER_COVERS;
    case report::Paper::kKeying:
      return v1::PAPER_KEYING;
    case report::Paper::kLog:
      return v1::PAPER_LOG;
    case report::Paper::kSlides:
      return v1::PAPER_SLIDES;
    case report::Paper::kZero:
      break;
  }
  return v1::PAPER_ZERO_REPORT;
}

Result<v1::PrintResponse> ask_hall(Official& official, const report::PrintOrder& order) {
  v1::PrintRequest request;
  request.set_congress_id(to_string(official.congress_id()));
  request.set_paper(wire_kind(order.paper));
  request.set_contest(order.contest);
  request.set_round(order.round);
  request.set_size(order.size == paper::Size::kA5 ? v1::PAPER_SIZE_A5 : v1::PAPER_SIZE_A4);
  request.set_copies(order.copies);
  HP_ASSIGN(v1::PrintResponse answer,
            official.hall().ask<v1::PrintResponse>("/homphieu.v1.PrintingService/Print", request));
  if (answer.files().empty()) return fail(codes::kAnswerWrong, "files");
  return answer;
}

// The entries of the own fold: fetched anew, since it keeps none, and held against its root.
report::ReadEntries own_entries(Official& official) {
  auto kept = std::make_shared<std::vector<Bytes>>();
  return [&official, kept](std::uint64_t from) -> Result<std::vector<Bytes>> {
    const congress::State& state = official.state();
    if (kept->empty()) {
      journal::Tree tree;
      while (tree.size() < state.size) {
        HP_ASSIGN(auto more, official.hall().entries(official.congress_id(), tree.size()));
        if (more.envelopes.empty()) break;
        for (Bytes& one : more.envelopes) {
          if (tree.size() == state.size) break;
          tree.add(journal::leaf_hash(one));
          kept->push_back(std::move(one));
        }
      }
      if (tree.size() != state.size || tree.head().root != state.roots[state.size]) {
        return fail(codes::kRecordHeadDiffers, "entries");
      }
    }
    return report::entries_of(*kept)(from);
  };
}

bool same_files(const Files& own, const v1::PrintResponse& theirs) {
  if (own.size() != static_cast<std::size_t>(theirs.files_size())) return false;
  for (int i = 0; i < theirs.files_size(); ++i) {
    const report::PrintedFile& one = own[static_cast<std::size_t>(i)];
    const v1::PrintedFile& other = theirs.files(i);
    if (one.name != other.name() || one.media_type != other.media_type() ||
        !equal(one.content, view(other.content()))) {
      return false;
    }
  }
  return true;
}

Files files_from(const v1::PrintResponse& answer) {
  Files out;
  for (const v1::PrintedFile& one : answer.files()) {
    out.push_back({one.name(), one.media_type(), to_bytes(view(one.content()))});
  }
  return out;
}

// Whether the own fold, though it is not whole, knows all that the blank paper is made of: once a
// round is open, nothing that follows in the record changes its list.
bool knows_list(const Official& official, const report::PrintOrder& order, std::uint32_t round) {
  if (order.paper != report::Paper::kBallots && order.paper != report::Paper::kCovers &&
      order.paper != report::Paper::kKeying) {
    return false;
  }
  const auto found =
      congress::find_round(official.state(), order.contest, order.round == 0 ? round : order.round);
  return found && (*found)->opening.has_value();
}

}  // namespace

Result<PrintedByHall> print_through_hall(Official& official, report::PrintOrder order,
                                         const pdf::Fonts& fonts) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    HP_TRY(official.sync());
    HP_ASSIGN(const v1::PrintResponse answer, ask_hall(official, order));
    order.program = answer.program();
    const auto own = report::print(official.state(), own_entries(official), order, fonts);
    if (own && same_files(*own, answer)) {
      return PrintedByHall{files_from(answer), PrintTrust::kOwnRecord};
    }
    if (!official.whole() && !knows_list(official, order, answer.round())) {
      return PrintedByHall{files_from(answer), PrintTrust::kServersWord};
    }
    if (!official.whole() || answer.record().size() == official.state().size) {
      if (!own) return std::unexpected(own.error());
      return fail(codes::kPrintedOther, "files", answer.files(0).name());
    }
  }
  return fail(codes::kPrintedMeanwhile, "record");
}

}  // namespace hp::client
