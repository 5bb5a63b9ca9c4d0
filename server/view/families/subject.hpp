#pragma once
// What an entity is about, before it is known who looks: the typed form of a Key. A kind is a
// number made from a field of v1::Entity, so no list of kinds stands anywhere: the row of the kind
// in the file of its family says everything else about it.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "casustafel/v1/view.pb.h"
#include "server/core/values/ids.hpp"

namespace casustafel::view {

// "session", "role:VT", "share:00c0ffee00000001" …, as view.proto says beside each entity.
using Key = std::string;

// A patch lists what changed in the order of kinds.
enum class Kind : std::uint16_t {};

// The kind of what stands in this field. `behind`, below ten, parts two kinds in one field, or puts
// a kind behind those of another field.
constexpr Kind kind(v1::Entity::WhatCase field, int behind = 0) {
    return Kind(static_cast<int>(field) * 10 + behind);
}

struct Subject {
    Kind kind{};
    std::string id;            // of the scenario thing
    std::string of;            // what it belongs to: a role, a person, an item
    std::uint64_t number = 0;  // of a thing made in play, or a participant
    auto operator<=>(const Subject&) const = default;
};

inline Subject subject(Kind kind, std::string id = {}, std::string of = {}) {
    return {kind, std::move(id), std::move(of), 0};
}
inline Subject subject(Kind kind, core::EntityId id) {
    return {kind, {}, {}, static_cast<std::uint64_t>(id)};
}
inline core::EntityId entity_id(const Subject& s) { return core::EntityId{s.number}; }

// For unordered containers.
struct SubjectHash {
    std::size_t operator()(const Subject& s) const {
        constexpr std::size_t odd = 0x9e3779b97f4a7c15;  // spreads what lies close together
        const std::hash<std::string> hash;
        const std::size_t what = static_cast<std::size_t>(s.kind) + s.number * odd;
        return (what ^ hash(s.id)) * odd ^ hash(s.of);
    }
};

Key key_of(const Subject&);

// The subject with this key, or nothing when it is no key of this contract.
std::optional<Subject> subject_of(const Key&);

}  // namespace casustafel::view
