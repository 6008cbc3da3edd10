// Minutes as large as they get, for tests and benchmarks.
#pragma once

#include "minutes/examples.h"

namespace hp::attest::testing {

// A list of so many names with four fifths of them elected, and so many members of the counting
// committee besides its head, who all sign.
inline minutes::Model large_minutes(minutes::Count names, minutes::Count members) {
  minutes::Model model = minutes::examples::committee();
  const std::string kNames[] = {"Nguyễn Thị Hồng Nhung", "Phạm Văn Đức", "Trần Quốc Toản",
                                "Lê Thị Hạnh", "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý"};
  const auto person = [&](const char* kind, minutes::Count i) {
    return minutes::Person{kind + std::to_string(i), kNames[i % std::size(kNames)]};
  };
  const minutes::Count seats = names * 4 / 5;
  model.contest.candidates.clear();
  model.contest.seats = seats;
  model.outcome.percent.clear();
  model.outcome.elected.clear();
  std::vector<minutes::Count> votes;
  for (minutes::Count i = 0; i < names; ++i) {
    model.contest.candidates.push_back(person("ung-vien-", i + 1));
    votes.push_back(i < seats ? 200 : 60);
    model.outcome.percent.emplace_back(i < seats ? "81.63" : "24.49");
    if (i < seats) model.outcome.elected.push_back(i + 1);
  }
  model.ballots.total.votes = votes;
  model.ballots.electronic = model.ballots.total;
  model.counters.members.clear();
  for (minutes::Count i = 0; i < members; ++i) {
    model.counters.members.push_back(person("kiem-phieu-", i + 1));
  }
  return model;
}

}  // namespace hp::attest::testing
