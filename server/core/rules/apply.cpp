// The dispatch of `apply`, the state before the first record, and the mark up to where the clock's
// things have been done.
#include "server/core/rules/apply.hpp"

#include <algorithm>

#include "server/core/rules/consequences.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

State initial(const Scenario& scenario, Edition edition) {
    State state;
    state.scenario = &scenario;
    state.edition = edition;
    state.clock.anchor.sim_ms = scenario.start_sim_ms();
    for (const auto& role : scenario.roles) state.seats[role.id];
    for (const auto& meeting : scenario.meetings) state.present[meeting.id];
    for (const auto& inject : scenario.injects) state.injects[inject.id];
    for (const auto& meeting : scenario.meetings) state.phases[meeting.id];
    for (const auto& decision : scenario.decisions) state.decisions[decision.id];
    for (const auto& track : scenario.tracks)
        state.tracks[{track.person, track.track}] = track.value;
    for (std::size_t index = 0; index < scenario.consequences.size(); ++index)
        if (const auto at = scenario.consequences[index].at_sim_ms)
            state.consequences.insert(
                {*at, Cause{CauseKind::time, {}, {}, static_cast<int>(index)}});
    wait_for_checks(state);
    state.legal.acute.insert(scenario.facts.acute.begin(), scenario.facts.acute.end());
    state.legal.measures.insert(scenario.facts.measures.begin(), scenario.facts.measures.end());
    state.legal.covenant = scenario.facts.covenant;
    return state;
}

void apply(State& state, const Record& record) {
    const bool case_ran = state.clock.running && !state.clock.case_held;
    for (const auto& event : record.events)
        std::visit([&](const auto& happened) { apply_on(state, record, happened); }, event);
    bring_what_became_true(state, record);
    if (!case_ran) return;
    // A command comes after everything due at its instant; one timer record may leave some of that
    // behind.
    const auto done = record.command ? record.stamp.sim_ms : record.stamp.sim_ms - 1;
    state.clock.swept_sim_ms = std::max(state.clock.swept_sim_ms, done);
}

}  // namespace casustafel::core
