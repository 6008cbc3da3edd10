#include "crypto/card.h"

#include "crypto/hash.h"

namespace hp::crypto {

SigningKey card_key(const CardSeed& seed, const Hash& congress_id) {
  const Secret bytes = hkdf(seed, congress_id, view("homphieu/1/card"), 48);
  return SigningKey::from_scalar(SecretScalar::derive(bytes).encode()).value();
}

}  // namespace hp::crypto
