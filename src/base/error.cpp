#include "base/error.h"

namespace hp {

Error under(std::string_view outer, Error inner) {
  if (inner.where.empty()) {
    inner.where = outer;
  } else if (inner.where.front() == '[') {
    inner.where.insert(0, outer);
  } else {
    inner.where.insert(0, std::string(outer) + ".");
  }
  return inner;
}

std::string describe(const Error& error, Language language) {
  std::string out(language == Language::kVietnamese ? error.code->vi : error.code->en);
  out += " [";
  out += error.code->name;
  out += "]";
  if (!error.where.empty()) out += " " + error.where;
  if (!error.detail.empty()) out += ": " + error.detail;
  return out;
}

}  // namespace hp
