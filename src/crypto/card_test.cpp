#include "crypto/card.h"

#include "crypto/text_form.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

TEST(Cards, GiveTheKnownKeysAndTexts) {
  for (const auto known = vectors("cards.json"); const auto& one : known["cards"]) {
    const CardSeed seed = array_of<16>(bytes_of(one["seed"]));
    const SigningKey key = card_key(seed, hash_in(one["congress_id"]));
    EXPECT_EQ(to_hex(key.scalar()), one["private"]);
    EXPECT_EQ(to_hex(key.point()), one["public"]);
    EXPECT_EQ(text_form(seed), one["text"]);
  }
}

TEST(TextForm, ReadsWhatPeopleTypeAndNamesWhatIsWrong) {
  for (const auto known = vectors("cards.json"); const auto& one : known["texts"]) {
    const auto read = read_text_form(one["text"].get<std::string>(), 16);
    if (one.contains("bytes")) {
      ASSERT_TRUE(read.has_value()) << one["why"];
      EXPECT_EQ(to_hex(*read), one["bytes"]) << one["why"];
    } else {
      ASSERT_FALSE(read.has_value()) << one["why"];
      EXPECT_EQ(read.error().detail, one["fails"]) << one["why"];
    }
  }
}

TEST(TextForm, OfATrusteesSeedIsTheKnownOne) {
  for (const auto known = vectors("cards.json"); const auto& one : known["seeds32"]) {
    EXPECT_EQ(text_form(bytes_of(one["seed"])), one["text"]);
    EXPECT_EQ(to_hex(read_text_form(one["text"].get<std::string>(), 32).value()), one["seed"]);
  }
}

TEST(TextForm, FindsEveryWrongCharacterAndEveryExchange) {
  const std::string good = "ZADK41KQ071A4NDMZRADXC1MJR01";
  const std::string digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char digit : digits) {
      std::string wrong = good;
      wrong[i] = digit;
      EXPECT_EQ(read_text_form(wrong, 16).has_value(), wrong == good) << wrong;
    }
    for (std::size_t j = i + 1; j < good.size(); ++j) {
      std::string exchanged = good;
      std::swap(exchanged[i], exchanged[j]);
      EXPECT_EQ(read_text_form(exchanged, 16).has_value(), exchanged == good) << exchanged;
    }
  }
}

TEST(Trackers, AreTheKnownOnes) {
  for (const auto known = vectors("cards.json"); const auto& one : known["trackers"]) {
    EXPECT_EQ(tracker(hash_in(one["sha256"])), one["tracker"]);
  }
}

}  // namespace
}  // namespace hp::crypto
