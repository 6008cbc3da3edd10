// Founding a congress, and the list of those there are.
#include <future>

#include "base/hex.h"
#include "congress/fold.h"
#include "congress/frontier.h"
#include "congress/prepare.h"
#include "service/codes.h"
#include "service/hall_parts.h"
#include "service/overview.h"

namespace hp::service {
namespace {

Result<v1::ListCongressesResponse> list(const HallParts& hall) {
  v1::ListCongressesResponse out;
  for (const House* house : hall.all()) {
    house->book().read(
        [&](const Book::Page& page) { *out.add_congresses() = name_of(page.state); });
  }
  return out;
}

Result<v1::NewLogKeyResponse> new_log_key(const HallParts& hall,
                                          const v1::NewLogKeyRequest& request) {
  HP_TRY(hall.folder.check_setup_code(request.setup_code()));
  HP_ASSIGN(const crypto::LogKey key, hall.folder.new_log_key(hall.options.random));
  v1::NewLogKeyResponse out;
  out.set_log_key(to_string(key.public_key()));
  return out;
}

Result<v1::Receipt> submit_and_wait(House& house, const v1::Envelope& envelope) {
  const auto promise = std::make_shared<std::promise<Result<v1::Receipt>>>();
  auto answered = promise->get_future();
  house.submit(envelope, Admission::kNew,
               [promise](Result<v1::Receipt> receipt) { promise->set_value(std::move(receipt)); });
  return answered.get();
}

Result<v1::Receipt> found(HallParts& hall, const v1::FoundRequest& request) {
  HP_TRY(hall.folder.check_setup_code(request.setup_code()));
  // Everything is checked before anything is made: the fold would take this as its first entry.
  const State nothing = congress::empty_state();
  HP_ASSIGN(const congress::Entry entry,
            congress::prepare(nothing, request.envelope(), congress::BallotChecking::kFull));
  if (!entry.command.has_found_congress()) return fail(codes::kRequestField, "envelope.payload");
  const Hash id = entry.payload_hash;
  const std::lock_guard lock(hall.founding);
  if (const auto there = hall.house(to_string(id))) {
    return submit_and_wait(**there, request.envelope());
  }
  HP_TRY(congress::check(nothing, entry));
  HP_TRY(check_signed_at(entry.command, hall.options.clock->now()));
  const std::string& public_key = entry.command.found_congress().log_key();
  HP_ASSIGN(crypto::LogKey key, hall.folder.find_log_key(view(public_key)));
  HP_ASSIGN(const std::filesystem::path path, hall.folder.make_congress(id, key));
  // Founded through a house of its own, which knows no congress yet; then opened as every start
  // opens it.
  {
    HP_ASSIGN(const auto house, hall.open(path, std::move(key)));
    if (house->id() == Hash{}) HP_TRY(submit_and_wait(*house, request.envelope()));
  }
  HP_ASSIGN(crypto::LogKey again, read_log_key(path));
  HP_ASSIGN(std::unique_ptr<House> house, hall.open(path, std::move(again)));
  House& opened = *house;
  hall.add(std::move(house));
  HP_TRY(hall.folder.drop_log_key(view(public_key)));
  hall.options.log("congress " + to_hex(id) + " is founded");
  return submit_and_wait(opened, request.envelope());
}

}  // namespace

void add_founding_calls(rpc::Registry& registry, HallParts& hall) {
  registry.unary<v1::ListCongressesRequest, v1::ListCongressesResponse>(
      path_of("ListCongresses"),
      [&hall](const v1::ListCongressesRequest&, const rpc::Call&) { return list(hall); },
      rpc::Effect::kNone);
  registry.unary<v1::NewLogKeyRequest, v1::NewLogKeyResponse>(
      path_of("NewLogKey"), [&hall](const v1::NewLogKeyRequest& request, const rpc::Call&) {
        return new_log_key(hall, request);
      });
  registry.unary<v1::FoundRequest, v1::Receipt>(
      path_of("Found"),
      [&hall](const v1::FoundRequest& request, const rpc::Call&) { return found(hall, request); });
}

}  // namespace hp::service
