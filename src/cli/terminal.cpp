#include "cli/terminal.h"

#include <ostream>

namespace hp::cli {

Language language_of(const char* value) {
  return value != nullptr && std::string_view(value) == "en" ? Language::kEnglish
                                                             : Language::kVietnamese;
}

Exit complain(const Terminal& terminal, const Error& error) {
  terminal.err << "homphieu: " << describe(error, terminal.language) << '\n';
  return Exit::kError;
}

}  // namespace hp::cli
