#include "service/hall.h"

#include <utility>

#include "base/hex.h"
#include "service/codes.h"
#include "service/hall_parts.h"

namespace hp::service {

Hall::Hall(std::unique_ptr<HallParts> parts) : parts_(std::move(parts)) {}
Hall::~Hall() = default;

Result<std::unique_ptr<Hall>> Hall::open(HallOptions options) {
  HP_ASSIGN(DataFolder folder, DataFolder::open(options.data, options.random));
  auto parts = std::make_unique<HallParts>(std::move(options), std::move(folder));
  HP_ASSIGN(const auto congresses, parts->folder.congresses());
  for (const DataFolder::Congress& one : congresses) {
    const std::string hex = to_hex(one.id);
    // A founding that was cut off leaves a folder with a key, perhaps, and an empty journal.
    HP_ASSIGN(const auto has_key, read_private_file(one.folder / "log.key"));
    if (!has_key) continue;
    HP_ASSIGN(crypto::LogKey key, read_log_key(one.folder));
    auto house = parts->open(one.folder, std::move(key));
    if (!house) return std::unexpected(under("congresses/" + hex, house.error()));
    if ((*house)->id() == Hash{}) continue;
    if ((*house)->id() != one.id) return fail(codes::kRecordDiffers, "congresses/" + hex, "id");
    parts->options.log("congress " + hex + " is open, " +
                       std::to_string((*house)->book().read(
                           [](const Book::Page& page) { return page.state.size; })) +
                       " entries");
    parts->add(std::move(*house));
  }
  return std::unique_ptr<Hall>(new Hall(std::move(parts)));
}

void Hall::add_methods(rpc::Registry& registry) {
  add_founding_calls(registry, *parts_);
  add_command_calls(registry, *parts_);
  add_proposal_calls(registry, *parts_);
  add_login_calls(registry, *parts_);
  add_record_calls(registry, *parts_);
  add_view_calls(registry, *parts_);
  add_signing_calls(registry, *parts_);
  add_keying_calls(registry, *parts_);
  add_printing_calls(registry, *parts_);
}

std::string Hall::setup_code() const {
  return parts_->folder.setup_code();
}

std::size_t Hall::congresses() const {
  return parts_->all().size();
}

std::size_t Hall::watchers() const {
  return parts_->watchers.count();
}

void Hall::stop() {
  parts_->stop();
}

}  // namespace hp::service
