#include "token/ck.h"

#include <array>

#include "token/codes.h"

namespace hp::token {
namespace {

struct Meaning {
  CK_RV value;
  std::string_view name;
  const ErrorCode* code;
};

#define HP_MEANS(value, code)   \
  Meaning {                     \
    value, #value, &codes::code \
  }
constexpr std::array kMeanings = {
    HP_MEANS(CKR_PIN_INCORRECT, kTokenPinWrong),
    HP_MEANS(CKR_PIN_INVALID, kTokenPinWrong),
    HP_MEANS(CKR_PIN_LEN_RANGE, kTokenPinWrong),
    HP_MEANS(CKR_PIN_EXPIRED, kTokenPinWrong),
    HP_MEANS(CKR_PIN_LOCKED, kTokenLocked),
    HP_MEANS(CKR_DEVICE_REMOVED, kTokenGone),
    HP_MEANS(CKR_TOKEN_NOT_PRESENT, kTokenGone),
    HP_MEANS(CKR_TOKEN_NOT_RECOGNIZED, kTokenGone),
    HP_MEANS(CKR_SESSION_HANDLE_INVALID, kTokenGone),  // a removed token closes its sessions
    HP_MEANS(CKR_SESSION_CLOSED, kTokenGone),
    HP_MEANS(CKR_KEY_TYPE_INCONSISTENT, kTokenKeyKind),
    HP_MEANS(CKR_KEY_FUNCTION_NOT_PERMITTED, kTokenKeyKind),
    HP_MEANS(CKR_KEY_SIZE_RANGE, kTokenKeyKind),
    HP_MEANS(CKR_MECHANISM_INVALID, kTokenKeyKind),
    HP_MEANS(CKR_MECHANISM_PARAM_INVALID, kTokenKeyKind),
    HP_MEANS(CKR_BUFFER_TOO_SMALL, kTokenAnswer),
    HP_MEANS(CKR_GENERAL_ERROR, kTokenFailed),
    HP_MEANS(CKR_FUNCTION_FAILED, kTokenFailed),
    HP_MEANS(CKR_FUNCTION_CANCELED, kTokenFailed),
    HP_MEANS(CKR_FUNCTION_NOT_SUPPORTED, kTokenFailed),
    HP_MEANS(CKR_DEVICE_ERROR, kTokenFailed),
    HP_MEANS(CKR_DEVICE_MEMORY, kTokenFailed),
    HP_MEANS(CKR_HOST_MEMORY, kTokenFailed),
    HP_MEANS(CKR_ARGUMENTS_BAD, kTokenFailed),
    HP_MEANS(CKR_USER_NOT_LOGGED_IN, kTokenFailed),
    HP_MEANS(CKR_USER_PIN_NOT_INITIALIZED, kTokenFailed),
    HP_MEANS(CKR_USER_TYPE_INVALID, kTokenFailed),
    HP_MEANS(CKR_CRYPTOKI_NOT_INITIALIZED, kTokenFailed),
};
#undef HP_MEANS

const Meaning* meaning_of(CK_RV value) {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.value == value) return &meaning;
  }
  return nullptr;
}

}  // namespace

std::string name_of(CK_RV value) {
  const Meaning* const meaning = meaning_of(value);
  if (meaning != nullptr) return std::string(meaning->name);
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[value & 15]);
    value >>= 4;
  } while (value != 0);
  return "0x" + digits;
}

Error refused(std::string_view call, CK_RV value) {
  const Meaning* const meaning = meaning_of(value);
  return {meaning != nullptr ? meaning->code : &codes::kTokenFailed, "",
          std::string(call) + " " + name_of(value)};
}

Error absurd(std::string_view what) {
  return {&codes::kTokenAnswer, "", std::string(what)};
}

}  // namespace hp::token
