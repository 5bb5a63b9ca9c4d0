// Decisions, powers and interventions: somebody can take or use each of them, on what they can
// lawfully have.
#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/scenario/lint/filling_in.hpp"
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
        if (decision.deciders.empty()) continue;  // told by check_takers
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

// Who takes it, and how.
void check_takers(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.decisions.size(); ++index) {
        const auto& decision = draft.file.decisions[index];
        const std::string path = element("decisions", index);
        const bool by_power = decision.taken_by == core::TakenBy::power;
        if (by_power == decision.power.empty())
            draft.findings.report(under(path, "taken_by"), {Key::diagnostic_taken_by_power, {}});
        else if (by_power != decision.deciders.empty())
            draft.findings.report(
                under(path, by_power ? "deciders" : "id"),
                {by_power ? Key::diagnostic_deciders_of_power : Key::diagnostic_decision_of_nobody,
                 {}});
        if (decision.taken_by == core::TakenBy::all && decision.deciders.size() == 1)
            draft.findings.report(under(path, "taken_by"), {Key::diagnostic_all_of_one, {}}, {},
                                  Severity::warning);
        for (std::size_t at = 0; at < decision.prepared_by.size(); ++at)
            if (lists(decision.deciders, decision.prepared_by[at]))
                draft.findings.report(
                    element(under(path, "prepared_by"), at),
                    {Key::diagnostic_prepares_own_decision, {decision.prepared_by[at].value}});
    }
}

// Options whose forms differ can be told apart without knowing anything of the case.
void check_alike(const Draft& draft, const std::vector<core::DecisionOption>& options,
                 const std::string& list) {
    const auto ids = [](const core::DecisionOption& option) {
        std::vector<core::FieldId> all;
        for (const auto& field : option.fields) all.push_back(field.id);
        return all;
    };
    for (std::size_t at = 1; at < options.size(); ++at)
        if (ids(options[at]) != ids(options.front()))
            return draft.findings.report(
                under(element(list, at), "id"),
                {Key::diagnostic_forms_differ, {options[at].id.value, options.front().id.value}},
                Sentence{Key::diagnostic_hint_forms_differ, {}}, Severity::warning);
}

// The words and the form of every option, its own or those of its kind.
void check_option_forms(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.decisions.size(); ++index) {
        const auto& options = draft.scenario.decisions[index].options;
        check_form(draft, draft.file.decisions[index].fields,
                   under(element("decisions", index), "fields"));
        check_alike(draft, options, under(element("decisions", index), "options"));
        for (std::size_t at = 0; at < options.size(); ++at) {
            const std::string path = element(under(element("decisions", index), "options"), at);
            if (!draft.findings.sound(path)) continue;
            const core::DecisionOption& option = options[at];
            if (option.title.nl.empty())
                draft.findings.report(under(path, "id"), {Key::diagnostic_option_without_words, {}},
                                      Sentence{Key::diagnostic_hint_option_words, {}});
            check_form(draft, draft.file.decisions[index].options[at].fields,
                       under(path, "fields"));
            for (std::size_t each = 0; each < option.best_with.size(); ++each) {
                const core::FilledIn& wanted = option.best_with[each];
                const auto* field = core::find(option.fields, wanted.field);
                const std::string place = element(under(path, "best_with"), each);
                if (field == nullptr)
                    draft.findings.report(under(place, "field"),
                                          {Key::diagnostic_no_such_field, {wanted.field.value}});
                else if (!can_be_filled_in(draft.scenario, *field, wanted.value))
                    draft.findings.report(
                        under(place, "value"),
                        {Key::diagnostic_never_filled_in, {wanted.field.value, wanted.value}});
            }
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
        const auto uses = [&](const auto& each) { return each.power == id; };
        if (std::ranges::none_of(scenario.interventions, uses) &&
            std::ranges::none_of(scenario.decisions, uses))
            draft.findings.report(under(element("powers", index), "id"),
                                  {Key::diagnostic_power_unused, {id.value}}, {},
                                  Severity::warning);
    }
}

}  // namespace

Rules lint_decisions() {
    static const Rule rules[] = {
        {check_required_entries, {}},
        {check_takers, {}},
        {check_option_forms, {"decisions", "decision_types", "people", "roles"}, true},
        {check_decisions, {"roles", "items"}, true},
        {check_powers, {"roles", "items", "powers", "interventions", "plan"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
