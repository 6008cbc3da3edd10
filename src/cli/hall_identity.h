// The certificates of a hall's server, kept in its data folder: an authority for ten years, made
// once; the server's own certificate, made again when it nears its end or its names change.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "http/certificate.h"

namespace hp::cli {

struct HallIdentity {
  http::Identity server;
  std::string authority_pem;  // the certificate alone
  bool fresh_authority = false;
};

// In `folder`/ca: authority.pem and authority.key, server.pem, server.key and server.hosts.
// Fails as the disk does, or as http::make_authority and http::issue.
Result<HallIdentity> hall_identity(const std::filesystem::path& folder,
                                   const std::vector<std::string>& hosts, const Clock& clock);

// Every name and address under which this machine may be reached: "localhost", its host name, the
// addresses of its interfaces.
std::vector<std::string> own_hosts();

}  // namespace hp::cli
