// Requests and answers, as bodies of frames. Bytes and values alone.
//
// To a list the helper answers with one kToken for each token, each followed by one kKey for each
// of its keys, and a kEnd; to a signing with kSignature. To either it may answer kError, which ends
// the answer. Before all requests it says kHello.
#pragma once

#include <optional>

#include "token/found.h"
#include "token/frame.h"

namespace hp::token {

inline constexpr std::size_t kMessageLimit = 60 * 1024;  // what is signed
inline constexpr std::size_t kTextLimit = 1024;          // labels, details
inline constexpr std::size_t kPathLimit = 4096;          // of a module
inline constexpr std::size_t kIdLimit = 256;             // of a key
inline constexpr std::size_t kPinLimit = 256;            // PKCS#11 has 255 at most
inline constexpr std::size_t kCertificateLimit = 32 * 1024;
inline constexpr std::size_t kSignatureLimit = 2048;  // RSA of 16384 bits
inline constexpr std::size_t kMostTokens = 32;
inline constexpr std::size_t kMostKeys = 256;  // on all tokens

struct Request {
  enum class Kind : std::uint8_t { kList = 'L', kSign = 'S' };
  Kind kind = Kind::kList;
  std::uint32_t milliseconds = 0;  // until the program gives up
  Choice choice = {};              // of a list: the module alone
  ByteView pin = {};               // into the frame
  ByteView message = {};
};

struct Answer {
  enum class Kind : std::uint8_t {
    kHello = 'H',
    kToken = 'T',
    kKey = 'K',
    kEnd = 'E',
    kSignature = 'S',
    kError = 'X',
  };
  Kind kind = Kind::kEnd;
  Found token = {};  // without its keys
  FoundKey key = {};
  Bytes signature = {};
  Error error = {};
};

void write(FrameWriter& to, const Request& request);
void write(FrameWriter& to, const Answer& answer);

// Nothing when the body is no request, or no answer: a length above the limits, an unknown number
// or code, bytes missing or too many, a text with control characters.
std::optional<Request> read_request(ByteView body);
std::optional<Answer> read_answer(ByteView body);

// Text of a token or module as it may be shown and compared: NFC, without spaces and zeros at its
// end, '?' for control characters and for whatever is not UTF-8, cut at the limit.
std::string clean(std::string_view text);

}  // namespace hp::token
