#include "server/scenario/reach.hpp"

#include <algorithm>

#include "server/core/verdict.hpp"
#include "server/scenario/walk.hpp"

namespace casustafel::scenario {
namespace {

using core::ConditionKind;

bool lists(const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

// A condition that names no person asks for anyone the item is about.
template <class Holds>
bool for_person(const core::Condition& condition, const core::Item& item, Holds holds_for) {
    if (!condition.person.empty()) return holds_for(condition.person);
    return std::any_of(item.about.begin(), item.about.end(), holds_for);
}

template <class Allows>
bool some_change(const core::Scenario& scenario, Allows allows) {
    bool found = false;
    for_each_facts(scenario, [&](const core::FactChange& facts, const std::string&) {
        found = found || allows(facts);
    });
    return found;
}

// An empty scope or subject stands for everything.
bool same_scope(const std::string& one, const std::string& other) {
    return one.empty() || other.empty() || one == other;
}

bool can_consent(const core::Scenario& scenario, const core::PersonId& person,
                 const std::string& scope) {
    const auto gives = [&](const auto& answer) {
        return answer.given && answer.person == person && same_scope(answer.scope, scope);
    };
    return std::any_of(scenario.consents.begin(), scenario.consents.end(), gives) ||
           some_change(scenario, [&](const core::FactChange& facts) {
               return std::any_of(facts.consents.begin(), facts.consents.end(), gives);
           });
}

bool can_be_under_measure(const core::Scenario& scenario, const core::PersonId& person,
                          const std::string& subject) {
    const auto matches = [&](const core::Measure& measure) {
        return measure.person == person && (subject.empty() || measure.subject == subject);
    };
    const auto& now = scenario.facts.measures;
    return std::any_of(now.begin(), now.end(), matches) ||
           some_change(scenario, [&](const core::FactChange& facts) {
               return std::any_of(facts.measures_start.begin(), facts.measures_start.end(),
                                  matches);
           });
}

bool is_of_age(const core::Scenario& scenario, const core::PersonId& id,
               const core::Condition& condition) {
    constexpr int age_of_majority = 18;
    const auto* person = core::find(scenario, id);
    if (person == nullptr || !person->age_years) return false;
    return condition.kind == ConditionKind::minor ? *person->age_years < age_of_majority
                                                  : *person->age_years >= condition.years;
}

// `depth` ends what lint reports elsewhere: items that emerge from one another in a circle.
bool can_have_within(const core::Scenario& scenario, const core::Item& item,
                     const core::RoleId& role, core::Form form, int depth) {
    if (gets_from_the_case(item, role) || core::has_lawful_chain(scenario, item, role, form))
        return true;
    if (item.emerges_from.empty() || depth == 0) return false;
    return std::all_of(
        item.emerges_from.begin(), item.emerges_from.end(), [&](const core::ItemId& id) {
            const auto* part = core::find(scenario, id);
            return part != nullptr &&
                   can_have_within(scenario, *part, role, core::Form::conclusion, depth - 1);
        });
}

const core::Inject* dealt_by(const core::Scenario& scenario, const core::ItemId& item) {
    for (const auto& inject : scenario.injects)
        if (lists(inject.deals, item)) return &inject;
    return nullptr;
}

}  // namespace

bool is_playable(const core::Scenario& scenario, const core::RoleId& id) {
    const auto* role = core::find(scenario, id);
    return role != nullptr && role->autopilot != core::AutopilotUse::always;
}

bool gets_from_the_case(const core::Item& item, const core::RoleId& role) {
    return core::is_original_holder(item, role) ||
           std::any_of(item.later_holders.begin(), item.later_holders.end(),
                       [&](const core::LaterHolder& later) { return later.role == role; });
}

bool can_have(const core::Scenario& scenario, const core::Item& item, const core::RoleId& role,
              core::Form form) {
    constexpr int deepest = 4;
    return can_have_within(scenario, item, role, form, deepest);
}

bool can_hold(const core::Scenario& scenario, const core::Condition& condition,
              const core::Item& item) {
    switch (condition.kind) {
        case ConditionKind::covenant:
            return scenario.facts.covenant ||
                   some_change(scenario, [](const core::FactChange& facts) {
                       return facts.covenant.value_or(false);
                   });
        case ConditionKind::minor:
        case ConditionKind::age:
            return for_person(condition, item, [&](const core::PersonId& person) {
                return is_of_age(scenario, person, condition);
            });
        case ConditionKind::measure:
            return for_person(condition, item, [&](const core::PersonId& person) {
                return can_be_under_measure(scenario, person, condition.subject);
            });
        case ConditionKind::acute:
            return for_person(condition, item, [&](const core::PersonId& person) {
                return lists(scenario.facts.acute, person) ||
                       some_change(scenario, [&](const core::FactChange& facts) {
                           return lists(facts.becomes_acute, person);
                       });
            });
        case ConditionKind::consent:
            return for_person(condition, item, [&](const core::PersonId& person) {
                return can_consent(scenario, person, condition.subject);
            });
        case ConditionKind::authority_agrees:
            return std::any_of(scenario.roles.begin(), scenario.roles.end(),
                               [&](const core::Role& role) {
                                   return role.gives_authority && is_playable(scenario, role.id);
                               });
        default: return true;
    }
}

core::Scenario with_open_ways(core::Scenario scenario) {
    // What can hold is asked of the whole case, so ways leave it only when all are judged.
    std::vector<core::Item> items = scenario.items;
    for (auto& item : items) {
        const auto closed = [&](const core::Grant& grant) {
            return !std::all_of(
                grant.when.begin(), grant.when.end(),
                [&](const core::Condition& each) { return can_hold(scenario, each, item); });
        };
        std::erase_if(item.grants, closed);
    }
    scenario.items = std::move(items);
    return scenario;
}

std::optional<std::int64_t> available_sim_ms(const core::Scenario& scenario,
                                             const core::Item& item) {
    if (const auto* inject = dealt_by(scenario, item.id)) return inject->at_sim_ms;
    if (!item.emerges_from.empty()) return std::nullopt;
    if (item.available_sim_ms) return item.available_sim_ms;
    if (item.holders.empty() && !item.later_holders.empty())
        return std::min_element(item.later_holders.begin(), item.later_holders.end(),
                                [](const auto& left, const auto& right) {
                                    return left.from_sim_ms < right.from_sim_ms;
                                })
            ->from_sim_ms;
    return scenario.segments.empty() ? 0 : scenario.start_sim_ms();
}

}  // namespace casustafel::scenario
