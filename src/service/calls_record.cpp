// The record and its tree: checkpoints, proofs, cosignatures, entries.
#include <algorithm>

#include "congress/views.h"
#include "service/codes.h"
#include "service/hall_parts.h"

namespace hp::service {
namespace {

constexpr std::uint32_t kMostHashes = 1000;
constexpr std::uint32_t kMostEntries = 200;
constexpr std::size_t kMostPageBytes = 1u << 20;

Result<v1::GetCheckpointResponse> checkpoint(const HallParts& hall,
                                             const v1::GetCheckpointRequest& request) {
  HP_ASSIGN(House * house, hall.house(request.congress_id()));
  v1::GetCheckpointResponse out;
  out.set_checkpoint(
      house->book().read([](const Book::Page& page) { return std::string(page.checkpoint); }));
  for (std::string& line : house->cosignatures().of(out.checkpoint())) {
    out.add_cosignatures(std::move(line));
  }
  return out;
}

Result<v1::GetConsistencyResponse> consistency(const HallParts& hall,
                                               const v1::GetConsistencyRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  return house->book().read([&](const Book::Page& page) -> Result<v1::GetConsistencyResponse> {
    if (request.to_size() > page.tree.size()) return fail(codes::kTreeRange, "to_size");
    if (request.from_size() > request.to_size()) return fail(codes::kTreeRange, "from_size");
    v1::GetConsistencyResponse out;
    for (const Hash& one : page.tree.consistency(request.from_size(), request.to_size())) {
      out.add_proof(to_string(one));
    }
    return out;
  });
}

Result<v1::GetLeafHashesResponse> leaf_hashes(const HallParts& hall,
                                              const v1::GetLeafHashesRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  return house->book().read([&](const Book::Page& page) -> Result<v1::GetLeafHashesResponse> {
    if (request.from() > page.tree.size()) return fail(codes::kTreeRange, "from");
    const std::uint64_t count =
        std::min<std::uint64_t>({request.count(), kMostHashes, page.tree.size() - request.from()});
    v1::GetLeafHashesResponse out;
    for (std::uint64_t i = 0; i < count; ++i) {
      out.add_hashes(to_string(page.tree.leaf(request.from() + i)));
    }
    return out;
  });
}

Result<v1::CosignResponse> cosign(const HallParts& hall, const v1::CosignRequest& request) {
  HP_ASSIGN(House * house, hall.house(request.congress_id()));
  const auto added =
      house->cosignatures().add(house->book(), request.checkpoint(), request.cosignature());
  if (!added) {
    if (added.error().is(codes::kRecordDiffers)) {
      hall.options.log("A WITNESS HOLDS A CHECKPOINT THAT IS NOT OF THIS RECORD: " +
                       describe(added.error(), Language::kEnglish));
    }
    return std::unexpected(added.error());
  }
  return v1::CosignResponse();
}

bool may_read_reserved(const State& state, const std::string& person, const congress::Round* round,
                       bool reading) {
  if (reading && round != nullptr) return may_read_readings(state, person, *round);
  const bool announced = round != nullptr && is_told(*round);
  return may_read(Thing::kPartials, viewers_of(state, person, round), announced);
}

// How many entries the caller may read: all before the first that is still closed to them.
std::uint64_t readable(const Book::Page& page, const std::string& person) {
  if (!may_read(Thing::kRecord, viewers_of(page.state, person, nullptr), false)) {
    return std::min<std::uint64_t>(page.state.size, 1);  // the founding is everybody's
  }
  for (const Reserved& one : page.reserved) {
    const auto round = congress::find_round(page.state, one.contest, one.round);
    const congress::Round* of = round ? *round : nullptr;
    if (!may_read_reserved(page.state, person, of, one.reading)) return one.index;
  }
  return page.state.size;
}

Result<v1::GetEntriesResponse> entries(const HallParts& hall, const v1::GetEntriesRequest& request,
                                       const rpc::Call& call) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  HP_ASSIGN(const std::string person, hall.caller(call, *house));
  v1::GetEntriesResponse out;
  out.set_readable(
      house->book().read([&](const Book::Page& page) { return readable(page, person); }));
  if (request.from() >= out.readable()) return out;
  std::uint64_t left =
      std::min<std::uint64_t>({request.count(), kMostEntries, out.readable() - request.from()});
  std::uint64_t from = request.from();
  std::size_t bytes = 0;
  // A few at a time: entries may be large.
  while (left > 0) {
    const auto some = static_cast<std::uint32_t>(std::min<std::uint64_t>(left, 16));
    HP_ASSIGN(const std::vector<Bytes> envelopes, house->journal().read(from, some));
    if (envelopes.empty()) break;
    for (const Bytes& envelope : envelopes) {
      bytes += envelope.size();
      if (bytes > kMostPageBytes && out.entries_size() > 0) return out;
      out.add_entries(to_string(envelope));
    }
    from += envelopes.size();
    left -= envelopes.size();
  }
  return out;
}

}  // namespace

void add_record_calls(rpc::Registry& registry, HallParts& hall) {
  using rpc::Effect;
  registry.unary<v1::GetCheckpointRequest, v1::GetCheckpointResponse>(
      path_of("GetCheckpoint"),
      [&hall](const auto& request, const rpc::Call&) { return checkpoint(hall, request); },
      Effect::kNone);
  registry.unary<v1::GetConsistencyRequest, v1::GetConsistencyResponse>(
      path_of("GetConsistency"),
      [&hall](const auto& request, const rpc::Call&) { return consistency(hall, request); },
      Effect::kNone);
  registry.unary<v1::GetLeafHashesRequest, v1::GetLeafHashesResponse>(
      path_of("GetLeafHashes"),
      [&hall](const auto& request, const rpc::Call&) { return leaf_hashes(hall, request); },
      Effect::kNone);
  registry.unary<v1::CosignRequest, v1::CosignResponse>(
      path_of("Cosign"),
      [&hall](const auto& request, const rpc::Call&) { return cosign(hall, request); });
  registry.unary<v1::GetEntriesRequest, v1::GetEntriesResponse>(
      path_of("GetEntries"),
      [&hall](const auto& request, const rpc::Call& call) { return entries(hall, request, call); },
      Effect::kNone);
}

}  // namespace hp::service
