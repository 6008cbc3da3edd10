// What a file's objects are at one revision, and what its base is made of: catalog, pages, form,
// attachments.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pdf/structure.h"

namespace hp::pdf {

// The newest object of each number, revision by revision.
class Objects {
 public:
  Objects() = default;
  explicit Objects(const Structure& structure)
      : newest_(static_cast<std::size_t>(structure.revisions.back().size)) {}
  void take(const Revision& revision);

  const Object* find(std::int64_t number) const;  // null where there is none
  // What a value means: itself, or the value of the object it refers to, one step.
  const Value* follow(const Value* value) const;

 private:
  std::vector<const Object*> newest_;
};

// A signature field, which is its own widget.
struct FieldObject {
  int number = 0;
  std::string name{};
  std::size_t page = 0;
  bool visible = false;
};

struct Parts {
  int catalog = 0;
  int form = 0;  // the form's own object; 0: it stands in the catalog
  std::vector<FieldObject> fields{};
  std::set<int> pages{}, contents{};  // numbers of page objects, and of what is drawn on them
};

// The parts of a base. Its fields are signature fields without a value and without kids, each on a
// page. Fails with `kPdfStructure`.
Result<Parts> read_parts(const Structure& structure, const Objects& objects);

// Files by name, unpacked, `most` bytes in all. Takes one level of names, and as filter none or
// /FlateDecode. Fails with `kPdfAttachment`, `where` being the name.
Result<std::map<std::string, Bytes>> read_attachments(const Value& catalog, const Objects& objects,
                                                      std::size_t most);

}  // namespace hp::pdf
