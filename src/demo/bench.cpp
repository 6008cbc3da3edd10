#include "demo/bench.h"

#include <algorithm>

#include "demo/codes.h"

namespace hp::demo {

UnixMs now() {
  return SystemClock().now();
}

Result<void> Bench::seat(const Office& office, std::shared_ptr<const crypto::Signer> key) {
  HP_ASSIGN(client::HallClient hall, connect_());
  const bool trustee = std::ranges::find(office.roles, v1::ROLE_TRUSTEE) != office.roles.end();
  client::Official official(
      std::move(hall), std::move(key), congress_, office.person,
      trustee ? congress::BallotChecking::kFull : congress::BallotChecking::kOwnPrefix);
  HP_TRY(official.log_in(now()));
  HP_TRY(official.sync());
  if (trustee) {
    trustees_.emplace(office.person, client::Trustee(std::move(official),
                                                     client::new_seed(crypto::system_random())));
  } else {
    officials_.emplace(office.person, std::move(official));
  }
  return {};
}

client::Official& Bench::at(const std::string& person) {
  const auto trustee = trustees_.find(person);
  return trustee == trustees_.end() ? officials_.at(person) : trustee->second.official();
}

Result<void> Bench::alone(const std::string& person, const Make& make) {
  client::Official& official = at(person);
  HP_TRY(official.sync());
  HP_ASSIGN(v1::Command body, make(official.state()));
  HP_ASSIGN(const v1::Command command,
            official.build(std::move(body), now(), crypto::system_random()));
  HP_TRY(official.submit(command));
  return {};
}

Result<void> Bench::together(const People& people, const Make& make,
                             const std::vector<const crypto::Signer*>& also) {
  client::Official& first = at(people.front());
  HP_TRY(first.sync());
  HP_ASSIGN(v1::Command body, make(first.state()));
  HP_ASSIGN(const v1::Command command,
            first.build(std::move(body), now(), crypto::system_random()));
  HP_ASSIGN(v1::Proposal proposal, first.propose(command, also));
  for (std::size_t i = 1; i < people.size(); ++i) {
    client::Official& next = at(people[i]);
    HP_TRY(next.sync());
    HP_ASSIGN(proposal, next.sign(proposal));
  }
  if (proposal.state() == v1::PROPOSAL_STATE_ACCEPTED) return {};
  return fail(codes::kDemoPlan, "proposal", proposal.missing_code() + " " + proposal.missing_vi());
}

Result<const congress::State*> Bench::record(const std::string& person) {
  client::Official& official = at(person);
  HP_TRY(official.sync());
  return &official.state();
}

}  // namespace hp::demo
