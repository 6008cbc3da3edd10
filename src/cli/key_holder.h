// Who signs minutes, with the key where it is: in a file on this machine, or in a token.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "pki/certificate.h"

namespace CLI {
class App;
}

namespace hp::cli {

struct KeyArguments {
  std::string certificate;  // PEM: the signer's first, then those of intermediate authorities
  std::string key_file;     // PKCS#8, PEM
  std::string module;       // of PKCS#11, instead of a file
  std::string token_label, token_serial, token_key;  // the key's id in hex
  bool even_final_try = false;
  int passphrase_fd = -1;  // the passphrase or the PIN; negative: typed
};

// How the options are called where --key and --passphrase-fd mean something else.
struct KeyOptionNames {
  const char* key = "--key";
  const char* passphrase_fd = "--passphrase-fd";
};

// --certificate, --key, or --module with --token, --serial, --key-id; --passphrase-fd.
void add_key_holder_options(CLI::App& command, Terminal& terminal, KeyArguments& arguments,
                            const KeyOptionNames& names = {});

// The certificates of a PEM file. Fails as read_input does, and as pki::certificates_of_pem.
Result<std::vector<pki::Certificate>> read_certificates(const std::string& path, std::size_t limit,
                                                        const Terminal& terminal);

struct KeyHolder {
  pki::Certificate certificate;
  std::vector<pki::Certificate> chain;
};
// The certificates alone; in a token's case from the token where no file names them.
Result<KeyHolder> key_holder(const KeyArguments& arguments, const Terminal& terminal);

// The raw signature over the bytes. A passphrase or PIN is asked for once and used once. Fails
// with `signing_key`, `signing_key_other`, `token_…`.
Result<Bytes> sign_with(const KeyArguments& arguments, const Terminal& terminal,
                        const KeyHolder& holder, ByteView message);

}  // namespace hp::cli
