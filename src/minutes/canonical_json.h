// JSON in the canonical form of RFC 8785, for values without floats.
//
//   Json::object({{"b", Json::number(1)}, {"a", Json::text("Đ")}})  ->  {"a":"Đ","b":1}
//
// Own, since what is signed must not depend on a library's choice of escapes and order.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"

namespace hp::minutes {

class Json {
 public:
  using Member = std::pair<std::string, Json>;

  static Json null() { return Json(Kind::kNull); }
  static Json boolean(bool value);
  static Json number(std::uint64_t value);
  static Json text(std::string value);  // UTF-8
  static Json array(std::vector<Json> items);
  static Json object(std::vector<Member> members);  // in any order

  // The canonical bytes: no white space, keys in order of their UTF-16 code units, the shortest
  // escapes. Fails with `kMinutesNumber` above 2^53 - 1, where RFC 8785's numbers (IEEE doubles)
  // stop being exact, `kNotUtf8`, and `kMinutesTwiceNamed` for a key that stands twice.
  Result<std::string> canonical() const;

 private:
  enum class Kind { kNull, kBoolean, kNumber, kText, kArray, kObject };
  explicit Json(Kind kind) : kind_(kind) {}
  Result<void> write(std::string& out) const;
  Result<void> write_object(std::string& out) const;

  Kind kind_;
  std::uint64_t number_ = 0;  // 0 or 1 for a boolean
  std::string text_;
  std::vector<Json> items_;
  std::vector<Member> members_;
};

}  // namespace hp::minutes
