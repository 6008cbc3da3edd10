#include "client/code_book.h"

// Made by CMakeLists.txt from the rooms' codes.h: the includes, and one HP_CODE(k…) a code.
#define HP_CODE_HEADERS
#include "client_codes.inc"
#undef HP_CODE_HEADERS

namespace hp::client {

http::CodeBook code_book() {
  http::CodeBook book;
#define HP_CODE(name) book.add(codes::name);
#include "client_codes.inc"
#undef HP_CODE
  return book;
}

}  // namespace hp::client
