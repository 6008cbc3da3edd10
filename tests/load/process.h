// What a process has used so far, as Linux tells it.
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace hp::load {

// "VmRSS" or "VmHWM" of a process, in MiB.
inline double memory(pid_t pid, const std::string& field) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field + ":")) return std::stod(line.substr(field.size() + 1)) / 1024;
  }
  return 0;
}

// User and system time of a process so far, in seconds.
inline double cpu(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::istringstream rest(text.substr(text.rfind(')') + 2));
  std::string word;
  double ticks = 0;
  for (int field = 3; field <= 15 && rest >> word; ++field) {
    if (field >= 14) ticks += std::stod(word);
  }
  return ticks / double(sysconf(_SC_CLK_TCK));
}

}  // namespace hp::load
