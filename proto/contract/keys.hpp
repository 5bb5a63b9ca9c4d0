#pragma once
// How the key of an entity is spelled: the word of its kind, and behind it what tells one from
// another. "session", "role:VT", "participant:3", "share:00c0ffee00000001", "holding:VT:A03". Who
// makes a key and who looks one up both spell it here.
#include <cstdint>
#include <string>
#include <string_view>

#include "proto/contract/hex.hpp"

namespace casustafel::contract {

// What stands behind the word. `two` and `three` are ids with colons between them; of
// `person_and_name` the name may hold any.
enum class Tail : std::uint8_t { nothing, id, decimal, hexadecimal, two, three, person_and_name };

// The keys of one kind of entity. They are made from view.proto (proto/contract/entities.hpp).
struct EntityKey {
    std::string_view word;
    Tail tail{};
};

// Of the only one there is.
inline std::string entity_key(EntityKey kind) { return std::string(kind.word); }

inline std::string entity_key(EntityKey kind, std::string_view id) {
    std::string key;
    key.reserve(kind.word.size() + 1 + id.size());
    return key.append(kind.word).append(1, ':').append(id);
}

inline std::string entity_key(EntityKey kind, std::uint64_t made) {
    return entity_key(kind, to_hex(made));
}

// Of a thing that belongs to something: an item to a role, a scope to a person.
inline std::string entity_key(EntityKey kind, std::string_view of, std::string_view id) {
    std::string key;
    key.reserve(kind.word.size() + 2 + of.size() + id.size());
    return key.append(kind.word).append(1, ':').append(of).append(1, ':').append(id);
}

// Whether this is the key of an entity of this kind.
inline bool is_key_of(EntityKey kind, std::string_view key) {
    return key.substr(0, key.find(':')) == kind.word;
}

}  // namespace casustafel::contract
