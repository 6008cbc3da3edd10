// Test kit: a whole election through the calls of a hall, with real cards, ballots and trustees.
// Contest "c": five names for four seats; three trustees, two of whom decrypt.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "congress/trustee.h"
#include "crypto/signing.h"
#include "service/testing/hall_kit.h"

namespace hp::service {

class Election {
 public:
  // Officials, roll, attendance and cards are there; everybody drew a card.
  Election(TestHall& hall, int delegates);

  // Brings contest "c" to `open`: ceremony (once), approval, counters, attendance, opening.
  void open();
  // The same on paper alone: counters c1 (head), c2, c3.
  void open_on_paper(std::uint32_t papers);
  // The ballot of card i, for the first `marks` names.
  v1::Envelope ballot(std::size_t card, std::size_t marks = 3);
  Result<v1::Receipt> cast(std::size_t card, std::size_t marks = 3);
  v1::Command close_command() const;
  void close();
  void accept_and_decrypt();  // to `counted`
  void declare();
  void sign();
  void announce();

  const congress::Round& round() const { return meeting.state().contests.at("c").current(); }

  Meeting meeting;
  std::vector<crypto::SigningKey> cards;

 private:
  void approve();  // and counters, attendance
  v1::Command opening() const;
  void step(const std::string& trustee);
  std::map<std::string, congress::Seed> seeds_;
  bool ceremony_ = false;
};

}  // namespace hp::service
