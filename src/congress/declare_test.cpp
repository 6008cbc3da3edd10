#include "congress/contest_kit.h"

namespace hp::congress {
namespace {

// Five names for four places, counted: the fifth is not above half.
Hall counted() {
  Hall hall;
  EXPECT_TRUE(hall.approve(list_of(5, 4)).has_value());
  hall.count({10, 9, 8, 7, 5, 0}, 10);
  return hall;
}

TEST(DeclareResult, TakesExactlyTheComputedOutcome) {
  Hall hall = counted();
  v1::DeclareResult body = hall.declaration();
  v1::Outcome outcome;
  ASSERT_TRUE(outcome.ParseFromString(body.outcome()));
  outcome.mutable_total()->set_votes(4, 6);
  body.set_outcome(to_string(journal::encode_canonical(outcome)));
  EXPECT_REFUSED(hall.declare(body), codes::kOutcomeDiffers, "outcome");
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_EQ(hall.round().phase, Phase::kDeclared);
  EXPECT_EQ(hall.round().declaration->signatories,
            (std::vector<PersonId>{"c1", "c2", "c3", "chair"}));
}

TEST(DeclareResult, NeedsEveryMemberButThoseNamed) {
  Hall hall = counted();
  v1::DeclareResult body = hall.declaration();
  EXPECT_REFUSED(hall.declare(body, {"c1", "c2", "chair"}), codes::kNotSigningInvalid,
                 "signatures");
  EXPECT_REFUSED(hall.declare(body, {"c1", "c2", "c3"}), codes::kNotSignatory, "signatures");
  auto& absent = *body.add_not_signing();
  absent.set_person("c3");
  EXPECT_REFUSED(hall.declare(body, {"c1", "c2", "chair"}), codes::kReasonMissing,
                 "not_signing[0].reason");
  absent.set_reason("Không đồng ý");
  EXPECT_REFUSED(hall.declare(body), codes::kNotSigningInvalid, "signatures");
  EXPECT_TAKEN(hall.declare(body, {"c1", "c2", "chair"}));
  EXPECT_EQ(hall.round().declaration->not_signing.front().who.person, "c3");
}

TEST(DeclareResult, NeedsTheHeadAndMoreThanHalfOfTheMembers) {
  Hall hall = counted();
  const auto without = [&](std::vector<std::string> people) {
    v1::DeclareResult body = hall.declaration();
    for (const auto& one : people) {
      body.add_not_signing()->set_person(one);
      body.mutable_not_signing()->rbegin()->set_reason("Vắng");
    }
    return body;
  };
  EXPECT_REFUSED(hall.declare(without({"c1"})), codes::kNotSigningInvalid, "not_signing[0].person");
  EXPECT_REFUSED(hall.declare(without({"c4"})), codes::kNotSigningInvalid, "not_signing[0].person");
  EXPECT_REFUSED(hall.declare(without({"c2", "c2"})), codes::kNotSigningInvalid,
                 "not_signing[1].person");
  EXPECT_REFUSED(hall.declare(without({"c2", "c3"})), codes::kNotSigningInvalid, "not_signing");
}

TEST(DeclareResult, WaitsForTheCount) {
  Hall hall = counted();
  const v1::DeclareResult body = hall.declaration();
  hall.round().phase = Phase::kClosed;
  EXPECT_REFUSED(hall.declare(body), codes::kContestPhase, "contest");
}

TEST(SignMinutes, TheRoundIsSignedWhenAllAreEqual) {
  Hall hall = counted();
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_TAKEN(hall.sign("c1"));
  EXPECT_TAKEN(hall.sign("c2"));
  EXPECT_TAKEN(hall.sign("c3"));
  EXPECT_TAKEN(hall.sign("chair", 'x'));
  EXPECT_EQ(hall.round().phase, Phase::kDeclared);
  EXPECT_TAKEN(hall.sign("chair"));
  EXPECT_EQ(hall.round().phase, Phase::kSigned);
  EXPECT_TAKEN(hall.sign("c2", 'x'));
  EXPECT_EQ(hall.round().phase, Phase::kDeclared);
}

TEST(SignMinutes, RefusesOthersAndTheSameAgain) {
  Hall hall = counted();
  EXPECT_REFUSED(hall.sign("c1"), codes::kContestPhase, "contest");
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_REFUSED(hall.sign("c4"), codes::kNotSignatory, "signatures");
  EXPECT_REFUSED(hall.sign("chair2"), codes::kNotSignatory, "signatures");
  EXPECT_TAKEN(hall.sign("c1"));
  EXPECT_REFUSED(hall.sign("c1"), codes::kStepDone, "minutes_hash");
}

v1::RecordRemark remark() {
  v1::RecordRemark body;
  body.set_contest("c");
  body.set_round(1);
  body.set_text("Một đại biểu khiếu nại");
  return body;
}

TEST(RecordRemark, StandsAsItIsAndMakesADeclarationLapse) {
  Hall hall = counted();
  hall.round().phase = Phase::kApproved;
  EXPECT_REFUSED(hall.run(check_record_remark, apply_record_remark, {"c2"}, remark()),
                 codes::kContestPhase, "contest");
  hall.round().phase = Phase::kCounted;
  v1::RecordRemark empty = remark();
  empty.clear_text();
  EXPECT_REFUSED(hall.run(check_record_remark, apply_record_remark, {"c2"}, empty),
                 codes::kTextMissing, "text");
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_TAKEN(hall.run(check_record_remark, apply_record_remark, {"c2"}, remark()));
  EXPECT_EQ(hall.round().remarks.front().who.person, "c2");
  EXPECT_REFUSED(hall.sign("c1"), codes::kDeclarationLapsed, "contest");
}

TEST(AnnounceResult, NeedsTheSignedMinutesOfThatDeclaration) {
  Hall hall = counted();
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_REFUSED(hall.announce(hall.announcement()), codes::kContestPhase, "contest");
  for (const char* one : {"c1", "c2", "c3", "chair"}) EXPECT_TAKEN(hall.sign(one));
  v1::AnnounceResult other = hall.announcement();
  other.set_declaration_hash(std::string(32, 'x'));
  EXPECT_REFUSED(hall.announce(other), codes::kOutcomeDiffers, "declaration_hash");
  EXPECT_TAKEN(hall.announce(hall.announcement()));
  EXPECT_EQ(hall.round().phase, Phase::kAnnounced);
}

TEST(AnnulContest, AfterClosingNeedsHandsAndGetsMinutes) {
  Hall hall = counted();
  v1::AnnulContest body;
  body.set_contest("c");
  body.set_round(1);
  const auto annul = [&] {
    return hall.run(check_annul_contest, apply_annul_contest, {"c1", "c2", "chair"}, body);
  };
  EXPECT_REFUSED(annul(), codes::kReasonMissing, "reason");
  body.set_reason("Sai danh sách");
  EXPECT_REFUSED(annul(), codes::kHandsMissing, "hands");
  body.mutable_hands()->set_votes_for(6);
  EXPECT_TAKEN(annul());
  EXPECT_REFUSED(annul(), codes::kContestPhase, "contest");
  EXPECT_REFUSED(hall.sign("c3"), codes::kNotSignatory, "signatures");
  for (const char* one : {"c1", "c2", "chair"}) EXPECT_TAKEN(hall.sign(one));
  EXPECT_EQ(hall.round().phase, Phase::kAnnulled);
  EXPECT_TRUE(hall.round().signed_when.has_value());
}

TEST(AnnulContest, BeforeClosingTakesNoHandsAndHasNoMinutes) {
  Hall hall = counted();
  hall.round().phase = Phase::kOpen;
  v1::AnnulContest body;
  body.set_contest("c");
  body.set_round(1);
  body.set_reason("Mất mạng");
  body.mutable_hands()->set_votes_for(6);
  const auto annul = [&] {
    return hall.run(check_annul_contest, apply_annul_contest, {"c1", "chair"}, body);
  };
  EXPECT_REFUSED(annul(), codes::kHandsTooMany, "hands");
  body.clear_hands();
  EXPECT_TAKEN(annul());
  EXPECT_REFUSED(hall.sign("c1"), codes::kContestPhase, "contest");
}

}  // namespace
}  // namespace hp::congress
