#include "server/codec/slot.hpp"

namespace casustafel::codec {
namespace {

template <class Number>
using Get = Number (Reflection::*)(const Message&, const FieldDescriptor*) const;
template <class Number>
using GetElement = Number (Reflection::*)(const Message&, const FieldDescriptor*, int) const;
template <class Number>
using Put = void (Reflection::*)(Message*, const FieldDescriptor*, Number) const;

template <class Number>
std::int64_t taken(const Source& from, Get<Number> single, GetElement<Number> element) {
    const auto& [message, binding, at] = from;
    return static_cast<std::int64_t>(
        at < 0 ? (binding.reflection->*single)(message, binding.field)
               : (binding.reflection->*element)(message, binding.field, at));
}

template <class Number>
void put(const Target& to, std::int64_t number, Put<Number> set, Put<Number> add) {
    const auto& [message, binding] = to;
    (binding.reflection->*(binding.field->is_repeated() ? add : set))(&message, binding.field,
                                                                      static_cast<Number>(number));
}

// Nothing is what such a field holds before it is written.
bool holds_nothing_yet(const FieldDescriptor& field) {
    return !field.is_repeated() && !field.has_presence();
}

}  // namespace

std::string Source::text() const {
    std::string unused;
    return element < 0 ? binding.reflection->GetStringReference(message, binding.field, &unused)
                       : binding.reflection->GetRepeatedStringReference(message, binding.field,
                                                                        element, &unused);
}

std::int64_t Source::number() const {
    using R = Reflection;
    const auto type = binding.field->cpp_type();
    if (type == FieldDescriptor::CPPTYPE_BOOL)
        return taken<bool>(*this, &R::GetBool, &R::GetRepeatedBool);
    if (type == FieldDescriptor::CPPTYPE_INT32)
        return taken<std::int32_t>(*this, &R::GetInt32, &R::GetRepeatedInt32);
    if (type == FieldDescriptor::CPPTYPE_UINT32)
        return taken<std::uint32_t>(*this, &R::GetUInt32, &R::GetRepeatedUInt32);
    if (type == FieldDescriptor::CPPTYPE_INT64)
        return taken<std::int64_t>(*this, &R::GetInt64, &R::GetRepeatedInt64);
    return taken<std::uint64_t>(*this, &R::GetUInt64, &R::GetRepeatedUInt64);
}

const Message& Source::part() const {
    return element < 0 ? binding.reflection->GetMessage(message, binding.field)
                       : binding.reflection->GetRepeatedMessage(message, binding.field, element);
}

void Target::text(const std::string& value) const {
    if (binding.field->is_repeated())
        binding.reflection->AddString(&message, binding.field, value);
    else if (!value.empty() || !holds_nothing_yet(*binding.field))
        binding.reflection->SetString(&message, binding.field, value);
}

void Target::number(std::int64_t value) const {
    using R = Reflection;
    if (value == 0 && holds_nothing_yet(*binding.field)) return;
    const auto type = binding.field->cpp_type();
    if (type == FieldDescriptor::CPPTYPE_BOOL)
        put<bool>(*this, value, &R::SetBool, &R::AddBool);
    else if (type == FieldDescriptor::CPPTYPE_INT32)
        put<std::int32_t>(*this, value, &R::SetInt32, &R::AddInt32);
    else if (type == FieldDescriptor::CPPTYPE_UINT32)
        put<std::uint32_t>(*this, value, &R::SetUInt32, &R::AddUInt32);
    else if (type == FieldDescriptor::CPPTYPE_INT64)
        put<std::int64_t>(*this, value, &R::SetInt64, &R::AddInt64);
    else
        put<std::uint64_t>(*this, value, &R::SetUInt64, &R::AddUInt64);
}

Message& Target::part() const {
    return binding.field->is_repeated()
               ? *binding.reflection->AddMessage(&message, binding.field)
               : *binding.reflection->MutableMessage(&message, binding.field);
}

}  // namespace casustafel::codec
