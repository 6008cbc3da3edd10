#include "pdf/signed.h"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

#include "pdf/codes.h"
#include "pdf/compare.h"
#include "pdf/reading.h"
#include "pdf/signature_entry.h"

namespace hp::pdf {
namespace {

// SHA-256 of a file that is read once, from its start, though each signature has ranges of its own.
class Digests {
 public:
  explicit Digests(ByteView file) : file_(file), all_(make()), one_(make()) {
    check(EVP_DigestInit_ex(all_.get(), EVP_sha256(), nullptr));
  }

  // The ranges of signatures in their order: each begins where the last one's began or after.
  Hash of(const std::array<std::size_t, 4>& range) {
    update(all_, done_, range[1]);
    done_ = range[1];
    check(EVP_MD_CTX_copy_ex(one_.get(), all_.get()));
    update(one_, range[2], range[2] + range[3]);
    Hash out{};
    check(EVP_DigestFinal_ex(one_.get(), out.data(), nullptr));
    return out;
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* it) const { EVP_MD_CTX_free(it); }
  };
  using Context = std::unique_ptr<EVP_MD_CTX, Free>;
  static Context make() { return Context(EVP_MD_CTX_new()); }
  static void check(int status) {
    if (status != 1) throw std::bad_alloc();
  }
  void update(Context& to, std::size_t begin, std::size_t end) const {
    check(EVP_DigestUpdate(to.get(), file_.data() + begin, end - begin));
  }

  ByteView file_;
  Context all_, one_;
  std::size_t done_ = 0;
};

Result<void> read_signatures(ByteView file, Reading& out) {
  History history;
  history.filled.resize(out.parts.fields.size());
  Digests digests(file);
  const auto& revisions = out.structure.revisions;
  for (std::size_t i = 1; i < revisions.size(); ++i) {
    HP_ASSIGN(const Filling filling,
              read_filling(revisions[i], out.structure, out.parts, out.objects, history));
    out.objects.take(revisions[i]);
    HP_ASSIGN(SignatureEntry entry,
              read_signature(file, revisions[i], *out.objects.find(filling.signature),
                             out.parts.catalog));
    const std::string& field = out.parts.fields[filling.field].name;
    // A transform that the catalog does not name, or on a later signature, promises what no reader
    // keeps.
    if (entry.has_transform != filling.names_certification) return fail(codes::kPdfCertify, field);
    Signature& one = entry.signature;
    if (i + 1 == revisions.size() && one.end != file.size()) {
      return fail(codes::kPdfByteRange, field);
    }
    one.field = field;
    one.certifies = entry.has_transform;
    one.digest = digests.of(one.range);
    history.filled[filling.field] = 1;
    history.signatures.insert(filling.signature);
    out.result.signatures.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < out.parts.fields.size(); ++i) {
    const FieldObject& field = out.parts.fields[i];
    out.result.fields.push_back({field.name, field.page, field.visible, history.filled[i] == 0});
  }
  return {};
}

}  // namespace

Result<Reading> read(ByteView file) {
  Reading out;
  HP_ASSIGN(out.structure, read_structure(file));
  const Revision& base = out.structure.revisions.front();
  out.objects = Objects(out.structure);
  out.objects.take(base);
  out.result.base = base.end;
  HP_ASSIGN(out.parts, read_parts(out.structure, out.objects));
  HP_ASSIGN(out.result.attachments,
            read_attachments(out.objects.find(out.parts.catalog)->value, out.objects, kMostBytes));
  HP_TRY(read_signatures(file, out));
  return out;
}

Result<Signed> read_signed(ByteView file) {
  HP_ASSIGN(Reading reading, read(file));
  return std::move(reading.result);
}

}  // namespace hp::pdf
