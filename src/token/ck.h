// PKCS#11 as its header says it, and what its return values mean here. For the helper alone.
#pragma once

#include <p11-kit/pkcs11.h>

#include <string>
#include <string_view>

#include "base/error.h"

namespace hp::token {

using Calls = CK_FUNCTION_LIST;

// "CKR_PIN_INCORRECT"; in hexadecimal what has no name here.
std::string name_of(CK_RV value);

// The error for a call that did not return CKR_OK; the detail is "C_Login CKR_PIN_INCORRECT".
Error refused(std::string_view call, CK_RV value);

// A module's answer that no module may give; `what` says which: "C_Sign 0 bytes".
Error absurd(std::string_view what);

}  // namespace hp::token

// Returns the error of a call like HP_CK(calls, C_OpenSession, (…)) from the enclosing function.
#define HP_CK(calls, name, arguments)                                              \
  do {                                                                             \
    if (const CK_RV hp_ck_value = (calls).name arguments; hp_ck_value != CKR_OK) { \
      return std::unexpected(::hp::token::refused(#name, hp_ck_value));            \
    }                                                                              \
  } while (false)
