#include "client/console/typed/slots.hpp"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <charconv>

#include "client/console/said/choices.hpp"
#include "client/console/said/kinds.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::console {
namespace {

using google::protobuf::Descriptor;

constexpr std::string_view time_of_case = "time", left_to_the_verb = "own", as_typed = "as_typed";

// "terms.lead": the field of a message inside.
const FieldDescriptor* field_at(const Descriptor& type, const std::string& path) {
    const auto dot = path.find('.');
    const FieldDescriptor* field = type.FindFieldByName(path.substr(0, dot));
    if (field == nullptr || dot == std::string::npos) return field;
    return field->message_type() == nullptr
               ? nullptr
               : field_at(*field->message_type(), path.substr(dot + 1));
}

Message& holder_of(Message& message, const std::string& path) {
    const auto dot = path.find('.');
    if (dot == std::string::npos) return message;
    const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(path.substr(0, dot));
    return holder_of(*message.GetReflection()->MutableMessage(&message, field),
                     path.substr(dot + 1));
}

bool is_free_text(const FieldDescriptor& field) {
    const auto* limits = contract::limits::of(field.containing_type()->name() + "." + field.name());
    return limits != nullptr && (limits->characters > 0 || limits->most_bytes > 0);
}

// Whether an entity has a list of these: of options, a decision.
bool is_part_of_an_entity(const std::string& kind) {
    const Descriptor& entity = *v1::Entity::descriptor();
    for (int at = 0; at < entity.field_count(); ++at) {
        const Descriptor* type = entity.field(at)->message_type();
        if (type != nullptr && type->FindFieldByName(kind + "s") != nullptr) return true;
    }
    return false;
}

// What was typed, as it goes into a field: an id or word, or a number.
struct Value {
    std::string text;
    std::uint64_t number = 0;
    const Message* entity = nullptr;
};

// The one with this id, capitals aside.
const Message* named(const Entities& list, const std::string& typed) {
    for (const Message* each : list)
        if (text_in(*each, "id") == typed) return each;
    for (const Message* each : list)
        if (same_word(text_in(*each, "id"), typed)) return each;
    return nullptr;
}

Entities parts_named(const Message* whole, const std::string& kind) {
    Entities parts;
    const FieldDescriptor* list =
        whole == nullptr ? nullptr : whole->GetDescriptor()->FindFieldByName(kind + "s");
    if (list == nullptr) return parts;
    for (int at = 0; at < whole->GetReflection()->FieldSize(*whole, list); ++at)
        parts.push_back(&whole->GetReflection()->GetRepeatedMessage(*whole, list, at));
    return parts;
}

// "p3" or "3".
std::optional<Value> person_at_table(std::string digits) {
    Value value;
    if (!digits.empty() && digits.front() == 'p') digits.erase(0, 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), value.number);
    if (value.number == 0) return std::nullopt;
    return value;
}

std::optional<Value> by_number(const Entities& list, const std::string& typed) {
    for (std::size_t at = 0; at < list.size(); ++at)
        if (typed == std::to_string(at + 1)) return Value{{}, number_in(*list[at], "id"), list[at]};
    return std::nullopt;
}

void set(Message& message, const FieldDescriptor& field, const Value& value) {
    const auto& reflection = *message.GetReflection();
    const bool many = field.is_repeated();
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING)
        many ? reflection.AddString(&message, &field, value.text)
             : reflection.SetString(&message, &field, value.text);
    else if (field.cpp_type() == FieldDescriptor::CPPTYPE_UINT64)
        many ? reflection.AddUInt64(&message, &field, value.number)
             : reflection.SetUInt64(&message, &field, value.number);
    else
        reflection.SetUInt32(&message, &field, static_cast<std::uint32_t>(value.number));
}

// What was typed in which slot.
struct Typed {
    const Piece& piece;
    const FieldDescriptor& field;
    const std::string& typed;
};

// What it means, with what was named before it.
std::optional<Value> value_of(const Typed& slot, const Message* last, const model::View& view,
                              const Printer& printer) {
    const auto& [piece, field, typed] = slot;
    if (const WordList* list = word_list(piece.kind)) {
        const auto at = choose(printer, *list, typed);
        if (!at) return std::nullopt;
        return Value{std::string(list->words[*at]), *at, nullptr};
    }
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_UINT32) return person_at_table(typed);
    const Entities list =
        is_kind(piece.kind) ? all_of(view, piece.kind) : parts_named(last, piece.kind);
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_UINT64) return by_number(list, typed);
    const Message* found = named(list, typed);
    if (found == nullptr && piece.known) return std::nullopt;
    return Value{found == nullptr ? upper(typed) : text_in(*found, "id"), 0, found};
}

// `console.no_such_<field>`, or of the kind, or of anything.
NoSuch no_such(const Piece& piece, const FieldDescriptor& field, const std::string& typed) {
    for (const std::string& what : {field.name(), piece.kind})
        if (const std::string key = "console.no_such_" + what; text::find(key)) return {key, typed};
    return {"console.no_such_thing", typed};
}

// FIELD:ANSWER, with _ for each space of the answer.
bool put_as_typed(Message& element, const std::string& typed) {
    const auto colon = typed.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == typed.size()) return false;
    std::string answer = typed.substr(colon + 1);
    std::ranges::replace(answer, '_', ' ');
    const auto& reflection = *element.GetReflection();
    reflection.SetString(&element, element.GetDescriptor()->field(0), typed.substr(0, colon));
    reflection.SetString(&element, element.GetDescriptor()->field(1), answer);
    return true;
}

}  // namespace

bool fits(Piece& piece, const Descriptor& type) {
    if (piece.field.empty()) return true;
    const FieldDescriptor* field = field_at(type, piece.field);
    if (field == nullptr) return false;
    if (piece.says_yes) return field->cpp_type() == FieldDescriptor::CPPTYPE_BOOL;
    const bool free = is_free_text(*field) || piece.kind == left_to_the_verb;
    if (free) piece.extent = Extent::rest;
    if (piece.kind == time_of_case) piece.extent = Extent::two_words;
    return free || piece.kind == time_of_case || piece.kind == as_typed || is_kind(piece.kind) ||
           word_list(piece.kind) != nullptr || is_part_of_an_entity(piece.kind);
}

std::optional<NoSuch> Filling::fill(const Filled& filled) {
    const Piece& piece = *filled.piece;
    Message& message = holder_of(into_, piece.field);
    const FieldDescriptor& field = *field_at(*into_.GetDescriptor(), piece.field);
    const auto& reflection = *message.GetReflection();
    if (piece.kind == left_to_the_verb) return std::nullopt;
    if (piece.says_yes) {
        reflection.SetBool(&message, &field, true);
    } else if (is_free_text(field)) {
        reflection.SetString(&message, &field, filled.typed);
    } else if (piece.kind == time_of_case) {
        const Words time = split(filled.typed);
        const auto at = case_time_of(time[0], time[1]);
        if (!at) return no_such(piece, field, filled.typed);
        reflection.SetInt64(&message, &field, *at);
    } else {
        const Words each = field.is_repeated() ? parts_of(filled.typed) : Words{filled.typed};
        for (const std::string& typed : each)
            if (!put(message, field, piece, typed)) return no_such(piece, field, typed);
    }
    return std::nullopt;
}

// A thing or word; in a list of messages each is the first field of one, a second stands behind a
// colon or in the grammar.
bool Filling::put(Message& message, const FieldDescriptor& field, const Piece& piece,
                  const std::string& typed) {
    if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
        const auto value = value_of({piece, field, typed}, last_, view_, printer_);
        if (value) set(message, field, *value);
        if (value && value->entity != nullptr) last_ = value->entity;
        return value.has_value();
    }
    Message& element = *message.GetReflection()->AddMessage(&message, &field);
    const auto& type = *element.GetDescriptor();
    if (piece.kind == as_typed) return put_as_typed(element, typed);
    const auto colon = piece.as.empty() ? typed.find(':') : std::string::npos;
    if (!put(element, *type.field(0), piece, typed.substr(0, colon))) return false;
    if (!piece.as.empty())
        element.GetReflection()->SetString(&element, type.field(1), piece.as);
    else
        return colon != std::string::npos && colon > 0 && colon + 1 < typed.size() &&
               put(element, *type.field(1), piece, typed.substr(colon + 1));
    return true;
}

std::string slot_name(const Piece& piece, const Descriptor& type, const Printer& printer) {
    const FieldDescriptor& field = *field_at(type, piece.field);
    const bool number = field.cpp_type() == FieldDescriptor::CPPTYPE_UINT64;
    std::string name = upper(piece.kind);
    for (const std::string& known : {field.name(), number ? "number" : piece.kind}) {
        const std::string key = "console.slot." + known;
        if (!text::find(key)) continue;
        name = printer.words(key);
        break;
    }
    return field.is_repeated() && piece.extent != Extent::rest ? name + "," + name : name;
}

}  // namespace casustafel::console
