// A trustee's secrets, of crypto, with what the fold keeps of a ceremony.
#pragma once

#include "congress/ceremony_state.h"
#include "congress/trustee.h"
#include "crypto/trustee.h"

namespace hp::congress {

using crypto::secrets_of;
using crypto::TrusteeSecrets;

// f_i(l) sealed for trustee l, 113 bytes; opened by l. Fails with `share_wrong`.
Result<Bytes> seal_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                         std::uint32_t l, const TrusteeSecrets& mine, const Random& random);
Result<crypto::SecretScalar> open_share(const Hash& congress, const Ceremony& ceremony,
                                        std::uint32_t i, std::uint32_t l,
                                        const TrusteeSecrets& mine);

// x_l of trustee l from all shares. Fails with `share_wrong`, the sender's number as `where`.
Result<crypto::SecretScalar> secret_share(const Hash& congress, const Ceremony& ceremony,
                                          std::uint32_t l, const TrusteeSecrets& mine);

}  // namespace hp::congress
