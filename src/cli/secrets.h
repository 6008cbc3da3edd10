// Passphrases and files that are their owner's alone.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "cli/terminal.h"
#include "crypto/secret.h"
#include "crypto/signing.h"

namespace hp::cli {

// A line of the file descriptor `fd` where that is not negative (one line a passphrase, in the
// order asked for), else typed at the terminal without echo, a new one twice. Never from the
// command line. Fails with `passphrase_unread`, `passphrase_differs`, `passphrase_short`.
enum class Asked { kKnown, kNew };
Result<crypto::Secret> read_passphrase(const Terminal& terminal, int fd, const std::string& about,
                                       Asked asked);

// One line, which may be empty, not shown while it is typed; from `fd` where that is not negative.
// Fails with `passphrase_unread`.
Result<crypto::Secret> read_hidden_line(int fd, const std::string& prompt);

// Writes a new file with mode 0600, synced. Fails with `file_exists`, `file_unwritable`.
Result<void> write_private(const std::string& path, std::string_view content);
// The same for a file that may be there: it is replaced as a whole.
Result<void> replace_private(const std::string& path, std::string_view content);

// Secrets in key files: made under a new passphrase, opened under the known one.
Result<void> save_secret(const Terminal& terminal, int fd, const std::string& path,
                         std::string_view kind, ByteView secret);
Result<crypto::Secret> load_secret(const Terminal& terminal, int fd, const std::string& path,
                                   std::string_view kind);

// An official's or trustee's signing key from its file (kind "official").
Result<std::shared_ptr<crypto::SigningKey>> load_key(const Terminal& terminal, int fd,
                                                     const std::string& path);

// Whether the person in front of the terminal says yes to what was shown on `out`.
bool says_yes(const Terminal& terminal, std::string_view vi, std::string_view en);

}  // namespace hp::cli
