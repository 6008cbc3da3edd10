#include "journal/canonical.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/unknown_field_set.h>

#include <limits>
#include <string>

#include "base/letters.h"
#include "base/text.h"

namespace hp::journal {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::string element(const FieldDescriptor& field, int index) {
  return field.is_repeated() ? field.name() + "[" + std::to_string(index) + "]" : field.name();
}

Result<void> check_values(const Message& message);

Result<void> check_enum(const FieldDescriptor& field, int value) {
  if (value != 0 && field.enum_type()->FindValueByNumber(value) != nullptr) return {};
  return fail(codes::kEnumNotDeclared, "", std::to_string(value));
}

Result<void> check_one(const Message& message, const FieldDescriptor& field, int index) {
  const auto& reflection = *message.GetReflection();
  const bool many = field.is_repeated();
  switch (field.type()) {
    case FieldDescriptor::TYPE_ENUM:
      return check_enum(field, many ? reflection.GetRepeatedEnumValue(message, &field, index)
                                    : reflection.GetEnumValue(message, &field));
    case FieldDescriptor::TYPE_STRING: {
      const std::string text = many ? reflection.GetRepeatedString(message, &field, index)
                                    : reflection.GetString(message, &field);
      HP_TRY(check_nfc(text));
      return check_printable(text);
    }
    case FieldDescriptor::TYPE_MESSAGE:
      return check_values(many ? reflection.GetRepeatedMessage(message, &field, index)
                               : reflection.GetMessage(message, &field));
    default:
      return {};
  }
}

// Enums, texts and unknown fields, down to the last message.
Result<void> check_values(const Message& message) {
  const auto& reflection = *message.GetReflection();
  if (!reflection.GetUnknownFields(message).empty()) return fail(codes::kFieldUnknown);
  const auto* descriptor = message.GetDescriptor();
  for (int f = 0; f < descriptor->field_count(); ++f) {
    const FieldDescriptor& field = *descriptor->field(f);
    const bool absent_message = !field.is_repeated() &&
                                field.type() == FieldDescriptor::TYPE_MESSAGE &&
                                !reflection.HasField(message, &field);
    const int count = absent_message        ? 0
                      : field.is_repeated() ? reflection.FieldSize(message, &field)
                                            : 1;
    for (int i = 0; i < count; ++i) {
      const auto good = check_one(message, field, i);
      if (good) continue;
      Error error = good.error();
      return std::unexpected(error.where.empty()
                                 ? Error{error.code, element(field, i), error.detail}
                                 : under(element(field, i), std::move(error)));
    }
  }
  return {};
}

}  // namespace

Bytes encode_canonical(const Message& message) {
  Bytes out(message.ByteSizeLong());
  google::protobuf::io::ArrayOutputStream stream(out.data(), static_cast<int>(out.size()));
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  return out;
}

Result<void> parse(Message& message, ByteView bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) ||
      !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return fail(codes::kNotCanonical);
  }
  return {};
}

Result<void> check_canonical(const Message& message, ByteView original) {
  HP_TRY(check_values(message));
  if (!equal(encode_canonical(message), original)) return fail(codes::kNotCanonical);
  return {};
}

}  // namespace hp::journal
