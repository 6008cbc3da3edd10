#include "client/delegate.h"

#include <algorithm>

#include "client/codes.h"
#include "crypto/encrypt.h"
#include "crypto/hash.h"
#include "crypto/text_form.h"
#include "journal/canonical.h"

namespace hp::client {

Result<OpenRound> open_round(HallClient& hall, const Hash& congress, const std::string& contest) {
  HP_ASSIGN(const v1::Overview overview, hall.overview(congress));
  HP_ASSIGN(const Bytes definition, hall.definition(congress, contest));
  return open_round_of(congress, overview, contest, definition);
}

Result<OpenRound> open_round_of(const Hash& congress, const v1::Overview& overview,
                                const std::string& contest, ByteView definition) {
  const auto round = std::ranges::find(overview.rounds(), contest, &v1::RoundView::contest);
  if (round == overview.rounds().end() || round->state() != "open") {
    return fail(codes::kRoundNotOpen, contest);
  }
  OpenRound out;
  out.congress_id = congress;
  HP_ASSIGN(out.definition, congress::decode_definition(definition));
  if (!equal(out.definition.hash, view(round->definition_hash())) ||
      out.definition.contest != contest || out.definition.round != round->round()) {
    return fail(codes::kDefinitionWrong, contest);
  }
  const v1::CeremonyView& ceremony = overview.ceremony();
  if (ceremony.ceremony_hash().size() != sizeof(Hash) || ceremony.election_key().size() != 65) {
    return fail(codes::kAnswerWrong, "ceremony");
  }
  const congress::Definition& d = out.definition;
  HP_ASSIGN(out.shape,
            crypto::ballot_shape(d.candidates.size(), d.seats,
                                 d.settings.nobody_of_several == rules::NobodyRule::kValid));
  out.key = to_bytes(view(ceremony.election_key()));
  out.ceremony_hash = array_of<32>(view(ceremony.ceremony_hash()));
  out.ctx = crypto::contest_context(congress, contest, d.round, d.hash, out.key, out.ceremony_hash);
  out.opened = round->opened();
  return out;
}

std::vector<std::uint8_t> columns_of(const crypto::BallotShape& shape,
                                     std::span<const Mark> marks) {
  const bool boxes = shape.form != crypto::BallotForm::kStrikeOut;
  std::vector<std::uint8_t> out(shape.columns);
  for (std::size_t i = 0; i < std::min(shape.names, marks.size()); ++i) {
    if (marks[i] == Mark::kAgree) out[i] = 1;
    if (marks[i] == Mark::kDisagree && boxes) out[shape.names + i] = 1;
  }
  return out;
}

Result<PreparedBallot> prepare_ballot(const OpenRound& round, const crypto::Signer& card,
                                      std::span<const Mark> marks, const crypto::Random& random) {
  const crypto::BallotContext context{round.ctx, round.key, card.point(), round.shape};
  HP_ASSIGN(const Bytes ballot,
            crypto::encrypt_ballot(context, columns_of(round.shape, marks), random));
  PreparedBallot out;
  out.command_id = new_command_id(random);
  v1::Command command;
  command.set_congress_id(to_string(round.congress_id));
  command.set_command_id(to_string(out.command_id));
  *command.mutable_seen() = round.opened;
  v1::CastBallot& body = *command.mutable_cast_ballot();
  body.set_contest(round.definition.contest);
  body.set_round(round.definition.round);
  body.set_ballot(to_string(ballot));
  HP_ASSIGN(const v1::Envelope envelope, seal(command, {&card}));
  out.payload_hash = crypto::sha256(view(envelope.payload()));
  out.tracker = crypto::tracker(out.payload_hash);
  out.envelope = journal::encode_canonical(envelope);
  return out;
}

Result<CastReceipt> cast_ballot(HallClient& hall, const OpenRound& round,
                                const PreparedBallot& ballot, bool check_opening) {
  HP_ASSIGN(Accepted accepted, hall.submit(round.congress_id, ballot.envelope));
  if (check_opening) {
    if (round.opened.root().size() != sizeof(Hash)) return fail(codes::kAnswerWrong, "opened");
    const journal::TreeHead opened{round.opened.size(), array_of<32>(view(round.opened.root()))};
    HP_TRY(hall.check_consistent(round.congress_id, opened, accepted.head));
  }
  return CastReceipt{std::move(accepted), ballot.tracker};
}

Delegate::Delegate(HallClient hall, const Hash& congress, const crypto::CardSeed& card)
    : hall_(std::move(hall)), congress_(congress), card_(crypto::card_key(card, congress)) {}

Result<OpenRound> Delegate::contest(const std::string& contest) {
  return open_round(hall_, congress_, contest);
}

Result<PreparedBallot> Delegate::prepare(const OpenRound& round, std::span<const Mark> marks,
                                         const crypto::Random& random) const {
  return prepare_ballot(round, card_, marks, random);
}

Result<CastReceipt> Delegate::cast(const OpenRound& round, const PreparedBallot& ballot) {
  return cast_ballot(hall_, round, ballot);
}

}  // namespace hp::client
