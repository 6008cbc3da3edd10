#include "journal/receipt.h"

#include <gtest/gtest.h>

#include "crypto/ed25519.h"
#include "crypto/hash.h"
#include "journal/canonical.h"
#include "journal/checkpoint.h"
#include "journal/codes.h"
#include "journal/envelope.h"
#include "journal/receipt_message.h"

namespace hp::journal {
namespace {

constexpr CommandId kCommand{1, 2, 3};
const Hash kCongress{7};
crypto::LogKey hall_key() {
  return crypto::LogKey::from_seed(Bytes(32, 1)).value();
}

v1::Command command(const CommandId& id) {
  v1::Command out;
  out.set_congress_id(to_string(kCongress));
  out.set_command_id(to_string(id));
  out.mutable_close_contest()->set_contest("bch");
  out.mutable_close_contest()->set_round(1);
  return out;
}
Bytes envelope_of(const v1::Command& command) {
  v1::Envelope out;
  out.set_payload_type(std::string(kCommandType));
  out.set_payload(to_string(encode_canonical(command)));
  add_signature(out, Hash{1}, Bytes(64, 1));
  return encode_canonical(out);
}

// Five entries; the receipt is for the fourth.
struct ReceiptHall {
  Bytes envelope = envelope_of(command(kCommand));
  Receipt receipt;
  ReceiptHall() {
    Tree tree;
    for (std::uint8_t i = 0; i < 5; ++i) {
      tree.add(leaf_hash(i == 3 ? envelope : envelope_of(command({9, i}))));
    }
    receipt = {kCongress, kCommand, 3, tree.inclusion(3, 5),
               sign_checkpoint(kCongress, tree.head(), hall_key())};
  }
  Result<TreeHead> check(const Receipt& one) const {
    return check_receipt(one, envelope, hall_key().public_key());
  }
};

TEST(Receipt, HoldsForItsCommand) {
  const ReceiptHall hall;
  EXPECT_EQ(hall.check(hall.receipt)->size, 5U);
}

TEST(Receipt, HoldsForNoOtherCommandPlaceOrCheckpoint) {
  const ReceiptHall hall;
  Receipt wrong = hall.receipt;
  wrong.command_id[0] ^= 1;
  EXPECT_TRUE(hall.check(wrong).error().is(codes::kReceiptOther));
  wrong = hall.receipt;
  wrong.congress_id[0] ^= 1;
  EXPECT_TRUE(hall.check(wrong).error().is(codes::kReceiptOther));
  wrong = hall.receipt;
  wrong.index = 2;
  EXPECT_TRUE(hall.check(wrong).error().is(codes::kInclusionWrong));
  wrong = hall.receipt;
  wrong.checkpoint = sign_checkpoint(kCongress, {5, Hash{}}, hall_key());
  EXPECT_TRUE(hall.check(wrong).error().is(codes::kInclusionWrong));
  const Bytes other = envelope_of(command({9, 1}));
  EXPECT_TRUE(
      check_receipt(hall.receipt, other, hall_key().public_key()).error().is(codes::kReceiptOther));
  EXPECT_TRUE(check_receipt(hall.receipt, hall.envelope, Bytes(32, 1))
                  .error()
                  .is(codes::kCheckpointSignature));
}

TEST(Receipt, OfTheFoundingTiesTheCongressToItsPayload) {
  v1::Command founding;
  founding.set_command_id(to_string(kCommand));
  founding.mutable_found_congress()->set_level(v1::LEVEL_CELL);
  founding.mutable_found_congress()->set_meeting(v1::MEETING_MEMBER_CONGRESS);
  const Bytes envelope = envelope_of(founding);
  const Hash id = crypto::sha256(encode_canonical(founding));
  Tree tree;
  tree.add(leaf_hash(envelope));
  Receipt receipt{id, kCommand, 0, {}, sign_checkpoint(id, tree.head(), hall_key())};
  EXPECT_TRUE(check_receipt(receipt, envelope, hall_key().public_key()).has_value());
  receipt.congress_id = kCongress;
  EXPECT_TRUE(
      check_receipt(receipt, envelope, hall_key().public_key()).error().is(codes::kReceiptOther));
}

TEST(Receipt, ItsFileIsReadBack) {
  const ReceiptHall hall;
  const std::string file = write_receipt(hall.receipt);
  EXPECT_TRUE(file.starts_with("{\n  \"kind\": \"homphieu-receipt v1\",\n")) << file;
  EXPECT_EQ(read_receipt(file).value(), hall.receipt);
}

TEST(Receipt, AFileInAnotherFormIsRefused) {
  const std::string file = write_receipt(ReceiptHall().receipt);
  const auto with = [&file](const std::string& from, const std::string& to) {
    std::string out = file;
    return out.replace(out.find(from), from.size(), to);
  };
  for (const std::string& wrong : {
           std::string(),
           std::string("[]"),
           file + "x",
           file.substr(0, file.size() - 2),
           with("v1", "v2"),
           with("\"kind\"", "\"kinds\""),
           with("{", "{\"more\": 1,"),
           with("{", "{\"index\": 3,"),
           with(": 3,", ": -3,"),
           with(": 3,", ": 3.0,"),
           with(": 3,", ": \"3\","),
           with("\"0700", "\"07000"),
           with("\"0102", "\"010x"),
           with("\"inclusion\": [", "\"inclusion\": [1,"),
           with("\"checkpoint\": ", "\"checkpoint\": [], \"x\": "),
       }) {
    EXPECT_TRUE(read_receipt(wrong).error().is(codes::kReceiptForm)) << wrong;
  }
}

TEST(Receipt, TravelsAsAMessage) {
  const ReceiptHall hall;
  auto message = to_message(hall.receipt);
  EXPECT_EQ(from_message(message).value(), hall.receipt);
  message.add_inclusion("short");
  EXPECT_EQ(from_message(message).error().where, "inclusion");
  message.set_command_id("");
  EXPECT_EQ(from_message(message).error().where, "command_id");
}

}  // namespace
}  // namespace hp::journal
