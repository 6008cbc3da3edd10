#include "journal/checkpoint.h"

#include <gtest/gtest.h>

#include "base/hex.h"
#include "crypto/base64.h"
#include "crypto/ed25519.h"
#include "crypto/hash.h"
#include "journal/codes.h"
#include "journal/cosignature.h"
#include "journal/note.h"

namespace hp::journal {
namespace {

// Made with another implementation of Ed25519, after the specifications.
constexpr std::string_view kKnown =
    "homphieu/000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
    "1537\n"
    "SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n"
    "\n"
    "— homphieu/000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f "
    "6gw0pbN5oKh35J9mINnbBh1oYkJnhSj5FMEqIMFs6eNdtVpO5/3HhCUaPmXEAju2pwS/NrHT3/O+ZAZZ2a/"
    "2mssy4gU=\n";
constexpr std::string_view kKnownLine =
    "— witness.example/w1 "
    "3xwKNQAAAABkGFDLy251vhTLCIXsOmrK2hL0wWDax1cN8ZGAz5X32Z2VyV+"
    "xoC4D05pQgfzbVdH3Sp5iX/bWnMxBbXoR9Q8cibfPCg==\n";
constexpr std::string_view kName = "witness.example/w1";
constexpr UnixMs kTime{1679315147000};

Hash congress() {
  Hash out{};
  for (std::size_t i = 0; i < 32; ++i) out[i] = static_cast<std::uint8_t>(i);
  return out;
}
crypto::LogKey key_of(std::uint8_t seed) {
  return crypto::LogKey::from_seed(Bytes(32, seed)).value();
}
Bytes log_key() {
  return to_bytes(key_of(1).public_key());
}
const TreeHead kHead{1537, crypto::sha256(view("root"))};

TEST(Note, TakesTheKnownNoteOfTheGoProject) {
  const auto note = read_note(
      "If you think cryptography is the answer to your problem,\n"
      "then you don't know what your problem is.\n"
      "\n"
      "— PeterNeumann "
      "x08go/ZJkuBS9UG/"
      "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
  ASSERT_TRUE(note.has_value());
  const Bytes key = crypto::from_base64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").value();
  const ByteView point = ByteView(key).subspan(1);
  const NoteSignature& one = note->signatures.at(0);
  EXPECT_EQ(to_hex(one.key_id), "c74f20a3");
  EXPECT_EQ(one.key_id, note_key_id("PeterNeumann", NoteKey::kEd25519, point));
  EXPECT_TRUE(crypto::verify_ed25519(point, view(note->text), one.signature));
}

TEST(Note, KeyNamesHaveNoSpacesOfAnyKindAndNoPlus) {
  EXPECT_TRUE(is_key_name("nhân-chứng.example/1"));
  for (const char* name : {"", "a b", "a+b", "a\tb", "a\u00a0b", "a\u3000b", "\xff", "a\n"}) {
    EXPECT_FALSE(is_key_name(name)) << name;
  }
}

TEST(Base64, TakesOneFormOnly) {
  EXPECT_EQ(crypto::from_base64("AAE=").value(), (Bytes{0, 1}));
  EXPECT_EQ(crypto::from_base64("").value(), Bytes{});
  for (const char* text : {"AAE", "AAF=", "AAE=\n", " AAE=", "AA==AAAA", "A===", "====", "AA-_",
                           "AAE=AAE=", "AA\nE=", "AAAA=", "AB=="}) {
    EXPECT_TRUE(crypto::from_base64(text).error().is(codes::kNotBase64)) << text;
  }
}

TEST(Checkpoint, IsTheKnownAnswer) {
  EXPECT_EQ(sign_checkpoint(congress(), kHead, key_of(1)), kKnown);
  EXPECT_EQ(open_checkpoint(kKnown, congress(), log_key()).value(), kHead);
  EXPECT_EQ(read_checkpoint_text(kKnown)->head, kHead);
}

TEST(Checkpoint, OfNothingAndOfTheLargestSizeComeBack) {
  for (const std::uint64_t size : {std::uint64_t{0}, ~std::uint64_t{0}}) {
    const TreeHead head{size, kHead.root};
    const auto note = sign_checkpoint(congress(), head, key_of(1));
    EXPECT_EQ(open_checkpoint(note, congress(), log_key()).value(), head);
  }
}

TEST(Checkpoint, OfAnotherCongressOrKeyIsRefused) {
  Hash other = congress();
  other[0] = 1;
  EXPECT_TRUE(open_checkpoint(kKnown, other, log_key()).error().is(codes::kCheckpointOther));
  EXPECT_TRUE(open_checkpoint(kKnown, congress(), key_of(2).public_key())
                  .error()
                  .is(codes::kCheckpointSignature));
  EXPECT_FALSE(open_checkpoint(kKnown, congress(), Bytes{}).has_value());
}

TEST(Checkpoint, WithAnyByteChangedIsRefused) {
  for (std::size_t i = 0; i < kKnown.size(); ++i) {
    for (const int flip : {0x01, 0x20, 0x80}) {
      std::string changed(kKnown);
      changed[i] = static_cast<char>(changed[i] ^ flip);
      EXPECT_FALSE(open_checkpoint(changed, congress(), log_key()).has_value()) << i;
    }
    EXPECT_FALSE(open_checkpoint(kKnown.substr(0, i), congress(), log_key()).has_value()) << i;
    std::string more(kKnown);
    more.insert(i, 1, '\n');
    EXPECT_FALSE(open_checkpoint(more, congress(), log_key()).has_value()) << i;
  }
  std::string longer(kKnown);
  longer.push_back('\n');
  EXPECT_FALSE(open_checkpoint(longer, congress(), log_key()).has_value());
}

// Signed, so that the form alone is what is wrong.
std::string signed_text(const std::string& text) {
  const auto id = note_key_id(origin_of(congress()), NoteKey::kEd25519, log_key());
  return text + "\n" +
         write_signature_line({origin_of(congress()), id, to_bytes(key_of(1).sign(view(text)))});
}

TEST(Checkpoint, ItsTextHasOneForm) {
  const std::string origin = origin_of(congress()) + "\n";
  const std::string root = "SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n";
  EXPECT_TRUE(open_checkpoint(signed_text(origin + "7\n" + root), congress(), log_key()));
  for (const std::string& text :
       {origin + "07\n" + root, origin + "+7\n" + root, origin + "\n" + root, origin + "7\n",
        origin + "7 \n" + root, origin + "7\n" + root + "more\n", origin + "-1\n" + root,
        origin + "18446744073709551616\n" + root, origin + "7\nAAAA\n", "\n7\n" + root,
        origin + "7\n\n" + root}) {
    const auto opened = open_checkpoint(signed_text(text), congress(), log_key());
    EXPECT_TRUE(opened.error().is(codes::kCheckpointForm)) << text;
  }
}

TEST(Checkpoint, SignedTwiceByTheLogIsRefused) {
  const std::string note(kKnown);
  const std::string line = note.substr(note.find("—"));
  EXPECT_FALSE(open_checkpoint(note + line, congress(), log_key()).has_value());
}

TEST(Cosignature, IsTheKnownAnswer) {
  EXPECT_EQ(cosign(kKnown, kName, key_of(2), UnixMs{kTime.value + 999}), kKnownLine);
  EXPECT_EQ(check_cosignature(kKnown, kKnownLine, kName, key_of(2).public_key()).value(), kTime);
}

TEST(Cosignature, OfACosignedCheckpointIsTheSame) {
  const std::string cosigned = std::string(kKnown) + std::string(kKnownLine);
  EXPECT_EQ(cosign(cosigned, kName, key_of(2), kTime), kKnownLine);
  EXPECT_EQ(open_checkpoint(cosigned, congress(), log_key()).value(), kHead);
}

TEST(Cosignature, WithAnyByteChangedIsRefused) {
  const auto key = key_of(2).public_key();
  for (std::size_t i = 0; i < kKnownLine.size(); ++i) {
    std::string changed(kKnownLine);
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(check_cosignature(kKnown, changed, kName, key).has_value()) << i;
  }
  const auto other = sign_checkpoint(congress(), {1538, kHead.root}, key_of(1));
  EXPECT_TRUE(
      check_cosignature(other, kKnownLine, kName, key).error().is(codes::kCosignatureWrong));
  EXPECT_FALSE(check_cosignature(kKnown, kKnownLine, "witness.example/w2", key).has_value());
  EXPECT_FALSE(check_cosignature(kKnown, kKnownLine, kName, log_key()).has_value());
}

TEST(Cosignature, IsNotMadeOfWhatIsNoCheckpoint) {
  EXPECT_EQ(cosign("cosignature/v1\n", kName, key_of(2), kTime), "");
  EXPECT_EQ(cosign(kKnown, "a b", key_of(2), kTime), "");
}

struct Hall {
  std::vector<Witness> witnesses{{"w/1", key_of(2).public_key()}, {"w/2", key_of(3).public_key()}};
  std::string line(std::size_t i) const {
    return cosign(kKnown, witnesses[i].name, key_of(static_cast<std::uint8_t>(2 + i)), kTime);
  }
  Result<Witnessed> open(const std::string& lines) const {
    return open_witnessed(std::string(kKnown) + lines, congress(), log_key(), witnesses);
  }
};

TEST(Witnessed, CountsThoseWhoCosigned) {
  const Hall hall;
  EXPECT_EQ(hall.open("")->count(), 0U);
  EXPECT_EQ(hall.open(hall.line(1))->seen, (std::vector<std::optional<UnixMs>>{{}, kTime}));
  EXPECT_EQ(hall.open(hall.line(0) + hall.line(1))->count(), 2U);
  EXPECT_EQ(hall.open(hall.line(0) + hall.line(1))->head, kHead);
}

TEST(Witnessed, HasOneFormOnly) {
  const Hall hall;
  EXPECT_FALSE(hall.open(hall.line(1) + hall.line(0)).has_value());
  EXPECT_FALSE(hall.open(hall.line(0) + hall.line(0)).has_value());
  const std::string stranger = cosign(kKnown, "w/3", key_of(4), kTime);
  EXPECT_TRUE(hall.open(stranger).error().is(codes::kCosignatureWrong));
  EXPECT_EQ(hall.open(stranger).error().where, "signatures[1]");
  const auto note = read_note(kKnown).value();
  const std::string log_line = write_signature_line(note.signatures[0]);
  EXPECT_FALSE(open_witnessed(note.text + "\n" + hall.line(0) + log_line, congress(), log_key(),
                              hall.witnesses)
                   .has_value());
}

TEST(Witnessed, IsMadeFromLinesOfWhoeverAnswered) {
  const Hall hall;
  const std::vector<std::string> lines{"", hall.line(1)};
  const auto note = join_cosignatures(kKnown, lines);
  EXPECT_EQ(open_witnessed(note, congress(), log_key(), hall.witnesses)->count(), 1U);
}

}  // namespace
}  // namespace hp::journal
