#include "http/tls.h"

#include <openssl/ssl.h>

#include <array>
#include <string_view>

#include "http/codes.h"

namespace hp::http {
namespace {

namespace ssl = boost::asio::ssl;

constexpr std::array<unsigned char, 9> kProtocols{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

// Answers "http/1.1"; a caller that offers other protocols alone is refused by name.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size,
                    const unsigned char* offered, unsigned offered_size, void*) {
  unsigned char* chosen = nullptr;
  if (SSL_select_next_proto(&chosen, out_size, kProtocols.data(), kProtocols.size(), offered,
                            offered_size) != OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  }
  *out = chosen;
  return SSL_TLSEXT_ERR_OK;
}

bool only_tls13(SSL_CTX* context) {
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  return SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) == 1;
}

boost::asio::const_buffer buffer(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

Result<ssl::context> server_tls(const Identity& identity, const std::string& chain_pem) {
  ssl::context context(ssl::context::tls_server);
  SSL_CTX* const native = context.native_handle();
  boost::system::error_code error;
  // Never asks at the terminal.
  (void)context.set_password_callback(
      [](std::size_t, ssl::context::password_purpose) { return ""; }, error);
  (void)context.use_certificate_chain(buffer(identity.certificate_pem + chain_pem), error);
  if (error) return fail(codes::kHttpTlsMaterial, "certificate");
  (void)context.use_private_key(buffer(identity.key_pem), ssl::context::pem, error);
  if (error) return fail(codes::kHttpTlsMaterial, "key");
  if (SSL_CTX_check_private_key(native) != 1 || !only_tls13(native)) {
    return fail(codes::kHttpTlsMaterial, "key");
  }
  SSL_CTX_set_num_tickets(native, 0);
  SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
  return context;
}

Result<ssl::context> client_tls(const std::string& ca_pem) {
  ssl::context context(ssl::context::tls_client);
  SSL_CTX* const native = context.native_handle();
  boost::system::error_code error;
  (void)context.add_certificate_authority(buffer(ca_pem), error);
  if (error || !only_tls13(native)) return fail(codes::kHttpTlsMaterial, "trusted_ca_pem");
  SSL_CTX_set_verify(native, SSL_VERIFY_PEER, nullptr);
  // Zero means done.
  if (SSL_CTX_set_alpn_protos(native, kProtocols.data(), kProtocols.size()) != 0) {
    return fail(codes::kHttpTlsMaterial);
  }
  return context;
}

}  // namespace hp::http
