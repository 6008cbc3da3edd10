#include "http/connect/exchange.h"

#include "http/connect/ascii.h"

namespace hp::http::connect {

std::string_view find(const std::vector<Field>& fields, std::string_view name) {
  for (const Field& field : fields) {
    if (same_word(field.name, name)) return field.value;
  }
  return {};
}

}  // namespace hp::http::connect
