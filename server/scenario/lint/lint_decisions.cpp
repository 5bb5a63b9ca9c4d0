// Decisions, powers and interventions: somebody can take or use each of them, on what they can
// lawfully have.
#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/lint/walk.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

bool lists(const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool none_playable(const core::Scenario& scenario, const std::vector<core::RoleId>& roles) {
    return !roles.empty() && std::none_of(roles.begin(), roles.end(), [&](const auto& role) {
        return is_playable(scenario, role);
    });
}

std::string list_of(const std::vector<core::RoleId>& roles) {
    std::string list;
    for (const auto& role : roles) list += (list.empty() ? "" : ", ") + role.value;
    return list;
}

// The form a required item is needed in: the one named, else the deciders' lowest, else the
// conclusion (server/score/README.md §C5).
core::Form needed_form(const core::Decision& decision, const core::Required& required,
                       const core::Item& item) {
    if (required.min_form) return *required.min_form;
    std::optional<core::Form> lowest;
    for (const auto& need : item.needs)
        if (lists(decision.deciders, need.role))
            lowest = std::min(lowest.value_or(need.min_form), need.min_form);
    return lowest.value_or(core::Form::conclusion);
}

bool is_wanted(const core::Decision& decision, const core::Item& item) {
    return !item.emerges_from.empty() ||
           std::any_of(
               decision.deciders.begin(), decision.deciders.end(), [&](const core::RoleId& role) {
                   return core::is_original_holder(item, role) ||
                          std::any_of(item.needs.begin(), item.needs.end(),
                                      [&](const core::Need& need) { return need.role == role; });
               });
}

void check_required_item(const Draft& draft, const core::Decision& decision,
                         const core::Required& required, const core::ItemId& id,
                         const std::string& path) {
    const auto* item = core::find(draft.scenario, id);
    if (item == nullptr) return;
    const core::Form form = needed_form(decision, required, *item);
    const bool reached = std::any_of(
        decision.deciders.begin(), decision.deciders.end(), [&](const core::RoleId& role) {
            return core::has_lawful_chain(draft.scenario, *item, role, form);
        });
    if (!reached)
        draft.findings.report(
            path,
            {Key::diagnostic_required_out_of_reach,
             {list_of(decision.deciders), id.value, std::string(core::name(form))}},
            Sentence{Key::diagnostic_hint_add_grant, {}});
    else if (!is_wanted(decision, *item))
        draft.findings.report(
            path, {Key::diagnostic_required_not_needed, {id.value}},
            Sentence{Key::diagnostic_hint_need_of_decider, {list_of(decision.deciders), id.value}});
}

// What must be cited and nobody who acts can ever have makes the act impossible.
void check_citable(const Draft& draft, const std::vector<core::ItemId>& must_cite,
                   const std::vector<core::RoleId>& who, const std::string& path) {
    if (must_cite.empty() || who.empty()) return;
    const bool reached =
        std::any_of(must_cite.begin(), must_cite.end(), [&](const core::ItemId& id) {
            const auto* item = core::find(draft.scenario, id);
            return item != nullptr &&
                   std::any_of(who.begin(), who.end(), [&](const core::RoleId& role) {
                       return core::has_lawful_chain(draft.scenario, *item, role,
                                                     core::Form::pointer);
                   });
        });
    if (!reached)
        draft.findings.report(path, {Key::diagnostic_must_cite_out_of_reach, {list_of(who)}});
}

void check_required_entries(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.decisions.size(); ++index) {
        const auto& required = draft.file.decisions[index].required;
        const std::string list = under(element("decisions", index), "required");
        for (std::size_t entry = 0; entry < required.size(); ++entry) {
            const std::string path = element(list, entry);
            if (!draft.findings.sound(path)) continue;
            const bool one = draft.findings.written(under(path, "item"));
            const bool any = draft.findings.written(under(path, "any"));
            const bool of = draft.findings.written(under(path, "of"));
            if (one == (any || of) || any != of)
                draft.findings.report(path, {Key::diagnostic_required_one_or_some, {}},
                                      Sentence{Key::diagnostic_hint_required, {}});
            else if (any &&
                     static_cast<std::size_t>(required[entry].any) > required[entry].of.size())
                draft.findings.report(under(path, "any"),
                                      {Key::diagnostic_required_too_many,
                                       {std::to_string(required[entry].any),
                                        std::to_string(required[entry].of.size())}});
        }
    }
}

void check_decisions(const Draft& draft) {
    const auto& scenario = draft.scenario;
    for (std::size_t index = 0; index < scenario.decisions.size(); ++index) {
        const auto& decision = scenario.decisions[index];
        const std::string path = element("decisions", index);
        if (none_playable(scenario, decision.deciders)) {
            // What such a decision should rest on is not the point then.
            draft.findings.report(under(path, "deciders"), {Key::diagnostic_decision_of_autopilots,
                                                            {list_of(decision.deciders)}});
            continue;
        }
        const auto* meeting = core::find(scenario, decision.meeting);
        if (meeting != nullptr && !meeting->chair.empty() && !is_playable(scenario, meeting->chair))
            draft.findings.report(
                under(path, "meeting"),
                {Key::diagnostic_chair_is_autopilot, {meeting->chair.value, meeting->id.value}});
        if (!draft.file.practice && decision.options.empty() &&
            !draft.findings.failed(under(path, "options")))
            draft.findings.report(under(path, "id"),
                                  {Key::diagnostic_decision_without_options, {decision.id.value}});
        for (std::size_t option = 0; option < decision.options.size(); ++option) {
            const auto& each = decision.options[option];
            const std::string at = element(under(path, "options"), option);
            check_citable(draft, each.must_cite, decision.deciders, under(at, "must_cite"));
            if (each.best && !each.prevented_by.empty())
                draft.findings.report(under(at, "prevented_by"),
                                      {Key::diagnostic_best_option_prevented, {}});
        }
        for (std::size_t entry = 0; entry < decision.required.size(); ++entry) {
            const auto& required = decision.required[entry];
            const std::string at = element(under(path, "required"), entry);
            if (!required.item.empty())
                check_required_item(draft, decision, required, required.item, under(at, "item"));
            for (std::size_t item = 0; item < required.of.size(); ++item)
                check_required_item(draft, decision, required, required.of[item],
                                    element(under(at, "of"), item));
        }
    }
}

void check_powers(const Draft& draft) {
    const auto& scenario = draft.scenario;
    for (std::size_t index = 0; index < scenario.interventions.size(); ++index) {
        const auto& intervention = scenario.interventions[index];
        const std::string path = element("interventions", index);
        const auto& users = core::users_of(scenario, intervention);
        const bool of_power = !intervention.power.empty();
        if (none_playable(scenario, users))
            draft.findings.report(
                under(path, of_power ? "power" : "by"),
                {Key::diagnostic_intervention_of_autopilots,
                 {of_power ? intervention.power.value : intervention.id.value, list_of(users)}},
                Sentence{Key::diagnostic_hint_power_holder, {}}, Severity::warning);
        check_citable(draft, intervention.must_cite, users, under(path, "must_cite"));
    }
    for (std::size_t index = 0; !scenario.plan && index < scenario.powers.size(); ++index) {
        const auto& id = scenario.powers[index].id;
        const auto uses = [&](const core::Intervention& each) { return each.power == id; };
        if (std::none_of(scenario.interventions.begin(), scenario.interventions.end(), uses))
            draft.findings.report(under(element("powers", index), "id"),
                                  {Key::diagnostic_power_unused, {id.value}}, {},
                                  Severity::warning);
    }
}

}  // namespace

Rules lint_decisions() {
    static const Rule rules[] = {
        {check_required_entries, {}},
        {check_decisions, {"roles", "items"}, true},
        {check_powers, {"roles", "items", "powers", "interventions", "plan"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
