// The officials of a congress, each with an own key and an own connection to the server, and the
// two ways in which they act: alone, or several of them on one proposal.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "client/official.h"
#include "client/trustee.h"
#include "demo/scenario.h"

namespace hp::demo {

using Connect = std::function<Result<client::HallClient>()>;
// A command's body from the signer's own fold.
using Make = std::function<Result<v1::Command>(const congress::State&)>;
using Keys = std::map<std::string, std::shared_ptr<const crypto::Signer>>;  // by person

UnixMs now();

class Bench {
 public:
  Bench(Connect connect, const Hash& congress)
      : connect_(std::move(connect)), congress_(congress) {}

  // The person's program: connects, logs in, follows the record. Trustees check every proof of it.
  Result<void> seat(const Office& office, std::shared_ptr<const crypto::Signer> key);

  client::Official& at(const std::string& person);
  client::Trustee& trustee(const std::string& person) { return trustees_.at(person); }

  Result<void> alone(const std::string& person, const Make& make);
  // The first proposes, the others sign what was proposed; `also` are keys beside the first's.
  Result<void> together(const People& people, const Make& make,
                        const std::vector<const crypto::Signer*>& also = {});
  // The record as this person's program knows it, up to date.
  Result<const congress::State*> record(const std::string& person);

 private:
  Connect connect_;
  Hash congress_{};
  std::map<std::string, client::Official> officials_;
  std::map<std::string, client::Trustee> trustees_;
};

}  // namespace hp::demo
