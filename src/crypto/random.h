// Where randomness comes from: an argument, so that tests can give the known one.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace hp::crypto {

// Fills bytes: from the operating system, or in tests with known ones.
using Random = std::function<void(std::span<std::uint8_t>)>;

// OpenSSL's generator for private values, seeded by the operating system. Safe in any thread.
Random system_random();

}  // namespace hp::crypto
