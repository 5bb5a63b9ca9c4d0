#pragma once
// Inside the random scenarios only: what both halves draw from, and the half that is about what
// happens: decisions, powers, interventions, consequences, tracks, plan, swap, consent, endings.
#include <string>
#include <vector>

#include "server/core/values/scenario.hpp"
#include "tests/support/core/seed.hpp"

namespace casustafel::support {

using namespace core;

constexpr std::int64_t minute_ms = 60'000;

template <class E>
E any(Seed& seed) {
    return static_cast<E>(seed.below(count<E>()));
}

inline Form any_form(Seed& seed) { return static_cast<Form>(seed.between(1, 5)); }

inline Text text(const std::string& what) { return {what + " nl", what + " en"}; }

template <class IdType>
IdType numbered(const char* letter, std::size_t number) {
    return IdType{letter + std::to_string(number)};
}

inline std::vector<RoleId> role_ids(const Scenario& scenario) {
    std::vector<RoleId> ids;
    for (const auto& role : scenario.roles) ids.push_back(role.id);
    return ids;
}

// At least one of them, in order.
inline std::vector<RoleId> some_roles(Seed& seed, const Scenario& scenario, int percent) {
    const auto all = role_ids(scenario);
    auto chosen = seed.some(all, percent);
    if (chosen.empty()) chosen.push_back(seed.pick(all));
    return chosen;
}

// Anywhere in the case, with a weakness for the edges.
inline std::int64_t some_time(Seed& seed, const Scenario& scenario) {
    const auto& segment = seed.pick(scenario.segments);
    switch (seed.below(8)) {
        case 0: return segment.from_sim_ms;
        case 1: return segment.to_sim_ms;
        case 2:
            return segment.to_sim_ms + seed.between(1, 60) * minute_ms;  // cut, or after the end
        case 3: return segment.from_sim_ms + (segment.to_sim_ms - segment.from_sim_ms) / 2;
        default: return seed.between(scenario.start_sim_ms(), scenario.end_sim_ms());
    }
}

// The decisions that needs refer to, without what they bring about.
void name_decisions(Seed&, Scenario&);

// Everything that can happen in a scenario that has its roles, people, items and injects.
void tell_story(Seed&, Scenario&);

}  // namespace casustafel::support
