// Bytes that are wiped when they are no longer needed, and can't be copied by accident.
#pragma once

#include <memory>
#include <span>

#include "base/bytes.h"

namespace hp::crypto {

// Overwrites bytes in a way that no optimizer drops.
void wipe(std::span<std::uint8_t> bytes);

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::size_t size);  // zero bytes, to be filled through `bytes`
  static Secret copy(ByteView bytes);
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  ByteView view() const { return {bytes_.get(), size_}; }
  operator ByteView() const { return view(); }
  std::span<std::uint8_t> bytes() { return {bytes_.get(), size_}; }
  std::size_t size() const { return size_; }

 private:
  std::unique_ptr<std::uint8_t[]> bytes_;
  std::size_t size_ = 0;
};

}  // namespace hp::crypto
