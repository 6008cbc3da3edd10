// What the handlers of every call share.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>

#include "rpc/registry.h"
#include "service/access.h"
#include "service/data_folder.h"
#include "service/hall.h"
#include "service/house.h"
#include "service/sessions.h"
#include "service/signing_desk.h"
#include "service/watchers.h"
#include "service/work_pool.h"

namespace hp::service {

struct HallParts {
  HallParts(HallOptions options_, DataFolder folder_);
  ~HallParts();

  // The congress that a request names. Fails with `congress_unknown`, `request_field`.
  Result<House*> house(const std::string& congress_id) const;
  std::vector<House*> all() const;
  void add(std::unique_ptr<House> house);
  Result<std::unique_ptr<House>> open(const std::filesystem::path& folder, crypto::LogKey key);

  // Who calls: the person of a session that runs; empty without a token. Fails with
  // `session_over`.
  Result<std::string> caller(const rpc::Call& call, const House& house) const;
  // The same, for what takes a login. Fails with `login_needed`, `session_over`.
  Result<std::string> logged_in(const rpc::Call& call, const House& house) const;
  // As whom somebody may read something that is not of one round. Fails with `login_needed`,
  // `read_not_allowed`, `session_over`.
  Result<void> require(Thing thing, const rpc::Call& call, const House& house) const;

  // Where the congress's minutes are signed; made when it is first asked for.
  SigningDesk& desk(const House& house);

  void stop();

  const HallOptions options;
  const DataFolder folder;
  Sessions sessions;
  Watchers watchers;
  WorkPool pool;
  WorkPool printers;  // one paper at a time: nobody hurries so much that others should wait for it
  std::mutex founding;  // one at a time

 private:
  mutable std::shared_mutex mutex_;
  std::map<Hash, std::unique_ptr<House>> houses_;  // never taken away
  std::map<Hash, std::unique_ptr<SigningDesk>> desks_;
};

// "/homphieu.v1.CongressService/" and the name.
std::string path_of(std::string_view method);

// A round of a contest, and who calls, where they may read its result (outcome, minutes).
struct ReadRound {
  const House* house = nullptr;
  std::shared_ptr<const State> state;  // stays as it is while they read
  const congress::Round* round = nullptr;
  std::string person;  // empty: nobody logged in
};
// `round` 0: the newest. Fails with `login_needed`, `read_not_allowed`, `session_over`,
// `contest_unknown`, `round_not_current`.
Result<ReadRound> round_to_read(const HallParts& hall, const rpc::Call& call,
                                const std::string& congress_id, const std::string& contest,
                                std::uint32_t round);

void add_founding_calls(rpc::Registry& registry, HallParts& hall);
void add_command_calls(rpc::Registry& registry, HallParts& hall);
void add_proposal_calls(rpc::Registry& registry, HallParts& hall);
void add_login_calls(rpc::Registry& registry, HallParts& hall);
void add_record_calls(rpc::Registry& registry, HallParts& hall);
void add_view_calls(rpc::Registry& registry, HallParts& hall);
void add_signing_calls(rpc::Registry& registry, HallParts& hall);
void add_keying_calls(rpc::Registry& registry, HallParts& hall);
void add_printing_calls(rpc::Registry& registry, HallParts& hall);

}  // namespace hp::service
