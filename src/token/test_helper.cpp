// The helper's side as a program, for the tests.
#include "token/helper_main.h"

int main() {
  return hp::token::run_helper(0, 1);
}
