#include "server/codec/strict.hpp"

#include <google/protobuf/descriptor.h>

#include <vector>

namespace casustafel::codec {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool is_known_inside(const Message& message, const FieldDescriptor& field) {
    if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return true;
    const auto* reflection = message.GetReflection();
    if (!field.is_repeated()) return is_fully_known(reflection->GetMessage(message, &field));
    for (int i = 0; i < reflection->FieldSize(message, &field); ++i)
        if (!is_fully_known(reflection->GetRepeatedMessage(message, &field, i))) return false;
    return true;
}

}  // namespace

bool is_fully_known(const Message& message) {
    const auto* reflection = message.GetReflection();
    if (!reflection->GetUnknownFields(message).empty()) return false;
    std::vector<const FieldDescriptor*> fields;
    reflection->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields)
        if (!is_known_inside(message, *field)) return false;
    return true;
}

}  // namespace casustafel::codec
