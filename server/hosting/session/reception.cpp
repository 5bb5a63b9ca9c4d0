#include "server/hosting/session/reception.hpp"

#include "proto/contract/reasons.hpp"
#include "server/core/rules/decide.hpp"
#include "server/hosting/session/names.hpp"

namespace casustafel::hosting {

using contract::Refusal;

core::Rejection Reception::wish(core::ParticipantId who, const core::CommandId& id,
                                const core::RoleId& role) {
    // What would be refused in the lobby is refused here, by the same rules.
    const core::Actor actor{core::ActorKind::participant, who, {}};
    if (const auto rejection = chronicle_.judge(actor, id, core::TakeRole{role})) return *rejection;
    core::RoleId& wanted = wishes_[who];
    if (wanted != role) {
        wanted = role;
        tell_trainers(wishes());
    }
    return core::Rejection::seat_is_given;
}

void Reception::set_door(bool open) {
    if (open == is_open()) return;
    chronicle_.people().set_door_closed(!open);
    tell_trainers(door());
}

std::optional<std::string> Reception::rename(core::ParticipantId who, const std::string& name) {
    if (!chronicle_.people().knows(who)) return contract::word(Refusal::unknown_participant);
    const auto called = name_given(name, who, chronicle_.state(), chronicle_.people());
    if (!called) return contract::word(Refusal::bad_name);
    chronicle_.people().rename(who, *called);
    announcer_.names();
    return std::nullopt;
}

void Reception::sent_away(core::ParticipantId who) {
    chronicle_.people().forget_token(who);
    watchers_.close_those_of(who, CloseReason::sent_away, chronicle_.position());
}

void Reception::note(const core::Record& record) {
    const std::size_t before = wishes_.size();
    for (const core::Event& event : record.events) {
        if (const auto* taken = std::get_if<core::RoleTaken>(&event))
            std::erase_if(wishes_, [&](const auto& wish) {
                return wish.first == taken->participant || wish.second == taken->role;
            });
        if (const auto* left = std::get_if<core::ParticipantLeft>(&event))
            wishes_.erase(left->participant);
    }
    if (wishes_.size() != before) tell_trainers(wishes());
}

void Reception::tell(ConnectionId connection) {
    if (!is_open()) announcer_.tell(connection, door());
    if (!wishes_.empty()) announcer_.tell(connection, wishes());
}

void Reception::tell_trainers(const v1::ServerFrame& frame) {
    for (const auto& [connection, watcher] : watchers_.all())
        if (watcher.trainer) announcer_.tell(connection, frame);
}

v1::ServerFrame Reception::door() const {
    v1::ServerFrame frame;
    frame.mutable_door()->set_open(is_open());
    return frame;
}

v1::ServerFrame Reception::wishes() const {
    v1::ServerFrame frame;
    auto& roles = *frame.mutable_seat_wishes()->mutable_roles();
    for (const auto& [who, role] : wishes_) roles[static_cast<std::uint32_t>(who)] = role.value;
    return frame;
}

}  // namespace casustafel::hosting
