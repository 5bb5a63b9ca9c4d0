#pragma once
// What an entity is about, before it is known who looks: the typed form of a Key.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "server/core/event.hpp"
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
    decision,
    proposal,
    power,
    intervention,
    plan,
    action,
    swap,
    handover,
    spoken,
    gut_feeling,
    authority,
    consent,
    consent_scope,
    informed,      // of any role, for trainers
    own_informed,  // of the role that looks
    advice,        // of any role, for trainers
    own_advice,    // of the role that looks
    privacy_officer,
    whisper,
    help,
    moment,
    track,
    ending,
    probe,
    heard,
    correction,  // of: its kind; id: the thing's
};

struct Subject {
    SubjectKind kind{};
    std::string id;  // of the scenario thing
    std::string of;  // holding, weighing, informed, advice: whose; consent, track: of which person;
                     // own_advice: of which item
    std::uint64_t number = 0;  // share, request, participant and other things made in play
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
inline Subject subject(SubjectKind kind, std::string id = {}, std::string of = {}) {
    return {kind, std::move(id), std::move(of), 0};
}
// Advice for giving an item to a role: as who asked for it sees it, and as a trainer does.
inline Subject own_advice(const core::PrivacyAdviceGiven& advice) {
    return subject(SubjectKind::own_advice, advice.to.value, advice.item.value);
}
inline Subject advice(const core::PrivacyAdviceGiven& advice) {
    return subject(SubjectKind::advice, advice.item.value + ":" + advice.to.value, advice.by.value);
}
Subject subject(const core::CorrectionTarget&);
inline core::EntityId entity_id(const Subject& s) { return core::EntityId{s.number}; }

}  // namespace casustafel::view
