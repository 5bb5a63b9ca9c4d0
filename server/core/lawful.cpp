#include "server/core/lawful.hpp"

namespace casustafel::core {
namespace {

constexpr int age_of_majority = 18;

// A condition that names no person asks for anyone the item is about.
template <class Holds>
bool for_person(const Condition& condition, const Item& item, Holds holds_for) {
    if (!condition.person.empty()) return holds_for(condition.person);
    return std::any_of(item.about.begin(), item.about.end(), holds_for);
}

template <class Accepts>
bool has_age(const Scenario& scenario, const PersonId& id, Accepts accepts) {
    const Person* person = find(scenario, id);
    return person != nullptr && person->age_years && accepts(*person->age_years);
}

bool under_measure(const Scenario& scenario, const PersonId& person, const std::string& name) {
    const auto& measures = scenario.facts.measures;
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& measure) {
        return measure.person == person && (name.empty() || measure.subject == name);
    });
}

bool can_become_acute(const Scenario& scenario, const PersonId& person) {
    return names(scenario.facts.acute, person) ||
           std::any_of(scenario.injects.begin(), scenario.injects.end(), [&](const Inject& inject) {
               return names(inject.facts.becomes_acute, person);
           });
}

// Whether the scenario lets this role into some meeting of the circle at all.
bool can_be_in_circle(const Scenario& scenario, const std::string& circle, const RoleId& role) {
    return std::any_of(scenario.meetings.begin(), scenario.meetings.end(),
                       [&](const Meeting& meeting) {
                           return (meeting.id.value == circle || meeting.table.value == circle) &&
                                  names(meeting.members, role);
                       });
}

bool somebody_accepts_triage(const Scenario& scenario) {
    return std::any_of(scenario.roles.begin(), scenario.roles.end(),
                       [](const Role& role) { return role.accepts_triage; });
}

// Whether a condition can come to hold in this scenario. What has no act yet counts as attainable,
// so that a case written for it keeps its needs.
bool attainable(const Scenario& scenario, const Condition& condition, const Item& item,
                const RoleId& recipient) {
    if (const auto answer = settled(scenario, condition, item)) return *answer;
    switch (condition.kind) {
        case ConditionKind::triage_accepted: return somebody_accepts_triage(scenario);
        case ConditionKind::present_in_circle:
            return can_be_in_circle(scenario, condition.subject, recipient);
        case ConditionKind::acute:
            return for_person(condition, item, [&](const PersonId& person) {
                return can_become_acute(scenario, person);
            });
        default: return true;
    }
}

// A red line that may lift does not close the way for good.
bool always_forbidden(const Item& item, const RoleId& recipient) {
    return std::any_of(item.never.begin(), item.never.end(), [&](const RedLine& line) {
        return line.when.empty() && names_or_any(line.to, recipient);
    });
}

// One hop of a chain: lawful at some moment of this scenario, in this form.
bool can_pass(const Scenario& scenario, const Item& item, const RoleId& giver,
              const RoleId& recipient, Form form) {
    return giver != recipient && !always_forbidden(item, recipient) &&
           may_travel(scenario, item, giver, recipient) &&
           offers_way(item, giver, recipient, form, [&](const Condition& condition) {
               return attainable(scenario, condition, item, recipient);
           });
}

// The first original holder who may give the item to this role directly, or nullptr.
const RoleId* direct_giver(const Scenario& scenario, const Item& item, const RoleId& role,
                           Form form) {
    const auto found = std::find_if(
        item.holders.begin(), item.holders.end(),
        [&](const RoleId& holder) { return can_pass(scenario, item, holder, role, form); });
    return found == item.holders.end() ? nullptr : &*found;
}

bool has_direct_way(const Scenario& scenario, const Item& item, const RoleId& role, Form form) {
    return direct_giver(scenario, item, role, form) != nullptr;
}

}  // namespace

std::optional<bool> settled(const Scenario& scenario, const Condition& condition,
                            const Item& item) {
    switch (condition.kind) {
        case ConditionKind::covenant: return scenario.facts.covenant;
        case ConditionKind::minor:
            return for_person(condition, item, [&](const PersonId& person) {
                return has_age(scenario, person, [](int age) { return age < age_of_majority; });
            });
        case ConditionKind::age:
            return for_person(condition, item, [&](const PersonId& person) {
                return has_age(scenario, person, [&](int age) { return age >= condition.years; });
            });
        case ConditionKind::measure:
            return for_person(condition, item, [&](const PersonId& person) {
                return under_measure(scenario, person, condition.subject);
            });
        default: return std::nullopt;
    }
}

bool may_travel(const Scenario& scenario, const Item& item, const RoleId& giver,
                const RoleId& recipient) {
    if (is_original_holder(item, giver)) return true;
    switch (item.onward) {
        case Onward::no: return false;
        case Onward::rules: return true;
        case Onward::same_circle: break;
    }
    const Role* from = find(scenario, giver);
    const Role* to = find(scenario, recipient);
    return from != nullptr && to != nullptr && from->table == to->table;
}

std::vector<RoleId> lawful_chain(const Scenario& scenario, const Item& item, const RoleId& role,
                                 Form min_form) {
    if (is_original_holder(item, role)) return {};
    if (const RoleId* holder = direct_giver(scenario, item, role, min_form)) return {*holder, role};
    for (const Role& between : scenario.roles) {
        const RoleId* holder = direct_giver(scenario, item, between.id, min_form);
        if (holder != nullptr && can_pass(scenario, item, between.id, role, min_form)) {
            return {*holder, between.id, role};
        }
    }
    return {};
}

bool has_lawful_chain(const Scenario& scenario, const Item& item, const RoleId& role,
                      Form min_form) {
    return is_original_holder(item, role) || !lawful_chain(scenario, item, role, min_form).empty();
}

bool asks_for(const RequestMade& request, const Item& item) {
    return item.id == request.item ||
           (item.category == request.category && names(item.about, request.person));
}

std::optional<Form> relay_need(const State& state, const Item& item, const RoleId& role) {
    const Scenario& scenario = *state.scenario;
    std::optional<Form> least;
    for (const Need& need : item.needs) {
        if (need.role == role || is_met(state, item, need)) continue;
        if (has_direct_way(scenario, item, need.role, need.min_form)) continue;
        if (!can_pass(scenario, item, role, need.role, need.min_form)) continue;
        least = std::min(least.value_or(need.min_form), need.min_form);
    }
    return least;
}

}  // namespace casustafel::core
