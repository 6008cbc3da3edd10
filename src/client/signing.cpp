#include "client/signing.h"

#include "attest/codes.h"
#include "client/codes.h"
#include "congress/contest_lookup.h"
#include "crypto/hash.h"
#include "report/report.h"

namespace hp::client {
namespace {

template <class Response, class Request>
Result<Response> ask(Official& official, std::string_view method, const Request& request) {
  return official.hall().ask<Response>("/homphieu.v1.SigningService/" + std::string(method),
                                       request);
}

template <class Request>
Request about(const Official& official, const MinutesName& name) {
  Request request;
  v1::WhichMinutes& which = *request.mutable_which();
  which.set_congress_id(to_string(official.congress_id()));
  which.set_contest(name.contest);
  which.set_round(name.round);
  which.set_election(name.election);
  return request;
}

Result<std::string> own_json(const Official& official, const MinutesName& name) {
  const congress::State& state = official.state();
  if (name.election) return report::election_json(state, name.contest);
  std::uint32_t round = name.round;
  if (round == 0) {
    HP_ASSIGN(const congress::Round* newest, congress::current_round(state, name.contest));
    round = newest->number();
  }
  return report::minutes_json(state, name.contest, round);
}

// `json` outlives what is made here.
attest::Against against(const std::string& json, const Trusting& trusting) {
  attest::Against out;
  out.roots = trusting.roots;
  out.fonts = trusting.fonts;
  out.complete = false;
  out.record = [&json](const attest::Minutes&) -> Result<std::string> { return json; };
  return out;
}

Result<void> give_up(Official& official, const MinutesName& name,
                     const v1::BeginSignatureResponse& begun) {
  auto request = about<v1::GiveUpSignatureRequest>(official, name);
  request.set_turn(begun.turn());
  HP_TRY(ask<v1::GiveUpSignatureResponse>(official, "GiveUpSignature", request));
  return {};
}

// The turn that the server has begun, made again from the paper that was checked.
Result<attest::Turn> same_turn(const v1::SignedPaper& paper,
                               const v1::BeginSignatureResponse& begun, attest::Who who,
                               const attest::Against& checking) {
  who.field = begun.field();
  HP_ASSIGN(attest::Turn turn,
            attest::begin_paper(view(paper.pdf()), who, checking, UnixMs{begun.signed_at()}));
  if (!equal(turn.attributes, view(begun.attributes()))) return fail(codes::kSigningTurnOther);
  return turn;
}

}  // namespace

Result<void> set_signing_roots(Official& official, const std::vector<pki::Certificate>& roots) {
  v1::SetSigningRootsRequest request;
  request.set_congress_id(to_string(official.congress_id()));
  for (const pki::Certificate& one : roots) request.add_certificates(to_string(one.der()));
  HP_TRY(ask<v1::SetSigningRootsResponse>(official, "SetSigningRoots", request));
  return {};
}

Result<v1::SignedPaper> signed_paper(Official& official, const MinutesName& name,
                                     const Trusting& trusting) {
  HP_ASSIGN(v1::SignedPaper paper,
            ask<v1::SignedPaper>(official, "GetSignedPaper",
                                 about<v1::GetSignedPaperRequest>(official, name)));
  HP_ASSIGN(const std::string json, own_json(official, name));
  if (paper.json() != json) return fail(codes::kMinutesNotOfRecord);
  const attest::Checked checked = attest::check_paper(view(paper.pdf()), against(json, trusting));
  if (!checked.good()) return std::unexpected(checked.faults.front());
  return paper;
}

Result<std::vector<Bytes>> json_signatures(Official& official, const MinutesName& name) {
  HP_ASSIGN(const auto answer, ask<v1::GetJsonSignaturesResponse>(
                                   official, "GetJsonSignatures",
                                   about<v1::GetJsonSignaturesRequest>(official, name)));
  std::vector<Bytes> out;
  for (const std::string& one : answer.cms()) out.push_back(to_bytes(view(one)));
  return out;
}

Result<std::optional<v1::SigningState>> sign_paper(Official& official, const MinutesName& name,
                                                   const attest::Who& who, const Trusting& trusting,
                                                   const AskKey& key) {
  auto begin = about<v1::BeginSignatureRequest>(official, name);
  begin.set_field(who.field);
  begin.set_timestamp(who.timestamp);
  begin.add_certificates(to_string(who.certificate.der()));
  for (const pki::Certificate& one : who.chain) begin.add_certificates(to_string(one.der()));
  HP_ASSIGN(const auto begun, ask<v1::BeginSignatureResponse>(official, "BeginSignature", begin));
  // From here on the paper is held: nobody changes it, and leaving gives it back.
  const auto signed_now = [&]() -> Result<std::optional<Bytes>> {
    HP_ASSIGN(const v1::SignedPaper paper, signed_paper(official, name, trusting));
    const std::string json = paper.json();
    HP_ASSIGN(const attest::Turn turn, same_turn(paper, begun, who, against(json, trusting)));
    return key(turn.who, turn.attributes);
  }();
  if (!signed_now || !*signed_now) {
    const auto given = give_up(official, name, begun);
    if (!signed_now) return std::unexpected(signed_now.error());
    if (!given) return std::unexpected(given.error());
    return std::nullopt;
  }
  auto finish = about<v1::FinishSignatureRequest>(official, name);
  finish.set_turn(begun.turn());
  finish.set_signature(to_string(**signed_now));
  HP_ASSIGN(v1::SigningState state, ask<v1::SigningState>(official, "FinishSignature", finish));
  return state;
}

Result<std::optional<v1::SigningState>> sign_json(Official& official, const MinutesName& name,
                                                  const attest::Who& who, const Trusting& trusting,
                                                  const AskKey& key) {
  HP_ASSIGN(const std::string json, own_json(official, name));
  HP_ASSIGN(const attest::JsonTurn turn, attest::begin_json(json, who, against(json, trusting)));
  HP_ASSIGN(const std::optional<Bytes> signature, key(turn.who, turn.attributes));
  if (!signature) return std::nullopt;
  HP_ASSIGN(const Bytes cms, attest::finish_json(json, turn, *signature));
  HP_ASSIGN(v1::SigningState state, upload_json_signature(official, name, cms));
  return state;
}

Result<v1::SigningState> upload_paper(Official& official, const MinutesName& name, ByteView pdf) {
  auto request = about<v1::UploadSignedPaperRequest>(official, name);
  request.set_pdf(to_string(pdf));
  return ask<v1::SigningState>(official, "UploadSignedPaper", request);
}

Result<v1::SigningState> upload_json_signature(Official& official, const MinutesName& name,
                                               ByteView cms) {
  auto request = about<v1::AddJsonSignatureRequest>(official, name);
  request.set_cms(to_string(cms));
  return ask<v1::SigningState>(official, "AddJsonSignature", request);
}

Result<v1::SigningState> add_timestamp(Official& official, const MinutesName& name, ByteView asked,
                                       ByteView answered) {
  auto request = about<v1::AddTimestampRequest>(official, name);
  request.set_request(to_string(asked));
  request.set_response(to_string(answered));
  return ask<v1::SigningState>(official, "AddTimestamp", request);
}

}  // namespace hp::client
