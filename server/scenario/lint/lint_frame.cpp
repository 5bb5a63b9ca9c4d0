// The frame around play: swap, plan, what people answer when asked for consent, endings, and which
// roles people can play.
#include <algorithm>
#include <map>

#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"

namespace casustafel::scenario {
namespace {

using core::ConditionKind;
using text::Key;

bool lists(const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool asks_for(const core::Condition& condition, const core::Item& item,
              const core::ConsentScript& script) {
    if (condition.kind != ConditionKind::consent) return false;
    const bool person = condition.person.empty() ? lists(item.about, script.person)
                                                 : condition.person == script.person;
    return person &&
           (condition.subject.empty() || script.scope.empty() || condition.subject == script.scope);
}

bool is_asked(const core::Scenario& scenario, const core::ConsentScript& script) {
    for (const auto& item : scenario.items) {
        const auto asks = [&](const core::Condition& condition) {
            return asks_for(condition, item, script);
        };
        for (const auto& grant : item.grants)
            if (std::any_of(grant.when.begin(), grant.when.end(), asks)) return true;
        for (const auto& line : item.never)
            if (std::any_of(line.when.begin(), line.when.end(), asks)) return true;
    }
    return false;
}

// Other rules complain of a case in which nobody triages, and of a circle that is nowhere.
bool told_elsewhere(ConditionKind kind) {
    return kind == ConditionKind::triage_accepted || kind == ConditionKind::present_in_circle;
}

void check_swap(const Draft& draft) {
    if (!draft.file.swap) return;
    const auto& swap = *draft.file.swap;
    const auto rounds = static_cast<int>(draft.file.rounds.size());
    if (swap.after_round >= rounds && draft.findings.sound("swap.after_round") &&
        draft.findings.sound("rounds"))
        draft.findings.report("swap.after_round",
                              {Key::diagnostic_swap_after_last_round,
                               {std::to_string(swap.after_round), std::to_string(rounds)}});
    std::vector<core::RoleId> met;
    for (std::size_t index = 0; index < swap.pairs.size(); ++index) {
        const std::string path = element("swap.pairs", index);
        const auto check = [&](const core::RoleId& id, const char* key) {
            if (id.empty()) return;
            if (lists(met, id))
                draft.findings.report(under(path, key),
                                      {Key::diagnostic_swap_role_twice, {id.value}});
            met.push_back(id);
            const auto* role = core::find(draft.scenario, id);
            if (role != nullptr && role->autopilot == core::AutopilotUse::always)
                draft.findings.report(under(path, key),
                                      {Key::diagnostic_swap_of_autopilot, {id.value}});
        };
        check(swap.pairs[index].one, "one");
        check(swap.pairs[index].other, "other");
    }
}

void check_plan(const Draft& draft) {
    if (!draft.file.plan) return;
    const auto& plan = *draft.file.plan;
    for (std::size_t index = 0; index < plan.guests.size(); ++index) {
        const auto* role = core::find(draft.scenario, plan.guests[index]);
        if (role != nullptr && role->table == plan.table)
            draft.findings.report(
                element("plan.guests", index),
                {Key::diagnostic_guest_at_own_table, {role->id.value, plan.table.value}}, {},
                Severity::warning);
    }
}

void check_consents(const Draft& draft) {
    std::map<std::pair<core::PersonId, std::string>, std::size_t> met;
    for (std::size_t index = 0; index < draft.file.consents.size(); ++index) {
        const auto& script = draft.file.consents[index];
        const std::string path = element("consents", index);
        if (!draft.findings.sound(path)) continue;
        const auto [first, fresh] = met.insert({{script.person, script.scope}, index});
        if (!fresh)
            draft.findings.report(
                path,
                {Key::diagnostic_consent_twice,
                 {script.person.value,
                  std::to_string(draft.findings.at(element("consents", first->second)).line)}});
        // A refusal that opens nothing may be meant; a yes that opens nothing is a slip.
        if (script.given && !is_asked(draft.scenario, script))
            draft.findings.report(path, {Key::diagnostic_consent_unused, {script.person.value}},
                                  Sentence{Key::diagnostic_hint_consent_scope, {}},
                                  Severity::warning);
    }
}

void check_conditions_can_hold(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.items.size(); ++index) {
        const core::Item& item = draft.file.items[index];
        for (std::size_t grant = 0; grant < item.grants.size(); ++grant) {
            const std::string list =
                under(element(under(element("items", index), "grants"), grant), "when");
            const auto& when = item.grants[grant].when;
            for (std::size_t each = 0; each < when.size(); ++each)
                if (!told_elsewhere(when[each].kind) && draft.findings.sound(element(list, each)) &&
                    !can_hold(draft.scenario, when[each], item.grants[grant], item))
                    draft.findings.report(element(list, each),
                                          {Key::diagnostic_condition_never_holds,
                                           {std::string(core::name(when[each].kind))}},
                                          Sentence{Key::diagnostic_hint_condition_holds, {}},
                                          Severity::warning);
        }
    }
}

void check_endings(const Draft& draft) {
    const auto& endings = draft.file.endings;
    for (std::size_t index = 0; index < endings.size(); ++index) {
        const std::string path = element("endings", index);
        const bool last = index + 1 == endings.size();
        if (last && !endings[index].when.empty())
            draft.findings.report(under(path, "when"), {Key::diagnostic_last_ending_asks, {}});
        if (!last && endings[index].when.empty() && draft.findings.sound(path))
            draft.findings.report(under(element("endings", index + 1), "id"),
                                  {Key::diagnostic_ending_never_reached,
                                   {endings[index + 1].id.value, endings[index].id.value}});
    }
}

void check_seats(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.roles.size(); ++index) {
        const auto& role = draft.file.roles[index];
        if (role.autopilot == core::AutopilotUse::always && role.from_group_size > 0)
            draft.findings.report(under(element("roles", index), "from_group_size"),
                                  {Key::diagnostic_group_size_of_autopilot, {role.id.value}});
    }
    for (std::size_t index = 0; index < draft.file.meetings.size(); ++index) {
        const auto& meeting = draft.file.meetings[index];
        for (std::size_t each = 0; each < meeting.known_to.size(); ++each)
            if (lists(meeting.members, meeting.known_to[each]))
                draft.findings.report(
                    element(under(element("meetings", index), "known_to"), each),
                    {Key::diagnostic_member_knows_already, {meeting.known_to[each].value}}, {},
                    Severity::warning);
    }
}

}  // namespace

Rules lint_frame() {
    static const Rule rules[] = {
        {check_swap, {}, true},
        {check_plan, {"roles"}, true},
        {check_consents, {"items"}, true},
        {check_conditions_can_hold,
         {"roles", "people", "consents", "facts", "injects", "decisions", "interventions",
          "consequences"},
         true},
        {check_endings, {}},
        {check_seats, {}},
    };
    return rules;
}

}  // namespace casustafel::scenario
