#include "token/slots.h"

#include <array>
#include <span>

#include "token/codes.h"
#include "token/message.h"

namespace hp::token {
namespace {

// A text of fixed length, padded with spaces.
template <std::size_t N>
std::string text_of(const CK_UTF8CHAR (&padded)[N]) {
  return clean(chars({padded, N}));
}

Found token_of(const CK_TOKEN_INFO& info) {
  const auto has = [&info](CK_FLAGS flag) { return (info.flags & flag) != 0; };
  Found token;
  token.label = text_of(info.label);
  token.serial = text_of(info.serialNumber);
  token.manufacturer = text_of(info.manufacturerID);
  token.model = text_of(info.model);
  token.pin_pad = has(CKF_LOGIN_REQUIRED) && has(CKF_PROTECTED_AUTHENTICATION_PATH);
  token.needs_pin = has(CKF_LOGIN_REQUIRED) && !token.pin_pad;
  token.pin_locked = has(CKF_USER_PIN_LOCKED);
  token.pin_final_try = has(CKF_USER_PIN_FINAL_TRY);
  token.pin_count_low = has(CKF_USER_PIN_COUNT_LOW);
  return token;
}

}  // namespace

Result<Slot> slot_of(const Calls& calls, CK_SLOT_ID id) {
  CK_TOKEN_INFO info{};
  HP_CK(calls, C_GetTokenInfo, (id, &info));
  return Slot{id, info.flags, token_of(info)};
}

Result<std::vector<Slot>> slots_of(const Calls& calls) {
  // Asking for the number alone is what makes a module look for tokens anew.
  CK_ULONG count = 0;
  HP_CK(calls, C_GetSlotList, (CK_TRUE, nullptr, &count));
  constexpr CK_ULONG kMostSlots = 256;
  std::array<CK_SLOT_ID, kMostSlots> ids{};
  count = kMostSlots;
  HP_CK(calls, C_GetSlotList, (CK_TRUE, ids.data(), &count));
  if (count > kMostSlots) {
    return std::unexpected(absurd("C_GetSlotList " + std::to_string(count)));
  }
  std::vector<Slot> found;
  for (const CK_SLOT_ID id : std::span(ids).first(count)) {
    Result<Slot> slot = slot_of(calls, id);
    if (!slot && slot.error().is(codes::kTokenGone)) continue;
    HP_TRY(slot);
    if ((slot->flags & CKF_TOKEN_INITIALIZED) != 0) found.push_back(*std::move(slot));
  }
  if (found.size() > kMostTokens) {
    return std::unexpected(absurd("C_GetSlotList " + std::to_string(found.size())));
  }
  return found;
}

Result<Slot> chosen(const Calls& calls, const Choice& choice) {
  HP_ASSIGN(std::vector<Slot> slots, slots_of(calls));
  std::erase_if(slots,
                [label = clean(choice.label), serial = clean(choice.serial)](const Slot& it) {
                  return (!label.empty() && it.token.label != label) ||
                         (!serial.empty() && it.token.serial != serial);
                });
  if (slots.empty()) return fail(codes::kTokenNotFound);
  if (slots.size() > 1) return fail(codes::kTokenAmbiguous, "", std::to_string(slots.size()));
  return std::move(slots.front());
}

}  // namespace hp::token
