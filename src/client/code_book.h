// Every error code that this program knows, to give a server's error its code back.
#pragma once

#include "http/code_book.h"

namespace hp::client {

// Codes of the rooms that this one sees; the server's own come as `http_remote` with their names.
http::CodeBook code_book();

}  // namespace hp::client
