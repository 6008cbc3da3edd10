// Laws of the canonical form over random texts, against another library and a slower sort.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "minutes/canonical_json.h"

namespace hp::minutes {
namespace {

// Code points at and around every border where UTF-8 or UTF-16 changes its length, and letters.
rc::Gen<char32_t> code_point() {
  return rc::gen::oneOf(
      rc::gen::element<char32_t>(0, 0x1F, ' ', '"', '\\', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000,
                                 0xFFFF, 0x10000, 0x10FFFF),
      rc::gen::inRange<char32_t>('a', 'e'), rc::gen::inRange<char32_t>(0x1EA0, 0x1EFA));
}

std::string utf8(const std::vector<char32_t>& points) {
  std::string out;
  const auto put = [&](char32_t bits) { out += static_cast<char>(bits); };
  for (const char32_t c : points) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }
  return out;
}

std::u16string utf16(const std::vector<char32_t>& points) {
  std::u16string out;
  for (const char32_t c : points) {
    if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
      out += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

RC_GTEST_PROP(CanonicalJsonLaw, AnotherLibraryWritesEveryTextTheSame, ()) {
  const std::string text = utf8(*rc::gen::container<std::vector<char32_t>>(code_point()));
  RC_ASSERT(Json::text(text).canonical().value() == nlohmann::json(text).dump());
}

RC_GTEST_PROP(CanonicalJsonLaw, KeysAreSortedAsUtf16SortsThem, ()) {
  using Points = std::vector<char32_t>;
  const auto keys = *rc::gen::container<std::set<Points>>(rc::gen::container<Points>(code_point()));
  std::vector<Points> sorted(keys.begin(), keys.end());
  std::ranges::sort(sorted, {}, utf16);
  std::string wanted = "{";
  std::vector<Json::Member> members;
  for (const Points& key : sorted) {
    wanted += (wanted.size() > 1 ? "," : "") + nlohmann::json(utf8(key)).dump() + ":1";
    members.insert(members.begin(), {utf8(key), Json::number(1)});
  }
  RC_ASSERT(Json::object(members).canonical().value() == wanted + "}");
}

}  // namespace
}  // namespace hp::minutes
