// How a function says that it could not do its work: Result<T>, never an exception.
//
//   Result<Ballot> decode(ByteView bytes) {
//     if (bytes.size() != expected) return fail(codes::kLength, "ballot");
//     ...
//   }
//
// Each room keeps its codes, with both texts, in one table: its `codes.h`. A code is a
// constant, compared by address; its name is stable and stands on the wire, in logs and in
// docs/errors.md. Exceptions are for programming faults alone.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace hp {

// What a caller can do about an error; one for one the codes of the Connect protocol.
enum class Status {
  kCanceled,
  kUnknown,
  kInvalidArgument,
  kDeadlineExceeded,
  kNotFound,
  kAlreadyExists,
  kPermissionDenied,
  kResourceExhausted,
  kFailedPrecondition,
  kAborted,
  kOutOfRange,
  kUnimplemented,
  kInternal,
  kUnavailable,
  kDataLoss,
  kUnauthenticated,
};

// One row of a room's table of codes.
struct ErrorCode {
  std::string_view name;  // snake_case, stable
  Status status;
  std::string_view vi;  // what a Vietnamese user reads
  std::string_view en;
};

// Whoever wrote what an error quotes, it can be shown anywhere: a byte that is no UTF-8, or that
// steers a terminal, stands in `where` and `detail` as "\xNN".
struct Error {
  Error() = default;
  Error(const ErrorCode* what, std::string place, std::string figures);

  const ErrorCode* code = nullptr;
  std::string where;   // field path, row and column, proof: "ballot", "roll[12].born"
  std::string detail;  // figures and values, never a secret
  bool is(const ErrorCode& other) const { return code == &other; }
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(const ErrorCode& code, std::string where = "",
                                   std::string detail = "") {
  return std::unexpected<Error>(std::in_place, &code, std::move(where), std::move(detail));
}

// The same error, seen from one level further out: "marks[0]" under "ballots[2]" is
// "ballots[2].marks[0]".
Error under(std::string_view outer, Error inner);

enum class Language { kVietnamese, kEnglish };

// One line for a person: the text of the code, then where, then the detail.
std::string describe(const Error& error, Language language);

}  // namespace hp

// Returns the error of `expression` (a Result) from the enclosing function, or goes on.
#define HP_TRY(expression)                                               \
  do {                                                                   \
    if (auto hp_try_result = (expression); !hp_try_result.has_value()) { \
      return std::unexpected(std::move(hp_try_result).error());          \
    }                                                                    \
  } while (false)

#define HP_CONCAT_INNER(a, b) a##b
#define HP_CONCAT(a, b) HP_CONCAT_INNER(a, b)

// HP_ASSIGN(auto x, f()) : declares x from the value of f(), or returns its error.
#define HP_ASSIGN(declaration, ...)                                             \
  auto HP_CONCAT(hp_result_, __LINE__) = (__VA_ARGS__);                         \
  if (!HP_CONCAT(hp_result_, __LINE__).has_value()) {                           \
    return std::unexpected(std::move(HP_CONCAT(hp_result_, __LINE__)).error()); \
  }                                                                             \
  declaration = std::move(HP_CONCAT(hp_result_, __LINE__)).value()
