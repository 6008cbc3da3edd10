// A program started by the demo, and ended by it: SIGTERM to its own process id and no other.
#pragma once

#include <sys/types.h>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"

namespace hp::demo {

class Child {
 public:
  // Starts `arguments` (the program first). Its standard error goes to `log`; lines of its standard
  // output, where a server prints its set-up code, can be waited for and are kept nowhere. It gets
  // SIGTERM should this process die. Call from the main thread.
  // Fails with `demo_child`.
  static Result<Child> start(const std::vector<std::string>& arguments,
                             const std::filesystem::path& log);
  ~Child();  // ends it
  Child(Child&&) noexcept;
  Child& operator=(Child&&) = delete;

  // The first line of its standard output, from the start, that fits. Fails with `demo_child`
  // when it ends before, or `limit` passes.
  Result<std::string> wait_for_line(const std::function<bool(const std::string&)>& fits,
                                    std::chrono::milliseconds limit);

  // SIGTERM, then its end is waited for; SIGKILL after `limit`. Its exit status, −1 after a signal.
  int end(std::chrono::milliseconds limit);
  pid_t pid() const;

 private:
  struct Parts;
  explicit Child(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

struct Ran {
  int status = -1;
  std::string output;  // standard output and error together
};
// Runs a program to its end. Fails with `demo_child` where it can't be started.
Result<Ran> run_program(const std::vector<std::string>& arguments);

}  // namespace hp::demo
