#include "client/console/said/kinds.hpp"

namespace casustafel::console {
namespace {

template <class Kind>
Entities list(const model::View& view) {
    const auto all = view.all<Kind>();
    return {all.begin(), all.end()};
}

const FieldDescriptor* field_set(const v1::Entity& entity) {
    const auto* what = v1::Entity::descriptor()->FindOneofByName("what");
    return v1::Entity::GetReflection()->GetOneofFieldDescriptor(entity, what);
}

}  // namespace

Entities all_of(const model::View& view, std::string_view kind) {
#define CASUSTAFEL_LIST(Kind, field) \
    if (kind == #field) return list<v1::Kind>(view);
    CASUSTAFEL_EACH_ENTITY(CASUSTAFEL_LIST)
    return {};
}

bool is_kind(std::string_view kind) {
    const auto* field = v1::Entity::descriptor()->FindFieldByName(std::string(kind));
    return field != nullptr && field->message_type() != nullptr;
}

const Message* inside(const v1::Entity& entity) {
    const FieldDescriptor* field = field_set(entity);
    return field == nullptr ? nullptr : &v1::Entity::GetReflection()->GetMessage(entity, field);
}

std::string kind_of(const v1::Entity& entity) {
    const FieldDescriptor* field = field_set(entity);
    return field == nullptr ? std::string() : field->name();
}

const std::string& text_in(const Message& message, const std::string& name) {
    static const std::string none;
    const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(name);
    const bool is_text = field != nullptr && !field->is_repeated() &&
                         field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    std::string scratch;
    return is_text ? message.GetReflection()->GetStringReference(message, field, &scratch) : none;
}

std::uint64_t number_in(const Message& message, const std::string& name) {
    const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(name);
    const bool is_number = field != nullptr && !field->is_repeated() &&
                           field->cpp_type() == FieldDescriptor::CPPTYPE_UINT64;
    return is_number ? message.GetReflection()->GetUInt64(message, field) : 0;
}

}  // namespace casustafel::console
