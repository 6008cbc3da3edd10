// Test kit: contest "c" on paper through the calls of a hall. Five names for four seats, eight
// people present, each with a paper; counters c1 (head), c2, c3 and helper h1.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "homphieu/v1/keying.pb.h"
#include "service/testing/election_kit.h"

namespace hp::service {

inline constexpr std::uint32_t kPapers = 8;

class PaperElection {
 public:
  explicit PaperElection(TestHall& hall);

  // Closed, with its figures recorded, and batch 1 opened with all papers.
  void close();
  void open_batch(std::uint32_t batch, std::uint32_t papers);

  // One paper with these positions struck.
  Result<v1::Receipt> key(const std::string& person, std::uint32_t count, std::uint32_t sheet,
                          std::vector<std::uint32_t> struck, std::uint32_t batch = 1);
  // Papers 1 to 8, all with the last name struck.
  void key_all(const std::string& person, std::uint32_t count);
  void settle(const std::string& person, std::uint32_t sheet, std::vector<std::uint32_t> struck);
  Result<v1::Receipt> close_batch(const std::string& person);

  template <class Response, class Request>
  Result<Response> call(std::string_view name, Request request, const std::string& token) {
    request.set_congress_id(election.meeting.id());
    request.set_contest("c");
    request.set_round(1);
    return election.meeting.hall().call<Response>("/homphieu.v1.KeyingService/" + std::string(name),
                                                  request, token);
  }
  Result<v1::BatchInHand> take(const std::string& person, bool for_settling = false);
  Result<v1::BatchInHand> hold(const std::string& person, const v1::BatchInHand& given);
  Result<v1::CountView> count(const std::string& person);
  const std::string& token(const std::string& person);

  Election election;

 private:
  std::map<std::string, std::string> tokens_;
};

}  // namespace hp::service
