// Keying stations: proto/homphieu/v1/keying.proto. What is keyed comes by Submit.
#include "congress/views.h"
#include "service/codes.h"
#include "service/count_view.h"
#include "service/hall_parts.h"
#include "service/keying_codes.h"
#include "service/overview.h"

namespace hp::service {
namespace {

std::string keying_path(std::string_view method) {
  return "/homphieu.v1.KeyingService/" + std::string(method);
}

// Who asks about which round's papers.
struct BatchAsked {
  House* house = nullptr;
  std::shared_ptr<const State> state;
  const congress::Round* round = nullptr;
  std::string person;
};

Result<BatchAsked> asked(const HallParts& hall, const rpc::Call& call,
                         const std::string& congress_id, const std::string& contest,
                         std::uint32_t round) {
  BatchAsked out;
  HP_ASSIGN(out.house, hall.house(congress_id));
  HP_ASSIGN(out.person, hall.logged_in(call, *out.house));
  out.state = out.house->book().snapshot();
  HP_ASSIGN(out.round, congress::find_round(*out.state, contest, round));
  return out;
}

v1::BatchInHand view_of(const BatchAsked& who, const InHand& given) {
  v1::BatchInHand out;
  out.set_batch(given.portion.batch);
  out.set_opening(given.portion.opening);
  out.set_count(given.portion.count);
  out.set_papers(given.papers);
  for (const std::uint32_t sheet : given.sheets) out.add_sheets(sheet);
  // Two keyers who look for different things seldom make the same slip.
  out.set_struck(given.portion.count % 2 == 1);
  out.set_silent_ms(who.house->batches().silent());
  *out.mutable_seen() =
      who.house->book().read([](const Book::Page& page) { return head_of(page); });
  return out;
}

template <class Request>
Portion portion_of(const Request& request, std::uint32_t opening) {
  return {request.contest(), request.round(), request.batch(), opening, request.count()};
}

Result<v1::BatchInHand> take(const HallParts& hall, const v1::TakeBatchRequest& request,
                             const rpc::Call& call) {
  HP_ASSIGN(const BatchAsked who,
            asked(hall, call, request.congress_id(), request.contest(), request.round()));
  HP_ASSIGN(const InHand given,
            who.house->batches().take(*who.state, *who.round, who.person, request.for_settling()));
  return view_of(who, given);
}

Result<v1::BatchInHand> hold(const HallParts& hall, const v1::HoldBatchRequest& request,
                             const rpc::Call& call) {
  HP_ASSIGN(const BatchAsked who,
            asked(hall, call, request.congress_id(), request.contest(), request.round()));
  if (!may_key(*who.state, *who.round, who.person)) return fail(codes::kNotKeying);
  HP_ASSIGN(const InHand given, who.house->batches().hold(*who.round, who.person,
                                                          portion_of(request, request.opening())));
  return view_of(who, given);
}

Result<v1::GiveBackBatchResponse> give_back(const HallParts& hall,
                                            const v1::GiveBackBatchRequest& request,
                                            const rpc::Call& call) {
  HP_ASSIGN(const BatchAsked who,
            asked(hall, call, request.congress_id(), request.contest(), request.round()));
  who.house->batches().give_back(who.person, portion_of(request, request.opening()));
  return v1::GiveBackBatchResponse();
}

Result<v1::CountView> count(const HallParts& hall, const v1::GetCountRequest& request,
                            const rpc::Call& call) {
  HP_ASSIGN(const BatchAsked who,
            asked(hall, call, request.congress_id(), request.contest(), request.round()));
  const Viewers viewers = viewers_of(*who.state, who.person, who.round);
  if (!may_read(Thing::kCount, viewers, is_told(*who.round)) &&
      !may_key(*who.state, *who.round, who.person)) {
    return fail(codes::kReadNotAllowed, "contest");
  }
  return count_view(*who.round);
}

template <class Request, class Response, class Handle>
void add(rpc::Registry& registry, const HallParts& hall, std::string_view name, Handle handle,
         rpc::Effect effect = rpc::Effect::kChanges) {
  registry.unary<Request, Response>(
      keying_path(name),
      [&hall, handle](const Request& request, const rpc::Call& call) {
        return handle(hall, request, call);
      },
      effect);
}

}  // namespace

void add_keying_calls(rpc::Registry& registry, HallParts& hall) {
  add<v1::TakeBatchRequest, v1::BatchInHand>(registry, hall, "TakeBatch", take);
  add<v1::HoldBatchRequest, v1::BatchInHand>(registry, hall, "HoldBatch", hold);
  add<v1::GiveBackBatchRequest, v1::GiveBackBatchResponse>(registry, hall, "GiveBackBatch",
                                                           give_back);
  add<v1::GetCountRequest, v1::CountView>(registry, hall, "GetCount", count, rpc::Effect::kNone);
}

}  // namespace hp::service
