// What the signing desk keeps on disk. A paper is checked whole before it is written, and again
// when it is read.
#include <algorithm>

#include "base/hex.h"
#include "crypto/hash.h"
#include "service/codes.h"
#include "service/data_folder.h"
#include "service/signing_codes.h"
#include "service/signing_desk.h"

namespace hp::service {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPaper = std::size_t{16} << 20;
constexpr std::size_t kMostCms = std::size_t{1} << 16;
constexpr std::size_t kMostRoots = 8;

fs::path paper_file(const fs::path& folder, std::uint32_t revision) {
  return folder / ("paper-" + std::to_string(revision) + ".pdf");
}

bool is_root_of(const std::vector<pki::Certificate>& roots, const pki::Certificate& one) {
  return std::ranges::any_of(
      roots, [&](const pki::Certificate& root) { return root.fingerprint() == one.fingerprint(); });
}

}  // namespace

fs::path SigningDesk::folder_of(const Kept& kept) const {
  return folder_ / to_hex(kept.hash);
}

Result<void> SigningDesk::load_roots() {
  if (roots_) return {};
  HP_ASSIGN(const auto pem, read_kept_file(folder_ / "roots.pem", kMostCms));
  if (!pem) {
    roots_.emplace();
    return {};
  }
  HP_ASSIGN(roots_, pki::certificates_of_pem(chars(*pem)));
  return {};
}

bool SigningDesk::anything_signed() const {
  std::error_code none;
  for (const auto& one : fs::directory_iterator(folder_, none)) {
    if (one.is_directory()) return true;  // made with the first signature
  }
  return false;
}

Result<void> SigningDesk::set_roots(const std::vector<pki::Certificate>& roots) {
  const std::lock_guard lock(mutex_);
  HP_TRY(load_roots());
  if (roots.empty() || roots.size() > kMostRoots) return fail(codes::kSigningRootsInvalid);
  for (const pki::Certificate& one : roots) {
    if (!one.is_authority()) {
      return fail(codes::kSigningRootsInvalid, "certificates", one.subject().common_name);
    }
  }
  if (anything_signed()) {
    for (const pki::Certificate& one : *roots_) {
      if (!is_root_of(roots, one)) {
        return fail(codes::kSigningRootsFewer, "certificates", one.subject().common_name);
      }
    }
  }
  std::string pem;
  for (const pki::Certificate& one : roots) pem += one.pem();
  HP_TRY(make_folder(folder_));
  HP_TRY(write_private_file(folder_ / "roots.pem", view(pem)));
  roots_ = roots;
  return {};
}

Result<std::vector<pki::Certificate>> SigningDesk::roots() {
  const std::lock_guard lock(mutex_);
  HP_TRY(load_roots());
  return *roots_;
}

Result<SigningDesk::Kept> SigningDesk::load(const std::string& json, const Hash& hash) {
  Kept kept;
  kept.hash = hash;
  kept.json = json;
  HP_ASSIGN(kept.minutes, attest::read_minutes(json));
  HP_TRY(read_paper(kept));
  HP_TRY(read_signatures(kept));
  return kept;
}

Result<void> SigningDesk::read_paper(Kept& kept) {
  HP_ASSIGN(const attest::Against checking, against(kept.json));
  while (true) {
    HP_ASSIGN(auto next,
              read_kept_file(paper_file(folder_of(kept), kept.revision + 1), kMostPaper));
    if (!next) break;
    kept.pdf = std::move(*next);
    ++kept.revision;
  }
  if (kept.revision == 0) {
    HP_ASSIGN(kept.pdf, attest::make_pdf(kept.minutes, *fonts_));
    return {};
  }
  const attest::Checked checked = attest::check_paper(kept.pdf, checking);
  if (!checked.good()) return std::unexpected(checked.faults.front());
  for (const attest::SignedBy& one : checked.signatures) kept.on_paper.insert(one.field);
  return {};
}

Result<void> SigningDesk::read_signatures(Kept& kept) {
  std::error_code none;
  for (const auto& one : fs::directory_iterator(folder_of(kept), none)) {
    const std::string name = one.path().filename().string();
    if (!name.starts_with("json-") || !name.ends_with(".p7s")) continue;
    HP_ASSIGN(auto cms, read_kept_file(one.path(), kMostCms));
    if (cms) kept.on_json.emplace(name.substr(5, name.size() - 9), std::move(*cms));
  }
  HP_ASSIGN(kept.json_missing, check_json_signatures(kept, kept.on_json));
  return {};
}

Result<std::set<std::string>> SigningDesk::check_json_signatures(
    const Kept& kept, const std::map<std::string, Bytes>& all) {
  HP_ASSIGN(const attest::Against checking, against(kept.json));
  std::vector<Bytes> list;
  for (const auto& [fingerprint, cms] : all) list.push_back(cms);
  const attest::Checked checked = attest::check_json(kept.json, list, checking);
  if (!checked.good()) return std::unexpected(checked.faults.front());
  std::set<std::string> missing;
  for (const attest::Expected& one : checked.missing) missing.insert(one.field);
  return missing;
}

Result<void> SigningDesk::keep_paper(Kept& kept, Bytes pdf) {
  HP_ASSIGN(const attest::Against checking, against(kept.json));
  const attest::Checked checked = attest::check_paper(pdf, checking);
  if (!checked.good()) return std::unexpected(checked.faults.front());
  const fs::path folder = folder_of(kept);
  HP_TRY(make_folder(folder_));
  HP_TRY(make_folder(folder));
  HP_TRY(write_private_file(paper_file(folder, kept.revision + 1), pdf));
  ++kept.revision;
  kept.pdf = std::move(pdf);
  for (const attest::SignedBy& one : checked.signatures) kept.on_paper.insert(one.field);
  return {};
}

Result<void> SigningDesk::keep_json_signature(Kept& kept, ByteView cms) {
  if (cms.size() > kMostCms) return fail(codes::kRequestField, "cms", std::to_string(cms.size()));
  HP_ASSIGN(const pki::Certificate certificate, pki::cms_certificate(cms));
  const std::string name = to_hex(certificate.fingerprint());
  std::map<std::string, Bytes> all = kept.on_json;
  // Under another name where that person has signed: the check says so.
  all.emplace(all.contains(name) ? name + "+" : name, to_bytes(cms));
  HP_ASSIGN(std::set<std::string> missing, check_json_signatures(kept, all));
  const fs::path folder = folder_of(kept);
  HP_TRY(make_folder(folder_));
  HP_TRY(make_folder(folder));
  HP_TRY(write_private_file(folder / ("json-" + name + ".p7s"), cms));
  kept.on_json = std::move(all);
  kept.json_missing = std::move(missing);
  return {};
}

}  // namespace hp::service
