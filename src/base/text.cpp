#include "base/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "base/codes.h"

namespace hp {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFC data");
  return *instance;
}

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

struct NameParts {
  std::string_view family, middle, given;
};

NameParts split(std::string_view name) {
  const auto first = name.find(' ');
  const auto last = name.rfind(' ');
  if (first == std::string_view::npos) return {"", "", name};
  const auto middle = last > first ? name.substr(first + 1, last - first - 1) : std::string_view{};
  return {name.substr(0, first), middle, name.substr(last + 1)};
}

// Opening a collator reads its data; one for each thread is kept, as a clone is not shared.
const icu::Collator& vietnamese() {
  thread_local const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no collation for vi");
    return made;
  }();
  return *collator;
}

int compare(std::string_view a, std::string_view b) {
  UErrorCode status = U_ZERO_ERROR;
  return vietnamese().compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
                                  icu::StringPiece(b.data(), static_cast<int32_t>(b.size())),
                                  status);
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

Result<void> check_nfc(std::string_view text) {
  if (!is_utf8(text)) return fail(codes::kNotUtf8);
  UErrorCode status = U_ZERO_ERROR;
  if (!nfc().isNormalized(wide(text), status) || U_FAILURE(status)) return fail(codes::kNotNfc);
  return {};
}

Result<std::string> to_nfc(std::string_view text) {
  if (!is_utf8(text)) return fail(codes::kNotUtf8);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  nfc().normalize(wide(text), status).toUTF8String(out);
  if (U_FAILURE(status)) return fail(codes::kNotUtf8);
  return out;
}

int compare_names(std::string_view a, std::string_view b) {
  const NameParts x = split(a);
  const NameParts y = split(b);
  if (const int c = compare(x.given, y.given)) return c;
  if (const int c = compare(x.middle, y.middle)) return c;
  return compare(x.family, y.family);
}

std::string slug(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFD data");
  const icu::UnicodeString letters = nfd->normalize(wide(text), status);
  std::string out;
  for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(letters.char32At(i));
    if (c == 0x0111) {
      out += 'd';
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += static_cast<char>(c);
    } else if (u_charType(c) != U_NON_SPACING_MARK && !out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace hp
