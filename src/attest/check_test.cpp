#include "attest/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attest/test_kit.h"
#include "crypto/hash.h"

namespace hp::attest {
namespace {

using ::testing::ElementsAre;
using testing::faults_of;
using testing::Hall;
using ::testing::IsEmpty;

class EachMinutes : public ::testing::TestWithParam<minutes::examples::Example> {};

TEST_P(EachMinutes, SignedByAllAreGood) {
  const Hall hall(GetParam().make());
  const Checked checked = check_paper(hall.signed_by_all(), hall.against());
  EXPECT_THAT(faults_of(checked), IsEmpty());
  EXPECT_THAT(checked.missing, IsEmpty());
  EXPECT_EQ(checked.json, minutes::make_json(GetParam().make()).value());
  EXPECT_EQ(checked.signatures.front().field, "seal");
}

INSTANTIATE_TEST_SUITE_P(Check, EachMinutes, ::testing::ValuesIn(minutes::examples::kEach),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(CheckPaper, TakesElectionMinutes) {
  const Hall hall(minutes::examples::election());
  EXPECT_THAT(faults_of(check_paper(hall.signed_by_all(), hall.against())), IsEmpty());
}

TEST(CheckPaper, OfPopplerFindsTheSameSignaturesValid) {
  const Hall hall(minutes::examples::committee(), pki::KeyKind::kRsa3072);
  const pki::testing::Folder folder;
  folder.put("paper.pdf", hall.signed_by_all());
  folder.put("root.pem", view(hall.authority().root.pem()));
  const auto said = folder.run(
      "mkdir nss && certutil -N -d sql:nss --empty-password && "
      "certutil -A -d sql:nss -n root -t CT,C,C -i root.pem && "
      "pdfsig -nssdir nss -no-ocsp paper.pdf; qpdf --check paper.pdf");
  const std::size_t expected = expected_signers(minutes::examples::committee()).size();
  std::size_t valid = 0;
  for (std::size_t at = 0; (at = said.text.find("Signature is Valid.", at)) != std::string::npos;
       ++at)
    ++valid;
  EXPECT_EQ(valid, expected) << said.text;
  EXPECT_NE(said.text.find("No syntax or stream encoding errors"), std::string::npos) << said.text;
  EXPECT_EQ(said.text.find("Signature is Invalid"), std::string::npos);
}

TEST(CheckPaper, SaysWhoIsMissing) {
  const Hall hall(minutes::examples::committee());
  const Bytes sealed = hall.sign(hall.blank(), "seal").value();
  const Checked checked = check_paper(sealed, hall.against());
  EXPECT_THAT(faults_of(checked),
              ElementsAre("minutes_signature_missing head", "minutes_signature_missing presidium"));
  Against unfinished = hall.against();
  unfinished.complete = false;
  EXPECT_THAT(faults_of(check_paper(sealed, unfinished)), IsEmpty());
}

TEST(CheckPaper, WantsTheJsonOfTheRecord) {
  const Hall hall(minutes::examples::committee());
  Against against = hall.against();
  against.record = [](const Minutes&) {
    return minutes::make_json(minutes::examples::committee());
  };
  const Bytes paper = hall.signed_by_all();
  EXPECT_THAT(faults_of(check_paper(paper, against)), IsEmpty());
  against.record = [](const Minutes&) {
    return minutes::make_json(minutes::examples::secretary());
  };
  EXPECT_THAT(faults_of(check_paper(paper, against)), ElementsAre("minutes_not_of_record"));
}

// The pages say something else than the data: made by another hand, sealed by the same seal.
TEST(CheckPaper, WantsThePagesOfTheJson) {
  minutes::Model model = minutes::examples::committee();
  const Hall hall(model);
  Bytes paper = hall.blank();
  // The title in the metadata is no data of the JSON.
  const std::string_view text = chars(paper);
  const std::size_t at = text.rfind("homphieu");
  ASSERT_NE(at, std::string::npos);
  paper[at] = 'H';
  Against unfinished = hall.against();
  unfinished.complete = false;
  EXPECT_THAT(faults_of(check_paper(paper, unfinished)), ElementsAre("minutes_paper_differs"));
}

TEST(CheckPaper, WantsRootsThatIssuedTheCertificates) {
  const Hall hall(minutes::examples::secretary()), other(minutes::examples::secretary());
  const Checked checked = check_paper(hall.signed_by_all(), other.against());
  EXPECT_EQ(checked.signatures.size(), 0U);
  EXPECT_EQ(faults_of(checked).front(), "certificate_untrusted seal");
}

TEST(CheckPaper, RefusesWhatIsNoPaper) {
  const Hall hall(minutes::examples::committee());
  EXPECT_FALSE(check_paper({}, hall.against()).good());
  EXPECT_FALSE(check_paper(view("%PDF-1.7\n"), hall.against()).good());
  Bytes more = hall.signed_by_all();
  append(more, view("%%EOF\n"));
  EXPECT_FALSE(check_paper(more, hall.against()).good());
}

TEST(CheckJson, TakesTheHeadAndEveryMemberInAnyOrder) {
  const minutes::Model model = minutes::examples::committee();
  const std::string json = minutes::make_json(model).value();
  const Hall hall(model);
  std::vector<Bytes> signatures;
  for (const Expected& one : expected_signers(model)) {
    if (!one.on_json) continue;
    const Who who{one.field, hall.person(one.field).certificate};
    const JsonTurn turn = begin_json(json, who, hall.against()).value();
    signatures.push_back(
        finish_json(json, turn, hall.person(one.field).key.sign(turn.attributes)).value());
  }
  ASSERT_GE(signatures.size(), 3U);
  EXPECT_THAT(faults_of(check_json(json, signatures, hall.against())), IsEmpty());
  std::ranges::reverse(signatures);
  EXPECT_THAT(faults_of(check_json(json, signatures, hall.against())), IsEmpty());

  std::vector<Bytes> twice = signatures;
  twice.push_back(signatures.front());
  EXPECT_THAT(faults_of(check_json(json, twice, hall.against())),
              ElementsAre("minutes_signed_already json"));
  signatures.pop_back();
  EXPECT_THAT(faults_of(check_json(json, signatures, hall.against())).size(), 1U);
  EXPECT_EQ(faults_of(check_json(json, {Bytes{1}}, hall.against())).front(), "cms_form json");
}

}  // namespace
}  // namespace hp::attest
