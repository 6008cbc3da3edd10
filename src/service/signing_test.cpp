// Minutes signed through the server: turn by turn on the paper, all at once on the JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "attest/codes.h"
#include "attest/test_kit.h"
#include "base/hex.h"
#include "crypto/hash.h"
#include "homphieu/v1/signing.pb.h"
#include "pki/codes.h"
#include "report/report.h"
#include "service/codes.h"
#include "service/signing_codes.h"
#include "service/signing_desk.h"
#include "service/testing/election_kit.h"
#include "service/testing/expect.h"

namespace hp::service {
namespace {

using attest::testing::Hall;

class SigningCalls : public ::testing::Test {
 protected:
  SigningCalls() {
    hall.options.fonts =
        std::shared_ptr<const pdf::Fonts>(&pdf::testing::fonts(), [](const pdf::Fonts*) {});
    hall.restart();
    clerk = election.meeting.log_in("s1");
    election.open();
    for (std::size_t i = 0; i < 6; ++i) election.cast(i, 3).value();
    election.close();
    election.accept_and_decrypt();
    election.declare();
    people.emplace(attest::read_minutes(json()).value());
    log_in_again();
  }
  void log_in_again() {
    head = election.meeting.log_in("c1");
    presidium = election.meeting.log_in("p1");
  }
  std::string json() { return report::minutes_json(election.meeting.state(), "c", 1).value(); }

  template <class Request>
  Request request() {
    Request made;
    auto& which = *made.mutable_which();
    which.set_congress_id(election.meeting.id());
    which.set_contest("c");
    return made;
  }
  template <class Response, class Request>
  Result<Response> call(std::string_view name, const Request& made, const std::string& token) {
    return hall.call<Response>("/homphieu.v1.SigningService/" + std::string(name), made, token);
  }
  Result<v1::SetSigningRootsResponse> set_roots(const std::vector<pki::Certificate>& roots,
                                                const std::string& token) {
    auto made = about<v1::SetSigningRootsRequest>(election.meeting);
    for (const auto& one : roots) made.add_certificates(to_string(one.der()));
    return call<v1::SetSigningRootsResponse>("SetSigningRoots", made, token);
  }
  void trust() { ASSERT_GOOD(set_roots({people->authority().root}, clerk)); }
  Result<v1::SignedPaper> paper(const std::string& token) {
    return call<v1::SignedPaper>("GetSignedPaper", request<v1::GetSignedPaperRequest>(), token);
  }
  Bytes pdf() { return to_bytes(view(paper(head)->pdf())); }
  std::uint32_t revision() { return paper(head)->state().revision(); }

  Result<v1::BeginSignatureResponse> begin(const std::string& field, const std::string& token) {
    auto made = request<v1::BeginSignatureRequest>();
    made.set_field(field);
    made.add_certificates(to_string(people->person(field).certificate.der()));
    return call<v1::BeginSignatureResponse>("BeginSignature", made, token);
  }
  Result<v1::SigningState> finish(const v1::BeginSignatureResponse& begun, const Bytes& signature,
                                  const std::string& token) {
    auto made = request<v1::FinishSignatureRequest>();
    made.set_turn(begun.turn());
    made.set_signature(to_string(signature));
    return call<v1::SigningState>("FinishSignature", made, token);
  }
  Bytes signature_of(const v1::BeginSignatureResponse& begun) {
    return people->person(begun.field()).key.sign(view(begun.attributes()));
  }
  Result<v1::SigningState> sign(const std::string& field, const std::string& token) {
    HP_ASSIGN(const auto begun, begin(field, token));
    return finish(begun, signature_of(begun), token);
  }
  Result<v1::SigningState> upload(const Bytes& file, const std::string& token) {
    auto made = request<v1::UploadSignedPaperRequest>();
    made.set_pdf(to_string(file));
    return call<v1::SigningState>("UploadSignedPaper", made, token);
  }
  Result<v1::SigningState> add_json(const std::string& field, const std::string& token) {
    const std::string text = json();
    HP_ASSIGN(
        const attest::JsonTurn turn,
        attest::begin_json(text, {field, people->person(field).certificate}, people->against()));
    HP_ASSIGN(const Bytes cms,
              attest::finish_json(text, turn, people->person(field).key.sign(turn.attributes)));
    return add_cms(cms, token);
  }
  Result<v1::SigningState> add_cms(const Bytes& cms, const std::string& token) {
    auto made = request<v1::AddJsonSignatureRequest>();
    made.set_cms(to_string(cms));
    return call<v1::SigningState>("AddJsonSignature", made, token);
  }
  std::filesystem::path folder() {
    return hall.options.data / "congresses" / to_hex(view(election.meeting.id())) / "papers" /
           to_hex(crypto::sha256(view(json())));
  }

  TestHall hall;
  Election election{hall, 8};
  std::optional<Hall> people;
  std::string clerk, head, presidium;  // tokens: of the secretariat, the head, the presidium
};

TEST_F(SigningCalls, APaperGoesFromSignerToSignerUntilNobodyIsMissing) {
  trust();
  ASSERT_GOOD(sign("seal", presidium));
  ASSERT_GOOD(sign("head", head));
  const auto done = sign("presidium", presidium);
  ASSERT_GOOD(done);
  EXPECT_EQ(done->revision(), 3u);
  for (const auto& one : done->signatures()) {
    EXPECT_EQ(one.paper_signed(), one.on_paper()) << one.field();
  }
  EXPECT_EQ(done->paper_hash(), to_string(crypto::sha256(pdf())));
  const attest::Checked checked = attest::check_paper(pdf(), people->against());
  EXPECT_THAT(attest::testing::faults_of(checked), ::testing::IsEmpty());
}

TEST_F(SigningCalls, WhatIsSignedIsWhatTheSignersOwnProgramMakes) {
  trust();
  const Bytes before = pdf();
  const auto begun = begin("seal", presidium);
  ASSERT_GOOD(begun);
  EXPECT_EQ(begun->paper_hash(), to_string(crypto::sha256(before)));
  const auto own = attest::begin_paper(before, {"seal", people->person("seal").certificate},
                                       people->against(), UnixMs{begun->signed_at()});
  ASSERT_GOOD(own);
  EXPECT_EQ(to_string(own->attributes), begun->attributes());
}

TEST_F(SigningCalls, OnePersonHasThePaperForThreeMinutes) {
  trust();
  const auto begun = begin("seal", presidium);
  ASSERT_GOOD(begun);
  EXPECT_EQ(paper(head)->state().held_by(), "p1");
  EXPECT_FAILS(begin("seal", head), codes::kPaperHeld);
  EXPECT_FAILS(upload(people->sign(pdf(), "seal").value(), head), codes::kPaperHeld);
  hall.clock.ms += kTurnLasts - 1;
  EXPECT_FAILS(begin("seal", head), codes::kPaperHeld);
  hall.clock.ms += 1;
  EXPECT_EQ(paper(head)->state().held_by(), "");
  EXPECT_FAILS(finish(*begun, signature_of(*begun), presidium), codes::kSigningTurnOver);
  EXPECT_EQ(revision(), 0u);
  ASSERT_GOOD(sign("seal", head));
}

TEST_F(SigningCalls, WhoGivesUpLetsTheNextOneSign) {
  trust();
  const auto begun = begin("seal", presidium);
  ASSERT_GOOD(begun);
  auto made = request<v1::GiveUpSignatureRequest>();
  made.set_turn(begun->turn());
  ASSERT_GOOD(call<v1::GiveUpSignatureResponse>("GiveUpSignature", made, presidium));
  EXPECT_FAILS(finish(*begun, signature_of(*begun), presidium), codes::kSigningTurnOver);
  ASSERT_GOOD(sign("seal", head));
}

TEST_F(SigningCalls, BeginningAnewEndsOnesOwnTurn) {
  trust();
  const auto first = begin("seal", presidium);
  const auto second = begin("seal", presidium);
  ASSERT_GOOD(second);
  EXPECT_FAILS(finish(*first, signature_of(*first), presidium), codes::kSigningTurnOver);
  ASSERT_GOOD(finish(*second, signature_of(*second), presidium));
}

TEST_F(SigningCalls, FinishingAgainIsAnsweredAsTheFirstTime) {
  trust();
  const auto begun = begin("seal", presidium);
  const Bytes signature = signature_of(*begun);
  const auto first = finish(*begun, signature, presidium);
  const auto again = finish(*begun, signature, presidium);
  ASSERT_GOOD(again);
  EXPECT_EQ(again->paper_hash(), first->paper_hash());
  EXPECT_EQ(revision(), 1u);
}

TEST_F(SigningCalls, ASignatureOfAnotherKeyIsRefusedAndTheTurnGoesOn) {
  trust();
  const auto begun = begin("seal", presidium);
  const Bytes wrong = people->person("head").key.sign(view(begun->attributes()));
  EXPECT_FAILS(finish(*begun, wrong, presidium), codes::kCmsSignature);
  EXPECT_FALSE(std::filesystem::exists(folder()));
  ASSERT_GOOD(finish(*begun, signature_of(*begun), presidium));
}

TEST_F(SigningCalls, SomebodyElsesCertificateIsRefused) {
  trust();
  ASSERT_GOOD(sign("seal", presidium));
  auto made = request<v1::BeginSignatureRequest>();
  made.set_field("head");
  made.add_certificates(to_string(people->person("presidium").certificate.der()));
  EXPECT_FAILS(call<v1::BeginSignatureResponse>("BeginSignature", made, head),
               codes::kMinutesSignerOther);
}

TEST_F(SigningCalls, ARestartKeepsWhatWasFinishedAndEndsTurns) {
  trust();
  ASSERT_GOOD(sign("seal", presidium));
  const Bytes sealed = pdf();
  const auto begun = begin("head", head);
  ASSERT_GOOD(begun);
  ASSERT_GOOD(add_json("head", head));
  hall.restart();
  log_in_again();
  EXPECT_EQ(pdf(), sealed);
  EXPECT_FAILS(finish(*begun, signature_of(*begun), head), codes::kSigningTurnOver);
  const auto done = sign("head", head);
  ASSERT_GOOD(done);
  for (const auto& one : done->signatures()) {
    const bool both = one.paper_signed() && one.json_signed();
    EXPECT_TRUE(both || one.field() != "head");
  }
}

TEST_F(SigningCalls, ACopySignedWithAnotherToolIsTakenIfNothingElseChanged) {
  trust();
  const Bytes blank = pdf();
  const Bytes sealed = people->sign(blank, "seal").value();
  ASSERT_GOOD(upload(sealed, presidium));
  ASSERT_GOOD(upload(sealed, presidium));  // sent again
  EXPECT_EQ(revision(), 1u);
  // Made from the paper before: it would lose the seal that stands.
  EXPECT_FAILS(upload(people->sign(blank, "seal").value(), presidium), codes::kMinutesUploadOther);
  Bytes more = people->sign(sealed, "head").value();
  more.push_back('\n');
  EXPECT_FALSE(upload(more, head).has_value());
  EXPECT_EQ(pdf(), sealed);
}

TEST_F(SigningCalls, TheJsonIsSignedInAnyOrderByEachOnce) {
  trust();
  ASSERT_GOOD(add_json("member_2", head));
  ASSERT_GOOD(add_json("head", head));
  EXPECT_FAILS(add_json("head", head), codes::kMinutesSignedAlready);  // another value, ECDSA
  const auto all = call<v1::GetJsonSignaturesResponse>(
      "GetJsonSignatures", request<v1::GetJsonSignaturesRequest>(), head);
  ASSERT_GOOD(all);
  ASSERT_EQ(all->cms_size(), 2);
  ASSERT_GOOD(add_cms(to_bytes(view(all->cms(0))), head));  // the same bytes again
  const auto done = add_json("member_1", head);
  ASSERT_GOOD(done);
  for (const auto& one : done->signatures()) EXPECT_EQ(one.json_signed(), one.on_json());
}

TEST_F(SigningCalls, AJsonSignatureOfWhoIsNotExpectedIsNotKept) {
  trust();
  const pki::Subject nobody{"Người lạ", "", ""};
  const auto stranger = people->authority().person(nobody.common_name);
  const Hash digest = crypto::sha256(view(json()));
  const Bytes attributes = pki::cms_attributes(digest, stranger.certificate).value();
  const Bytes cms =
      pki::cms_finish(digest, stranger.certificate, {}, stranger.key.sign(attributes)).value();
  EXPECT_FAILS(add_cms(cms, head), codes::kMinutesSignerOther);
  EXPECT_FAILS(add_cms(Bytes(70'000, 0x30), head), codes::kRequestField);
  EXPECT_FALSE(std::filesystem::exists(folder()));
}

TEST_F(SigningCalls, ATimestampThatAnswersNothingIsRefused) {
  trust();
  ASSERT_GOOD(sign("seal", presidium));
  const Bytes sealed = pdf();
  auto made = request<v1::AddTimestampRequest>();
  made.set_request("no request");
  made.set_response("no answer");
  EXPECT_FALSE(call<v1::SigningState>("AddTimestamp", made, presidium).has_value());
  EXPECT_EQ(pdf(), sealed);
}

TEST_F(SigningCalls, TheSecretariatSetsTheRootsAndTakesNoneAwayOnceSomethingIsSigned) {
  EXPECT_FAILS(paper(head), codes::kSigningRootsMissing);
  const pki::Certificate& root = people->authority().root;
  EXPECT_FAILS(set_roots({root}, head), codes::kSigningRootsNotYours);
  EXPECT_FAILS(set_roots({}, clerk), codes::kSigningRootsInvalid);
  EXPECT_FAILS(set_roots({people->person("head").certificate}, clerk), codes::kSigningRootsInvalid);
  const pki::testing::Authority other;
  ASSERT_GOOD(set_roots({other.root}, clerk));
  ASSERT_GOOD(set_roots({root}, clerk));
  ASSERT_GOOD(sign("seal", presidium));
  EXPECT_FAILS(set_roots({other.root}, clerk), codes::kSigningRootsFewer);
  ASSERT_GOOD(set_roots({other.root, root}, clerk));
  EXPECT_EQ(call<v1::GetSigningRootsResponse>(
                "GetSigningRoots", about<v1::GetSigningRootsRequest>(election.meeting), "")
                ->certificates_size(),
            2);
}

TEST_F(SigningCalls, BeforeTheAnnouncementOnlyThoseWhoMayReadMinutesSign) {
  trust();
  EXPECT_FAILS(paper(""), codes::kLoginNeeded);
  EXPECT_FAILS(paper(clerk), codes::kReadNotAllowed);
  EXPECT_FAILS(begin("seal", clerk), codes::kReadNotAllowed);
  election.sign();
  election.announce();
  ASSERT_GOOD(sign("seal", clerk));
}

TEST_F(SigningCalls, AFurtherDeclarationBeginsAnotherPaper) {
  trust();
  ASSERT_GOOD(sign("seal", presidium));
  v1::Command remark;
  remark.mutable_record_remark()->set_contest("c");
  remark.mutable_record_remark()->set_round(1);
  remark.mutable_record_remark()->set_text("Một ý kiến");
  election.meeting.must(std::move(remark), {"c2"});
  EXPECT_FALSE(paper(head).has_value());  // nothing is declared now
  election.declare();
  const auto other = paper(head);
  ASSERT_GOOD(other);
  EXPECT_EQ(other->state().revision(), 0u);
  EXPECT_EQ(other->json(), json());
}

TEST_F(SigningCalls, APaperDamagedOnTheDiskIsNotGoneOnWith) {
  trust();
  ASSERT_GOOD(sign("seal", presidium));
  Bytes damaged = pdf();
  damaged[damaged.size() / 2] ^= 1;
  std::ofstream(folder() / "paper-1.pdf", std::ios::binary) << chars(damaged);
  hall.restart();
  log_in_again();
  EXPECT_FALSE(paper(head).has_value());
  EXPECT_FALSE(sign("head", head).has_value());
}

TEST_F(SigningCalls, WithoutFontsTheServerSaysSo) {
  hall.options.fonts.reset();
  hall.restart();
  clerk = election.meeting.log_in("s1");
  log_in_again();
  trust();
  EXPECT_FAILS(paper(head), codes::kServerFonts);
}

}  // namespace
}  // namespace hp::service
