// HTTP as the Connect protocol sees it: heads with fields, bodies as bytes; no sockets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hp::http::connect {

struct Field {
  std::string name;
  std::string value;
};

// Value of the first field with that name, in any case; empty when there is none.
std::string_view find(const std::vector<Field>& fields, std::string_view name);

struct Head {
  std::string method;  // "POST"
  std::string target;  // "/homphieu.v1.CongressService/Get?connect=v1"
  std::vector<Field> fields;
};

struct Response {
  unsigned status = 200;
  std::vector<Field> fields;
  std::string body;
  // For counting: "ok" or the Connect code.
  std::string_view outcome = "ok";
};

}  // namespace hp::http::connect
