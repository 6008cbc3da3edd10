// Commands that want several signatures. A proposal needs no login to be made or signed: the
// signatures say who does it. Reading them needs one.
#include "service/codes.h"
#include "service/hall_parts.h"

namespace hp::service {
namespace {

using Reply = rpc::Reply<v1::Proposal>;

// Answers with the proposal as it stands after this: submitted first, once it is complete.
void go_on(House& house, Result<Proposals::Signed> signed_now, const Reply& reply) {
  if (!signed_now) return reply(std::unexpected(signed_now.error()));
  const CommandId id = signed_now->id;
  if (!signed_now->complete) return reply(house.proposals().show(house.book(), id));
  // What the commit refuses stands in the proposal as what is missing; what the server can't do
  // now is an error, and signing again tries again.
  house.submit(std::move(*signed_now->complete), Admission::kProposed,
               [&house, id, reply](const Result<v1::Receipt>& receipt) {
                 Result<v1::Proposal> shown = house.proposals().show(house.book(), id);
                 const bool told = shown && (shown->state() != v1::PROPOSAL_STATE_WAITING ||
                                             !shown->missing_code().empty());
                 if (!receipt && !told) return reply(std::unexpected(receipt.error()));
                 reply(std::move(shown));
               });
}

Result<CommandId> id_of(const std::string& bytes) {
  if (bytes.size() != 16) return fail(codes::kRequestField, "command_id");
  return array_of<16>(view(bytes));
}

void sign(HallParts& hall, const v1::SignProposalRequest& request, const Reply& reply) {
  const auto house = hall.house(request.congress_id());
  if (!house) return reply(std::unexpected(house.error()));
  const auto id = id_of(request.command_id());
  if (!id) return reply(std::unexpected(id.error()));
  go_on(**house, (*house)->proposals().sign((*house)->book(), *id, request.signature()), reply);
}

Result<v1::WithdrawProposalResponse> withdraw(HallParts& hall,
                                              const v1::WithdrawProposalRequest& request,
                                              const rpc::Call& call) {
  HP_ASSIGN(House * house, hall.house(request.congress_id()));
  HP_ASSIGN(const std::string person, hall.logged_in(call, *house));
  HP_ASSIGN(const CommandId id, id_of(request.command_id()));
  HP_TRY(house->proposals().withdraw(house->book(), id, person));
  return v1::WithdrawProposalResponse();
}

Result<v1::ListProposalsResponse> list(HallParts& hall, const v1::ListProposalsRequest& request,
                                       const rpc::Call& call) {
  HP_ASSIGN(House * house, hall.house(request.congress_id()));
  HP_TRY(hall.require(Thing::kProposals, call, *house));
  v1::ListProposalsResponse out;
  for (v1::Proposal& one : house->proposals().list(house->book())) {
    *out.add_proposals() = std::move(one);
  }
  return out;
}

}  // namespace

void add_proposal_calls(rpc::Registry& registry, HallParts& hall) {
  registry.unary<v1::ProposeRequest, v1::Proposal>(
      path_of("Propose"),
      [&hall](const v1::ProposeRequest& request, const rpc::Call&, const Reply& reply) {
        const auto house = hall.house(request.congress_id());
        if (!house) return reply(std::unexpected(house.error()));
        go_on(**house,
              (*house)->proposals().propose((*house)->book(), request.envelope(),
                                            hall.options.clock->now()),
              reply);
      });
  registry.unary<v1::SignProposalRequest, v1::Proposal>(
      path_of("SignProposal"), [&hall](const v1::SignProposalRequest& request, const rpc::Call&,
                                       const Reply& reply) { sign(hall, request, reply); });
  registry.unary<v1::WithdrawProposalRequest, v1::WithdrawProposalResponse>(
      path_of("WithdrawProposal"),
      [&hall](const v1::WithdrawProposalRequest& request, const rpc::Call& call) {
        return withdraw(hall, request, call);
      });
  registry.unary<v1::ListProposalsRequest, v1::ListProposalsResponse>(
      path_of("ListProposals"),
      [&hall](const v1::ListProposalsRequest& request, const rpc::Call& call) {
        return list(hall, request, call);
      },
      rpc::Effect::kNone);
}

}  // namespace hp::service
