#include "journal/receipt.h"

#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "crypto/hash.h"
#include "journal/checkpoint.h"
#include "journal/codes.h"
#include "journal/envelope.h"

namespace hp::journal {
namespace {

using nlohmann::json;

constexpr std::string_view kKind = "homphieu-receipt v1";

template <std::size_t N>
Result<std::array<std::uint8_t, N>> hex_of(const json& value, const std::string& where) {
  if (!value.is_string()) return fail(codes::kReceiptForm, where);
  const auto& text = value.get_ref<const std::string&>();
  const auto bytes = from_hex(text);
  if (!bytes.has_value() || bytes->size() != N || to_hex(*bytes) != text) {
    return fail(codes::kReceiptForm, where);
  }
  return array_of<N>(*bytes);
}

// Takes the place of the library's own treatment, by which the last of two equal keys counts.
Result<json> parse_once(std::string_view text) {
  std::vector<std::vector<std::string>> open;
  bool twice = false;
  const auto watch = [&](int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) open.emplace_back();
    if (event == json::parse_event_t::object_end) open.pop_back();
    if (event == json::parse_event_t::key) {
      auto& keys = open.back();
      const auto& key = value.get_ref<const std::string&>();
      twice = twice || std::ranges::find(keys, key) != keys.end();
      keys.push_back(key);
    }
    return true;
  };
  json out = json::parse(text, watch, false);
  if (twice || !out.is_object()) return fail(codes::kReceiptForm);
  return out;
}

}  // namespace

Result<TreeHead> check_receipt(const Receipt& receipt, ByteView envelope, ByteView log_key) {
  HP_ASSIGN(const v1::Envelope parts, decode_envelope(envelope));
  HP_ASSIGN(const v1::Command command, decode_command(view(parts.payload())));
  const Hash founding = crypto::sha256(view(parts.payload()));
  const bool same_congress = command.has_found_congress()
                                 ? command.congress_id().empty() && founding == receipt.congress_id
                                 : equal(view(command.congress_id()), receipt.congress_id);
  if (!same_congress) return fail(codes::kReceiptOther, "congress_id");
  if (!equal(view(command.command_id()), receipt.command_id)) {
    return fail(codes::kReceiptOther, "command_id");
  }
  HP_ASSIGN(const TreeHead head, open_checkpoint(receipt.checkpoint, receipt.congress_id, log_key));
  HP_TRY(check_inclusion(leaf_hash(envelope), receipt.index, head, receipt.inclusion));
  return head;
}

std::string write_receipt(const Receipt& receipt) {
  nlohmann::ordered_json out;
  out["kind"] = kKind;
  out["congress_id"] = to_hex(receipt.congress_id);
  out["command_id"] = to_hex(receipt.command_id);
  out["index"] = receipt.index;
  out["inclusion"] = nlohmann::ordered_json::array();
  for (const Hash& hash : receipt.inclusion) out["inclusion"].push_back(to_hex(hash));
  out["checkpoint"] = receipt.checkpoint;
  return out.dump(2) + "\n";
}

Result<Receipt> read_receipt(std::string_view text) {
  HP_ASSIGN(const json in, parse_once(text));
  for (const char* key :
       {"kind", "congress_id", "command_id", "index", "inclusion", "checkpoint"}) {
    if (!in.contains(key)) return fail(codes::kReceiptForm, key);
  }
  if (in.size() != 6 || in["kind"] != kKind) return fail(codes::kReceiptForm, "kind");
  Receipt out;
  HP_ASSIGN(out.congress_id, hex_of<32>(in["congress_id"], "congress_id"));
  HP_ASSIGN(out.command_id, hex_of<16>(in["command_id"], "command_id"));
  if (!in["index"].is_number_unsigned()) return fail(codes::kReceiptForm, "index");
  out.index = in["index"].get<std::uint64_t>();
  if (!in["inclusion"].is_array() || in["inclusion"].size() > 64) {
    return fail(codes::kReceiptForm, "inclusion");
  }
  for (const json& one : in["inclusion"]) {
    HP_ASSIGN(const Hash hash, hex_of<32>(one, "inclusion"));
    out.inclusion.push_back(hash);
  }
  if (!in["checkpoint"].is_string()) return fail(codes::kReceiptForm, "checkpoint");
  out.checkpoint = in["checkpoint"].get<std::string>();
  return out;
}

}  // namespace hp::journal
