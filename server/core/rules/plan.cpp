// The plan: actions with one lead, the power they need and who has it, and the roles that are told
// and confirm. The roles of the plan write it together; whoever an action names may see and confirm
// that action.
#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/citing.hpp"
#include "server/core/rules/filling_in.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

using Terms = std::variant<ActionTerms, Rejection>;

// The action of this id when the actor sees it.
const PlanAction* known_action(const Act& act, EntityId id) {
    const auto found = act.state.plan.find(id);
    if (found == act.state.plan.end()) return nullptr;
    return sees(act.state, act.actor.role, found->second) ? &found->second : nullptr;
}

bool all_exist(const Act& act, const ActionTerms& terms) {
    const auto exists = [&](const RoleId& role) { return find(act.scenario, role) != nullptr; };
    return (terms.lead.empty() || exists(terms.lead)) &&
           (terms.power_holder.empty() || exists(terms.power_holder)) &&
           (terms.power.empty() || find(act.scenario, terms.power)) &&
           std::all_of(terms.informed.begin(), terms.informed.end(), exists);
}

// A power is used by somebody who has it: the one named for it, else the lead.
bool has_its_power(const Act& act, const ActionTerms& terms) {
    if (terms.power.empty()) return true;
    const auto& user = terms.power_holder.empty() ? terms.lead : terms.power_holder;
    return names(find(act.scenario, terms.power)->holders, user);
}

std::optional<Rejection> cannot_stand(const Act& act, const ActionTerms& terms) {
    if (terms.informed.size() > act.scenario.roles.size()) return Rejection::too_many_recipients;
    if (!all_exist(act, terms)) return Rejection::unknown;
    if (is_blank(terms.text)) return Rejection::empty_text;
    if (terms.lead.empty()) return Rejection::no_lead;
    if (!has_its_power(act, terms)) return Rejection::no_power;
    if (const auto rejection = cannot_cite(act, terms.items)) return rejection;
    return cannot_fill_in(act, act.scenario.plan->fields, terms.filled_in);
}

bool lies_ahead(const Act& act, const ActionTerms& terms) {
    return !terms.deadline_sim_ms || *terms.deadline_sim_ms > act.stamp.sim_ms;
}

ActionTerms tidy(const Act& act, ActionTerms terms) {
    terms.items = each_once(terms.items);
    terms.informed = in_scenario_order(act.scenario, terms.informed);
    terms.filled_in = in_order(act.scenario.plan->fields, terms.filled_in);
    return terms;
}

// What the actor cannot see in an action it cannot take out either.
void keep_unseen(const Act& act, const ActionTerms& before, ActionTerms& after) {
    for (const auto& item : before.items)
        if (!sees(act.state, act.actor.role, item)) after.items.push_back(item);
}

// Why the actor cannot write in this action, or nothing.
std::optional<Rejection> cannot_write(const Act& act, const PlanAction* action) {
    if (!action) return Rejection::unknown;
    if (!sees_plan(act.state, act.actor.role)) return Rejection::no_power;
    if (action->withdrawn) return Rejection::too_late;
    return std::nullopt;
}

}  // namespace

bool sees_plan(const State& state, const RoleId& id) {
    const auto& plan = state.scenario->plan;
    if (!plan) return false;
    const Role* role = find(*state.scenario, id);
    return names(plan->guests, id) || (role != nullptr && role->table == plan->table);
}

bool sees(const State& state, const RoleId& role, const PlanAction& action) {
    return sees_plan(state, role) || role == action.terms.lead ||
           role == action.terms.power_holder || names(action.terms.informed, role);
}

Outcome decide_on(const Act& act, const AddAction& command) {
    if (!sees_plan(act.state, act.actor.role)) return Rejection::no_power;
    if (const auto rejection = cannot_stand(act, command.terms)) return *rejection;
    if (!lies_ahead(act, command.terms)) return Rejection::too_late;
    if (act.state.plan.size() >= limits::actions) return Rejection::too_much;
    return std::vector<Event>{ActionAdded{act.fresh, act.actor.role, tidy(act, command.terms)}};
}

Outcome decide_on(const Act& act, const ChangeAction& command) {
    const PlanAction* action = known_action(act, command.action);
    if (const auto rejection = cannot_write(act, action)) return *rejection;
    if (const auto rejection = cannot_stand(act, command.terms)) return *rejection;
    ActionTerms terms = tidy(act, command.terms);
    keep_unseen(act, action->terms, terms);
    if (terms == action->terms) return Rejection::already_so;
    // A deadline that was set before may have passed; a new one lies ahead.
    if (terms.deadline_sim_ms != action->terms.deadline_sim_ms && !lies_ahead(act, terms))
        return Rejection::too_late;
    return std::vector<Event>{ActionChanged{command.action, act.actor.role, std::move(terms)}};
}

Outcome decide_on(const Act& act, const WithdrawAction& command) {
    const PlanAction* action = known_action(act, command.action);
    if (action && action->withdrawn) return Rejection::already_so;
    if (const auto rejection = cannot_write(act, action)) return *rejection;
    return std::vector<Event>{ActionWithdrawn{command.action, act.actor.role}};
}

Outcome decide_on(const Act& act, const ConfirmAction& command) {
    const PlanAction* action = known_action(act, command.action);
    if (!action) return Rejection::unknown;
    if (!names(action->terms.informed, act.actor.role)) return Rejection::not_informed;
    if (action->withdrawn) return Rejection::too_late;
    if (action->confirmed.contains(act.actor.role)) return Rejection::already_so;
    return std::vector<Event>{ActionConfirmed{command.action, act.actor.role}};
}

void apply_on(State& state, const Record& record, const ActionAdded& event) {
    PlanAction action;
    action.author = event.by;
    action.terms = event.terms;
    action.added_at_sim_ms = record.stamp.sim_ms;
    action.changed_at_sim_ms = record.stamp.sim_ms;
    action.scripted = event.scripted;
    state.plan.insert_or_assign(event.action, std::move(action));
}

void apply_on(State& state, const Record& record, const ActionChanged& event) {
    auto& action = state.plan[event.action];
    action.terms = event.terms;
    action.confirmed.clear();
    action.scripted = {};
    action.changed_at_sim_ms = record.stamp.sim_ms;
}

void apply_on(State& state, const Record&, const ActionWithdrawn& event) {
    state.plan[event.action].withdrawn = true;
}

void apply_on(State& state, const Record&, const ActionConfirmed& event) {
    state.plan[event.action].confirmed.insert(event.by);
}

}  // namespace casustafel::core
