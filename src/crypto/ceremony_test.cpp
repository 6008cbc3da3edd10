#include "crypto/ceremony.h"

#include "crypto/codes.h"
#include "crypto/tally.h"
#include "crypto/trustee.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

using nlohmann::json;

CeremonyFrame frame_in(const json& c) {
  return {.congress = hash_in(c["congress_id"]), .n = c["n"], .k = c["k"]};
}

std::vector<Hash> commitments_in(const json& c) {
  std::vector<Hash> out;
  for (const auto& one : c["trustees"]) out.push_back(hash_in(one["commitment"]));
  return out;
}

Reveal reveal_in(const json& trustee) {
  Reveal out{bytes_of(trustee["E"]), list_of(trustee["C"]), {}};
  for (const auto& one : trustee["possession"]) out.proofs.push_back(bytes_of(one["proof"]));
  return out;
}

json column_of(const json& list, const char* key) {
  json out = json::array();
  for (const auto& one : list) out.push_back(one[key]);
  return out;
}

class KnownCeremonies : public ::testing::TestWithParam<std::size_t> {
 protected:
  const json c = vectors("ceremony.json")[GetParam()];
  const CeremonyFrame frame = frame_in(c);
  TrusteeSecrets secrets(std::uint32_t i) const {
    return secrets_of(hash_in(c["trustees"][i - 1]["seed"]), frame.congress, frame.k);
  }
};

TEST_P(KnownCeremonies, AreMadeAgainFromSeedsAndRandomness) {
  for (const auto& one : c["trustees"]) {
    const std::uint32_t i = one["i"];
    const TrusteeSecrets mine = secrets(i);
    EXPECT_EQ(to_hex(mine.agreement.encode()), one["e"]);
    for (std::size_t j = 0; j < frame.k; ++j) {
      EXPECT_EQ(to_hex(mine.coefficients[j].encode()), one["a"][j]);
    }
    const Reveal points = points_of(mine);
    EXPECT_EQ(to_hex(points.agreement), one["E"]);
    EXPECT_EQ(points.coefficients, list_of(one["C"]));
    EXPECT_EQ(to_hex(commitment_of(frame, i, points)), one["commitment"]);
    std::size_t used = 0;
    const Random known = known_random(column_of(one["possession"], "u"), used);
    EXPECT_EQ(prove_possession(frame, commitments_in(c), i, mine, known), reveal_in(one).proofs);
  }
}

TEST_P(KnownCeremonies, PassEveryCheck) {
  std::vector<Reveal> reveals;
  for (const auto& one : c["trustees"]) {
    reveals.push_back(reveal_in(one));
    EXPECT_TRUE(check_reveal(frame, commitments_in(c), one["i"], reveals.back()).has_value());
  }
  std::vector<const Reveal*> all;
  for (const Reveal& one : reveals) all.push_back(&one);
  const CeremonyKeys keys = keys_of(frame, all).value();
  EXPECT_EQ(to_hex(keys.key), c["K"]);
  EXPECT_EQ(to_hex(keys.hash), c["ceremony_hash"]);
  for (std::size_t i = 0; i < frame.n; ++i) {
    EXPECT_EQ(to_hex(keys.shares[i]), c["trustees"][i]["V"]);
  }
  const Ciphertext rehearsal = rehearsal_of(keys);
  EXPECT_EQ(to_hex(rehearsal.alpha.encode().value()), c["rehearsal"]["alpha"]);
  EXPECT_EQ(to_hex(rehearsal.beta.encode().value()), c["rehearsal"]["beta"]);
  std::vector<Bytes> partials;
  for (const auto& one : c["rehearsal"]["partials"]) {
    partials.push_back(bytes_of(one["bytes"]));
    EXPECT_TRUE(check_rehearsal(keys, one["i"], partials.back()).has_value());
    std::size_t used = 0;
    const auto x =
        SecretScalar::decode(bytes_of(c["trustees"][one["i"].get<std::size_t>() - 1]["x"]));
    EXPECT_EQ(make_rehearsal(keys, one["i"], x.value(), known_random(json::array({one["w"]}), used))
                  .value(),
              partials.back());
  }
  EXPECT_TRUE(check_rehearsal_opens(keys, frame.k, {partials.begin(), partials.end()}).has_value());
  for (const auto& one : c["rehearsal"]["sets"]) {
    const auto set = one["set"].get<std::vector<std::uint32_t>>();
    for (std::size_t i = 0; i < set.size(); ++i) {
      EXPECT_EQ(to_hex(lagrange(set[i], set).encode()), one["lambda"][i]);
    }
  }
  std::swap(partials[0], partials[1]);
  EXPECT_FALSE(
      check_rehearsal_opens(keys, frame.k, {partials.begin(), partials.end()}).has_value());
}

TEST_P(KnownCeremonies, SendSharesThatTheirReceiversOpen) {
  for (const auto& one : c["shares"]) {
    const std::uint32_t from = one["from"];
    const std::uint32_t to = one["to"];
    const ShareRoute route{frame.congress, from, to, bytes_of(c["trustees"][to - 1]["E"])};
    const SecretScalar share = secrets(from).value_at(to);
    EXPECT_EQ(to_hex(share.encode()), one["share"]);
    std::size_t used = 0;
    const Bytes sealed =
        seal_share(route, share, known_random(json::array({one["d"]}), used)).value();
    EXPECT_EQ(to_hex(sealed), one["bytes"]);
    EXPECT_TRUE(check_share_bytes(sealed).has_value());
    const auto opened =
        open_share(route, sealed, secrets(to).agreement, list_of(c["trustees"][from - 1]["C"]));
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(to_hex(opened->encode()), one["share"]);
  }
}

INSTANTIATE_TEST_SUITE_P(Of, KnownCeremonies, ::testing::Values(0u, 1u));

std::string reason_of(const Error& error) {
  if (error.is(codes::kCeremonyNumbers)) return "length";
  if (error.is(codes::kRevealDiffers)) return "commitment";
  if (error.is(codes::kProofWrong)) return "possession";
  if (error.detail.empty() || error.detail == "length") return "length";
  return error.detail;
}

class BadReveals : public ::testing::TestWithParam<int> {};

TEST_P(BadReveals, AreRefusedForTheStatedReason) {
  int cases = 0;
  for (const auto& one : vectors("ceremony-invalid.json")) {
    if (one["step"] != "reveal" || one["mistake"] != GetParam()) continue;
    ++cases;
    std::vector<Hash> commits;
    for (const auto& hash : one["commits"]) commits.push_back(hash_in(hash));
    const Reveal reveal{bytes_of(one["E"]), list_of(one["C"]), list_of(one["proofs"])};
    const auto checked = check_reveal(frame_in(one), commits, one["i"], reveal);
    ASSERT_FALSE(checked.has_value()) << one["name"];
    EXPECT_EQ(reason_of(checked.error()), one["fails"]) << one["name"];
  }
  EXPECT_GT(cases, 0);
}

INSTANTIATE_TEST_SUITE_P(Mistake, BadReveals, ::testing::Values(2, 6, 7, 20),
                         [](const auto& param) { return std::to_string(param.param); });

TEST(BadShares, AreRefusedForTheStatedReason) {
  for (const auto& one : vectors("ceremony-invalid.json")) {
    if (one["step"] != "share") continue;
    const SecretScalar e = SecretScalar::decode(bytes_of(one["e"])).value();
    const ShareRoute route{hash_in(one["congress_id"]), one["from"], one["to"],
                           to_bytes(SecretBase::generator().power(e).value())};
    const Bytes sealed = bytes_of(one["bytes"]);
    const auto opened = open_share(route, sealed, e, list_of(one["C"]));
    ASSERT_FALSE(opened.has_value()) << one["name"];
    EXPECT_TRUE(opened.error().is(codes::kShareWrong));
    EXPECT_EQ(opened.error().where, std::to_string(one["from"].get<int>()));
    const std::string fails = one["fails"];
    EXPECT_EQ(opened.error().detail, fails) << one["name"];
    EXPECT_EQ(check_share_bytes(sealed).has_value(), fails != "length" && fails != "point");
  }
}

TEST(BadKeys, AreRefusedAtInfinity) {
  for (const auto& one : vectors("ceremony-invalid.json")) {
    if (one["step"] != "key") continue;
    std::vector<Reveal> reveals;
    for (std::size_t i = 0; i < one["E"].size(); ++i) {
      reveals.push_back({bytes_of(one["E"][i]), list_of(one["C"][i]), {}});
    }
    std::vector<const Reveal*> all;
    for (const Reveal& reveal : reveals) all.push_back(&reveal);
    const auto keys = keys_of(frame_in(one), all);
    ASSERT_FALSE(keys.has_value()) << one["name"];
    EXPECT_EQ(keys.error().detail, one["fails"]);
  }
}

class BadRehearsals : public ::testing::TestWithParam<int> {};

TEST_P(BadRehearsals, AreRefusedForTheStatedReason) {
  int cases = 0;
  for (const auto& one : vectors("ceremony-invalid.json")) {
    if (one["step"] != "rehearsal" || one["mistake"] != GetParam()) continue;
    ++cases;
    CeremonyKeys keys{bytes_of(one["K"]), std::vector<Bytes>(9), hash_in(one["ceremony_hash"])};
    keys.shares[one["i"].get<std::size_t>() - 1] = bytes_of(one["V"]);
    const auto checked = check_rehearsal(keys, one["i"], bytes_of(one["bytes"]));
    ASSERT_FALSE(checked.has_value()) << one["name"];
    EXPECT_EQ(checked.error().is(codes::kProofWrong) ? "equation" : checked.error().detail,
              one["fails"])
        << one["name"];
  }
  EXPECT_GT(cases, 0);
}

INSTANTIATE_TEST_SUITE_P(Mistake, BadRehearsals, ::testing::Values(3, 6, 17, 21),
                         [](const auto& param) { return std::to_string(param.param); });

TEST(CeremonyFrame, HasAMajorityThatIsNotEverybody) {
  const auto holds = [](std::uint32_t n, std::uint32_t k) {
    return check_frame({.congress = {}, .n = n, .k = k}).has_value();
  };
  EXPECT_TRUE(holds(3, 2) && holds(5, 3) && holds(5, 4) && holds(9, 8) && holds(4, 3));
  EXPECT_FALSE(holds(2, 1) || holds(3, 1) || holds(3, 3) || holds(4, 2) || holds(10, 6));
  EXPECT_FALSE(holds(0, 0));
}

}  // namespace
}  // namespace hp::crypto
