#include "server/core/law/lawful.hpp"

namespace casustafel::core {
namespace {

constexpr int age_of_majority = 18;

template <class Accepts>
bool has_age(const Scenario& scenario, const PersonId& id, Accepts accepts) {
    const Person* person = find(scenario, id);
    return person != nullptr && person->age_years && accepts(*person->age_years);
}

// Whether anything that can happen in this scenario changes the facts in the way asked about.
template <class Asked>
bool some_change(const Scenario& scenario, Asked asked) {
    const auto among = [&](const std::vector<Consequence>& consequences) {
        return std::any_of(consequences.begin(), consequences.end(),
                           [&](const Consequence& each) { return asked(each.facts); });
    };
    const auto of_inject = [&](const Inject& each) {
        return asked(each.facts) || among(each.consequences);
    };
    const auto of_option = [&](const DecisionOption& each) { return among(each.consequences); };
    const auto of_decision = [&](const Decision& each) {
        return among(each.when_missed) ||
               std::any_of(each.options.begin(), each.options.end(), of_option);
    };
    const auto of_intervention = [&](const Intervention& each) {
        return among(each.consequences) ||
               std::any_of(each.replies.begin(), each.replies.end(),
                           [&](const Reply& reply) { return among(reply.consequences); });
    };
    return among(scenario.consequences) ||
           std::any_of(scenario.injects.begin(), scenario.injects.end(), of_inject) ||
           std::any_of(scenario.decisions.begin(), scenario.decisions.end(), of_decision) ||
           std::any_of(scenario.interventions.begin(), scenario.interventions.end(),
                       of_intervention);
}

std::optional<bool> settled_measure(const Scenario& scenario, const Condition& condition,
                                    const Item& item) {
    const auto holds_at_start = for_person(condition, item, [&](const PersonId& person) {
        return is_under_measure(scenario.facts.measures, person, condition.subject);
    });
    const bool ends = some_change(scenario, [&](const FactChange& change) {
        return for_person(condition, item, [&](const PersonId& person) {
            return is_under_measure(change.measures_end, person, condition.subject);
        });
    });
    if (holds_at_start) return ends ? std::nullopt : std::optional{true};
    const bool starts = some_change(scenario, [&](const FactChange& change) {
        return for_person(condition, item, [&](const PersonId& person) {
            return is_under_measure(change.measures_start, person, condition.subject);
        });
    });
    return starts ? std::nullopt : std::optional{false};
}

std::optional<bool> settled_covenant(const Scenario& scenario) {
    const bool now = scenario.facts.covenant;
    const bool changes = some_change(
        scenario, [&](const FactChange& change) { return change.covenant.value_or(now) != now; });
    return changes ? std::nullopt : std::optional{now};
}

bool can_become_acute(const Scenario& scenario, const PersonId& person) {
    return names(scenario.facts.acute, person) ||
           some_change(scenario, [&](const FactChange& change) {
               return names(change.becomes_acute, person);
           });
}

// Whether the person may come to consent: says so when asked, or in something that happens.
bool can_consent(const Scenario& scenario, const PersonId& person, const std::string& scope) {
    const ConsentScript* script = script_of(scenario, person, scope);
    return (script != nullptr && script->given) ||
           some_change(scenario, [&](const FactChange& change) {
               return std::any_of(change.consents.begin(), change.consents.end(),
                                  [&](const ConsentAnswer& answer) {
                                      return answer.given && answer.person == person &&
                                             (answer.scope.empty() || answer.scope == scope);
                                  });
           });
}

// Whether the scenario lets this role into some meeting of the circle at all. An invitation is
// somebody's choice during play, which no norm counts on.
bool can_be_in_circle(const Scenario& scenario, const std::string& circle, const RoleId& role) {
    return std::any_of(scenario.meetings.begin(), scenario.meetings.end(),
                       [&](const Meeting& meeting) {
                           return (meeting.id.value == circle || meeting.table.value == circle) &&
                                  names(meeting.members, role);
                       });
}

bool some_role(const Scenario& scenario, bool Role::*may) {
    return std::any_of(scenario.roles.begin(), scenario.roles.end(),
                       [&](const Role& role) { return role.*may; });
}

// A red line that may lift does not close the way for good.
bool always_forbidden(const Item& item, const RoleId& recipient, Form form) {
    return std::any_of(item.never.begin(), item.never.end(), [&](const RedLine& line) {
        return line.when.empty() && forbids(line, recipient, form);
    });
}

// Whether this role can come to hold every part in the form that lets the whole be seen. A part
// that itself comes from parts is not followed: no chain is that long.
bool can_emerge(const Scenario& scenario, const Item& item, const RoleId& role) {
    const auto can_have = [&](const ItemId& id) {
        const Item* part = find(scenario, id);
        return part != nullptr && part->emerges_from.empty() &&
               has_lawful_chain(scenario, *part, role, least_form_of_a_part);
    };
    return !item.emerges_from.empty() &&
           std::all_of(item.emerges_from.begin(), item.emerges_from.end(), can_have);
}

// Whether the role can have the item without being given it: from the case, or out of its parts.
bool has_by_itself(const Scenario& scenario, const Item& item, const RoleId& role) {
    return is_original_holder(item, role) || can_emerge(scenario, item, role);
}

// One hop of a chain: lawful at some moment of this scenario, in this form.
bool can_pass(const Scenario& scenario, const Item& item, const RoleId& giver,
              const RoleId& recipient, Form form) {
    return giver != recipient && !always_forbidden(item, recipient, form) &&
           may_travel(scenario, item, giver, recipient) &&
           offers_way(item, giver, recipient, form, [&](const Condition& condition) {
               return attainable(scenario, condition, item, recipient);
           });
}

// Who can give the item without having been given it, in the order of the item and the roles.
std::vector<RoleId> sources(const Scenario& scenario, const Item& item) {
    std::vector<RoleId> found = original_holders(item);
    if (item.emerges_from.empty()) return found;
    for (const Role& role : scenario.roles) {
        if (can_emerge(scenario, item, role.id)) found.push_back(role.id);
    }
    return found;
}

// The first source that may give the item to this role directly.
std::optional<RoleId> direct_giver(const Scenario& scenario, const Item& item, const RoleId& role,
                                   Form form) {
    for (const RoleId& source : sources(scenario, item)) {
        if (can_pass(scenario, item, source, role, form)) return source;
    }
    return std::nullopt;
}

bool has_direct_way(const Scenario& scenario, const Item& item, const RoleId& role, Form form) {
    return direct_giver(scenario, item, role, form).has_value();
}

}  // namespace

bool attainable(const Scenario& scenario, const Condition& condition, const Item& item,
                const RoleId& recipient) {
    if (const auto answer = settled(scenario, condition, item)) return *answer;
    switch (condition.kind) {
        case ConditionKind::triage_accepted: return some_role(scenario, &Role::accepts_triage);
        case ConditionKind::present_in_circle:
            return can_be_in_circle(scenario, condition.subject, recipient);
        case ConditionKind::authority_agrees: return some_role(scenario, &Role::gives_authority);
        case ConditionKind::consent:
            return for_person(condition, item, [&](const PersonId& person) {
                return can_consent(scenario, person, condition.subject);
            });
        case ConditionKind::acute:
            return for_person(condition, item, [&](const PersonId& person) {
                return can_become_acute(scenario, person);
            });
        case ConditionKind::weighing_recorded:
        case ConditionKind::covenant:
        case ConditionKind::minor:
        case ConditionKind::age:
        case ConditionKind::measure:
        case ConditionKind::person_is_informed:
        case ConditionKind::privacy_advice: break;
    }
    return true;
}

bool forbids(const RedLine& line, const RoleId& recipient, Form form) {
    return names_or_any(line.to, recipient) && form >= line.from_form;
}

const ConsentScript* script_of(const Scenario& scenario, const PersonId& person,
                               const std::string& scope) {
    const ConsentScript* general = nullptr;
    for (const ConsentScript& script : scenario.consents) {
        if (script.person != person) continue;
        if (script.scope == scope) return &script;
        if (script.scope.empty() && general == nullptr) general = &script;
    }
    return general;
}

std::optional<bool> settled(const Scenario& scenario, const Condition& condition,
                            const Item& item) {
    switch (condition.kind) {
        case ConditionKind::covenant: return settled_covenant(scenario);
        case ConditionKind::minor:
            return for_person(condition, item, [&](const PersonId& person) {
                return has_age(scenario, person, [](int age) { return age < age_of_majority; });
            });
        case ConditionKind::age:
            return for_person(condition, item, [&](const PersonId& person) {
                return has_age(scenario, person, [&](int age) { return age >= condition.years; });
            });
        case ConditionKind::measure: return settled_measure(scenario, condition, item);
        case ConditionKind::triage_accepted:
        case ConditionKind::present_in_circle:
        case ConditionKind::consent:
        case ConditionKind::weighing_recorded:
        case ConditionKind::authority_agrees:
        case ConditionKind::acute:
        case ConditionKind::person_is_informed:
        case ConditionKind::privacy_advice: break;
    }
    return std::nullopt;
}

bool travels_onward(const Scenario& scenario, const Item& item, const RoleId& giver,
                    const RoleId& recipient) {
    switch (item.onward) {
        case Onward::no: return false;
        case Onward::rules: return true;
        case Onward::same_circle: break;
    }
    const Role* from = find(scenario, giver);
    const Role* to = find(scenario, recipient);
    return from != nullptr && to != nullptr && from->table == to->table;
}

bool may_travel(const Scenario& scenario, const Item& item, const RoleId& giver,
                const RoleId& recipient) {
    return has_by_itself(scenario, item, giver) || travels_onward(scenario, item, giver, recipient);
}

std::vector<RoleId> lawful_chain(const Scenario& scenario, const Item& item, const RoleId& role,
                                 Form min_form) {
    if (has_by_itself(scenario, item, role)) return {};
    if (const auto source = direct_giver(scenario, item, role, min_form)) return {*source, role};
    for (const Role& between : scenario.roles) {
        if (!can_pass(scenario, item, between.id, role, min_form)) continue;
        if (const auto source = direct_giver(scenario, item, between.id, min_form)) {
            return {*source, between.id, role};
        }
    }
    return {};
}

bool has_lawful_chain(const Scenario& scenario, const Item& item, const RoleId& role,
                      Form min_form) {
    return has_by_itself(scenario, item, role) ||
           !lawful_chain(scenario, item, role, min_form).empty();
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

bool is_dealt_by_play(const Scenario& scenario, const ItemId& id) {
    const auto deals = [&](const Consequence& each) { return names(each.deals, id); };
    const auto any = [&](const std::vector<Consequence>& all) {
        return std::ranges::any_of(all, deals);
    };
    const auto option = [&](const DecisionOption& each) { return any(each.consequences); };
    const auto reply = [&](const Reply& each) { return any(each.consequences); };
    return any(scenario.consequences) ||
           std::ranges::any_of(scenario.decisions,
                               [&](const Decision& each) {
                                   return any(each.when_missed) ||
                                          std::ranges::any_of(each.options, option);
                               }) ||
           std::ranges::any_of(scenario.interventions,
                               [&](const Intervention& each) {
                                   return any(each.consequences) ||
                                          std::ranges::any_of(each.replies, reply);
                               }) ||
           std::ranges::any_of(scenario.injects, [&](const Inject& inject) {
               return names(inject.deals, id) || any(inject.consequences);
           });
}

}  // namespace casustafel::core
