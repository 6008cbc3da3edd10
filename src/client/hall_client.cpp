#include "client/hall_client.h"

#include <algorithm>

#include "client/code_book.h"
#include "client/codes.h"
#include "client/sealing.h"
#include "crypto/hash.h"
#include "http/codes.h"
#include "journal/canonical.h"
#include "journal/checkpoint.h"
#include "journal/envelope.h"

namespace hp::client {
namespace {

// Twelve hours of the server's clock, which may be ten minutes behind this one.
constexpr std::uint64_t kLongestLogin = (12 * 60 - 10) * std::uint64_t{60'000};  // ms
constexpr int kSendings = 3;  // of the same bytes, where the connection breaks
constexpr std::string_view kSessionType = "application/vnd.homphieu.session.v1+protobuf";

Result<Hash> hash_from(std::string_view bytes, const char* where) {
  if (bytes.size() != sizeof(Hash)) return fail(codes::kAnswerWrong, where);
  return array_of<32>(view(bytes));
}

Result<std::vector<Hash>> hashes_from(const auto& list, const char* where) {
  std::vector<Hash> out;
  for (const auto& one : list) {
    HP_ASSIGN(const Hash hash, hash_from(one, where));
    out.push_back(hash);
  }
  return out;
}

template <class Request>
Request request_of(const Hash& congress) {
  Request request;
  request.set_congress_id(to_string(congress));
  return request;
}

Result<journal::Receipt> receipt_from(const v1::Receipt& from) {
  journal::Receipt out;
  HP_ASSIGN(out.congress_id, hash_from(from.congress_id(), "receipt.congress_id"));
  if (from.command_id().size() != sizeof(CommandId)) {
    return fail(codes::kAnswerWrong, "receipt.command_id");
  }
  out.command_id = array_of<16>(view(from.command_id()));
  out.index = from.index();
  HP_ASSIGN(out.inclusion, hashes_from(from.inclusion(), "receipt.inclusion"));
  out.checkpoint = from.checkpoint();
  return out;
}

}  // namespace

Said HallClient::said(const Error& error) {
  const http::Client* connection = wire_.connection();
  const auto* remote =
      connection != nullptr && connection->remote_error() ? &*connection->remote_error() : nullptr;
  if (remote != nullptr && (error.is(codes::kHttpRemote) || error.code->name == remote->code)) {
    return {*remote, true};
  }
  Said out;
  out.words.status = error.code->status;
  out.words.code = error.code->name;
  out.words.field = error.where;
  out.words.vi = error.code->vi;
  out.words.en = error.code->en;
  out.words.detail = error.detail;
  // Without a network the server's errors come as they are; what this side finds is data loss.
  out.by_server = connection == nullptr && error.code->status != Status::kDataLoss &&
                  !error.code->name.starts_with("http_");
  return out;
}

void HallClient::stop() {
  if (http::Client* connection = wire_.connection()) connection->stop();
}

bool HallClient::is_unsettled(const Error& error) {
  return error.is(codes::kHttpLost) || failed_with(error, "store_unsettled");
}

bool HallClient::failed_with(const Error& error, std::string_view code) {
  return said(error).words.code == code;
}

template <class Response, class Request>
Result<Response> HallClient::call(std::string_view method, const Request& request) {
  return wire_.call<Response>("/homphieu.v1.CongressService/" + std::string(method), request,
                              token_);
}

Result<HallClient> HallClient::connect(const http::Endpoint& endpoint, http::ClientLimits limits) {
  HP_ASSIGN(http::Client connection, http::Client::connect(endpoint, code_book(), limits));
  return HallClient(Wire(std::move(connection)));
}

HallClient HallClient::local(const rpc::Registry& registry) {
  return HallClient(Wire(registry));
}

Result<std::vector<v1::CongressName>> HallClient::list_congresses() {
  HP_ASSIGN(const auto answer,
            call<v1::ListCongressesResponse>("ListCongresses", v1::ListCongressesRequest()));
  return std::vector<v1::CongressName>(answer.congresses().begin(), answer.congresses().end());
}

Result<LogKeyBytes> HallClient::new_log_key(std::string_view setup_code) {
  v1::NewLogKeyRequest ask;
  ask.set_setup_code(std::string(setup_code));
  HP_ASSIGN(const auto key, call<v1::NewLogKeyResponse>("NewLogKey", ask));
  return hash_from(key.log_key(), "log_key");
}

Result<Founded> HallClient::found(std::string_view setup_code, v1::FoundCongress body,
                                  const std::vector<const crypto::Signer*>& signers, UnixMs now,
                                  const crypto::Random& random) {
  Founded out;
  if (body.log_key().empty()) {
    HP_ASSIGN(out.log_key, new_log_key(setup_code));
    body.set_log_key(to_string(out.log_key));
  } else {
    HP_ASSIGN(out.log_key, hash_from(body.log_key(), "log_key"));
  }
  v1::Command command;
  command.set_command_id(to_string(new_command_id(random)));
  command.set_signed_at(now.value);
  *command.mutable_found_congress() = std::move(body);
  v1::FoundRequest request;
  request.set_setup_code(std::string(setup_code));
  HP_ASSIGN(*request.mutable_envelope(), seal(command, signers));
  HP_ASSIGN(const auto answer, call<v1::Receipt>("Found", request));
  out.congress_id = crypto::sha256(view(request.envelope().payload()));
  foundings_[out.congress_id] = command.found_congress();
  HP_ASSIGN(out.accepted,
            check(out.congress_id, answer, journal::encode_canonical(request.envelope())));
  return out;
}

Result<v1::FoundCongress> HallClient::founding(const Hash& congress) {
  const auto known = foundings_.find(congress);
  if (known != foundings_.end()) return known->second;
  HP_ASSIGN(const Entries first, entries(congress, 0, 1));
  if (first.envelopes.empty()) return fail(codes::kFoundingWrong);
  HP_ASSIGN(const auto envelope, journal::decode_envelope(first.envelopes[0]));
  HP_ASSIGN(const auto command, journal::decode_command(view(envelope.payload())));
  if (crypto::sha256(view(envelope.payload())) != congress || !command.has_found_congress() ||
      command.found_congress().log_key().size() != sizeof(LogKeyBytes)) {
    return fail(codes::kFoundingWrong);
  }
  return foundings_[congress] = command.found_congress();
}

Result<LogKeyBytes> HallClient::log_key(const Hash& congress) {
  HP_ASSIGN(const v1::FoundCongress founding_of_it, founding(congress));
  return array_of<32>(view(founding_of_it.log_key()));
}

Result<Accepted> HallClient::check(const Hash& congress, const v1::Receipt& receipt,
                                   ByteView envelope) {
  HP_ASSIGN(const LogKeyBytes key, log_key(congress));
  Accepted out;
  HP_ASSIGN(out.receipt, receipt_from(receipt));
  if (out.receipt.congress_id != congress) return fail(codes::kAnswerWrong, "receipt.congress_id");
  HP_ASSIGN(out.head, journal::check_receipt(out.receipt, envelope, key));
  return out;
}

Result<Accepted> HallClient::submit(const Hash& congress, ByteView envelope) {
  auto request = request_of<v1::SubmitRequest>(congress);
  HP_ASSIGN(*request.mutable_envelope(), journal::decode_envelope(envelope));
  for (int sending = 1;; ++sending) {
    const auto answer = call<v1::Receipt>("Submit", request);
    if (answer.has_value()) return check(congress, *answer, envelope);
    // Whether the server has it is unknown; the same bytes settle it.
    if (!is_unsettled(answer.error()) || sending == kSendings) {
      return std::unexpected(answer.error());
    }
  }
}

Result<Accepted> HallClient::find_command(const Hash& congress, const CommandId& id,
                                          ByteView envelope) {
  auto request = request_of<v1::FindCommandRequest>(congress);
  request.set_command_id(to_string(id));
  HP_ASSIGN(const auto answer, call<v1::Receipt>("FindCommand", request));
  return check(congress, answer, envelope);
}

Result<Checkpoint> HallClient::checkpoint(const Hash& congress) {
  HP_ASSIGN(const LogKeyBytes key, log_key(congress));
  HP_ASSIGN(const auto answer,
            call<v1::GetCheckpointResponse>("GetCheckpoint",
                                            request_of<v1::GetCheckpointRequest>(congress)));
  Checkpoint out;
  out.note = answer.checkpoint();
  HP_ASSIGN(out.head, journal::open_checkpoint(out.note, congress, key));
  out.cosignatures.assign(answer.cosignatures().begin(), answer.cosignatures().end());
  return out;
}

Result<void> HallClient::check_consistent(const Hash& congress, const journal::TreeHead& before,
                                          const journal::TreeHead& now) {
  if (before.size == 0) return {};
  if (before.size == now.size && before.root == now.root) return {};
  const auto forked = [&] {
    return fail(codes::kRecordForked, "checkpoint",
                std::to_string(before.size) + " → " + std::to_string(now.size));
  };
  if (before.size >= now.size) return forked();
  auto request = request_of<v1::GetConsistencyRequest>(congress);
  request.set_from_size(before.size);
  request.set_to_size(now.size);
  HP_ASSIGN(const auto answer, call<v1::GetConsistencyResponse>("GetConsistency", request));
  HP_ASSIGN(const auto proof, hashes_from(answer.proof(), "proof"));
  if (!journal::check_consistency(before, now, proof)) return forked();
  return {};
}

Result<std::vector<Hash>> HallClient::leaf_hashes(const Hash& congress, std::uint64_t from,
                                                  std::uint32_t count) {
  auto request = request_of<v1::GetLeafHashesRequest>(congress);
  request.set_from(from);
  request.set_count(count);
  HP_ASSIGN(const auto answer, call<v1::GetLeafHashesResponse>("GetLeafHashes", request));
  return hashes_from(answer.hashes(), "hashes");
}

Result<void> HallClient::cosign(const Hash& congress, std::string_view note,
                                std::string_view cosignature) {
  auto request = request_of<v1::CosignRequest>(congress);
  request.set_checkpoint(std::string(note));
  request.set_cosignature(std::string(cosignature));
  HP_TRY(call<v1::CosignResponse>("Cosign", request));
  return {};
}

Result<HallClient::Entries> HallClient::entries(const Hash& congress, std::uint64_t from,
                                                std::uint32_t count) {
  auto request = request_of<v1::GetEntriesRequest>(congress);
  request.set_from(from);
  request.set_count(count);
  HP_ASSIGN(const auto answer, call<v1::GetEntriesResponse>("GetEntries", request));
  Entries out;
  out.readable = answer.readable();
  for (const auto& one : answer.entries()) out.envelopes.push_back(to_bytes(view(one)));
  return out;
}

Result<v1::LogInResponse> HallClient::log_in(const Hash& congress, const crypto::Signer& signer,
                                             UnixMs now, unsigned hours) {
  HP_ASSIGN(const auto nonce,
            call<v1::GetNonceResponse>("GetNonce", request_of<v1::GetNonceRequest>(congress)));
  v1::Session session;
  session.set_nonce(nonce.nonce());
  session.set_congress_id(to_string(congress));
  session.set_certificate(to_string(wire_.certificate()));
  session.set_ends_at(now.value + std::min(std::uint64_t{hours} * 3'600'000, kLongestLogin));
  auto request = request_of<v1::LogInRequest>(congress);
  HP_ASSIGN(*request.mutable_envelope(),
            seal_payload(kSessionType, journal::encode_canonical(session), {&signer}));
  HP_ASSIGN(auto answer, call<v1::LogInResponse>("LogIn", request));
  token_ = answer.token();
  return answer;
}

Result<void> HallClient::log_out() {
  if (token_.empty()) return {};
  HP_TRY(call<v1::LogOutResponse>("LogOut", v1::LogOutRequest()));
  token_.clear();
  return {};
}

Result<v1::Proposal> HallClient::propose(const Hash& congress, const v1::Envelope& envelope) {
  auto request = request_of<v1::ProposeRequest>(congress);
  *request.mutable_envelope() = envelope;
  return call<v1::Proposal>("Propose", request);
}

Result<v1::Proposal> HallClient::sign_proposal(const Hash& congress, const CommandId& id,
                                               const v1::Signature& signature) {
  auto request = request_of<v1::SignProposalRequest>(congress);
  request.set_command_id(to_string(id));
  *request.mutable_signature() = signature;
  return call<v1::Proposal>("SignProposal", request);
}

Result<void> HallClient::withdraw_proposal(const Hash& congress, const CommandId& id) {
  auto request = request_of<v1::WithdrawProposalRequest>(congress);
  request.set_command_id(to_string(id));
  HP_TRY(call<v1::WithdrawProposalResponse>("WithdrawProposal", request));
  return {};
}

Result<std::vector<v1::Proposal>> HallClient::proposals(const Hash& congress) {
  HP_ASSIGN(const auto answer,
            call<v1::ListProposalsResponse>("ListProposals",
                                            request_of<v1::ListProposalsRequest>(congress)));
  return std::vector<v1::Proposal>(answer.proposals().begin(), answer.proposals().end());
}

Result<v1::Overview> HallClient::overview(const Hash& congress) {
  return call<v1::Overview>("GetOverview", request_of<v1::GetOverviewRequest>(congress));
}

Result<void> HallClient::watch(const Hash& congress,
                               const std::function<bool(const v1::Overview&)>& seen) {
  if (wire_.connection() == nullptr) {
    HP_ASSIGN(const v1::Overview now, overview(congress));
    seen(now);
    return {};
  }
  return wire_.connection()->watch<v1::Overview>("/homphieu.v1.CongressService/WatchProgress",
                                                 request_of<v1::WatchProgressRequest>(congress),
                                                 seen, token_);
}

Result<Bytes> HallClient::definition(const Hash& congress, const std::string& contest) {
  auto request = request_of<v1::GetDefinitionRequest>(congress);
  request.set_contest(contest);
  HP_ASSIGN(const auto answer, call<v1::GetDefinitionResponse>("GetDefinition", request));
  return to_bytes(view(answer.definition()));
}

Result<v1::GetBoardResponse> HallClient::board(const Hash& congress, const std::string& contest,
                                               std::uint32_t round, std::uint32_t from,
                                               std::uint32_t count) {
  auto request = request_of<v1::GetBoardRequest>(congress);
  request.set_contest(contest);
  request.set_round(round);
  request.set_from(from);
  request.set_count(count);
  return call<v1::GetBoardResponse>("GetBoard", request);
}

Result<Bytes> HallClient::outcome(const Hash& congress, const std::string& contest,
                                  std::uint32_t round) {
  auto request = request_of<v1::GetOutcomeRequest>(congress);
  request.set_contest(contest);
  request.set_round(round);
  HP_ASSIGN(const auto answer, call<v1::GetOutcomeResponse>("GetOutcome", request));
  return to_bytes(view(answer.outcome()));
}

Result<v1::GetMinutesResponse> HallClient::minutes(const Hash& congress, const std::string& contest,
                                                   std::uint32_t round) {
  auto request = request_of<v1::GetMinutesRequest>(congress);
  request.set_contest(contest);
  request.set_round(round);
  return call<v1::GetMinutesResponse>("GetMinutes", request);
}

Result<std::vector<v1::RollRow>> HallClient::roll(const Hash& congress) {
  HP_ASSIGN(const auto answer,
            call<v1::GetRollResponse>("GetRoll", request_of<v1::GetRollRequest>(congress)));
  return std::vector<v1::RollRow>(answer.rows().begin(), answer.rows().end());
}

}  // namespace hp::client
