#include "congress/tally.h"

#include "congress/ceremony_crypto.h"
#include "congress/contest_crypto.h"
#include "congress/contest_kit.h"
#include "congress/contest_lookup.h"
#include "congress/sums.h"
#include "congress/vector_kit.h"

namespace hp::congress {
namespace {

// The elections of the known answers: closed, with their ballots multiplied; the record's head
// just after closing is theirs.
class Tally : public ::testing::Test {
 protected:
  void close(const nlohmann::json& one) {
    election = one;
    hall.state.congress_id = hash(c["congress_id"]);
    add_ceremony();
    v1::ContestDefinition d =
        list_of(one["n"].get<int>(), one["seats"].get<std::uint32_t>(), v1::OFFICE_UPPER_DELEGATES);
    ASSERT_TRUE(hall.approve(d).has_value());
    Round& round = hall.round();
    round.definition.contest = one["contest"]["contest_id"].get<std::string>();
    round.definition.hash = hash(one["contest"]["definition_hash"]);
    ASSERT_TRUE(hall.appoint(hall.counters()).has_value());
    hall.confirm(20);
    round.opening.emplace();
    round.opening->ceremony = 1;
    round.opening->ctx =
        context_of(hall.state.congress_id, round.definition, hall.state.ceremonies.all[0]);
    const auto size = one["head"]["size"].get<std::uint64_t>();
    hall.state.roots.resize(size + 1);
    hall.state.roots[size] = hash(one["head"]["root"]);
    hall.state.size = size;
    round.closing.emplace();
    round.closing->when.index = size - 1;
    for (const auto& ballot : one["ballots"]) {
      round.sums =
          with_ciphertexts(round.sums, view(raw(ballot["ballot"])), columns_of(round.definition))
              .value();
      round.closing->cards.collected++;
    }
    round.closing->cards.prepared = round.closing->cards.issued = round.closing->cards.collected;
    round.phase = Phase::kClosed;
  }

  void add_ceremony() {
    Ceremony ceremony;
    ceremony.number = 1;
    ceremony.n = 5;
    ceremony.k = 3;
    std::vector<Reveal> reveals;
    for (std::size_t i = 1; i <= 5; ++i) {
      ceremony.trustees.push_back({});
      ceremony.trustees.back().person = "t" + std::to_string(i);
      const v1::RevealKey body = reveal_body(c, i);
      Reveal reveal;
      reveal.agreement = to_bytes(view(body.agreement()));
      for (const auto& one : body.coefficients()) {
        reveal.coefficients.push_back(to_bytes(view(one)));
      }
      ceremony.trustees.back().reveal = reveal;
      reveals.push_back(reveal);
    }
    std::vector<const Reveal*> all;
    for (const Reveal& one : reveals) all.push_back(&one);
    ceremony.keys = keys_of(hall.state.congress_id, 5, 3, all).value();
    ceremony.phase = CeremonyPhase::kReady;
    hall.state.ceremonies.all = {ceremony};
  }

  v1::AcceptClosing acceptance() {
    v1::AcceptClosing body;
    body.set_contest("c");
    body.set_round(1);
    body.mutable_closing()->set_size(election["head"]["size"].get<std::uint64_t>());
    body.mutable_closing()->set_root(raw(election["head"]["root"]));
    return body;
  }
  Result<void> accept(std::size_t i, const v1::AcceptClosing& body) {
    return hall.run(check_accept_closing, apply_accept_closing, {"t" + std::to_string(i)}, body);
  }
  v1::DecryptTally decryption(std::size_t i) {
    v1::DecryptTally body;
    body.set_contest("c");
    body.set_round(1);
    body.set_partials(raw(election["partials"][i - 1]["bytes"]));
    return body;
  }
  Result<void> decrypt(std::size_t i, const v1::DecryptTally& body) {
    return hall.run(check_decrypt_tally, apply_decrypt_tally, {"t" + std::to_string(i)}, body);
  }
  void accept_all() {
    for (std::size_t i = 1; i <= 5; ++i) ASSERT_TRUE(accept(i, acceptance()).has_value());
  }

  const nlohmann::json c = vectors("ceremony.json")[1];
  const nlohmann::json elections = vectors("tally.json")["elections"];
  nlohmann::json election;
  Hall hall;
};

TEST_F(Tally, AnyThreeTrusteesOpenEveryElectionToTheKnownResult) {
  for (const auto& one : elections) {
    if (one["ballots"].empty() || one["nobody_valid"].get<bool>()) continue;
    hall = Hall();
    close(one);
    EXPECT_EQ(to_string(hall.round().opening->ctx), raw(one["contest"]["ctx"]));
    for (const std::size_t i : {5u, 2u, 4u}) EXPECT_TAKEN(accept(i, acceptance()));
    for (const std::size_t i : {4u, 5u, 2u}) EXPECT_TAKEN(decrypt(i, decryption(i)));
    EXPECT_EQ(hall.round().phase, Phase::kCounted);
    auto expected = one["result"]["columns"].get<std::vector<std::uint32_t>>();
    expected.push_back(one["result"]["b"].get<std::uint32_t>());
    EXPECT_EQ(*hall.round().tally, expected) << one["name"];
  }
}

TEST_F(Tally, AFourthDecryptionChangesNothing) {
  close(elections[0]);
  accept_all();
  for (const std::size_t i : {1u, 2u, 3u}) EXPECT_TAKEN(decrypt(i, decryption(i)));
  const Bytes before = outcome_bytes(hall.state, "c").value();
  EXPECT_TAKEN(decrypt(4, decryption(4)));
  EXPECT_EQ(outcome_bytes(hall.state, "c").value(), before);
  EXPECT_EQ(compute_outcome(hall.state, "c").value().decryption().trustees_size(), 3);
  EXPECT_EQ(hall.round().decryptions.size(), 4u);
}

TEST_F(Tally, TheClosingHeadIsTheRecordsOwn) {
  close(elections[0]);
  v1::AcceptClosing body = acceptance();
  body.mutable_closing()->set_root(std::string(32, 'x'));
  EXPECT_REFUSED(accept(1, body), codes::kClosingHead, "closing");
  body = acceptance();
  body.mutable_closing()->set_size(body.closing().size() - 1);
  EXPECT_REFUSED(accept(1, body), codes::kClosingHead, "closing");
  body = acceptance();
  body.set_round(2);
  EXPECT_REFUSED(accept(1, body), codes::kRoundNotCurrent, "round");
  EXPECT_TAKEN(accept(1, acceptance()));
  EXPECT_REFUSED(accept(1, acceptance()), codes::kStepDone, "contest");
  EXPECT_REFUSED(hall.run(check_accept_closing, apply_accept_closing, {"chair"}, acceptance()),
                 codes::kNotTrustee, "signatures");
}

TEST_F(Tally, NobodyDecryptsBeforeThreeAndOneselfHaveAccepted) {
  close(elections[0]);
  EXPECT_TAKEN(accept(1, acceptance()));
  EXPECT_TAKEN(accept(2, acceptance()));
  EXPECT_REFUSED(decrypt(1, decryption(1)), codes::kTooFewAcceptances, "contest");
  EXPECT_TAKEN(accept(3, acceptance()));
  EXPECT_REFUSED(decrypt(4, decryption(4)), codes::kTooFewAcceptances, "contest");
  EXPECT_TAKEN(decrypt(1, decryption(1)));
  EXPECT_REFUSED(decrypt(1, decryption(1)), codes::kStepDone, "contest");
}

TEST_F(Tally, AWrongPartialDecryptionIsRefusedAndTheOthersFinish) {
  close(elections[0]);
  accept_all();
  EXPECT_REFUSED(decrypt(1, decryption(2)), codes::kProofWrong, "partials[0]");
  v1::DecryptTally body = decryption(1);
  body.mutable_partials()->pop_back();
  EXPECT_REFUSED(decrypt(1, body), codes::kGroupElement, "partials");
  body = decryption(1);
  const std::string first = body.partials().substr(0, 227);
  body.mutable_partials()->replace(0, 227, body.partials().substr(227, 227));
  body.mutable_partials()->replace(227, 227, first);
  EXPECT_REFUSED(decrypt(1, body), codes::kProofWrong, "partials[0]");
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  for (const std::size_t i : {2u, 3u, 5u}) EXPECT_TAKEN(decrypt(i, decryption(i)));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
}

TEST_F(Tally, AProofForAnotherClosingHeadIsRefused) {
  close(elections[0]);
  accept_all();
  hall.state.roots[hall.round().closing->when.index + 1][0] ^= 1;
  EXPECT_REFUSED(decrypt(1, decryption(1)), codes::kProofWrong, "partials[0]");
}

}  // namespace
}  // namespace hp::congress
