// Test kit: a small congress with real keys, signatures, ceremony and ballots, from the founding
// to the announced result, and its exported record.
//
//   RealCongress congress = RealCongress::announced({});
//   Bytes file = journal::write_record(congress.record());
//
// Officials: s1 s2 secretariat, p1 p2 presidium, r1 r2 credentials, c1 c2 c3 counting, t1 t2 t3
// trustees (two of them decrypt). Delegates d1 … have a card each and are present. Contest "bch"
// has names n1 …
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "congress/fold.h"
#include "crypto/ed25519.h"
#include "crypto/signing.h"
#include "journal/record_file.h"

namespace hp::verify {

namespace v1 = homphieu::v1;

struct Plan {
  int delegates = 8;
  int names = 4;
  std::uint32_t seats = 3;
  int witnesses = 1;
  std::uint32_t quorum = 1;
  bool cast = true;  // false: nobody votes, and the only delegate is out of the hall
};

class RealCongress {
 public:
  explicit RealCongress(const Plan& plan);
  static RealCongress counted(const Plan& plan);
  static RealCongress announced(const Plan& plan);  // and the congress closed

  // The steps, in their order.
  void found();
  void enrol();
  void gather();   // roll, attendance, ceremony, cards
  void approve();  // definition, counters, attendance
  void open();
  void cast();  // everybody: the vote of delegate i is columns_of(i)
  void close();
  void count();  // acceptances, decryptions
  void declare();
  void sign();                        // minutes as `report` makes them
  void sign_as(const Hash& minutes);  // all of them this
  void sign_one(const std::string& person, const Hash& minutes);
  void announce();
  void finish();  // CloseCongress

  static v1::Command remark(const std::string& text);
  // Fills in what every command carries, signs and folds it.
  Result<void> send(v1::Command command, const std::vector<std::string>& signers);
  void must(v1::Command command, const std::vector<std::string>& signers);
  Bytes sealed(v1::Command command, const std::vector<std::string>& signers);

  // A checkpoint over the first `size` entries, with the log's signature alone.
  std::string checkpoint(std::uint64_t size) const;
  // All entries under a cosigned checkpoint; or other entries under one of their own.
  journal::RecordFile record() const { return record_of(entries); }
  journal::RecordFile record_of(std::vector<Bytes> other) const;

  const congress::State& state() const { return fold.state(); }
  const congress::Round& round() const { return state().contests.at("bch").current(); }
  std::vector<std::uint8_t> columns_of(int delegate) const;

  Plan plan;
  congress::Fold fold;
  std::vector<Bytes> entries;
  std::map<std::string, crypto::SigningKey> keys;  // officials by id, cards by "d1" …
  std::map<std::string, Hash> seeds;               // of trustees
  crypto::LogKey log;
  std::vector<std::pair<std::string, crypto::LogKey>> witnesses;

 private:
  const crypto::SigningKey& key(const std::string& person);
  void trustees_act();
};

}  // namespace hp::verify
