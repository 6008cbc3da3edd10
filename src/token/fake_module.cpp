// A PKCS#11 module that does what its file name says, for the tests: "crash_in_sign.so". It has one
// token with one key of RSA, and notes each login in a file beside itself.
#include <dlfcn.h>
#include <p11-kit/pkcs11.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace {

std::filesystem::path own_path() {
  Dl_info info{};
  dladdr(reinterpret_cast<const void*>(&own_path), &info);
  return info.dli_fname;
}

// The file's name is "first+second.so": it does both.
bool does(std::string_view what) {
  const std::string all = "+" + own_path().stem().string() + "+";
  return all.find("+" + std::string(what) + "+") != std::string::npos;
}

void note(const std::string& line) {
  std::ofstream(own_path().replace_extension(".log"), std::ios::app) << line << '\n';
}

// Dies, hangs, or goes on.
void misbehave(const std::string& call) {
  if (does("crash_in_" + call)) std::abort();
  if (does("hang_in_" + call)) {
    for (;;) pause();
  }
  if (does("leave_a_child_in_" + call)) {
    if (fork() == 0) {
      close(STDERR_FILENO);  // whoever reads what the tests say would wait for it
      alarm(10);
      for (;;) pause();
    }
    std::abort();
  }
}

const bool kLoaded = (misbehave("load"), true);

struct State {
  bool failed_login = false;
  bool key_asked = false;  // logged in for this one signature
  int searches = 0;
  CK_OBJECT_CLASS wanted = 0;
  CK_MECHANISM_TYPE mechanism = 0;
};
State state;

void put_text(CK_UTF8CHAR* field, std::size_t size, std::string_view text) {
  std::memset(field, ' ', size);
  std::memcpy(field, text.data(), text.size());
}

CK_RV initialize(void*) {
  misbehave("initialize");
  if (does("print")) std::puts("a module that talks");
  std::fflush(stdout);
  state = {};
  return CKR_OK;
}

CK_RV finalize(void*) {
  misbehave("finalize");
  return CKR_OK;
}

CK_RV get_slot_list(CK_BBOOL, CK_SLOT_ID* list, CK_ULONG* count) {
  if (does("absurd_slots")) {
    *count = CK_ULONG{1} << 40;
    return CKR_OK;
  }
  if (list != nullptr) list[0] = 7;
  *count = 1;
  return CKR_OK;
}

CK_RV get_token_info(CK_SLOT_ID, CK_TOKEN_INFO* info) {
  if (does("removed_in_info")) return CKR_TOKEN_NOT_PRESENT;
  put_text(info->label, sizeof info->label, does("odd_label") ? "A\x1b[31m\xff" : "Fake");
  put_text(info->serialNumber, sizeof info->serialNumber, "0001");
  put_text(info->manufacturerID, sizeof info->manufacturerID, "Homphieu");
  put_text(info->model, sizeof info->model, "Test");
  info->flags = CKF_TOKEN_INITIALIZED | CKF_USER_PIN_INITIALIZED;
  if (!does("no_login")) info->flags |= CKF_LOGIN_REQUIRED;
  if (does("pin_pad")) info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
  if (does("flag_locked")) info->flags |= CKF_USER_PIN_LOCKED;
  if (does("flag_final_try")) info->flags |= CKF_USER_PIN_FINAL_TRY;
  if (state.failed_login) info->flags |= CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY;
  return CKR_OK;
}

CK_RV get_mechanism_info(CK_SLOT_ID, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO* info) {
  if (type == CKM_SHA256_RSA_PKCS && does("bare_rsa")) return CKR_MECHANISM_INVALID;
  info->flags = CKF_SIGN;
  return CKR_OK;
}

CK_RV open_session(CK_SLOT_ID, CK_FLAGS, void*, CK_NOTIFY, CK_SESSION_HANDLE* session) {
  *session = 1;
  return CKR_OK;
}

CK_RV close_session(CK_SESSION_HANDLE) {
  return CKR_OK;
}

CK_RV login(CK_SESSION_HANDLE, CK_USER_TYPE user, CK_UTF8CHAR* pin, CK_ULONG size) {
  note("login " + std::to_string(user) + " " +
       (pin == nullptr ? "pad" : std::string(reinterpret_cast<char*>(pin), size)));
  misbehave("login");
  if (pin != nullptr) std::memset(pin, 0, size);  // as a module may
  if (does("pin_locked")) return CKR_PIN_LOCKED;
  if (does("pin_length")) return CKR_PIN_LEN_RANGE;
  if (does("removed_in_login")) return CKR_DEVICE_REMOVED;
  if (does("pin_wrong")) {
    state.failed_login = true;
    return CKR_PIN_INCORRECT;
  }
  if (user == CKU_CONTEXT_SPECIFIC) state.key_asked = true;
  return CKR_OK;
}

CK_RV find_init(CK_SESSION_HANDLE, CK_ATTRIBUTE* like, CK_ULONG) {
  std::memcpy(&state.wanted, like[0].pValue, sizeof state.wanted);
  state.searches = 0;
  return CKR_OK;
}

CK_RV find(CK_SESSION_HANDLE, CK_OBJECT_HANDLE* found, CK_ULONG most, CK_ULONG* count) {
  *count = 0;
  if (does("absurd_objects")) {
    *count = CK_ULONG{1} << 40;
  } else if (does("endless_objects")) {
    for (CK_ULONG i = 0; i < most; ++i) found[i] = i;
    *count = most;
  } else if (state.searches++ == 0 && !does("no_key") && state.wanted != CKO_CERTIFICATE) {
    for (; *count < (does("two_keys") ? 2U : 1U); ++*count) found[*count] = 9 + *count;
  }
  return CKR_OK;
}

CK_RV find_final(CK_SESSION_HANDLE) {
  return CKR_OK;
}

template <std::size_t N>
CK_RV give(CK_ATTRIBUTE* to, const CK_BYTE (&value)[N]) {
  if (to->pValue != nullptr) std::memcpy(to->pValue, value, N);
  to->ulValueLen = N;
  return CKR_OK;
}

CK_RV get_attribute(CK_SESSION_HANDLE, CK_OBJECT_HANDLE, CK_ATTRIBUTE* to, CK_ULONG) {
  if (does("absurd_attributes") || (does("growing_attributes") && to->pValue != nullptr)) {
    to->ulValueLen = CK_ULONG{1} << 40;
    return CKR_OK;
  }
  if (does("unavailable_attributes")) {
    to->ulValueLen = CK_UNAVAILABLE_INFORMATION;
    return CKR_OK;
  }
  CK_BYTE modulus[256] = {};
  modulus[0] = does("short_rsa") ? 0x7f : 0x80;
  CK_BYTE type[sizeof(CK_KEY_TYPE)] = {};
  const CK_KEY_TYPE kind = does("dsa") ? CKK_DSA : CKK_RSA;
  std::memcpy(type, &kind, sizeof kind);
  switch (to->type) {
    case CKA_ID:
      return give(to, {1, 2, 3});
    case CKA_KEY_TYPE:
      return give(to, type);
    case CKA_MODULUS:
      return give(to, modulus);
    case CKA_ALWAYS_AUTHENTICATE:
      return give(to, {static_cast<CK_BYTE>(does("always_authenticate") ? 1 : 0)});
    default:
      to->ulValueLen = CK_UNAVAILABLE_INFORMATION;
      return CKR_ATTRIBUTE_TYPE_INVALID;
  }
}

CK_RV sign_init(CK_SESSION_HANDLE, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE) {
  state.mechanism = mechanism->mechanism;
  return does("may_not_sign") ? CKR_KEY_FUNCTION_NOT_PERMITTED : CKR_OK;
}

// What it was asked, then 0xab: no signature at all, but of the right length.
CK_RV sign(CK_SESSION_HANDLE, CK_BYTE* data, CK_ULONG size, CK_BYTE* signature, CK_ULONG* length) {
  misbehave("sign");
  if (does("always_authenticate") && !state.key_asked) return CKR_USER_NOT_LOGGED_IN;
  if (does("removed_in_sign")) return CKR_DEVICE_REMOVED;
  std::memset(signature, 0xab, 256);
  std::memcpy(signature, data, size < 256 ? size : 256);
  *length = 256;
  if (does("empty_signature")) *length = 0;
  if (does("short_signature")) *length = 255;
  if (does("huge_signature")) *length = CK_ULONG{1} << 40;
  note("sign " + std::to_string(state.mechanism));
  return CKR_OK;
}

}  // namespace

extern "C" CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list) {
  static CK_FUNCTION_LIST calls{};
  if (does("no_functions")) return CKR_OK;
  calls.C_Initialize = initialize;
  calls.C_Finalize = finalize;
  calls.C_GetSlotList = get_slot_list;
  calls.C_GetTokenInfo = get_token_info;
  calls.C_GetMechanismInfo = get_mechanism_info;
  calls.C_OpenSession = open_session;
  calls.C_CloseSession = close_session;
  calls.C_Login = login;
  calls.C_FindObjectsInit = find_init;
  calls.C_FindObjects = find;
  calls.C_FindObjectsFinal = find_final;
  calls.C_GetAttributeValue = get_attribute;
  calls.C_SignInit = sign_init;
  if (!does("half_the_functions")) calls.C_Sign = sign;
  *list = &calls;
  return kLoaded ? CKR_OK : CKR_GENERAL_ERROR;
}
