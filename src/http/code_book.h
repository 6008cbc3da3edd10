// Error codes by name, to give an error that came over the network its code back.
#pragma once

#include <initializer_list>
#include <map>
#include <string_view>

#include "base/error.h"

namespace hp::http {

//   const CodeBook book{&codes::kBallotChoice, &codes::kRollClosed};
class CodeBook {
 public:
  CodeBook() = default;
  CodeBook(std::initializer_list<const ErrorCode*> codes) {
    for (const ErrorCode* code : codes) add(*code);
  }

  // The code must live as long as the book: codes are constants.
  void add(const ErrorCode& code) { codes_[code.name] = &code; }

  // Null when the name is not in the book.
  const ErrorCode* find(std::string_view name) const {
    const auto found = codes_.find(name);
    return found == codes_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::string_view, const ErrorCode*> codes_;
};

}  // namespace hp::http
