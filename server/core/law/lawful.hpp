#pragma once
// What the verdict of a moment, the chains of a whole scenario and the answer key have in common.
// The verdict asks which conditions hold now, a chain which of them can ever hold; grants, red
// lines and what the scenario settles beforehand are read here once for both.
#include <algorithm>
#include <optional>

#include "server/core/law/verdict.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::core {

// Whether `list` names this one.
template <class T>
bool names(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

// An empty list of roles means every role.
inline bool names_or_any(const std::vector<RoleId>& roles, const RoleId& role) {
    return roles.empty() || names(roles, role);
}

// The least form of every part of an item that comes into being for who holds them all.
inline constexpr Form least_form_of_a_part = Form::conclusion;

// What the scenario settles about a condition before play begins: ages, and a covenant or measures
// that nothing in it changes. Nothing for a condition that play decides.
std::optional<bool> settled(const Scenario&, const Condition&, const Item&);

// Whether a condition of a way to this recipient can come to hold in this scenario: it can, unless
// the scenario makes that impossible.
bool attainable(const Scenario&, const Condition&, const Item&, const RoleId& recipient);

// Whether one of these measures is this person's, of this name; an empty name means any.
template <class Measures>
bool is_under_measure(const Measures& measures, const PersonId& person,
                      const std::string& subject) {
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& measure) {
        return measure.person == person && (subject.empty() || measure.subject == subject);
    });
}

// Whether the red line, when its conditions hold, keeps the item in this form from the recipient.
bool forbids(const RedLine&, const RoleId& recipient, Form);

// What the scenario makes this person answer about this scope: the script of the scope, else that
// of everything; nullptr when the case says nothing.
const ConsentScript* script_of(const Scenario&, const PersonId&, const std::string& scope);

// Whether the item's onward rule lets somebody who was given the item pass it on to this recipient.
bool travels_onward(const Scenario&, const Item&, const RoleId& giver, const RoleId& recipient);

// A condition that names no person asks for anyone the item is about.
template <class Holds>
bool for_person(const Condition& condition, const Item& item, Holds holds_for) {
    if (!condition.person.empty()) return holds_for(condition.person);
    return std::any_of(item.about.begin(), item.about.end(), holds_for);
}

// Whether some way from giver to recipient allows this form, when `met` says which conditions are
// met.
template <class Met>
bool offers_way(const Item& item, const RoleId& giver, const RoleId& recipient, Form form,
                Met met) {
    if (item.sensitivity == 0) return true;
    return std::any_of(item.grants.begin(), item.grants.end(), [&](const Grant& grant) {
        return covers(grant, giver, recipient) && grant.max_form >= form &&
               std::all_of(grant.when.begin(), grant.when.end(), met);
    });
}

// Whether the scenario lets this giver pass the item on to this recipient at some moment: who can
// have it from the case itself or from its parts always may, another by the item's onward rule.
bool may_travel(const Scenario&, const Item&, const RoleId& giver, const RoleId& recipient);

// Whether the scenario offers a lawful chain of at most two hops from an original holder to `role`,
// each hop allowing `min_form`, with every condition attainable (README.md §chain).
bool has_lawful_chain(const Scenario&, const Item&, const RoleId&, Form min_form);

// The first such chain in scenario order, shortest first: an original holder, perhaps one role
// between, then `role`. Empty when there is none, and when `role` has the item from the case
// itself.
std::vector<RoleId> lawful_chain(const Scenario&, const Item&, const RoleId& role, Form min_form);

// Whether a request asks for this item: the item it names, and every item about that person in that
// category (README.md §requests).
bool asks_for(const RequestMade&, const Item&);

// Whether `role` must pass the item on: some other role with an unmet need has no direct way from
// any original holder, and `role` may lawfully pass it to that role at that need's min_form. Gives
// that form.
std::optional<Form> relay_need(const State&, const Item&, const RoleId&);

// Whether the item comes with an inject or a consequence, and so never by its own time.
bool is_dealt_by_play(const Scenario&, const ItemId&);

}  // namespace casustafel::core
