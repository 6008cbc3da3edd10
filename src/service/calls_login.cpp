// Logins of officials and observers.
#include "service/codes.h"
#include "service/hall_parts.h"

namespace hp::service {
namespace {

Result<v1::GetNonceResponse> get_nonce(HallParts& hall, const v1::GetNonceRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  v1::GetNonceResponse out;
  out.set_nonce(to_string(hall.sessions.new_nonce(house->id())));
  return out;
}

Result<v1::LogInResponse> log_in(HallParts& hall, const v1::LogInRequest& request,
                                 const rpc::Call& call) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  v1::LogInResponse out;
  HP_ASSIGN(Login login, house->book().read([&](const Book::Page& page) -> Result<Login> {
    HP_ASSIGN(Login checked, check_login(page.state, request.envelope(), call.server_certificate,
                                         hall.options.clock->now()));
    for (const v1::Role role : congress::find_official(page.state, checked.session.person)->roles) {
      out.add_roles(role);
    }
    return checked;
  }));
  if (!hall.sessions.take_nonce(house->id(), login.nonce)) {
    return fail(codes::kLoginRefused, "nonce");
  }
  out.set_person(login.session.person);
  out.set_token(hall.sessions.begin(std::move(login.session)));
  return out;
}

}  // namespace

void add_login_calls(rpc::Registry& registry, HallParts& hall) {
  registry.unary<v1::GetNonceRequest, v1::GetNonceResponse>(
      path_of("GetNonce"), [&hall](const v1::GetNonceRequest& request, const rpc::Call&) {
        return get_nonce(hall, request);
      });
  registry.unary<v1::LogInRequest, v1::LogInResponse>(
      path_of("LogIn"), [&hall](const v1::LogInRequest& request, const rpc::Call& call) {
        return log_in(hall, request, call);
      });
  registry.unary<v1::LogOutRequest, v1::LogOutResponse>(
      path_of("LogOut"),
      [&hall](const v1::LogOutRequest&, const rpc::Call& call) -> Result<v1::LogOutResponse> {
        hall.sessions.end(call.bearer);
        return v1::LogOutResponse();
      });
}

}  // namespace hp::service
