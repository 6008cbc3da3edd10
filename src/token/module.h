// A PKCS#11 module in this process, and a session with one of its tokens. For the helper alone.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "token/ck.h"

namespace hp::token {

// Loads the module, which stays loaded. Fails with `token_module`.
Result<const Calls*> load(const std::filesystem::path& module);

// C_Initialize until C_Finalize, which ends all sessions and logins: each request has its own, so
// that nothing is left of the one before.
class Initialized {
 public:
  static Result<Initialized> make(const Calls& calls);
  Initialized(Initialized&& other) noexcept : calls_(std::exchange(other.calls_, nullptr)) {}
  Initialized& operator=(Initialized&&) = delete;
  ~Initialized();
  const Calls& calls() const { return *calls_; }

 private:
  explicit Initialized(const Calls& calls) : calls_(&calls) {}
  const Calls* calls_;
};

// A read-only session. Whatever the module says of lengths and numbers is checked; what can't be
// true fails with `token_answer`.
class Session {
 public:
  static Result<Session> open(const Calls& calls, CK_SLOT_ID slot);
  Session(Session&& other) noexcept
      : calls_(std::exchange(other.calls_, nullptr)), handle_(other.handle_) {}
  Session& operator=(Session&&) = delete;
  ~Session();

  // The objects of a class, with this CKA_ID unless it is empty; 256 at most.
  Result<std::vector<CK_OBJECT_HANDLE>> find(CK_OBJECT_CLASS kind, ByteView id = {}) const;
  // The attribute; nothing when the token has none or does not show it.
  Result<std::optional<Bytes>> attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type,
                                         std::size_t limit) const;
  Result<std::optional<CK_ULONG>> number(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
  Result<bool> flag(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;  // false without one

  const Calls& calls() const { return *calls_; }
  CK_SESSION_HANDLE handle() const { return handle_; }

 private:
  Session(const Calls& calls, CK_SESSION_HANDLE handle) : calls_(&calls), handle_(handle) {}
  const Calls* calls_;
  CK_SESSION_HANDLE handle_;
};

}  // namespace hp::token
