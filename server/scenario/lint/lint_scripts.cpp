// What the case says by itself: questions of roles that only autopilots play, and actions that were
// begun. Each asks or says something that can be answered or finished.
#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/lint/walk.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

bool writes_the_plan(const core::Scenario& scenario, const core::RoleId& id) {
    const auto* role = core::find(scenario, id);
    const auto& guests = scenario.plan->guests;
    return role != nullptr && (role->table == scenario.plan->table ||
                               std::find(guests.begin(), guests.end(), id) != guests.end());
}

bool can_have(const core::Scenario& scenario, const core::RoleId& role, const core::ItemId& id) {
    const auto* item = core::find(scenario, id);
    return item == nullptr || core::is_original_holder(*item, role) ||
           core::has_lawful_chain(scenario, *item, role, core::Form::pointer);
}

void check_action(const Draft& draft, const core::ScriptedAction& action, const std::string& path) {
    if (!draft.findings.sound(path)) return;
    if (!draft.scenario.plan) {
        draft.findings.report(path, {Key::diagnostic_action_without_plan, {}});
        return;
    }
    if (!writes_the_plan(draft.scenario, action.author))
        draft.findings.report(under(path, "author"),
                              {Key::diagnostic_action_outside_plan, {action.author.value}});
    for (std::size_t index = 0; index < action.items.size(); ++index)
        if (!can_have(draft.scenario, action.author, action.items[index]))
            draft.findings.report(element(under(path, "items"), index),
                                  {Key::diagnostic_action_item_not_held,
                                   {action.author.value, action.items[index].value}});
}

void check_asks(const Draft& draft) {
    for (std::size_t inject = 0; inject < draft.file.injects.size(); ++inject) {
        const auto& asks = draft.file.injects[inject].asks;
        for (std::size_t index = 0; index < asks.size(); ++index) {
            const std::string path = element(under(element("injects", inject), "asks"), index);
            if (is_playable(draft.scenario, asks[index].from))
                draft.findings.report(under(path, "from"),
                                      {Key::diagnostic_ask_of_person, {asks[index].from.value}});
            const auto& to = asks[index].to;
            for (std::size_t each = 0; each < to.size(); ++each)
                if (!to[each].empty() && !is_playable(draft.scenario, to[each]))
                    draft.findings.report(element(under(path, "to"), each),
                                          {Key::diagnostic_ask_to_autopilot, {to[each].value}});
        }
    }
}

void check_begun_actions(const Draft& draft) {
    for (std::size_t inject = 0; inject < draft.file.injects.size(); ++inject) {
        const auto& actions = draft.file.injects[inject].actions;
        for (std::size_t index = 0; index < actions.size(); ++index)
            check_action(draft, actions[index],
                         element(under(element("injects", inject), "actions"), index));
    }
}

}  // namespace

Rules lint_scripts() {
    static const Rule rules[] = {
        {check_asks, {"roles"}, true},
        {check_begun_actions, {"roles", "items", "plan"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
