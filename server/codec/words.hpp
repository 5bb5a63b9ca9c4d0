#pragma once
// Inside codec only: checked conversions between values of the contract and of the core. Every
// `read` answers false when the contract's value is none of the core's; nothing is guessed.
#include <google/protobuf/repeated_field.h>

#include <limits>
#include <string>
#include <vector>

#include "server/codec/limits.hpp"
#include "server/codec/text_check.hpp"
#include "server/core/event.hpp"
#include "server/core/ids.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::codec {

// A word of a closed list.
template <class E>
bool read(const std::string& word, E& value) {
    const auto known = core::named<E>(word);
    if (known) value = *known;
    return known.has_value();
}

template <class E>
std::string word(E value) {
    return std::string(core::name(value));
}

inline bool read(std::uint32_t number, core::Form& form) {
    if (number > static_cast<std::uint32_t>(core::Form::source)) return false;
    form = static_cast<core::Form>(number);
    return true;
}

inline std::uint32_t number(core::Form form) { return static_cast<std::uint32_t>(form); }

template <class Kind>
bool read(const std::string& text, core::Id<Kind>& id) {
    id.value = text;
    return is_id(text);
}

inline bool read(std::uint64_t number, core::EntityId& id) {
    id = core::EntityId{number};
    return true;
}

inline std::uint64_t number(core::EntityId id) { return static_cast<std::uint64_t>(id); }

inline bool read(std::uint32_t number, core::ParticipantId& id) {
    id = core::ParticipantId{number};
    return true;
}

inline std::uint32_t number(core::ParticipantId id) { return static_cast<std::uint32_t>(id); }

inline bool read(std::uint32_t number, int& value) {
    if (number > static_cast<std::uint32_t>(std::numeric_limits<int>::max())) return false;
    value = static_cast<int>(number);
    return true;
}

using Words = google::protobuf::RepeatedPtrField<std::string>;

template <class Kind>
bool read(const Words& words, std::vector<core::Id<Kind>>& ids, std::size_t at_most) {
    if (static_cast<std::size_t>(words.size()) > at_most) return false;
    for (const std::string& each : words)
        if (!read(each, ids.emplace_back())) return false;
    return true;
}

inline bool read(const Words& words, std::vector<core::RoleId>& roles) {
    return read(words, roles, limits::addressees);
}

inline bool read(const Words& words, std::vector<core::ItemId>& items) {
    return read(words, items, limits::items_named);
}

template <class Kind>
void write(const std::vector<core::Id<Kind>>& ids, Words* words) {
    for (const core::Id<Kind>& id : ids) *words->Add() = id.value;
}

}  // namespace casustafel::codec
