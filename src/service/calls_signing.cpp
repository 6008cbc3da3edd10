// Signing the official minutes: proto/homphieu/v1/signing.proto. Reading a round's minutes and
// signing them is for the same people; the keys say who signs.
#include <concepts>

#include "congress/people_state.h"
#include "report/report.h"
#include "service/codes.h"
#include "service/hall_parts.h"
#include "service/signing_codes.h"

namespace hp::service {
namespace {

std::string signing_path(std::string_view method) {
  return "/homphieu.v1.SigningService/" + std::string(method);
}

// The minutes that a request names, as the record gives them now, and who asks.
struct Asked {
  SigningDesk& desk;
  std::string json;
  std::string person;
  UnixMs now;
};

Result<Asked> asked(HallParts& hall, const v1::WhichMinutes& which, const rpc::Call& call) {
  HP_ASSIGN(const House* house, hall.house(which.congress_id()));
  HP_ASSIGN(std::string person, hall.logged_in(call, *house));
  Asked out{hall.desk(*house), "", std::move(person), hall.options.clock->now()};
  if (which.election()) {
    // Nothing before the first round was announced, and everything in it is public then.
    const auto state = house->book().snapshot();
    HP_ASSIGN(out.json, report::election_json(*state, which.contest()));
    return out;
  }
  HP_ASSIGN(const ReadRound read,
            round_to_read(hall, call, which.congress_id(), which.contest(), which.round()));
  HP_ASSIGN(out.json, report::minutes_json(*read.state, which.contest(), read.round->number()));
  return out;
}

Result<std::vector<pki::Certificate>> certificates_from(const auto& list) {
  std::vector<pki::Certificate> out;
  for (const std::string& der : list) {
    HP_ASSIGN(auto one, pki::Certificate::from_der(view(der)));
    out.push_back(std::move(one));
  }
  return out;
}

Result<TurnId> turn_from(const std::string& bytes) {
  if (bytes.size() != sizeof(TurnId)) return fail(codes::kRequestField, "turn");
  return array_of<16>(view(bytes));
}

Result<v1::SetSigningRootsResponse> set_roots(HallParts& hall,
                                              const v1::SetSigningRootsRequest& request,
                                              const rpc::Call& call) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  HP_ASSIGN(const std::string person, hall.logged_in(call, *house));
  const bool secretariat = house->book().read([&](const Book::Page& page) {
    return congress::has_role(page.state, person, v1::ROLE_SECRETARIAT);
  });
  if (!secretariat) return fail(codes::kSigningRootsNotYours);
  HP_ASSIGN(const auto roots, certificates_from(request.certificates()));
  HP_TRY(hall.desk(*house).set_roots(roots));
  hall.options.log("signing roots set by " + person + ": " + std::to_string(roots.size()));
  return v1::SetSigningRootsResponse();
}

Result<v1::GetSigningRootsResponse> get_roots(HallParts& hall,
                                              const v1::GetSigningRootsRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  HP_ASSIGN(const auto roots, hall.desk(*house).roots());
  v1::GetSigningRootsResponse out;
  for (const pki::Certificate& one : roots) out.add_certificates(to_string(one.der()));
  return out;
}

Result<v1::SignedPaper> paper(const Asked& who) {
  HP_ASSIGN(SigningDesk::Shown shown, who.desk.show(who.json, who.now));
  v1::SignedPaper out;
  out.set_pdf(to_string(shown.pdf));
  out.set_json(who.json);
  *out.mutable_state() = std::move(shown.state);
  return out;
}

Result<v1::BeginSignatureResponse> begin(const Asked& who,
                                         const v1::BeginSignatureRequest& request) {
  HP_ASSIGN(auto chain, certificates_from(request.certificates()));
  if (chain.empty()) return fail(codes::kRequestField, "certificates");
  attest::Who signer{request.field(), chain.front(), {}, request.timestamp()};
  signer.chain.assign(chain.begin() + 1, chain.end());
  HP_ASSIGN(const SigningDesk::Begun begun, who.desk.begin(who.json, who.person, signer, who.now));
  v1::BeginSignatureResponse out;
  out.set_turn(to_string(begun.id));
  out.set_field(begun.turn.who.field);
  out.set_attributes(to_string(begun.turn.attributes));
  out.set_paper_hash(to_string(begun.paper));
  out.set_held_until(begun.until.value);
  out.set_signed_at(begun.at.value);
  return out;
}

Result<v1::SigningState> finish(const Asked& who, const v1::FinishSignatureRequest& request) {
  HP_ASSIGN(const TurnId id, turn_from(request.turn()));
  return who.desk.finish(who.json, id, view(request.signature()), who.now);
}

Result<v1::GiveUpSignatureResponse> give_up(const Asked& who,
                                            const v1::GiveUpSignatureRequest& request) {
  HP_ASSIGN(const TurnId id, turn_from(request.turn()));
  HP_TRY(who.desk.give_up(who.json, id));
  return v1::GiveUpSignatureResponse();
}

Result<v1::SigningState> upload(const Asked& who, const v1::UploadSignedPaperRequest& request) {
  return who.desk.upload(who.json, who.person, view(request.pdf()), who.now);
}

Result<v1::SigningState> stamp(const Asked& who, const v1::AddTimestampRequest& request) {
  return who.desk.add_timestamp(who.json, who.person, view(request.request()),
                                view(request.response()), who.now);
}

Result<v1::SigningState> add_json(const Asked& who, const v1::AddJsonSignatureRequest& request) {
  return who.desk.add_json_signature(who.json, view(request.cms()), who.now);
}

Result<v1::GetJsonSignaturesResponse> json_signatures(const Asked& who) {
  HP_ASSIGN(const std::vector<Bytes> all, who.desk.json_signatures(who.json));
  v1::GetJsonSignaturesResponse out;
  for (const Bytes& one : all) out.add_cms(to_string(one));
  return out;
}

// A call about one congress's minutes: `handle` is told which, and by whom it is asked.
template <class Request, class Response, class Handle>
void about_minutes(rpc::Registry& registry, HallParts& hall, std::string_view name, Handle handle,
                   rpc::Effect effect = rpc::Effect::kChanges) {
  registry.unary<Request, Response>(
      signing_path(name),
      [&hall, handle](const Request& request, const rpc::Call& call) -> Result<Response> {
        HP_ASSIGN(const Asked who, asked(hall, request.which(), call));
        if constexpr (std::invocable<Handle, const Asked&, const Request&>) {
          return handle(who, request);
        } else {
          return handle(who);
        }
      },
      effect);
}

}  // namespace

void add_signing_calls(rpc::Registry& registry, HallParts& hall) {
  using rpc::Effect;
  registry.unary<v1::SetSigningRootsRequest, v1::SetSigningRootsResponse>(
      signing_path("SetSigningRoots"), [&hall](const auto& request, const rpc::Call& call) {
        return set_roots(hall, request, call);
      });
  registry.unary<v1::GetSigningRootsRequest, v1::GetSigningRootsResponse>(
      signing_path("GetSigningRoots"),
      [&hall](const auto& request, const rpc::Call&) { return get_roots(hall, request); },
      Effect::kNone);
  about_minutes<v1::GetSignedPaperRequest, v1::SignedPaper>(registry, hall, "GetSignedPaper", paper,
                                                            Effect::kNone);
  about_minutes<v1::BeginSignatureRequest, v1::BeginSignatureResponse>(registry, hall,
                                                                       "BeginSignature", begin);
  about_minutes<v1::FinishSignatureRequest, v1::SigningState>(registry, hall, "FinishSignature",
                                                              finish);
  about_minutes<v1::GiveUpSignatureRequest, v1::GiveUpSignatureResponse>(
      registry, hall, "GiveUpSignature", give_up);
  about_minutes<v1::UploadSignedPaperRequest, v1::SigningState>(registry, hall, "UploadSignedPaper",
                                                                upload);
  about_minutes<v1::AddTimestampRequest, v1::SigningState>(registry, hall, "AddTimestamp", stamp);
  about_minutes<v1::AddJsonSignatureRequest, v1::SigningState>(registry, hall, "AddJsonSignature",
                                                               add_json);
  about_minutes<v1::GetJsonSignaturesRequest, v1::GetJsonSignaturesResponse>(
      registry, hall, "GetJsonSignatures", json_signatures, Effect::kNone);
}

}  // namespace hp::service
