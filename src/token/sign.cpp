#include "token/sign.h"

#include <openssl/ecdsa.h>

#include <array>
#include <memory>

#include "crypto/hash.h"
#include "crypto/secret.h"
#include "token/codes.h"
#include "token/message.h"
#include "token/slots.h"

namespace hp::token {
namespace {

// What stands before the hash in a DigestInfo of SHA-256: RFC 8017 section 9.2, note 1.
constexpr std::array<std::uint8_t, 19> kDigestInfo = {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60,
                                                      0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02,
                                                      0x01, 0x05, 0x00, 0x04, 0x20};

// What the token says of its PIN now, for the person who may try again.
std::string pin_flags(const Calls& calls, CK_SLOT_ID id) {
  const Result<Slot> slot = slot_of(calls, id);
  if (!slot) return "";
  std::string out;
  if (slot->token.pin_count_low) out += " CKF_USER_PIN_COUNT_LOW";
  if (slot->token.pin_final_try) out += " CKF_USER_PIN_FINAL_TRY";
  if (slot->token.pin_locked) out += " CKF_USER_PIN_LOCKED";
  return out;
}

// Calls C_Login once. A PIN pad asks by itself: then no PIN is handed over.
Result<void> login(const Session& session, const Slot& slot, CK_USER_TYPE user, ByteView pin) {
  if (slot.token.pin_pad) pin = {};
  crypto::Secret copy = crypto::Secret::copy(pin);  // PKCS#11 does not promise to leave it as it is
  CK_UTF8CHAR* const given = slot.token.pin_pad ? nullptr : copy.bytes().data();
  const CK_RV value = session.calls().C_Login(session.handle(), user, given, copy.size());
  if (value == CKR_OK || (user == CKU_USER && value == CKR_USER_ALREADY_LOGGED_IN)) return {};
  Error error = refused("C_Login", value);
  if (error.is(codes::kTokenPinWrong) || error.is(codes::kTokenLocked)) {
    error.detail += pin_flags(session.calls(), slot.id);
  }
  return std::unexpected(std::move(error));
}

// What can be known without the PIN, so that it is not wasted.
Result<void> may_log_in(const Slot& slot, const Choice& choice, ByteView pin) {
  if (slot.token.pin_locked) return fail(codes::kTokenLocked, "", "CKF_USER_PIN_LOCKED");
  if (slot.token.pin_final_try && !choice.even_final_try) return fail(codes::kTokenPinFinalTry);
  if (slot.token.needs_pin && pin.empty()) return fail(codes::kTokenPinWrong, "", "0 bytes");
  return {};
}

Result<CK_OBJECT_HANDLE> private_key(const Session& session, const Bytes& id) {
  if (id.empty()) return fail(codes::kTokenKeyMissing);
  HP_ASSIGN(const std::vector<CK_OBJECT_HANDLE> keys, session.find(CKO_PRIVATE_KEY, id));
  if (keys.empty()) return fail(codes::kTokenKeyMissing);
  if (keys.size() > 1) return fail(codes::kTokenAmbiguous, "", std::to_string(keys.size()));
  return keys.front();
}

// How a key signs: the mechanism, and what it is given.
struct Input {
  CK_MECHANISM_TYPE mechanism = 0;
  Bytes bytes;
};

Input input_for(const Calls& calls, CK_SLOT_ID slot, KeyKind kind, ByteView message) {
  if (kind == KeyKind::kEcdsaP256) return {CKM_ECDSA, to_bytes(crypto::sha256(message))};
  CK_MECHANISM_INFO info{};
  if (calls.C_GetMechanismInfo(slot, CKM_SHA256_RSA_PKCS, &info) == CKR_OK &&
      (info.flags & CKF_SIGN) != 0) {
    return {CKM_SHA256_RSA_PKCS, to_bytes(message)};
  }
  Bytes digest_info = to_bytes(kDigestInfo);
  append(digest_info, crypto::sha256(message));
  return {CKM_RSA_PKCS, std::move(digest_info)};
}

// Ecdsa-Sig-Value of r‖s, each 32 bytes.
Bytes ecdsa_der(ByteView raw) {
  const auto number = [](ByteView bytes) {
    return BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr);
  };
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(ECDSA_SIG_new(), ECDSA_SIG_free);
  ECDSA_SIG_set0(pair.get(), number(raw.first(32)), number(raw.subspan(32)));
  std::uint8_t* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &der);
  const std::unique_ptr<std::uint8_t, void (*)(std::uint8_t*)> freed(
      der, [](std::uint8_t* bytes) { OPENSSL_free(bytes); });
  return size > 0 ? Bytes(der, der + size) : Bytes{};
}

Result<Bytes> finished(Bytes raw, const KeyForm& form) {
  const bool is_rsa = form.kind == KeyKind::kRsaSha256;
  const bool fits =
      is_rsa ? form.modulus_bytes == 0 || raw.size() == form.modulus_bytes : raw.size() == 64;
  if (raw.empty() || !fits) {
    return std::unexpected(absurd("C_Sign " + std::to_string(raw.size()) + " bytes"));
  }
  return is_rsa ? std::move(raw) : ecdsa_der(raw);
}

}  // namespace

Result<Bytes> sign(const Calls& calls, const Choice& choice, ByteView pin, ByteView message) {
  HP_ASSIGN(const Slot slot, chosen(calls, choice));
  const bool logs_in = slot.token.needs_pin || slot.token.pin_pad;
  if (logs_in) HP_TRY(may_log_in(slot, choice, pin));
  HP_ASSIGN(const Session session, Session::open(calls, slot.id));
  if (logs_in) HP_TRY(login(session, slot, CKU_USER, pin));

  HP_ASSIGN(const CK_OBJECT_HANDLE key, private_key(session, choice.key_id));
  HP_ASSIGN(const KeyForm form, form_of(session, key));
  if (form.kind == KeyKind::kUnusable) return fail(codes::kTokenKeyKind);
  HP_ASSIGN(const bool asks_each_time, session.flag(key, CKA_ALWAYS_AUTHENTICATE));

  Input input = input_for(calls, slot.id, form.kind, message);
  CK_MECHANISM mechanism{input.mechanism, nullptr, 0};
  HP_CK(calls, C_SignInit, (session.handle(), &mechanism, key));
  // The key's own question, answered with the PIN that was right before: not another try.
  if (asks_each_time) HP_TRY(login(session, slot, CKU_CONTEXT_SPECIFIC, pin));
  Bytes raw(2 * kSignatureLimit);  // twice, for modules that don't look at the length
  CK_ULONG size = kSignatureLimit;
  HP_CK(calls, C_Sign,
        (session.handle(), input.bytes.data(), input.bytes.size(), raw.data(), &size));
  if (size > kSignatureLimit) {
    return std::unexpected(absurd("C_Sign " + std::to_string(size) + " bytes"));
  }
  raw.resize(size);
  return finished(std::move(raw), form);
}

}  // namespace hp::token
