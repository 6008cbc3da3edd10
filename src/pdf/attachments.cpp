#include <zlib.h>

#include <algorithm>
#include <array>
#include <set>

#include "pdf/codes.h"
#include "pdf/parts.h"

namespace hp::pdf {
namespace {

using Kind = Value::Kind;

// The whole of `data` as one zlib stream, with nothing after it.
Result<Bytes> inflated(ByteView data, std::size_t most, const std::string& where) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return fail(codes::kPdfAttachment, where);
  Bytes in = to_bytes(data);  // zlib's interface is not const
  stream.next_in = in.data();
  stream.avail_in = static_cast<uInt>(in.size());
  Bytes out;
  std::array<std::uint8_t, 65536> block{};
  int status = Z_OK;
  while (status == Z_OK && out.size() <= most) {
    stream.next_out = block.data();
    stream.avail_out = static_cast<uInt>(block.size());
    status = inflate(&stream, Z_NO_FLUSH);
    append(out, ByteView(block).first(block.size() - stream.avail_out));
  }
  const bool whole = status == Z_STREAM_END && stream.avail_in == 0 && out.size() <= most;
  inflateEnd(&stream);
  return whole ? Result<Bytes>(std::move(out)) : fail(codes::kPdfAttachment, where);
}

Result<Bytes> content_of(const Object& object, std::size_t most, const std::string& where) {
  const Value* filter = object.value.find("Filter");
  if (!object.is_stream || object.value.find("DecodeParms") != nullptr) {
    return fail(codes::kPdfAttachment, where);
  }
  if (filter != nullptr) {
    if (!filter->is_name("FlateDecode")) return fail(codes::kPdfAttachment, where);
    return inflated(object.data, most, where);
  }
  if (object.data.size() > most) return fail(codes::kPdfAttachment, where);
  return to_bytes(object.data);
}

}  // namespace

Result<std::map<std::string, Bytes>> read_attachments(const Value& catalog, const Objects& objects,
                                                      std::size_t most) {
  std::map<std::string, Bytes> out;
  const Value* names = objects.follow(catalog.find("Names"));
  const Value* tree = names == nullptr ? nullptr : objects.follow(names->find("EmbeddedFiles"));
  if (tree == nullptr) return out;
  const Value* list = objects.follow(tree->find("Names"));
  if (list == nullptr || !list->is(Kind::kArray) || list->items.size() % 2 != 0) {
    return fail(codes::kPdfAttachment);
  }
  std::set<int> used;
  for (std::size_t i = 0; i < list->items.size(); i += 2) {
    const std::string name = text_of(list->items[i]);
    const Value* specification = objects.follow(&list->items[i + 1]);
    const Value* files = specification == nullptr ? nullptr : specification->find("EF");
    const Value* file = files == nullptr ? nullptr : files->find("F");
    if (file == nullptr || !file->is(Kind::kReference)) return fail(codes::kPdfAttachment, name);
    const Object* object = objects.find(file->integer);
    // Unpacked once: a stream that gives nothing can cost much.
    if (object == nullptr || !used.insert(object->number).second) {
      return fail(codes::kPdfAttachment, name);
    }
    HP_ASSIGN(Bytes content, content_of(*object, most, name));
    most -= content.size();
    if (!out.emplace(name, std::move(content)).second) return fail(codes::kPdfAttachment, name);
  }
  return out;
}

}  // namespace hp::pdf
