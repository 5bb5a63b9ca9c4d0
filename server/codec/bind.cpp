#include "server/codec/bind.hpp"

namespace casustafel::codec {
namespace {

Carried carried_by(const FieldDescriptor& field) {
    const auto type = field.cpp_type();
    if (type == FieldDescriptor::CPPTYPE_STRING) return Carried::text;
    return type == FieldDescriptor::CPPTYPE_MESSAGE ? Carried::message : Carried::number;
}

Shape shape_of(const FieldDescriptor& field) {
    if (field.is_repeated()) return Shape::several;
    return field.has_optional_keyword() ? Shape::perhaps : Shape::one;
}

}  // namespace

const FieldDescriptor& fitting_field(const Descriptor& type, std::string_view name, Carried what,
                                     Shape shape) {
    const FieldDescriptor* field = type.FindFieldByName(std::string(name));
    const std::string known_as = type.full_name() + '.' + std::string(name);
    core::invariant(field != nullptr, (known_as + " is a member without a field").c_str());
    core::invariant(carried_by(*field) == what && shape_of(*field) == shape,
                    (known_as + " is a field of another type than its member").c_str());
    return *field;
}

const Reflection* reflection_of(const Descriptor& type) {
    auto* messages = google::protobuf::MessageFactory::generated_factory();
    return messages->GetPrototype(&type)->GetReflection();
}

}  // namespace casustafel::codec
