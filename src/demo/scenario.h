// What happens in a congress of the demonstration, as data: who is there, who holds which office,
// who comes late, what is voted on and how each round is to end. run.h plays it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "client/builders.h"
#include "demo/plain_vote.h"
#include "homphieu/v1/record.pb.h"

namespace hp::demo {

namespace v1 = homphieu::v1;
using People = std::vector<std::string>;  // ids

struct Office {
  std::string person;
  std::string name;
  std::vector<v1::Role> roles;
};

// What changes in the hall before a round.
struct Moves {
  std::vector<std::pair<std::string, v1::NotConvenedReason>> not_convened;
  std::vector<std::pair<std::string, std::string>> replaced;  // by which alternate
  std::map<std::string, std::string> excused;                 // and why
  People arrive;                                              // each draws a card
  People leave;                                               // and hands the card in
  People leave_with_card;
  People back;
  People lose_card;  // the card is void for ever, another is drawn
};

enum class Follows { kFirstBallot, kTieBallot, kFurtherBallot };

struct RoundPlan {
  Follows follows = Follows::kFirstBallot;
  Moves before;
  VotePlan votes;
  std::uint32_t on_paper = 0;  // percent of the voters hand their card in and get a paper
};

struct ContestScript {
  // Without candidates: the person with the most votes in plan.from_contest, as planned.
  client::ContestPlan plan;
  std::vector<RoundPlan> rounds;
};

struct CongressScript {
  std::string name;            // of the record's file
  v1::FoundCongress founding;  // without log key and officials
  std::vector<Office> offices;
  People trustees;  // trustee 1 first
  std::uint32_t threshold = 3;
  std::vector<v1::Organisation> organisations;
  std::vector<v1::Person> people;
  std::uint32_t cards = 0;
  Moves assembly;  // before the first contest
  std::vector<ContestScript> contests;
};

People with_role(const CongressScript& script, v1::Role role);

// District congress Cẩm Lệ IV, from the files of `data`. Fails with `demo_file`, `demo_plan` or
// what reading a roll can say.
Result<CongressScript> district_congress(const std::filesystem::path& data);

// The police organisation's: a member congress of 120 made-up members.
CongressScript police_congress();

// One organisation, one contest, `delegates` (5 … 200) people: a thin thread through everything.
Result<CongressScript> small_congress(std::uint32_t delegates);

}  // namespace hp::demo
