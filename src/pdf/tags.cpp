#include "pdf/tags.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

class Tags {
 public:
  Tags(const Tree& tree, const std::vector<Ref>& pages, const std::vector<Ref>& fields, File& file)
      : tree_(tree), pages_(pages), fields_(fields), file_(file), root_(file.reserve()) {
    for (std::size_t i = 0; i < tree.elements.size(); ++i) refs_.push_back(file.reserve());
  }

  Ref write(const Owners& owners) {
    for (std::size_t i = 0; i < refs_.size(); ++i) file_.put(refs_[i], element(i));
    std::string nums = "[";
    int key = 0;
    for (const auto& page : owners.pages) {
      std::vector<Ref> list;
      for (const Tag tag : page) list.push_back(ref(tag));
      nums += std::to_string(key++) + " " + to_text(list) + "\n";
    }
    for (const Tag tag : owners.fields)
      nums += std::to_string(key++) + " " + to_text(ref(tag)) + " ";
    const Ref parents = file_.add("<< /Nums "s + nums + "] >>");
    file_.put(root_, "<< /Type /StructTreeRoot /K "s + to_text(refs_.front()) + " /ParentTree " +
                         to_text(parents) + " /ParentTreeNextKey " + std::to_string(key) + " >>");
    return root_;
  }

 private:
  Ref ref(Tag tag) const { return refs_.at(static_cast<std::size_t>(tag)); }
  Ref page(const Kid& kid) const { return pages_.at(static_cast<std::size_t>(kid.page)); }

  std::string element(std::size_t i) const {
    const Element& it = tree_.elements[i];
    std::string out =
        "<< /S /"s + std::string(it.type) + " /P " + to_text(i == 0 ? root_ : ref(it.parent));
    const Kid* home = nullptr;  // its page is /Pg, and its content a plain number
    for (const Kid& kid : it.kids) {
      if (home == nullptr && kid.kind == Kid::Kind::kContent) home = &kid;
    }
    if (home != nullptr) out += " /Pg "s + to_text(page(*home));
    if (*it.attributes != '\0') out += std::string(" ") + it.attributes;
    if (!it.words.empty()) out += " /Alt "s + to_text_string(it.words);
    if (it.kids.empty()) return out + " >>";
    out += " /K [";
    for (const Kid& kid : it.kids) {
      if (&kid != &it.kids.front()) out += " ";
      switch (kid.kind) {
        case Kid::Kind::kElement:
          out += to_text(ref(static_cast<Tag>(kid.number)));
          break;
        case Kid::Kind::kContent:
          out += kid.page == home->page ? std::to_string(kid.number)
                                        : "<< /Type /MCR /Pg "s + to_text(page(kid)) + " /MCID " +
                                              std::to_string(kid.number) + " >>";
          break;
        case Kid::Kind::kField:
          out += "<< /Type /OBJR /Pg "s + to_text(page(kid)) + " /Obj " +
                 to_text(fields_.at(static_cast<std::size_t>(kid.number))) + " >>";
          break;
      }
    }
    return out + "] >>";
  }

  const Tree& tree_;
  const std::vector<Ref>& pages_;
  const std::vector<Ref>& fields_;
  File& file_;
  Ref root_;
  std::vector<Ref> refs_;
};

}  // namespace

Ref add_tags(const Tree& tree, const Owners& owners, const std::vector<Ref>& pages,
             const std::vector<Ref>& fields, File& file) {
  return Tags(tree, pages, fields, file).write(owners);
}

}  // namespace hp::pdf
