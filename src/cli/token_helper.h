// The helper process that alone loads PKCS#11 modules: this program, by its hidden subcommand.
#pragma once

#include "token/token.h"

namespace hp::cli {

// Fails with `token_helper_start`.
Result<token::Helper> token_helper();

}  // namespace hp::cli
