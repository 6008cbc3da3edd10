// Other programs, as people use them against a server.
#pragma once

#include <string>
#include <vector>

namespace hp::http::testing {

struct Ran {
  int status = -1;     // exit status
  std::string output;  // standard output and error
};

// Runs a program with the arguments as they are, with no shell and no input.
Ran run_program(const std::vector<std::string>& arguments);

// A file with that content, removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace hp::http::testing
