// Printing: proto/homphieu/v1/printing.proto. Who may have a paper is settled at once; it is made
// on the printers' own thread, of a copy of the state, so that neither commits nor other calls
// wait.
#include <algorithm>
#include <exception>

#include "congress/papers.h"
#include "congress/views.h"
#include "homphieu/v1/printing.pb.h"
#include "report/printed.h"
#include "rpc/codes.h"
#include "service/codes.h"
#include "service/hall_parts.h"
#include "service/printing_codes.h"
#include "service/signing_codes.h"

namespace hp::service {
namespace {

// More of a round's papers than that nobody needs at once; they are made in a tenth of a second.
constexpr std::uint32_t kMostBallots = 2'000;
constexpr std::uint32_t kMostSheets = 200;  // covers, keyers' sheets: 10,000 papers in batches
constexpr std::size_t kMostBytes = std::size_t{32} << 20;
constexpr std::uint32_t kSomeEntries = 64;

struct PrintJob {
  const House* house = nullptr;
  std::shared_ptr<const State> state;
  const congress::Round* round = nullptr;
  report::PrintOrder order;
};

Result<report::Paper> kind_of(v1::Paper paper) {
  switch (paper) {
    case v1::PAPER_BALLOTS:
      return report::Paper::kBallots;
    case v1::PAPER_COVERS:
      return report::Paper::kCovers;
    case v1::PAPER_KEYING:
      return report::Paper::kKeying;
    case v1::PAPER_LOG:
      return report::Paper::kLog;
    case v1::PAPER_SLIDES:
      return report::Paper::kSlides;
    case v1::PAPER_ZERO_REPORT:
      return report::Paper::kZero;
    default:
      return fail(codes::kPrintKindUnknown, "paper", v1::Paper_Name(paper));
  }
}

Result<report::PrintOrder> order_of(const v1::PrintRequest& request) {
  report::PrintOrder out;
  HP_ASSIGN(out.paper, kind_of(request.paper()));
  out.contest = request.contest();
  out.round = request.round();
  out.size = request.size() == v1::PAPER_SIZE_A5 ? paper::Size::kA5 : paper::Size::kA4;
  out.copies = std::max(request.copies(), 1u);
  const std::uint32_t most = out.paper == report::Paper::kBallots ? kMostBallots : kMostSheets;
  if (out.copies > most) {
    return fail(codes::kPrintTooMany, "copies",
                std::to_string(out.copies) + " > " + std::to_string(most));
  }
  out.program = "homphieu " HOMPHIEU_VERSION;
  return out;
}

// By the table of access.h. A blank paper tells nothing that is not in the record, and slides no
// figure before it is announced. A log tells what was keyed of each paper, and how a round without
// papers ended.
bool may_print(const State& state, const std::string& person, const congress::Round& round,
               report::Paper paper) {
  const Viewers viewers = viewers_of(state, person, &round);
  if (!may_read(Thing::kRecord, viewers, false)) return false;
  if (paper != report::Paper::kLog) return true;
  if (congress::has_paper_part(round)) return may_read_readings(state, person, round);
  return may_read(Thing::kResult, viewers, is_told(round));
}

Result<PrintJob> job_of(const HallParts& hall, const v1::PrintRequest& request,
                        const rpc::Call& call) {
  PrintJob out;
  HP_ASSIGN(out.house, hall.house(request.congress_id()));
  HP_ASSIGN(const std::string person, hall.logged_in(call, *out.house));
  HP_ASSIGN(out.order, order_of(request));
  if (hall.options.fonts == nullptr) return fail(codes::kServerFonts);
  out.state = out.house->book().snapshot();
  HP_ASSIGN(out.round, congress::round_or_newest(*out.state, request.contest(), request.round()));
  if (!may_print(*out.state, person, *out.round, out.order.paper)) {
    return fail(codes::kReadNotAllowed, "paper");
  }
  return out;
}

// The journal may have grown since: the maker of the log ends where the state does.
report::ReadEntries entries_of_journal(const House& house) {
  return [&house](std::uint64_t from) { return house.journal().read(from, kSomeEntries); };
}

Result<v1::PrintResponse> printed(const HallParts& hall, const PrintJob& job) {
  HP_ASSIGN(auto files, report::print(*job.state, entries_of_journal(*job.house), job.order,
                                      *hall.options.fonts));
  v1::PrintResponse out;
  std::size_t bytes = 0;
  for (report::PrintedFile& file : files) {
    bytes += file.content.size();
    if (bytes > kMostBytes) return fail(codes::kPrintTooLarge, file.name, std::to_string(bytes));
    v1::PrintedFile& to = *out.add_files();
    to.set_name(std::move(file.name));
    to.set_media_type(std::move(file.media_type));
    to.set_content(to_string(file.content));
  }
  out.set_round(job.round->number());
  out.mutable_record()->set_size(job.state->size);
  out.mutable_record()->set_root(to_string(job.state->roots[job.state->size]));
  out.set_program(job.order.program);
  return out;
}

// What goes wrong in a maker of papers must not end the server: this thread has nobody above it.
Result<v1::PrintResponse> made(const HallParts& hall, const PrintJob& job) {
  try {
    return printed(hall, job);
  } catch (const std::exception& fault) {
    return fail(codes::kRpcHandlerFault, "", fault.what());
  }
}

void print(HallParts& hall, const v1::PrintRequest& request, const rpc::Call& call,
           const rpc::Reply<v1::PrintResponse>& reply) {
  auto job = job_of(hall, request, call);
  if (!job) return reply(std::unexpected(job.error()));
  // The reply keeps the call.
  const bool taken =
      hall.printers.post(Urgency::kOfficial, [&hall, &call, job = *std::move(job), reply] {
        if (call.expired()) return reply(fail(codes::kServiceBusy));
        reply(made(hall, job));
      });
  if (!taken) {
    reply(fail(hall.printers.stopped() ? codes::kServiceStopping : codes::kServiceBusy));
  }
}

}  // namespace

void add_printing_calls(rpc::Registry& registry, HallParts& hall) {
  registry.unary<v1::PrintRequest, v1::PrintResponse>(
      "/homphieu.v1.PrintingService/Print",
      [&hall](const v1::PrintRequest& request, const rpc::Call& call,
              rpc::Reply<v1::PrintResponse> reply) { print(hall, request, call, reply); },
      rpc::Effect::kNone);
}

}  // namespace hp::service
