// Roles and tables; conditions that say what they ask; and nothing left unused.
#include <algorithm>

#include "server/scenario/lint/condition_shape.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"

namespace casustafel::scenario {
namespace {

using core::ConditionKind;
using text::Key;

bool lists(const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_circle(const core::Scenario& scenario, const std::string& subject) {
    return core::find(scenario, core::MeetingId{subject}) != nullptr ||
           core::find(scenario, core::TableId{subject}) != nullptr;
}

void check_condition(const Draft& draft, const core::Condition& condition,
                     const std::string& path) {
    if (!draft.findings.sound(path)) return;
    check_condition_shape(condition, draft.findings, path);
    if (condition.kind == ConditionKind::present_in_circle &&
        !is_circle(draft.scenario, condition.subject))
        draft.findings.report(path, {Key::diagnostic_no_such_circle, {condition.subject}});
}

void check_conditions(const Draft& draft) {
    const auto check = [&](const std::vector<core::Condition>& when, const std::string& path) {
        for (std::size_t index = 0; index < when.size(); ++index)
            check_condition(draft, when[index], element(under(path, "when"), index));
    };
    for (std::size_t index = 0; index < draft.file.items.size(); ++index) {
        const std::string path = element("items", index);
        const auto& item = draft.file.items[index];
        for (std::size_t grant = 0; grant < item.grants.size(); ++grant)
            check(item.grants[grant].when, element(under(path, "grants"), grant));
        for (std::size_t line = 0; line < item.never.size(); ++line)
            check(item.never[line].when, element(under(path, "never"), line));
    }
}

// Whether a person who plays this needs a dossier with some choice in it.
bool asks_for_items(const Draft& draft, const core::Role& role) {
    return !role.process_role && role.autopilot != core::AutopilotUse::always &&
           !draft.file.practice;
}

void check_roles_hold_items(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.roles.size(); ++index) {
        const auto& role = draft.file.roles[index];
        const auto held = std::count_if(
            draft.file.items.begin(), draft.file.items.end(),
            [&](const auto& item) { return core::is_original_holder(item, role.id); });
        const std::string path = under(element("roles", index), "id");
        if (held == 0 && !role.process_role)
            draft.findings.report(path, {Key::diagnostic_role_without_items, {role.id.value}},
                                  Sentence{Key::diagnostic_hint_process_role, {}});
        else if (held > 0 && role.process_role)
            draft.findings.report(path, {Key::diagnostic_process_role_with_items, {role.id.value}},
                                  {}, Severity::warning);
        else if (held < 3 && asks_for_items(draft, role))
            draft.findings.report(
                path, {Key::diagnostic_role_with_few_items, {role.id.value, std::to_string(held)}},
                Sentence{Key::diagnostic_hint_few_items, {}}, Severity::warning);
    }
}

void check_tables_have_roles(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.tables.size(); ++index) {
        const auto& table = draft.file.tables[index];
        const bool seated = std::any_of(draft.file.roles.begin(), draft.file.roles.end(),
                                        [&](const auto& role) { return role.table == table.id; });
        if (!seated)
            draft.findings.report(under(element("tables", index), "id"),
                                  {Key::diagnostic_table_without_roles, {table.id.value}});
    }
}

void check_somebody_triages(const Draft& draft) {
    const auto& roles = draft.file.roles;
    if (std::any_of(roles.begin(), roles.end(), [](const auto& role) {
            return role.accepts_triage && role.autopilot != core::AutopilotUse::always;
        }))
        return;
    for (std::size_t index = 0; index < draft.scenario.items.size(); ++index) {
        const auto& grants = draft.scenario.items[index].grants;
        const bool asked = std::any_of(grants.begin(), grants.end(), [](const core::Grant& grant) {
            return !grant.by_default &&
                   std::any_of(grant.when.begin(), grant.when.end(),
                               [](const core::Condition& condition) {
                                   return condition.kind == ConditionKind::triage_accepted;
                               });
        });
        if (asked)
            return draft.findings.report(under(element("items", index), "grants"),
                                         {Key::diagnostic_nobody_triages, {}});
    }
}

void check_everything_is_used(const Draft& draft) {
    const auto warn = [&](const std::string& path, Key key, const std::string& id) {
        draft.findings.report(path, {key, {id}}, {}, Severity::warning);
    };
    const CaseFile& file = draft.file;
    for (std::size_t index = 0; index < file.organisations.size(); ++index) {
        const auto& id = file.organisations[index].id;
        const std::string path = under(element("organisations", index), "id");
        const bool used = std::any_of(file.roles.begin(), file.roles.end(),
                                      [&](const auto& role) { return role.organisation == id; });
        const bool known =
            std::any_of(draft.rules.organisations.begin(), draft.rules.organisations.end(),
                        [&](const auto& each) { return each.id == id; });
        if (!used) warn(path, Key::diagnostic_organisation_unused, id.value);
        if (!known && !draft.rules.organisations.empty())
            warn(path, Key::diagnostic_organisation_not_in_rules, id.value);
    }
    for (std::size_t index = 0; index < file.people.size(); ++index) {
        const auto& id = file.people[index].id;
        const bool used = std::any_of(file.items.begin(), file.items.end(),
                                      [&](const auto& item) { return lists(item.about, id); });
        if (!used)
            warn(under(element("people", index), "id"), Key::diagnostic_person_unused, id.value);
    }
}

}  // namespace

Rules lint_roles() {
    static const Rule rules[] = {
        {check_conditions, {}},
        {check_roles_hold_items, {"roles", "items"}, true},
        {check_tables_have_roles, {"roles", "tables"}, true},
        {check_somebody_triages, {"roles", "items"}, true},
        {check_everything_is_used, {"organisations", "roles", "people", "items"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
