#include "server/hosting/session/acts.hpp"

#include <algorithm>

#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

void Acts::command(ConnectionId connection, Watcher& watcher, const v1::Command& command) {
    if (watcher.screen || watcher.observer != core::ObserverId::nobody)
        return announcer_.refuse(connection, contract::client_frame::command,
                                 contract::name(Refusal::observer));
    const auto id = codec::decode_command_id(command);
    const auto role = codec::decode_as_role(command);
    const auto decoded = codec::decode_command(command);
    const bool nobody = !watcher.trainer && watcher.participant == core::ParticipantId::nobody;
    if (!id || !role || nobody || std::holds_alternative<codec::Malformed>(decoded))
        return gate_.close(connection, CloseReason::malformed, chronicle_.position());
    if (!watcher.trainer &&
        !allowances_.may_speak(watcher.participant, chronicle_.clock().passed_ms()))
        return gate_.close(connection, CloseReason::too_fast, chronicle_.position());
    if (ends_hold(watcher, *id, decoded))
        return answer(connection, watcher, *id, release_hold_(*id));
    if (hold_.held()) return;  // said again after the hold
    if (const auto earlier = rejected(watcher.participant, *id))
        return answer(connection, watcher, *id, *earlier);
    if (const auto* rejection = std::get_if<core::Rejection>(&decoded))
        return answer(connection, watcher, *id, *rejection);
    core::Actor actor;
    actor.kind = watcher.trainer ? core::ActorKind::trainer : core::ActorKind::participant;
    actor.participant = watcher.participant;
    actor.role = *role;
    actor.trainer = watcher.trainer_number;
    carry_out(connection, watcher, actor, *id, std::get<core::Command>(decoded));
}

// A trainer who resumes does not wait any longer for those who were connected. A resuming from
// before the restart, said again because its answer was lost, meant something else.
bool Acts::ends_hold(const Watcher& watcher, const core::CommandId& id,
                     const codec::DecodedCommand& decoded) const {
    const auto* command = std::get_if<core::Command>(&decoded);
    return hold_.recovering() && watcher.trainer && command != nullptr &&
           std::holds_alternative<core::ResumeSession>(*command) &&
           chronicle_.log().accepted(core::ParticipantId::nobody, id) == nullptr;
}

void Acts::carry_out(ConnectionId connection, Watcher& watcher, const core::Actor& actor,
                     const core::CommandId& id, const core::Command& command) {
    std::optional<core::Rejection> rejection;
    if (const AcceptedCommand* earlier = chronicle_.log().accepted(actor.participant, id)) {
        // The resuming that ended a hold stands in the log as the host's own record.
        const bool ended_hold =
            std::holds_alternative<core::ResumeSession>(command) &&
            earlier->content == content_of({.kind = core::ActorKind::host}, core::NoteRecovery{});
        if (!ended_hold && earlier->content != content_of(actor, command))
            return gate_.close(connection, CloseReason::reused_command, chronicle_.position());
    } else {
        rejection = submit(actor, id, command);
    }
    answer(connection, watcher, id, rejection);
    const auto* look = std::get_if<core::LookThroughRole>(&command);
    if (look != nullptr && !rejection)
        watchers_.look_through(connection, watcher, look->role, announcer_.now());
    const auto* away = std::get_if<core::SendAway>(&command);
    if (away != nullptr && !rejection) reception_.sent_away(away->participant);
    const auto* dismissed = std::get_if<core::DismissObserver>(&command);
    if (dismissed != nullptr && !rejection) reception_.dismissed(dismissed->observer);
}

// A trainer may do what the rules allow; a participant no more than its share, and in a running
// case nobody takes a seat: who wants one asks the trainer for it.
std::optional<core::Rejection> Acts::submit(const core::Actor& actor, const core::CommandId& id,
                                            const core::Command& command) {
    if (actor.kind != core::ActorKind::participant) {
        // Nobody else ends what somebody leads.
        if (std::holds_alternative<core::EndSession>(command) &&
            !reception_.may_decide(actor.trainer))
            return core::Rejection::lead_only;
        return chronicle_.submit(actor, id, command);
    }
    const std::int64_t now_ms = chronicle_.clock().passed_ms();
    if (const auto one_too_many =
            allowances_.against(actor.participant, command, chronicle_.log(), now_ms))
        return one_too_many;
    const core::State& state = chronicle_.state();
    const auto* seat = std::get_if<core::TakeRole>(&command);
    if (seat != nullptr &&
        (state.phase == core::SessionPhase::running || state.phase == core::SessionPhase::paused))
        return reception_.wish(actor.participant, id, seat->role);
    const auto rejection = chronicle_.submit(actor, id, command);
    if (!rejection) allowances_.note(actor.participant, command, now_ms);
    return rejection;
}

void Acts::answer(ConnectionId connection, const Watcher& watcher, const core::CommandId& id,
                  std::optional<core::Rejection> rejection) {
    if (rejection)
        remember_rejected(watcher.participant, id, *rejection, gate_.given_to(connection));
    announcer_.answer(connection, id, rejection);
}

std::optional<core::Rejection> Acts::rejected(core::ParticipantId who,
                                              const core::CommandId& id) const {
    const auto found = rejected_.find(who);
    if (found == rejected_.end()) return std::nullopt;
    const auto place = std::find_if(found->second.begin(), found->second.end(),
                                    [&](const Rejected& each) { return each.id == id; });
    if (place == found->second.end()) return std::nullopt;
    return place->why;
}

void Acts::remember_rejected(core::ParticipantId who, const core::CommandId& id,
                             core::Rejection why, std::uint64_t position) {
    if (rejected(who, id)) return;
    auto& earlier = rejected_[who];
    earlier.push_back({id, why, position});
    if (earlier.size() > limits::rejections_remembered) earlier.pop_front();
}

void Acts::forget_after(std::uint64_t durable_position) {
    for (auto& [participant, earlier] : rejected_)
        std::erase_if(earlier,
                      [&](const Rejected& each) { return each.position > durable_position; });
}

}  // namespace casustafel::hosting
