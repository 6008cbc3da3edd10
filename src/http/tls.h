// TLS 1.3 and nothing older, on both sides.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <string>

#include "base/error.h"
#include "http/certificate.h"

namespace hp::http {

// No session tickets: every connection is a full handshake with the certificate that log-ins are
// bound to. Fails with `kHttpTlsMaterial`.
Result<boost::asio::ssl::context> server_tls(const Identity& identity,
                                             const std::string& chain_pem);

// Trusts `ca_pem` alone. Fails with `kHttpTlsMaterial`.
Result<boost::asio::ssl::context> client_tls(const std::string& ca_pem);

}  // namespace hp::http
