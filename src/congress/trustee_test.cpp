#include "congress/trustee.h"

#include "congress/ceremony.h"
#include "congress/contest_kit.h"
#include "congress/tally.h"
#include "congress/trustee_secrets.h"
#include "congress/vector_kit.h"

namespace hp::congress {
namespace {

// Five programs with the seeds of the known answers, each sending what the record awaits.
class Trustees : public ::testing::Test {
 protected:
  void SetUp() override {
    hall.state.congress_id = hash(c["congress_id"]);
    ASSERT_TRUE(
        hall.run(check_start_ceremony, apply_start_ceremony, {"chair", "clerk"}, start_body(c))
            .has_value());
  }
  Seed seed(std::size_t i) const { return hash(c["trustees"][i - 1]["seed"]); }
  static std::string name(std::size_t i) { return "t" + std::to_string(i); }
  v1::Command next(std::size_t i) {
    return trustee_command(hall.state, name(i), seed(i), system_random()).value();
  }
  Result<void> send(std::size_t i, const v1::Command& command) {
    const std::vector<std::string> by{name(i)};
    switch (command.body_case()) {
      case v1::Command::kCommitKey:
        return hall.run(check_commit_key, apply_commit_key, by, command.commit_key());
      case v1::Command::kRevealKey:
        return hall.run(check_reveal_key, apply_reveal_key, by, command.reveal_key());
      case v1::Command::kShareKey:
        return hall.run(check_share_key, apply_share_key, by, command.share_key());
      case v1::Command::kAcceptKey:
        return hall.run(check_accept_key, apply_accept_key, by, command.accept_key());
      case v1::Command::kComplainKey:
        return hall.run(check_complain_key, apply_complain_key, by, command.complain_key());
      case v1::Command::kRehearseKey:
        return hall.run(check_rehearse_key, apply_rehearse_key, by, command.rehearse_key());
      default:
        return fail(codes::kNothingToDo);
    }
  }
  void everybody() {
    for (std::size_t i = 1; i <= 5; ++i) {
      const Result<void> sent = send(i, next(i));
      ASSERT_TRUE(sent.has_value()) << describe(sent.error(), Language::kEnglish);
    }
  }
  Ceremony& ceremony() { return hall.state.ceremonies.all.back(); }

  const nlohmann::json c = vectors("ceremony.json")[1];
  Hall hall;
};

TEST_F(Trustees, TakeACeremonyFromCommitmentToRehearsalByThemselves) {
  for (int step = 0; step < 5; ++step) everybody();
  EXPECT_EQ(ceremony().phase, CeremonyPhase::kReady);
  EXPECT_EQ(to_string(ceremony().keys->hash), raw(c["ceremony_hash"]));
  EXPECT_EQ(to_string(secret_share(hall.state.congress_id, ceremony(), 2,
                                   secrets_of(seed(2), hall.state.congress_id, 3))
                          .value()
                          .encode()),
            raw(c["trustees"][1]["x"]));
  EXPECT_FALSE(trustee_command(hall.state, "t1", seed(1), system_random()).has_value());
}

TEST_F(Trustees, MakeTheKnownBytesFromTheKnownRandomness) {
  EXPECT_EQ(next(1).commit_key().commitment(), raw(c["trustees"][0]["commitment"]));
  everybody();
  std::size_t j = 0;
  const Random known = [&](std::span<std::uint8_t> bytes) {
    const std::string u = raw(c["trustees"][0]["possession"][j++]["u"]);
    std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
    std::copy(u.begin(), u.end(), bytes.begin() + 16);
  };
  const v1::Command made = trustee_command(hall.state, "t1", seed(1), known).value();
  for (int p = 0; p <= 3; ++p) {
    EXPECT_EQ(made.reveal_key().proofs(p), reveal_body(c, 1).proofs(p));
  }
}

TEST_F(Trustees, OpenTheKnownShares) {
  everybody();
  everybody();
  for (std::size_t i = 1; i <= 5; ++i)
    ASSERT_TRUE(send(i,
                     [&] {
                       v1::Command known;
                       *known.mutable_share_key() = share_body(c, i);
                       return known;
                     }())
                    .has_value());
  for (const auto& one : c["shares"]) {
    const auto to = one["to"].get<std::uint32_t>();
    EXPECT_EQ(
        to_string(open_share(hall.state.congress_id, ceremony(), one["from"].get<std::uint32_t>(),
                             to, secrets_of(seed(to), hall.state.congress_id, 3))
                      .value()
                      .encode()),
        raw(one["share"]));
  }
}

TEST_F(Trustees, ComplainAboutAShareThatDoesNotFit) {
  everybody();
  everybody();
  for (std::size_t i = 1; i <= 5; ++i) {
    v1::Command shares = next(i);
    if (i == 4) shares.mutable_share_key()->mutable_shares()->SwapElements(0, 1);
    EXPECT_TAKEN(send(i, shares));
  }
  EXPECT_TRUE(next(3).has_accept_key());
  EXPECT_EQ(next(1).complain_key().against(), 4u);
  EXPECT_TAKEN(send(1, next(1)));
  EXPECT_EQ(ceremony().phase, CeremonyPhase::kComplaint);
}

TEST_F(Trustees, RefuseASeedOtherThanTheOneCommittedTo) {
  everybody();
  const auto made = trustee_command(hall.state, "t1", seed(2), system_random());
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().code->name, "seed_wrong");
}

TEST_F(Trustees, NobodyElseHasAnythingToDo) {
  const auto made = trustee_command(hall.state, "chair", seed(1), system_random());
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().code->name, "nothing_to_do");
}

}  // namespace
}  // namespace hp::congress
