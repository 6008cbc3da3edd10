#include "journal/journal.h"

namespace hp::journal {

std::string_view name_of(Appended outcome) {
  switch (outcome) {
    case Appended::kDurable:
      return "durable";
    case Appended::kDuplicate:
      return "duplicate";
    case Appended::kConflict:
      return "conflict";
    case Appended::kFenced:
      return "fenced";
    case Appended::kFull:
      return "full";
    case Appended::kUnknown:
      return "unknown";
    case Appended::kBroken:
      return "broken";
  }
  return "";
}

}  // namespace hp::journal
