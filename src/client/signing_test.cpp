// Signing minutes through a server, and through one that would have something else signed.
#include "client/signing.h"

#include <gtest/gtest.h>

#include "attest/codes.h"
#include "client/codes.h"
#include "client/hall_kit.h"
#include "pki/authority.h"
#include "report/report.h"

namespace hp::client {
namespace {

constexpr std::uint64_t kDayMs = 86'400'000;

// A congress whose contest "bch" is declared, and people with certificates.
class Signing : public ::testing::Test {
 protected:
  Signing() {
    hall.enrol_all();
    hall.gather();
    hall.hold_ceremony();
    hall.approve();
    hall.open();
    HallClient device = hall.client();
    const OpenRound round = must(open_round(device, hall.congress, "bch"));
    const std::vector<Mark> marks{Mark::kAgree, Mark::kAgree, Mark::kAgree, Mark::kAgree,
                                  Mark::kDisagree};
    for (const crypto::CardSeed& card : hall.cards) {
      must(cast_ballot(
          device, round,
          must(prepare_ballot(round, crypto::card_key(card, hall.congress), marks, hall.random))));
    }
    hall.close();
    hall.trustees_work();
    hall.accepted(must(declare_result(hall.as("ka").state(), "bch", "1", 3)), {"ka", "kb", "pa"});
    validity = {{hall.now().value - kDayMs}, {hall.now().value + kDayMs}};
    root = pki::make_authority(key, {"Chứng thư thử", "", ""}, validity);
    must(set_signing_roots(hall.as("an"), {*root}));
    minutes = must(attest::read_minutes(json()));
  }
  std::string json() { return must(report::minutes_json(hall.as("ka").state(), "bch", 1)); }
  Trusting trusting() const { return {{*root}, &fonts}; }

  // The person of that field with a new key.
  attest::Who who(const std::string& field) {
    for (const attest::Expected& one : attest::expected_signers(*minutes)) {
      if (one.field != field) continue;
      keys[field].emplace(pki::PrivateKey::generate());
      return {field, must(pki::issue(*root, key, keys[field]->public_key(), {one.name, one.uid, ""},
                                     validity))};
    }
    throw std::runtime_error("no field " + field);
  }
  AskKey asking() {
    return [this](const attest::Who& signer, ByteView bytes) -> Result<std::optional<Bytes>> {
      ++asked;
      if (!wants) return std::nullopt;
      return keys.at(signer.field)->sign(bytes);
    };
  }
  Result<std::optional<v1::SigningState>> sign(Official& official, const std::string& field) {
    return sign_paper(official, {"bch"}, who(field), trusting(), asking());
  }
  // The same server, but for one call.
  template <class Request, class Response>
  void lie(const std::string& method, const std::function<void(Response&)>& change) {
    const std::string path = "/homphieu.v1.SigningService/" + method;
    for (const auto& [name, one] : hall.registry().methods()) {
      if (name != path) lying.add(one);
    }
    lying.unary<Request, Response>(
        path, [=, this](const Request& request, const rpc::Call& call) -> Result<Response> {
          HP_ASSIGN(Response answer,
                    rpc::call_local<Response>(hall.registry(), path, request, rpc::Call(call)));
          change(answer);
          return answer;
        });
  }
  Official through_the_liar() {
    Official out(HallClient::local(lying), hall.key("pa"), hall.congress, "pa");
    must(out.log_in(hall.now()));
    must(out.sync());
    return out;
  }

  SmallCongress hall;
  const pdf::Fonts fonts = must(load_fonts());
  const pki::PrivateKey key = pki::PrivateKey::generate();
  pki::Validity validity{};
  std::optional<pki::Certificate> root;
  std::optional<attest::Minutes> minutes;
  std::map<std::string, std::optional<pki::PrivateKey>> keys;
  rpc::Registry lying;
  int asked = 0;
  bool wants = true;
};

TEST_F(Signing, AnOfficialsProgramSignsThePaperAndTheJson) {
  must(sign(hall.as("pa"), "seal"));
  must(sign(hall.as("ka"), "head"));
  must(sign_json(hall.as("ka"), {"bch"}, who("head"), trusting(), asking()));
  must(sign_json(hall.as("kb"), {"bch"}, who("member_1"), trusting(), asking()));
  const auto done = must(sign(hall.as("pa"), "presidium"));
  EXPECT_EQ(done->revision(), 3u);
  const v1::SignedPaper paper = must(signed_paper(hall.as("pa"), {"bch"}, trusting()));
  const attest::Against whole{{*root}, &fonts, {}, true};
  EXPECT_TRUE(attest::check_paper(view(paper.pdf()), whole).good());
  EXPECT_TRUE(attest::check_json(paper.json(), must(json_signatures(hall.as("pa"), {"bch"})), whole)
                  .good());
}

TEST_F(Signing, WhoSaysNoLeavesThePaperToTheNext) {
  wants = false;
  EXPECT_EQ(must(sign(hall.as("pa"), "seal")), std::nullopt);
  wants = true;
  must(sign(hall.as("ka"), "seal"));
}

TEST_F(Signing, NothingElseThanTheOwnMinutesIsSigned) {
  lie<v1::BeginSignatureRequest, v1::BeginSignatureResponse>(
      "BeginSignature", [](auto& answer) { answer.mutable_attributes()->back() ^= 1; });
  Official official = through_the_liar();
  EXPECT_EQ(sign(official, "seal").error().code->name, codes::kSigningTurnOther.name);
  EXPECT_EQ(asked, 0);
}

TEST_F(Signing, APaperThatIsNotOfTheRecordIsNotSigned) {
  lie<v1::GetSignedPaperRequest, v1::SignedPaper>(
      "GetSignedPaper", [](auto& answer) { answer.set_json(answer.json() + " "); });
  Official official = through_the_liar();
  EXPECT_EQ(sign(official, "seal").error().code->name, codes::kMinutesNotOfRecord.name);
  EXPECT_EQ(asked, 0);
}

TEST_F(Signing, APaperThatWasChangedIsNotSigned) {
  lie<v1::GetSignedPaperRequest, v1::SignedPaper>("GetSignedPaper", [](auto& answer) {
    answer.mutable_pdf()->at(answer.pdf().size() / 2) ^= 1;
  });
  Official official = through_the_liar();
  EXPECT_FALSE(sign(official, "seal").has_value());
  EXPECT_EQ(asked, 0);
}

TEST_F(Signing, ATimestampIsGivenOnlyForARequestOfThatSignature) {
  must(sign(hall.as("pa"), "seal"));
  EXPECT_FALSE(add_timestamp(hall.as("pa"), {"bch"}, view("?"), view("!")).has_value());
  EXPECT_EQ(must(signed_paper(hall.as("pa"), {"bch"}, trusting())).state().revision(), 1u);
}

}  // namespace
}  // namespace hp::client
