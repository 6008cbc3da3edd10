#include "congress/ceremony.h"

#include "congress/contest_kit.h"
#include "congress/vector_kit.h"

namespace hp::congress {
namespace {

// The 3-of-5 ceremony of the known answers, step by step.
class CeremonySteps : public ::testing::Test {
 protected:
  void SetUp() override { hall.state.congress_id = hash(c["congress_id"]); }

  Result<void> start(const v1::StartCeremony& body) {
    return hall.run(check_start_ceremony, apply_start_ceremony, {"chair", "clerk"}, body);
  }
  Result<void> commit(std::size_t i, const v1::CommitKey& body) {
    return hall.run(check_commit_key, apply_commit_key, {name(i)}, body);
  }
  Result<void> reveal(std::size_t i, const v1::RevealKey& body) {
    return hall.run(check_reveal_key, apply_reveal_key, {name(i)}, body);
  }
  Result<void> share(std::size_t i, const v1::ShareKey& body) {
    return hall.run(check_share_key, apply_share_key, {name(i)}, body);
  }
  Result<void> accept(std::size_t i, const v1::AcceptKey& body) {
    return hall.run(check_accept_key, apply_accept_key, {name(i)}, body);
  }
  Result<void> rehearse(std::size_t i, const v1::RehearseKey& body) {
    return hall.run(check_rehearse_key, apply_rehearse_key, {name(i)}, body);
  }
  Result<void> complain(std::size_t i, std::uint32_t against, const std::string& reason) {
    v1::ComplainKey body;
    body.set_ceremony(1);
    body.set_against(against);
    body.set_reason(reason);
    return hall.run(check_complain_key, apply_complain_key, {name(i)}, body);
  }
  static std::string name(std::size_t i) { return "t" + std::to_string(i); }

  // Takes the ceremony up to, not into, this phase.
  void go_to(CeremonyPhase phase) {
    ASSERT_TRUE(start(start_body(c)).has_value());
    const auto all = [&](CeremonyPhase step, auto&& take) {
      if (step >= phase) return;
      for (std::size_t i = 1; i <= 5; ++i) {
        const Result<void> taken = take(i);
        ASSERT_TRUE(taken.has_value()) << describe(taken.error(), Language::kEnglish);
      }
    };
    all(CeremonyPhase::kCommit, [&](std::size_t i) { return commit(i, commit_body(c, i)); });
    all(CeremonyPhase::kReveal, [&](std::size_t i) { return reveal(i, reveal_body(c, i)); });
    all(CeremonyPhase::kShare, [&](std::size_t i) { return share(i, share_body(c, i)); });
    all(CeremonyPhase::kAccept, [&](std::size_t i) { return accept(i, accept_body(c)); });
    all(CeremonyPhase::kRehearse, [&](std::size_t i) { return rehearse(i, rehearse_body(c, i)); });
    ASSERT_EQ(ceremony().phase, phase);
  }
  const Ceremony& ceremony() { return *hall.state.ceremonies.in_force(); }

  nlohmann::json c = vectors("ceremony.json")[1];
  Hall hall;
};

TEST_F(CeremonySteps, LeadToTheKnownKeyAndHash) {
  go_to(CeremonyPhase::kReady);
  EXPECT_EQ(to_string(ceremony().keys->key), raw(c["K"]));
  EXPECT_EQ(to_string(ceremony().keys->hash), raw(c["ceremony_hash"]));
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(to_string(ceremony().keys->shares[i]), raw(c["trustees"][i]["V"]));
  }
}

TEST_F(CeremonySteps, StartWithNumbersThatTheSchemeAllows) {
  const auto refused = [&](const char* field, auto&& change) {
    v1::StartCeremony body = start_body(c);
    change(body);
    EXPECT_REFUSED(start(body), codes::kCeremonyNumbers, field);
  };
  refused("ceremony", [](auto& b) { b.set_ceremony(2); });
  refused("n", [](auto& b) { b.set_n(2); });
  refused("n", [](auto& b) { b.set_n(10); });
  refused("k", [](auto& b) { b.set_k(2); });
  refused("k", [](auto& b) { b.set_k(5); });
  refused("trustees", [](auto& b) { b.mutable_trustees()->RemoveLast(); });
  v1::StartCeremony body = start_body(c);
  body.set_trustees(4, "t1");
  EXPECT_REFUSED(start(body), codes::kNotTrustee, "trustees[4]");
  body.set_trustees(4, "chair");
  EXPECT_REFUSED(start(body), codes::kNotTrustee, "trustees[4]");
}

TEST_F(CeremonySteps, ComeInOrderOnceAndFromTrusteesAlone) {
  EXPECT_REFUSED(commit(1, commit_body(c, 1)), codes::kCeremonyStep, "ceremony");
  go_to(CeremonyPhase::kCommit);
  EXPECT_REFUSED(reveal(1, reveal_body(c, 1)), codes::kCeremonyStep, "ceremony");
  EXPECT_TAKEN(commit(1, commit_body(c, 1)));
  EXPECT_REFUSED(commit(1, commit_body(c, 2)), codes::kStepDone, "ceremony");
  EXPECT_REFUSED(hall.run(check_commit_key, apply_commit_key, {"chair"}, commit_body(c, 2)),
                 codes::kNotTrustee, "signatures");
  v1::CommitKey body = commit_body(c, 2);
  body.set_ceremony(2);
  EXPECT_REFUSED(commit(2, body), codes::kCeremonyStep, "ceremony");
  body = commit_body(c, 2);
  body.set_commitment("short");
  EXPECT_REFUSED(commit(2, body), codes::kCeremonyNumbers, "commitment");
}

TEST_F(CeremonySteps, ACommitmentIsNeverTakenTwice) {
  go_to(CeremonyPhase::kCommit);
  EXPECT_TAKEN(commit(1, commit_body(c, 1)));
  EXPECT_REFUSED(commit(2, commit_body(c, 1)), codes::kCommitmentAgain, "commitment");
  v1::StartCeremony again = start_body(c);
  again.set_ceremony(2);
  EXPECT_TAKEN(start(again));
  v1::CommitKey body = commit_body(c, 1);
  body.set_ceremony(2);
  EXPECT_REFUSED(commit(1, body), codes::kCommitmentAgain, "commitment");
}

TEST_F(CeremonySteps, ARevealGivesTheCommitmentAgainAndProvesPossession) {
  go_to(CeremonyPhase::kReveal);
  EXPECT_FALSE(reveal(1, reveal_body(c, 2)).has_value());
  v1::RevealKey body = reveal_body(c, 1);
  body.mutable_proofs()->SwapElements(0, 1);
  EXPECT_FALSE(reveal(1, body).has_value());
  body = reveal_body(c, 1);
  body.mutable_proofs()->RemoveLast();
  EXPECT_FALSE(reveal(1, body).has_value());
  EXPECT_TAKEN(reveal(1, reveal_body(c, 1)));
  EXPECT_REFUSED(reveal(1, reveal_body(c, 1)), codes::kStepDone, "ceremony");
}

TEST_F(CeremonySteps, SharesAreOneForEachOtherTrustee) {
  go_to(CeremonyPhase::kShare);
  v1::ShareKey body = share_body(c, 1);
  body.mutable_shares()->RemoveLast();
  EXPECT_REFUSED(share(1, body), codes::kCeremonyNumbers, "shares");
  body = share_body(c, 1);
  body.set_shares(2, "short");
  const Result<void> refused = share(1, body);
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(refused.error().where.starts_with("shares[2]"));
  EXPECT_TAKEN(share(1, share_body(c, 1)));
  EXPECT_REFUSED(share(1, share_body(c, 1)), codes::kStepDone, "ceremony");
}

TEST_F(CeremonySteps, AcceptanceIsOfTheComputedHash) {
  go_to(CeremonyPhase::kAccept);
  v1::AcceptKey body = accept_body(c);
  body.set_ceremony_hash(std::string(32, 'x'));
  EXPECT_REFUSED(accept(1, body), codes::kCeremonyHash, "ceremony_hash");
  EXPECT_TAKEN(accept(1, accept_body(c)));
  EXPECT_REFUSED(accept(1, accept_body(c)), codes::kStepDone, "ceremony");
}

TEST_F(CeremonySteps, AComplaintStopsTheCeremonyForGood) {
  go_to(CeremonyPhase::kAccept);
  EXPECT_REFUSED(complain(1, 6, "Mảnh khóa sai"), codes::kCeremonyNumbers, "against");
  EXPECT_REFUSED(complain(1, 2, ""), codes::kReasonMissing, "reason");
  EXPECT_TAKEN(accept(2, accept_body(c)));
  EXPECT_REFUSED(complain(2, 1, "Mảnh khóa sai"), codes::kStepDone, "ceremony");
  EXPECT_TAKEN(complain(1, 2, "Mảnh khóa sai"));
  EXPECT_EQ(ceremony().phase, CeremonyPhase::kComplaint);
  EXPECT_EQ(ceremony().complaint->from, 1u);
  EXPECT_REFUSED(accept(3, accept_body(c)), codes::kCeremonyStep, "ceremony");
}

TEST_F(CeremonySteps, ARehearsalIsTheTrusteesOwnAndTakenOnce) {
  go_to(CeremonyPhase::kRehearse);
  EXPECT_FALSE(rehearse(1, rehearse_body(c, 2)).has_value());
  EXPECT_TAKEN(rehearse(1, rehearse_body(c, 1)));
  EXPECT_REFUSED(rehearse(1, rehearse_body(c, 1)), codes::kStepDone, "ceremony");
  EXPECT_EQ(ceremony().phase, CeremonyPhase::kRehearse);
}

TEST_F(CeremonySteps, ATrusteeWithANewKeyKeepsThePlace) {
  go_to(CeremonyPhase::kReveal);
  hall.state.people.live_keys.erase(Hall::key_of("t1"));
  hall.state.people.live_keys[Hall::key_of("new")] = "t1";
  EXPECT_REFUSED(reveal(1, reveal_body(c, 1)), codes::kNotTrustee, "signatures");
  EXPECT_TAKEN(hall.run(check_reveal_key, apply_reveal_key, {"new"}, reveal_body(c, 1)));
}

}  // namespace
}  // namespace hp::congress
