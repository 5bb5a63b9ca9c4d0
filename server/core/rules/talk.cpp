#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

bool sees(const State&, const RoleId& role, const Message& message) {
    return message.event.sender == role || names(message.event.to, role);
}

Outcome decide_on(const Act& act, const SendMessage& command) {
    const Address address{command.to, command.meeting};
    if (!knows(act, address)) return Rejection::unknown;
    if (is_blank(command.text)) return Rejection::empty_text;
    const auto reached = audience(act, address);
    if (const auto* rejection = std::get_if<Rejection>(&reached)) return *rejection;
    if (act.state.messages.size() >= limits::messages) return Rejection::too_much;
    return std::vector<Event>{MessageSent{act.fresh, act.actor.role,
                                          std::get<std::vector<RoleId>>(reached), command.meeting,
                                          command.text}};
}

void apply_on(State& state, const Record& record, const MessageSent& event) {
    state.messages.insert_or_assign(event.message, Message{event, record.stamp.sim_ms});
}

}  // namespace casustafel::core
