// Commands in, receipts out.
#include "service/codes.h"
#include "service/hall_parts.h"

namespace hp::service {
namespace {

Result<v1::Receipt> find_command(const HallParts& hall, const v1::FindCommandRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  if (request.command_id().size() != 16) return fail(codes::kRequestField, "command_id");
  const CommandId id = array_of<16>(view(request.command_id()));
  return house->book().read([&](const Book::Page& page) -> Result<v1::Receipt> {
    const auto index = page.index.find(id);
    if (index == page.index.end()) return fail(codes::kCommandNotFound, "command_id");
    return receipt_of(page, id, index->second);
  });
}

}  // namespace

void add_command_calls(rpc::Registry& registry, HallParts& hall) {
  registry.unary<v1::SubmitRequest, v1::Receipt>(
      path_of("Submit"),
      [&hall](const v1::SubmitRequest& request, const rpc::Call&, rpc::Reply<v1::Receipt> reply) {
        const auto house = hall.house(request.congress_id());
        if (!house) return reply(std::unexpected(house.error()));
        (*house)->submit(request.envelope(), Admission::kNew,
                         [reply](Result<v1::Receipt> receipt) { reply(std::move(receipt)); });
      });
  registry.unary<v1::FindCommandRequest, v1::Receipt>(
      path_of("FindCommand"),
      [&hall](const v1::FindCommandRequest& request, const rpc::Call&) {
        return find_command(hall, request);
      },
      rpc::Effect::kNone);
}

}  // namespace hp::service
