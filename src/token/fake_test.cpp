// Modules that misbehave, one way each: what a person hears, and how often the PIN was used.
#include "token/test_support.h"

namespace hp::token {
namespace {

using namespace testing;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kDigestInfoStart = "\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65";

class FakeModule : public ::testing::Test {
 protected:
  std::filesystem::path module(const std::string& behaviour) const {
    const std::filesystem::path path = folder_ / (behaviour + ".so");
    if (!std::filesystem::exists(path)) std::filesystem::create_symlink(TOKEN_FAKE, path);
    return path;
  }

  Choice choice(const std::string& behaviour) const {
    return {.module = module(behaviour), .label = "Fake", .serial = "0001", .key_id = {1, 2, 3}};
  }

  static Helper helper(Deadlines deadlines = {}) {
    return Helper::start({TOKEN_TEST_HELPER}, deadlines).value();
  }

  Result<Bytes> signature(const std::string& behaviour, Deadlines deadlines = {}) const {
    return helper(deadlines).sign(choice(behaviour), pin("2468"), view("message"));
  }

  std::string sign(const std::string& behaviour) const { return said(signature(behaviour)); }
  std::string list(const std::string& behaviour) const {
    return said(helper().list(module(behaviour)));
  }
  // The logins that the module saw.
  std::string log(const std::string& behaviour) const {
    return read_file(folder_ / (behaviour + ".log"));
  }

 private:
  Folder folder_;
};

TEST_F(FakeModule, GivesItsAnswerBackUnchecked) {
  const Result<Bytes> signature = this->signature("good");
  ASSERT_EQ(said(signature), "good");
  EXPECT_EQ(signature->size(), 256U);
  EXPECT_THAT(to_string(*signature), StartsWith("message\xab\xab"));
  EXPECT_EQ(log("good"), "login 1 2468\nsign 64\n");  // CKU_USER, CKM_SHA256_RSA_PKCS
}

TEST_F(FakeModule, IsAskedWithTheDigestInfoWhereItKnowsOnlyBareRsa) {
  const Result<Bytes> signature = this->signature("bare_rsa");
  ASSERT_EQ(said(signature), "good");
  EXPECT_THAT(to_string(*signature), StartsWith(kDigestInfoStart));
  EXPECT_EQ(signature->at(51), 0xab);  // 19 bytes and the hash
  EXPECT_EQ(log("bare_rsa"), "login 1 2468\nsign 1\n");
}

TEST_F(FakeModule, ListsWhatItHas) {
  const Result<std::vector<Found>> found = helper().list(module("good"));
  ASSERT_EQ(said(found), "good");
  const Found expected{
      .label = "Fake",
      .serial = "0001",
      .manufacturer = "Homphieu",
      .model = "Test",
      .needs_pin = true,
      .keys = {{.id = {1, 2, 3}, .kind = KeyKind::kRsaSha256}},
  };
  ASSERT_EQ(found->size(), 1U);
  EXPECT_TRUE(found->front() == expected);
  EXPECT_EQ(log("good"), "");
}

TEST_F(FakeModule, ThatCrashesOnlyEndsItsHelper) {
  for (const char* call : {"load", "initialize", "login", "sign"}) {
    const std::string name = "crash_in_" + std::string(call);
    EXPECT_EQ(sign(name), "token_helper_died signal 6") << call;
  }
  EXPECT_EQ(list("crash_in_finalize"), "token_helper_died signal 6");
  EXPECT_EQ(log("crash_in_sign"), "login 1 2468\n");
}

TEST_F(FakeModule, ThatCrashedLeavesAHelperThatSaysSo) {
  Helper one = helper();
  EXPECT_THAT(said(one.list(module("crash_in_initialize"))), StartsWith("token_helper_died"));
  EXPECT_EQ(said(one.list(module("good"))), "token_helper_died");
  EXPECT_EQ(said(one.sign(choice("good"), pin("2468"), view("message"))), "token_helper_died");
  EXPECT_EQ(log("good"), "");
}

TEST_F(FakeModule, ThatLeavesAChildBehindAndDiesIsNotWaitedFor) {
  EXPECT_EQ(sign("leave_a_child_in_sign"), "token_helper_died signal 6");
}

TEST_F(FakeModule, ThatHangsIsKilledAtTheDeadline) {
  for (const char* call : {"load", "initialize", "login", "sign", "finalize"}) {
    EXPECT_EQ(said(signature("hang_in_" + std::string(call), kShort)), "token_silent") << call;
  }
  // Once, or not yet where the machine is slow.
  EXPECT_THAT(log("hang_in_login"), AnyOf("", "login 1 2468\n"));
  EXPECT_THAT(log("hang_in_sign"), AnyOf("", "login 1 2468\n"));
}

TEST_F(FakeModule, ThatIsPulledOutIsGone) {
  EXPECT_EQ(sign("removed_in_login"), "token_gone C_Login CKR_DEVICE_REMOVED");
  EXPECT_EQ(sign("removed_in_sign"), "token_gone C_Sign CKR_DEVICE_REMOVED");
  EXPECT_EQ(log("removed_in_sign"), "login 1 2468\n");
  EXPECT_EQ(sign("removed_in_info"), "token_not_found");
  EXPECT_EQ(list("removed_in_info"), "good");
}

TEST_F(FakeModule, RefusingThePinIsAskedOnce) {
  EXPECT_EQ(sign("pin_wrong"),
            "token_pin_wrong C_Login CKR_PIN_INCORRECT CKF_USER_PIN_COUNT_LOW "
            "CKF_USER_PIN_FINAL_TRY");
  EXPECT_EQ(log("pin_wrong"), "login 1 2468\n");
  EXPECT_EQ(sign("pin_locked"), "token_locked C_Login CKR_PIN_LOCKED");
  EXPECT_EQ(log("pin_locked"), "login 1 2468\n");
  EXPECT_EQ(sign("pin_length"), "token_pin_wrong C_Login CKR_PIN_LEN_RANGE");
  EXPECT_EQ(log("pin_length"), "login 1 2468\n");
}

TEST_F(FakeModule, SayingThatItIsLockedIsNotAskedAtAll) {
  EXPECT_EQ(sign("flag_locked"), "token_locked CKF_USER_PIN_LOCKED");
  EXPECT_EQ(log("flag_locked"), "");
}

TEST_F(FakeModule, AtItsFinalTryIsAskedOnlyWhenThePersonWantsIt) {
  EXPECT_EQ(sign("flag_final_try"), "token_pin_final_try");
  EXPECT_EQ(log("flag_final_try"), "");
  Choice anyway = choice("flag_final_try");
  anyway.even_final_try = true;
  EXPECT_EQ(said(helper().sign(anyway, pin("2468"), view("message"))), "good");
  EXPECT_EQ(log("flag_final_try"), "login 1 2468\nsign 64\n");
}

TEST_F(FakeModule, IsNotAskedWithAnEmptyPin) {
  EXPECT_EQ(said(helper().sign(choice("good"), crypto::Secret(), view("message"))),
            "token_pin_wrong 0 bytes");
  EXPECT_EQ(log("good"), "");
}

TEST_F(FakeModule, WithAPinPadAsksForThePinItself) {
  const Result<std::vector<Found>> found = helper().list(module("pin_pad"));
  ASSERT_EQ(said(found), "good");
  EXPECT_TRUE(found->front().pin_pad);
  EXPECT_FALSE(found->front().needs_pin);
  EXPECT_EQ(said(helper().sign(choice("pin_pad"), crypto::Secret(), view("message"))), "good");
  EXPECT_EQ(log("pin_pad"), "login 1 pad\nsign 64\n");
}

TEST_F(FakeModule, WithoutALoginIsNotLoggedInto) {
  EXPECT_EQ(sign("no_login"), "good");
  EXPECT_EQ(log("no_login"), "sign 64\n");
}

TEST_F(FakeModule, WithAKeyThatAsksEachTimeGetsThePinOnceMore) {
  EXPECT_EQ(sign("always_authenticate"), "good");
  EXPECT_EQ(log("always_authenticate"), "login 1 2468\nlogin 2 2468\nsign 64\n");
  EXPECT_EQ(sign("always_authenticate+pin_wrong").substr(0, 15), "token_pin_wrong");
  EXPECT_EQ(log("always_authenticate+pin_wrong"), "login 1 2468\n");
}

TEST_F(FakeModule, WithAnAbsurdAnswerIsRefused) {
  EXPECT_EQ(sign("empty_signature"), "token_answer C_Sign 0 bytes");
  EXPECT_EQ(sign("short_signature"), "token_answer C_Sign 255 bytes");
  EXPECT_EQ(sign("huge_signature"), "token_answer C_Sign 1099511627776 bytes");
  for (const char* name :
       {"absurd_slots", "absurd_objects", "absurd_attributes", "growing_attributes"}) {
    EXPECT_THAT(sign(name), AllOf(StartsWith("token_answer "), HasSubstr("1099511627776"))) << name;
    EXPECT_THAT(list(name), AllOf(StartsWith("token_answer "), HasSubstr("1099511627776"))) << name;
  }
  EXPECT_EQ(list("endless_objects").substr(0, 12), "token_answer");
}

TEST_F(FakeModule, WithoutAttributesHasNoKey) {
  const Result<std::vector<Found>> found = helper().list(module("unavailable_attributes"));
  ASSERT_EQ(said(found), "good");
  EXPECT_TRUE(found->front().keys.empty());
  EXPECT_EQ(sign("unavailable_attributes"), "token_key_kind");
}

TEST_F(FakeModule, WithTheWrongKeysIsRefused) {
  EXPECT_EQ(sign("no_key"), "token_key_missing");
  EXPECT_EQ(sign("two_keys"), "token_ambiguous 2");
  EXPECT_EQ(sign("dsa"), "token_key_kind");
  EXPECT_EQ(sign("short_rsa"), "token_key_kind");
  EXPECT_EQ(sign("may_not_sign"), "token_key_kind C_SignInit CKR_KEY_FUNCTION_NOT_PERMITTED");
  Choice without_id = choice("good");
  without_id.key_id.clear();
  EXPECT_EQ(said(helper().sign(without_id, pin("2468"), view("message"))), "token_key_missing");
}

TEST_F(FakeModule, ThatPrintsDoesNotGetAmongTheAnswers) {
  EXPECT_EQ(sign("print"), "good");
}

TEST_F(FakeModule, GivesTextThatATerminalCanShow) {
  const Result<std::vector<Found>> found = helper().list(module("odd_label"));
  ASSERT_EQ(said(found), "good");
  EXPECT_EQ(found->front().label, "A?[31m?");
}

TEST_F(FakeModule, ThatIsNoneIsRefused) {
  EXPECT_THAT(list("no_functions"), StartsWith("token_module "));
  EXPECT_THAT(list("half_the_functions"), StartsWith("token_module "));
  Helper one = helper();
  EXPECT_THAT(said(one.list("/nowhere/at-all.so")), StartsWith("token_module "));
  EXPECT_THAT(said(one.list("/etc")), StartsWith("token_module "));
  EXPECT_THAT(said(one.list("/etc/passwd")), StartsWith("token_module "));
  EXPECT_THAT(said(one.list(TOKEN_TEST_HELPER)), StartsWith("token_module "));
  EXPECT_EQ(said(one.list(module("good"))), "good");
}

TEST_F(FakeModule, IsNotAskedWhatIsTooLong) {
  Helper one = helper();
  EXPECT_EQ(said(one.sign(choice("good"), pin("2468"), Bytes(70'000))), "token_too_long");
  EXPECT_EQ(said(one.sign(choice("good"), pin(std::string(300, '1')), view("message"))),
            "token_too_long");
  EXPECT_EQ(said(one.list(std::string(5000, 'a'))), "token_too_long");
  EXPECT_EQ(said(one.sign(choice("good"), pin("2468"), Bytes(60 * 1024))), "good");
}

}  // namespace
}  // namespace hp::token
