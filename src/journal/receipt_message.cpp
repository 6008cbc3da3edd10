#include "journal/receipt_message.h"

#include "journal/codes.h"

namespace hp::journal {
namespace {

template <std::size_t N>
Result<std::array<std::uint8_t, N>> exactly(const std::string& bytes, const char* field) {
  if (bytes.size() != N) return fail(codes::kReceiptForm, field);
  return array_of<N>(view(bytes));
}

}  // namespace

homphieu::v1::Receipt to_message(const Receipt& receipt) {
  homphieu::v1::Receipt out;
  out.set_congress_id(to_string(receipt.congress_id));
  out.set_command_id(to_string(receipt.command_id));
  out.set_index(receipt.index);
  for (const Hash& hash : receipt.inclusion) out.add_inclusion(to_string(hash));
  out.set_checkpoint(receipt.checkpoint);
  return out;
}

Result<Receipt> from_message(const homphieu::v1::Receipt& message) {
  Receipt out;
  HP_ASSIGN(out.congress_id, exactly<32>(message.congress_id(), "congress_id"));
  HP_ASSIGN(out.command_id, exactly<16>(message.command_id(), "command_id"));
  out.index = message.index();
  if (message.inclusion_size() > 64) return fail(codes::kReceiptForm, "inclusion");
  for (const std::string& one : message.inclusion()) {
    HP_ASSIGN(const Hash hash, exactly<32>(one, "inclusion"));
    out.inclusion.push_back(hash);
  }
  out.checkpoint = message.checkpoint();
  return out;
}

}  // namespace hp::journal
