// Signing with a PKCS#11 token (smart card, USB token) on an official's own machine. Modules crash,
// hang and answer garbage, so they are loaded by a helper process, never by this one:
//
//   HP_ASSIGN(Helper helper, Helper::start({"/proc/self/exe", "token-helper"}));
//   HP_ASSIGN(const std::vector<Found> tokens, helper.list(module));
//   ... the person chooses a key and types the PIN ...
//   HP_ASSIGN(const Bytes signature, helper.sign(choice, pin, attributes));
//   ... check the signature against the certificate before it is stored: a token may lie ...
//
// The PIN goes over a socket to the helper alone, is wiped on both sides after the call, is used
// once a call, and never tried again. It is in no argument, environment, log or error.
// Source: minutes.md section 3; PKCS#11 v2.40.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "crypto/secret.h"
#include "token/found.h"

namespace hp::token {

// How long an answer may take. A helper that takes longer is killed.
struct Deadlines {
  std::chrono::milliseconds start{10'000};
  std::chrono::milliseconds list{15'000};
  std::chrono::milliseconds sign{30'000};  // with a PIN pad: as long as the person may take
  std::chrono::milliseconds end{1'000};    // to end by itself when asked; then it is killed
};

class Child;

// One helper process; ended by the destructor. One call at a time. After `token_silent`,
// `token_helper_died` or `token_helper_garbage` the process is gone, and each further call fails
// with `token_helper_died`: start another one.
class Helper {
 public:
  // `command` is a program that calls `run_helper(0, 1)`, and its arguments; it inherits the
  // environment and standard error, and no other descriptor. Fails with `token_helper_start`, or
  // as above when it does not say what it is.
  static Result<Helper> start(const std::vector<std::string>& command, Deadlines deadlines = {});

  Helper(Helper&&) noexcept;
  Helper& operator=(Helper&&) noexcept;
  Helper(const Helper&) = delete;
  Helper& operator=(const Helper&) = delete;
  ~Helper();

  // The tokens that are plugged in and set up, with what they show without a PIN. Fails with
  // `token_module`, `token_gone`, `token_answer`, `token_failed`, or as above.
  Result<std::vector<Found>> list(const std::filesystem::path& module);

  // The raw signature over the message (up to 60 KiB): RSA as it is, P-256 as DER. Nothing is said
  // about whether it is right. Fails with any code of token/codes.h; the detail has the names of
  // PKCS#11's values: "CKR_PIN_INCORRECT CKF_USER_PIN_COUNT_LOW".
  Result<Bytes> sign(const Choice& choice, const crypto::Secret& pin, ByteView message);

 private:
  Helper(std::unique_ptr<Child> child, Deadlines deadlines);
  template <class T>
  Result<T> kept(Result<T> answer);
  std::unique_ptr<Child> child_;
  Deadlines deadlines_;
};

}  // namespace hp::token
