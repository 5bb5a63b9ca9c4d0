#include "server/scenario/lint/reach.hpp"

#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/scenario/lint/walk.hpp"

namespace casustafel::scenario {
namespace {

const core::Inject* dealt_by(const core::Scenario& scenario, const core::ItemId& item) {
    for (const auto& inject : scenario.injects)
        if (core::names(inject.deals, item)) return &inject;
    return nullptr;
}

bool is_dealt_by_consequence(const core::Scenario& scenario, const core::ItemId& item) {
    bool dealt = false;
    for_each_consequence(
        scenario, [&](const core::Consequence& each, const std::string&, std::int64_t) {
            dealt = dealt || core::names(each.deals, item);
        });
    return dealt;
}

}  // namespace

bool is_playable(const core::Scenario& scenario, const core::RoleId& id) {
    const auto* role = core::find(scenario, id);
    return role != nullptr && role->autopilot != core::AutopilotUse::always;
}

bool can_hold(const core::Scenario& scenario, const core::Condition& condition,
              const core::Grant& grant, const core::Item& item) {
    const auto agrees = [&](const core::Role& role) {
        return role.gives_authority && is_playable(scenario, role.id);
    };
    if (condition.kind == core::ConditionKind::authority_agrees &&
        std::none_of(scenario.roles.begin(), scenario.roles.end(), agrees))
        return false;
    return std::any_of(scenario.roles.begin(), scenario.roles.end(), [&](const core::Role& role) {
        return core::names_or_any(grant.to, role.id) &&
               core::attainable(scenario, condition, item, role.id);
    });
}

std::optional<std::int64_t> available_sim_ms(const core::Scenario& scenario,
                                             const core::Item& item) {
    if (const auto* inject = dealt_by(scenario, item.id)) return inject->at_sim_ms;
    if (!item.emerges_from.empty() || is_dealt_by_consequence(scenario, item.id))
        return std::nullopt;
    if (item.available_sim_ms) return item.available_sim_ms;
    if (item.holders.empty() && !item.later_holders.empty())
        return std::min_element(item.later_holders.begin(), item.later_holders.end(),
                                [](const auto& left, const auto& right) {
                                    return left.from_sim_ms < right.from_sim_ms;
                                })
            ->from_sim_ms;
    return scenario.segments.empty() ? 0 : scenario.start_sim_ms();
}

bool inside_a_segment(const core::Scenario& scenario, std::int64_t sim_ms) {
    return std::any_of(scenario.segments.begin(), scenario.segments.end(),
                       [&](const core::Segment& segment) {
                           return sim_ms >= segment.from_sim_ms && sim_ms <= segment.to_sim_ms;
                       });
}

}  // namespace casustafel::scenario
