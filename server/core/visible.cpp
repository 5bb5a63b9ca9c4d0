#include "server/core/visible.hpp"

#include "server/core/lawful.hpp"

namespace casustafel::core {

bool sees_item(const State& state, const RoleId& role, const ItemId& item) {
    const Holding* held = holding(state, role, item);
    return held != nullptr && held->form > Form::silent;
}

bool sees_share(const State&, const RoleId& role, const Share& share) {
    return share.event.giver == role || names(share.event.to, role);
}

bool sees_request(const State&, const RoleId& role, const Request& request) {
    return request.event.asker == role || names(request.event.to, role);
}

bool sees_answer(const State&, const RoleId& role, const Request& request, const Answer& answer) {
    return request.event.asker == role || answer.by == role;
}

bool sees_message(const State&, const RoleId& role, const Message& message) {
    return message.event.sender == role || names(message.event.to, role);
}

bool sees_meeting(const State&, const RoleId& role, const Meeting& meeting) {
    return names(meeting.members, role);
}

bool is_present(const State& state, const MeetingId& meeting, const RoleId& role) {
    const auto found = state.present.find(meeting);
    return found != state.present.end() && found->second.contains(role);
}

bool sees_inject(const State& state, const RoleId& role, const InjectId& id) {
    const auto found = state.injects.find(id);
    if (found == state.injects.end()) return false;
    const InjectState& now = found->second;
    if (now.status != InjectStatus::effective) return false;
    if (now.improvised) return names_or_any(now.to, role);
    const Inject* inject = find(*state.scenario, id);
    return inject != nullptr && names_or_any(inject->to, role);
}

}  // namespace casustafel::core
