// Who looks on: admitted by a trainer, and dismissed; their coming and going.
#include <algorithm>

#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

// One who was admitted and may still look on, or nullptr.
const Observer* standing(const State& state, ObserverId id) {
    const auto found = state.observers.find(id);
    return found == state.observers.end() || found->second.dismissed ? nullptr : &found->second;
}

}  // namespace

bool looks_through(const State& state, ObserverId id, const RoleId& role) {
    const Observer* observer = standing(state, id);
    const Role* written = find(*state.scenario, role);
    if (!observer || !written) return false;
    if (!observer->role.empty()) return observer->role == role;
    return observer->table.empty() || observer->table == written->table;
}

Outcome decide_on(const Act& act, const AdmitObserver& wanted) {
    if (!wanted.role.empty() && !find(act.scenario, wanted.role)) return Rejection::unknown;
    if (!wanted.table.empty() && !find(act.scenario, wanted.table)) return Rejection::unknown;
    if (!wanted.role.empty() && !wanted.table.empty()) return Rejection::unknown;
    if (wanted.delay_ms < 0 || wanted.delay_ms > limits::longest_observer_delay_ms)
        return Rejection::unknown;
    const auto& known = act.state.observers;
    const auto now =
        std::ranges::count_if(known, [](const auto& each) { return !each.second.dismissed; });
    if (static_cast<std::size_t>(now) >= limits::observers ||
        known.size() >= limits::observers_ever)
        return Rejection::too_much;
    const auto last = known.empty() ? ObserverId::nobody : known.rbegin()->first;
    const auto next = static_cast<ObserverId>(static_cast<std::uint32_t>(last) + 1);
    return std::vector<Event>{ObserverAdmitted{next, wanted.role, wanted.table, wanted.delay_ms}};
}

Outcome decide_on(const Act& act, const DismissObserver& wanted) {
    if (!act.state.observers.contains(wanted.observer)) return Rejection::unknown;
    if (!standing(act.state, wanted.observer)) return Rejection::already_so;
    return std::vector<Event>{ObserverDismissed{wanted.observer}};
}

Outcome decide_on(const Act& act, const NoteObserver& noted) {
    const Observer* observer = standing(act.state, noted.observer);
    if (!observer) return Rejection::unknown;
    if (observer->connected == noted.connected) return Rejection::already_so;
    if (noted.connected) return std::vector<Event>{ObserverCame{noted.observer}};
    return std::vector<Event>{ObserverLeft{noted.observer}};
}

void apply_on(State& state, const Record&, const ObserverAdmitted& event) {
    state.observers[event.observer] = {event.role, event.table, event.delay_ms};
}

void apply_on(State& state, const Record&, const ObserverDismissed& event) {
    state.observers[event.observer].dismissed = true;
    state.observers[event.observer].connected = false;
}

void apply_on(State& state, const Record&, const ObserverCame& event) {
    state.observers[event.observer].connected = true;
}

void apply_on(State& state, const Record&, const ObserverLeft& event) {
    state.observers[event.observer].connected = false;
}

}  // namespace casustafel::core
