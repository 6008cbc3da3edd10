#include "demo/signed_papers.h"

#include <map>

#include "attest/sign.h"
#include "demo/files.h"
#include "pki/authority.h"

namespace hp::demo {
namespace {

constexpr std::uint64_t kDayMs = 86'400'000;

struct Holder {
  pki::PrivateKey key;
  pki::Certificate certificate;
};

// The congress's authority, and whoever came to it for a certificate so far.
class KeyRing {
 public:
  KeyRing(const std::string& organisation, UnixMs now)
      : validity_{{now.value - kDayMs}, {now.value + 365 * kDayMs}},
        key_(pki::PrivateKey::generate()),
        root_(pki::make_authority(key_, {"Chứng thư của đại hội", "", organisation}, validity_)) {}

  const pki::Certificate& root() const { return root_; }

  Result<const Holder*> of(const attest::Expected& who) {
    const auto known = holders_.find(who.uid);
    if (known != holders_.end()) return &known->second;
    pki::PrivateKey own = pki::PrivateKey::generate();
    HP_ASSIGN(const pki::Request request,
              pki::read_request(pki::make_request(own, {who.name, "", ""})));
    HP_ASSIGN(pki::Certificate made,
              pki::issue(root_, key_, request.public_key, {who.name, who.uid, ""}, validity_));
    return &holders_.emplace(who.uid, Holder{std::move(own), std::move(made)}).first->second;
  }

 private:
  pki::Validity validity_;
  pki::PrivateKey key_;
  pki::Certificate root_;
  std::map<std::string, Holder> holders_;  // by userId
};

Result<void> sign_json(const std::string& json, const attest::Minutes& minutes, KeyRing& keys,
                       const attest::Against& against, const std::filesystem::path& stem) {
  std::vector<Bytes> all;
  for (const attest::Expected& one : attest::expected_signers(minutes)) {
    if (!one.on_json) continue;
    HP_ASSIGN(const Holder* holder, keys.of(one));
    HP_ASSIGN(const attest::JsonTurn turn,
              attest::begin_json(json, {one.field, holder->certificate}, against));
    HP_ASSIGN(Bytes cms, attest::finish_json(json, turn, holder->key.sign(turn.attributes)));
    HP_TRY(write_file(stem.string() + ".json." + one.field + ".p7s", chars(cms)));
    all.push_back(std::move(cms));
  }
  const attest::Checked checked = attest::check_json(json, all, against);
  if (!checked.good()) return std::unexpected(checked.faults.front());
  return {};
}

Result<std::filesystem::path> sign_paper(const std::string& json, const attest::Minutes& minutes,
                                         KeyRing& keys, const attest::Against& against,
                                         const std::filesystem::path& stem) {
  HP_ASSIGN(Bytes paper, attest::make_pdf(minutes, *against.fonts));
  for (const attest::Expected& one : attest::expected_signers(minutes)) {
    HP_ASSIGN(const Holder* holder, keys.of(one));
    HP_ASSIGN(attest::Turn turn, attest::begin_paper(paper, {one.field, holder->certificate},
                                                     against, attest::time_of(minutes)));
    const Bytes signature = holder->key.sign(turn.attributes);
    HP_ASSIGN(paper, attest::finish_paper(std::move(turn), signature));
  }
  attest::Against whole = against;
  whole.record = [&](const attest::Minutes&) -> Result<std::string> { return json; };
  const attest::Checked checked = attest::check_paper(paper, whole);
  if (!checked.good()) return std::unexpected(checked.faults.front());
  const std::filesystem::path path = stem.string() + ".pdf";
  HP_TRY(write_file(path, chars(paper)));
  return path;
}

}  // namespace

Result<std::vector<std::filesystem::path>> write_signed_papers(
    const Played& played, const pdf::Fonts& fonts, const std::filesystem::path& folder) {
  std::vector<std::pair<std::string, std::string>> all;  // stem, JSON
  for (const ContestPlayed& contest : played.contests) {
    for (const RoundPlayed& round : contest.rounds) {
      all.emplace_back("minutes-" + round.contest + "-" + std::to_string(round.round),
                       round.minutes_json);
    }
    all.emplace_back("election-" + contest.contest, contest.election_json);
  }
  std::vector<std::filesystem::path> papers;
  std::optional<KeyRing> keys;
  attest::Against against;
  against.fonts = &fonts;
  for (const auto& [stem, json] : all) {
    HP_ASSIGN(const attest::Minutes minutes, attest::read_minutes(json));
    if (!keys.has_value()) {
      keys.emplace(played.organisation, attest::time_of(minutes));
      against.roots = {keys->root()};
    }
    HP_TRY(sign_json(json, minutes, *keys, against, folder / stem));
    HP_ASSIGN(std::filesystem::path paper,
              sign_paper(json, minutes, *keys, against, folder / stem));
    papers.push_back(std::move(paper));
  }
  if (keys.has_value())
    HP_TRY(write_file(folder / (played.name + "-roots.pem"), keys->root().pem()));
  return papers;
}

}  // namespace hp::demo
