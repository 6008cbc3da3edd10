#include "service/signing_desk.h"

#include <algorithm>

#include "crypto/hash.h"
#include "service/signing_codes.h"

namespace hp::service {
namespace {

// Somebody else's turn, which the caller must wait for.
Result<void> check_free(const auto& held, const std::string& person, UnixMs now) {
  if (!held || held->person == person || now >= held->until) return {};
  return fail(codes::kPaperHeld, "", held->person);
}

}  // namespace

SigningDesk::SigningDesk(std::filesystem::path folder, const pdf::Fonts* fonts,
                         crypto::Random random)
    : folder_(std::move(folder)), fonts_(fonts), random_(std::move(random)) {}

Result<attest::Against> SigningDesk::against(const std::string& json) {
  HP_TRY(load_roots());
  if (roots_->empty()) return fail(codes::kSigningRootsMissing);
  if (fonts_ == nullptr) return fail(codes::kServerFonts);
  attest::Against out;
  out.roots = *roots_;
  out.fonts = fonts_;
  out.record = [&json](const attest::Minutes&) -> Result<std::string> { return json; };
  out.complete = false;
  return out;
}

Result<SigningDesk::Kept*> SigningDesk::find(const std::string& json) {
  const Hash hash = crypto::sha256(view(json));
  const auto known = kept_.find(hash);
  if (known != kept_.end()) return &known->second;
  HP_ASSIGN(Kept kept, load(json, hash));
  return &kept_.emplace(hash, std::move(kept)).first->second;
}

v1::SigningState SigningDesk::state_of(const Kept& kept, UnixMs now) {
  v1::SigningState out;
  out.set_revision(kept.revision);
  out.set_paper_hash(to_string(crypto::sha256(kept.pdf)));
  for (const attest::Expected& one : attest::expected_signers(kept.minutes)) {
    v1::ExpectedSignature& to = *out.add_signatures();
    to.set_field(one.field);
    to.set_name(one.name);
    to.set_on_paper(one.on_paper);
    to.set_on_json(one.on_json);
    to.set_paper_signed(kept.on_paper.contains(one.field));
    to.set_json_signed(one.on_json && !kept.json_missing.contains(one.field));
  }
  if (kept.held && now < kept.held->until) {
    out.set_held_by(kept.held->person);
    out.set_held_until(kept.held->until.value);
  }
  return out;
}

Result<SigningDesk::Shown> SigningDesk::show(const std::string& json, UnixMs now) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(const Kept* kept, find(json));
  return Shown{kept->pdf, state_of(*kept, now)};
}

Result<SigningDesk::Begun> SigningDesk::begin(const std::string& json, const std::string& person,
                                              const attest::Who& who, UnixMs now) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(Kept * kept, find(json));
  HP_TRY(check_free(kept->held, person, now));
  HP_ASSIGN(const attest::Against checking, against(json));
  HP_ASSIGN(attest::Turn turn, attest::begin_paper(kept->pdf, who, checking, now));
  Begun out;
  random_(out.id);
  out.turn = turn;
  out.paper = crypto::sha256(kept->pdf);
  out.at = now;
  out.until = UnixMs{now.value + kTurnLasts};
  kept->held = Held{person, out.id, std::move(turn), out.until};
  return out;
}

Result<v1::SigningState> SigningDesk::finish(const std::string& json, const TurnId& id,
                                             ByteView signature, UnixMs now) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(Kept * kept, find(json));
  if (kept->finished == id) return state_of(*kept, now);
  if (!kept->held || kept->held->id != id || now >= kept->held->until) {
    return fail(codes::kSigningTurnOver, "turn");
  }
  HP_ASSIGN(Bytes pdf, attest::finish_paper(kept->held->turn, signature));
  HP_TRY(keep_paper(*kept, std::move(pdf)));
  kept->held.reset();
  kept->finished = id;
  return state_of(*kept, now);
}

Result<void> SigningDesk::give_up(const std::string& json, const TurnId& id) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(Kept * kept, find(json));
  if (kept->held && kept->held->id == id) kept->held.reset();
  return {};
}

Result<v1::SigningState> SigningDesk::upload(const std::string& json, const std::string& person,
                                             ByteView pdf, UnixMs now) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(Kept * kept, find(json));
  if (kept->revision > 0 && equal(pdf, kept->pdf)) return state_of(*kept, now);
  HP_TRY(check_free(kept->held, person, now));
  HP_ASSIGN(const attest::Against checking, against(json));
  HP_TRY(attest::check_upload(kept->pdf, pdf, checking));
  HP_TRY(keep_paper(*kept, to_bytes(pdf)));
  kept->held.reset();
  return state_of(*kept, now);
}

Result<v1::SigningState> SigningDesk::add_timestamp(const std::string& json,
                                                    const std::string& person, ByteView request,
                                                    ByteView response, UnixMs now) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(Kept * kept, find(json));
  HP_TRY(check_free(kept->held, person, now));
  HP_ASSIGN(Bytes pdf, attest::take_timestamp(kept->pdf, request, response));
  HP_TRY(keep_paper(*kept, std::move(pdf)));
  kept->held.reset();
  return state_of(*kept, now);
}

Result<v1::SigningState> SigningDesk::add_json_signature(const std::string& json, ByteView cms,
                                                         UnixMs now) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(Kept * kept, find(json));
  const auto same = [&](const auto& one) { return equal(one.second, cms); };
  if (std::ranges::any_of(kept->on_json, same)) return state_of(*kept, now);
  HP_TRY(keep_json_signature(*kept, cms));
  return state_of(*kept, now);
}

Result<std::vector<Bytes>> SigningDesk::json_signatures(const std::string& json) {
  const std::lock_guard lock(mutex_);
  HP_ASSIGN(const Kept* kept, find(json));
  std::vector<Bytes> out;
  for (const auto& [fingerprint, cms] : kept->on_json) out.push_back(cms);
  return out;
}

}  // namespace hp::service
