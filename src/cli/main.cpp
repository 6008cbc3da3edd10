#include <cstdlib>
#include <iostream>

#include "cli/program.h"

int main(int argc, char** argv) {
  hp::cli::Terminal terminal{std::cin, std::cout, std::cerr,
                             hp::cli::language_of(std::getenv("HOMPHIEU_LANG"))};
  return hp::cli::run({argv + 1, argv + argc}, terminal);
}
