#pragma once
// What the verdict of a moment, the chains of a whole scenario and the answer key have in common.
// The verdict asks which conditions hold now, a chain which of them can ever hold; grants, red
// lines and what the scenario settles beforehand are read here once for both.
#include <algorithm>
#include <optional>

#include "server/core/scenario.hpp"
#include "server/core/verdict.hpp"

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

// What the scenario settles about a condition before play begins (covenant, minor, age, measure);
// nothing for a condition that play decides.
std::optional<bool> settled(const Scenario&, const Condition&, const Item&);

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

}  // namespace casustafel::core
