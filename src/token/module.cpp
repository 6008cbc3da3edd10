#include "token/module.h"

#include <dlfcn.h>

#include <array>
#include <cstring>

#include "token/codes.h"

namespace hp::token {
namespace {

constexpr std::size_t kMostObjects = 256;

bool has_all(const Calls& calls) {
  return calls.C_Initialize != nullptr && calls.C_Finalize != nullptr &&
         calls.C_GetSlotList != nullptr && calls.C_GetTokenInfo != nullptr &&
         calls.C_GetMechanismInfo != nullptr && calls.C_OpenSession != nullptr &&
         calls.C_CloseSession != nullptr && calls.C_Login != nullptr &&
         calls.C_FindObjectsInit != nullptr && calls.C_FindObjects != nullptr &&
         calls.C_FindObjectsFinal != nullptr && calls.C_GetAttributeValue != nullptr &&
         calls.C_SignInit != nullptr && calls.C_Sign != nullptr;
}

// Some of an object's attributes can be missing; that is no error.
bool is_shown(CK_RV value) {
  return value != CKR_ATTRIBUTE_SENSITIVE && value != CKR_ATTRIBUTE_TYPE_INVALID;
}

Result<void> collect(const Calls& calls, CK_SESSION_HANDLE session,
                     std::vector<CK_OBJECT_HANDLE>& found) {
  std::array<CK_OBJECT_HANDLE, 16> some{};
  for (;;) {
    CK_ULONG count = 0;
    HP_CK(calls, C_FindObjects, (session, some.data(), some.size(), &count));
    if (count == 0) return {};
    if (count > some.size() || found.size() + count > kMostObjects) {
      return std::unexpected(absurd("C_FindObjects " + std::to_string(count)));
    }
    found.insert(found.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
  }
}

}  // namespace

Result<const Calls*> load(const std::filesystem::path& module) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(module, error)) {
    return fail(codes::kTokenModule, "", module.string());
  }
  void* const library = dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* const why = dlerror();
    return fail(codes::kTokenModule, "", why != nullptr ? why : module.string());
  }
  const auto get = reinterpret_cast<CK_C_GetFunctionList>(dlsym(library, "C_GetFunctionList"));
  if (get == nullptr) {
    return fail(codes::kTokenModule, "", module.string() + ": C_GetFunctionList");
  }
  Calls* calls = nullptr;
  const CK_RV value = get(&calls);
  if (value != CKR_OK || calls == nullptr || !has_all(*calls)) {
    return fail(codes::kTokenModule, "", module.string() + ": C_GetFunctionList " + name_of(value));
  }
  return calls;
}

Result<Initialized> Initialized::make(const Calls& calls) {
  const CK_RV value = calls.C_Initialize(nullptr);
  if (value != CKR_OK && value != CKR_CRYPTOKI_ALREADY_INITIALIZED) {
    return std::unexpected(refused("C_Initialize", value));
  }
  return Initialized(calls);
}

Initialized::~Initialized() {
  if (calls_ != nullptr) calls_->C_Finalize(nullptr);
}

Result<Session> Session::open(const Calls& calls, CK_SLOT_ID slot) {
  CK_SESSION_HANDLE handle = CK_INVALID_HANDLE;
  HP_CK(calls, C_OpenSession, (slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle));
  return Session(calls, handle);
}

Session::~Session() {
  if (calls_ != nullptr) calls_->C_CloseSession(handle_);
}

Result<std::vector<CK_OBJECT_HANDLE>> Session::find(CK_OBJECT_CLASS kind, ByteView id) const {
  Bytes same_id = to_bytes(id);
  std::array<CK_ATTRIBUTE, 2> like = {
      CK_ATTRIBUTE{CKA_CLASS, &kind, sizeof kind},
      CK_ATTRIBUTE{CKA_ID, same_id.data(), same_id.size()},
  };
  HP_CK(*calls_, C_FindObjectsInit, (handle_, like.data(), id.empty() ? 1 : 2));
  std::vector<CK_OBJECT_HANDLE> found;
  const Result<void> collected = collect(*calls_, handle_, found);
  calls_->C_FindObjectsFinal(handle_);
  HP_TRY(collected);
  return found;
}

Result<std::optional<Bytes>> Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type,
                                                std::size_t limit) const {
  CK_ATTRIBUTE wanted{type, nullptr, 0};
  CK_RV value = calls_->C_GetAttributeValue(handle_, object, &wanted, 1);
  if (!is_shown(value)) return std::nullopt;
  if (value != CKR_OK) return std::unexpected(refused("C_GetAttributeValue", value));
  if (wanted.ulValueLen == CK_UNAVAILABLE_INFORMATION) return std::nullopt;
  if (wanted.ulValueLen > limit) {
    return std::unexpected(
        absurd("C_GetAttributeValue " + std::to_string(wanted.ulValueLen) + " bytes"));
  }
  Bytes bytes(wanted.ulValueLen);
  if (bytes.empty()) return bytes;
  wanted.pValue = bytes.data();
  value = calls_->C_GetAttributeValue(handle_, object, &wanted, 1);
  if (!is_shown(value)) return std::nullopt;
  if (value != CKR_OK) return std::unexpected(refused("C_GetAttributeValue", value));
  if (wanted.ulValueLen > bytes.size()) {
    return std::unexpected(
        absurd("C_GetAttributeValue " + std::to_string(wanted.ulValueLen) + " bytes"));
  }
  bytes.resize(wanted.ulValueLen);
  return bytes;
}

Result<std::optional<CK_ULONG>> Session::number(CK_OBJECT_HANDLE object,
                                                CK_ATTRIBUTE_TYPE type) const {
  HP_ASSIGN(const std::optional<Bytes> bytes, attribute(object, type, sizeof(CK_ULONG)));
  if (!bytes) return std::nullopt;
  CK_ULONG number = 0;
  if (bytes->size() != sizeof number) {
    return std::unexpected(
        absurd("C_GetAttributeValue " + std::to_string(bytes->size()) + " bytes"));
  }
  std::memcpy(&number, bytes->data(), sizeof number);
  return number;
}

Result<bool> Session::flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const {
  HP_ASSIGN(const std::optional<Bytes> bytes, attribute(object, type, sizeof(CK_BBOOL)));
  return bytes && bytes->size() == sizeof(CK_BBOOL) && bytes->front() != CK_FALSE;
}

}  // namespace hp::token
