// Items: who needs them can get them, in time and lawfully; and what looks like a fact can be
// checked.
#include <algorithm>
#include <set>

#include "server/core/law/lawful.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

template <class Check>
void for_each_need(const Draft& draft, Check check) {
    for (std::size_t index = 0; index < draft.scenario.items.size(); ++index) {
        const core::Item& item = draft.scenario.items[index];
        for (std::size_t need = 0; need < item.needs.size(); ++need)
            check(item, item.needs[need], element(under(element("items", index), "needs"), need));
    }
}

// Whether some holder may give it directly by this way, whatever the purpose.
bool leads_to(const core::Grant& grant, const core::Item& item, const core::Need& need) {
    const auto holders = core::original_holders(item);
    return grant.max_form >= need.min_form &&
           std::any_of(holders.begin(), holders.end(), [&](const core::RoleId& holder) {
               return core::covers(grant, holder, need.role);
           });
}

bool direct_way(const core::Item& item, const core::Need& need, bool for_its_purpose) {
    return std::any_of(item.grants.begin(), item.grants.end(), [&](const core::Grant& grant) {
        const bool purpose = std::find(grant.purposes.begin(), grant.purposes.end(),
                                       need.purpose) != grant.purposes.end();
        return (purpose || !for_its_purpose) && leads_to(grant, item, need);
    });
}

// The purposes for which there is a direct way, as the file spells them.
std::string purposes_of_ways(const core::Item& item, const core::Need& need) {
    std::set<core::Purpose> purposes;
    for (const auto& grant : item.grants)
        if (leads_to(grant, item, need))
            purposes.insert(grant.purposes.begin(), grant.purposes.end());
    std::string list;
    for (const auto& each : purposes)
        list += (list.empty() ? "" : ", ") + std::string(core::name(each));
    return list;
}

void check_holders_do_not_need(const Draft& draft) {
    for_each_need(
        draft, [&](const core::Item& item, const core::Need& need, const std::string& path) {
            if (!need.role.empty() && core::is_original_holder(item, need.role))
                draft.findings.report(under(path, "role"), {Key::diagnostic_holder_needs_own_item,
                                                            {need.role.value, item.id.value}});
        });
}

void check_needs_in_time(const Draft& draft) {
    for_each_need(draft, [&](const core::Item& item, const core::Need& need,
                             const std::string& path) {
        if (!need.by_sim_ms || !draft.findings.sound(under(path, "by"))) return;
        const auto since = available_sim_ms(draft.scenario, item);
        if (since && *need.by_sim_ms <= *since)
            draft.findings.report(under(path, "by"),
                                  {Key::diagnostic_need_before_available,
                                   {print_time(*need.by_sim_ms), print_time(*since)}});
        const auto* decision = core::find(draft.scenario, need.decision);
        if (decision != nullptr && *need.by_sim_ms > decision->deadline_sim_ms)
            draft.findings.report(under(path, "by"),
                                  {Key::diagnostic_need_after_decision,
                                   {need.decision.value, print_time(decision->deadline_sim_ms)}});
    });
}

void check_needs_have_a_way(const Draft& draft) {
    if (draft.rules.bases.empty()) return;
    for_each_need(
        draft, [&](const core::Item& item, const core::Need& need, const std::string& path) {
            if (core::is_original_holder(item, need.role)) return;
            if (!core::has_lawful_chain(draft.scenario, item, need.role, need.min_form))
                draft.findings.report(
                    path,
                    {Key::diagnostic_need_without_way,
                     {need.role.value, item.id.value, std::string(core::name(need.min_form))}},
                    Sentence{Key::diagnostic_hint_add_grant, {}});
            else if (direct_way(item, need, false) && !direct_way(item, need, true))
                draft.findings.report(
                    under(path, "purpose"),
                    {Key::diagnostic_need_for_other_purpose,
                     {std::string(core::name(need.purpose)), need.role.value}},
                    Sentence{Key::diagnostic_hint_way_purposes, {purposes_of_ways(item, need)}},
                    Severity::warning);
        });
}

void check_truth(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.items.size(); ++index) {
        const auto& item = draft.file.items[index];
        const std::string path = under(element("items", index), "truth");
        if (!draft.findings.sound(path)) continue;
        const bool true_item = item.truth == core::Truth::true_;
        if (true_item && (!item.refuted_by.empty() || item.never_knowable))
            draft.findings.report(path, {Key::diagnostic_fact_with_refuter, {item.id.value}});
        if (std::find(item.refuted_by.begin(), item.refuted_by.end(), item.id) !=
            item.refuted_by.end())
            draft.findings.report(under(path, "refuted_by"),
                                  {Key::diagnostic_refutes_itself, {item.id.value}});
        if (!item.refuted_by.empty() && item.never_knowable)
            draft.findings.report(under(path, "never_knowable"),
                                  {Key::diagnostic_never_knowable_refuted, {}});
        if (!true_item && item.presented_as_fact && item.refuted_by.empty() && !item.never_knowable)
            draft.findings.report(path, {Key::diagnostic_assumption_as_fact, {item.id.value}},
                                  Sentence{Key::diagnostic_hint_refuter, {}});
    }
}

void check_bases_are_usable(const Draft& draft) {
    const auto inactive = [&](const core::BasisId& id) {
        const auto* basis = core::find(draft.scenario, id);
        return basis != nullptr && basis->status == "inactive";
    };
    for (std::size_t index = 0; index < draft.file.items.size(); ++index) {
        const auto& grants = draft.file.items[index].grants;
        for (std::size_t grant = 0; grant < grants.size(); ++grant)
            for (std::size_t basis = 0; basis < grants[grant].bases.size(); ++basis)
                if (inactive(grants[grant].bases[basis]))
                    draft.findings.report(
                        element(under(element(under(element("items", index), "grants"), grant),
                                      "bases"),
                                basis),
                        {Key::diagnostic_basis_inactive, {grants[grant].bases[basis].value}});
    }
}

// Whether `item` comes into being from itself, through whatever parts.
bool emerges_from_itself(const core::Scenario& scenario, const core::Item& item) {
    std::vector<core::ItemId> met, next = item.emerges_from;
    while (!next.empty()) {
        const core::ItemId id = next.back();
        next.pop_back();
        if (id == item.id) return true;
        if (std::find(met.begin(), met.end(), id) != met.end()) continue;
        met.push_back(id);
        if (const auto* part = core::find(scenario, id))
            next.insert(next.end(), part->emerges_from.begin(), part->emerges_from.end());
    }
    return false;
}

void check_origins(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.items.size(); ++index) {
        const auto& item = draft.file.items[index];
        const std::string path = element("items", index);
        const std::string emerges = under(path, "emerges_from");
        const bool held = !item.holders.empty() || !item.later_holders.empty();
        if (!held && item.emerges_from.empty())
            draft.findings.report(under(path, "id"),
                                  {Key::diagnostic_item_without_holders, {item.id.value}});
        if (held && !item.emerges_from.empty())
            draft.findings.report(emerges,
                                  {Key::diagnostic_emergent_with_holders, {item.id.value}});
        if (item.emerges_from.size() == 1)
            draft.findings.report(emerges, {Key::diagnostic_emergent_from_one, {item.id.value}});
        if (emerges_from_itself(draft.scenario, item))
            draft.findings.report(emerges, {Key::diagnostic_emerges_from_itself, {item.id.value}});
        for (std::size_t later = 0; later < item.later_holders.size(); ++later)
            if (std::find(item.holders.begin(), item.holders.end(),
                          item.later_holders[later].role) != item.holders.end())
                draft.findings.report(under(element(under(path, "later_holders"), later), "role"),
                                      {Key::diagnostic_later_holder_holds,
                                       {item.later_holders[later].role.value, item.id.value}});
    }
}

void check_dealt_once(const Draft& draft) {
    std::vector<core::ItemId> dealt;
    for (std::size_t index = 0; index < draft.file.injects.size(); ++index) {
        const auto& deals = draft.file.injects[index].deals;
        for (std::size_t each = 0; each < deals.size(); ++each) {
            const std::string path = element(under(element("injects", index), "deals"), each);
            if (std::find(dealt.begin(), dealt.end(), deals[each]) != dealt.end())
                draft.findings.report(path, {Key::diagnostic_dealt_twice, {deals[each].value}});
            dealt.push_back(deals[each]);
            const auto* item = core::find(draft.scenario, deals[each]);
            if (item != nullptr && item->available_sim_ms)
                draft.findings.report(path,
                                      {Key::diagnostic_dealt_and_available, {deals[each].value}},
                                      {}, Severity::warning);
        }
    }
}

}  // namespace

Rules lint_items() {
    static const Rule rules[] = {
        {check_holders_do_not_need, {}},
        {check_needs_in_time, {"rounds", "injects", "decisions"}},
        {check_needs_have_a_way, {"roles", "items", "organisations"}, true},
        {check_truth, {}},
        {check_bases_are_usable, {}},
        {check_dealt_once, {"injects"}},
        {check_origins, {"items"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
