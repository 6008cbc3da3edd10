// A whole congress, held through the programs of this room.
#include "client/codes.h"
#include "client/hall_kit.h"
#include "client/words.h"
#include "congress/contest_codes.h"
#include "congress/contest_result.h"
#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::client {
namespace {

const std::vector<Mark> kFirstFour{Mark::kAgree, Mark::kAgree, Mark::kAgree, Mark::kAgree,
                                   Mark::kDisagree};
const std::vector<Mark> kFirst{Mark::kAgree, Mark::kNone, Mark::kNone, Mark::kNone, Mark::kNone};

TEST(Congress, IsHeldFromFoundingToAnnouncementThroughTheseProgramsAlone) {
  SmallCongress hall;
  hall.enrol_all();
  hall.gather();
  hall.hold_ceremony();
  hall.approve();
  hall.open();

  HallClient device = hall.client();
  const OpenRound round = must(open_round(device, hall.congress, "bch"));
  EXPECT_EQ(round.shape.columns, 5u);
  for (std::size_t i = 0; i < hall.cards.size(); ++i) {
    Delegate delegate(hall.client(), hall.congress, hall.cards[i]);
    const auto ballot = must(delegate.prepare(round, i < 4 ? kFirstFour : kFirst, hall.random));
    const CastReceipt receipt = must(delegate.cast(round, ballot));
    EXPECT_EQ(receipt.tracker, ballot.tracker);
    // The same bytes again: the same entry.
    EXPECT_EQ(must(delegate.cast(round, ballot)).accepted.receipt.index,
              receipt.accepted.receipt.index);
  }
  hall.close();
  hall.trustees_work();
  hall.accepted(must(declare_result(hall.as("ka").state(), "bch", "1", 3)), {"ka", "kb", "pa"});
  for (const char* one : {"ka", "kb", "pa"}) {
    hall.alone(one, must(sign_minutes(hall.as(one).state(), "bch")));
  }
  hall.alone("pa", must(announce_result(hall.as("pa").state(), "bch")));

  const auto& contest = hall.as("an").state().contests.at("bch");
  const auto result = congress::result_of(contest);
  EXPECT_EQ(result.elected, (std::vector<std::string>{"d1", "d2", "d3", "d4"}));
  hall.accepted(close_congress(), {"pa", "an"});
  EXPECT_TRUE(hall.as("an").state().closed);
}

TEST(Delegate, ABallotThatBreaksTheFormIsNotMade) {
  SmallCongress hall;
  hall.enrol_all();
  hall.gather();
  hall.hold_ceremony();
  hall.approve();
  HallClient device = hall.client();
  EXPECT_EQ(open_round(device, hall.congress, "bch").error().code->name, codes::kRoundNotOpen.name);
  hall.open();
  const OpenRound round = must(open_round(device, hall.congress, "bch"));
  const auto card = crypto::card_key(hall.cards[0], hall.congress);
  const std::vector<Mark> all(5, Mark::kAgree);
  EXPECT_EQ(prepare_ballot(round, card, all, hall.random).error().code->name, "ballot_choice");
  // A second ballot of the same card is refused, whatever it says.
  must(cast_ballot(device, round, must(prepare_ballot(round, card, kFirst, hall.random))));
  const auto second = must(prepare_ballot(round, card, kFirstFour, hall.random));
  EXPECT_EQ(cast_ballot(device, round, second).error().code->name, codes::kCardUsed.name);
}

TEST(Delegate, ADefinitionOtherThanTheApprovedOneIsSeen) {
  SmallCongress hall;
  hall.enrol_all();
  hall.gather();
  hall.hold_ceremony();
  hall.approve();
  hall.open();
  HallClient device = hall.client();
  const auto overview = must(device.overview(hall.congress));
  auto other = hall.plan();
  std::swap(other.candidates[0], other.candidates[1]);
  const auto bytes = journal::encode_canonical(must(definition_of(congress::empty_state(), other)));
  EXPECT_EQ(open_round_of(hall.congress, overview, "bch", bytes).error().code->name,
            codes::kDefinitionWrong.name);
}

TEST(Official, SignsNothingBeforeTheRecordWasChecked) {
  SmallCongress hall;
  Official fresh(hall.client(), hall.key("an"), hall.congress, "an");
  EXPECT_EQ(fresh.build(close_congress(), hall.now(), hall.random).error().code->name,
            codes::kNotSynced.name);
}

TEST(Official, ARecordThatForgetsWhatWasSeenIsAFork) {
  SmallCongress one, other;
  one.enrol("ca", v1::ROLE_CREDENTIALS, "ba");
  // The checkpoint of another congress is not this log's.
  Official official(one.client(), one.key("an"), one.congress, "an");
  EXPECT_FALSE(official.remember(other.as("an").newest()).has_value());
  must(official.remember(one.as("an").newest()));
  must(official.log_in(one.now()));
  must(official.sync());
  EXPECT_EQ(official.newest(), one.as("an").newest());
}

TEST(Official, ALoginIsTheKeysOwnPerson) {
  SmallCongress hall;
  Official wrong(hall.client(), hall.key("an"), hall.congress, "ba");
  EXPECT_EQ(wrong.log_in(hall.now()).error().code->name, codes::kKeyNotOfficials.name);
}

TEST(Official, AClockThatIsAheadDoesNotKeepAnybodyOut) {
  SmallCongress hall;
  Official clerk(hall.client(), hall.key("an"), hall.congress, "an");
  must(clerk.log_in(UnixMs{hall.now().value + 9 * 60'000}));
}

TEST(Official, AProposalIsSignedOnlyAsItStands) {
  SmallCongress hall;
  hall.enrol_all();
  v1::Proposal proposal =
      hall.together(retire_official("tc", {v1::ROLE_TRUSTEE}, "Bận việc"), {"an"});
  EXPECT_EQ(proposal.state(), v1::PROPOSAL_STATE_WAITING);
  v1::Proposal changed = proposal;
  changed.set_command_id(std::string(16, 'x'));
  EXPECT_EQ(hall.as("pa").sign(changed).error().code->name, codes::kProposalWrong.name);
  must(hall.as("an").withdraw(proposal));
  EXPECT_FALSE(hall.as("pa").sign(proposal).has_value());
}

TEST(Trustee, NothingIsSentWithoutTheUsersWord) {
  SmallCongress hall;
  hall.enrol_all();
  hall.gather();
  hall.hold_ceremony();
  hall.approve();
  hall.open();
  HallClient device = hall.client();
  const OpenRound round = must(open_round(device, hall.congress, "bch"));
  for (const auto& card : hall.cards) {
    must(cast_ballot(
        device, round,
        must(prepare_ballot(round, crypto::card_key(card, hall.congress), kFirst, hall.random))));
  }
  hall.close();
  Trustee trustee = hall.trustee("ta");
  congress::Head shown;
  const auto refused = trustee.step(hall.now(), hall.random, [&](const auto& task) {
    shown = task.closing;
    return false;
  });
  EXPECT_EQ(refused.error().code->name, codes::kNotConfirmed.name);
  EXPECT_EQ(shown.size, must(device.overview(hall.congress)).rounds(0).closing().size());
}

TEST(Words, EveryCommandOfACongressIsSaidInBothLanguages) {
  SmallCongress hall;
  hall.enrol_all();
  hall.gather();
  hall.hold_ceremony();
  hall.approve();
  Official& official = hall.as("pa");
  std::size_t entries = 0;
  for (std::uint64_t from = 0; from < official.state().size;) {
    const auto page = must(official.hall().entries(hall.congress, from));
    for (const Bytes& bytes : page.envelopes) {
      const auto envelope = must(journal::decode_envelope(bytes));
      const auto command = must(journal::decode_command(view(envelope.payload())));
      for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
        const CommandWords words = words_of(official.state(), command, language);
        EXPECT_FALSE(words.title.empty());
        EXPECT_EQ(words.title.find("không biết"), std::string::npos);
      }
      ++entries;
    }
    from += page.envelopes.size();
  }
  EXPECT_GT(entries, 30u);
}

}  // namespace
}  // namespace hp::client
