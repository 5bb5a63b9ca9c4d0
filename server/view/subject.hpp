#pragma once
// What an entity is about, before it is known who looks: the typed form of a Key.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "server/core/ids.hpp"
#include "server/view/project.hpp"

namespace casustafel::view {

enum class SubjectKind : std::uint8_t {
    session,
    table,
    role,
    participant,
    role_card,
    person,
    basis,
    triage,
    item,
    share,
    request,
    message,
    meeting,
    notice,
    inject,
    holding,
    weighing,      // of any role, for trainers
    own_weighing,  // of the role that looks
};

struct Subject {
    SubjectKind kind{};
    std::string id;            // of the scenario thing
    std::string role;          // holding, weighing: whose
    std::uint64_t number = 0;  // share, request, message, participant
    auto operator<=>(const Subject&) const = default;
};

Key key_of(const Subject&);

// The subject with this key, or nothing when it is no key of this contract.
std::optional<Subject> subject_of(const Key&);

std::vector<Subject> subjects(const core::State&, const Viewer&);
std::vector<Subject> touched_subjects(const core::State& after, const core::Record&);

inline Subject subject(core::EntityId id, SubjectKind kind) {
    return {kind, {}, {}, static_cast<std::uint64_t>(id)};
}
inline Subject subject(core::ParticipantId id) {
    return {SubjectKind::participant, {}, {}, static_cast<std::uint64_t>(id)};
}
inline core::EntityId entity_id(const Subject& s) { return core::EntityId{s.number}; }

}  // namespace casustafel::view
