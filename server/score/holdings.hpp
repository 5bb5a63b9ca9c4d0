#pragma once
// Who knew what when: every moment at which a role received an item, lawfully or not, in order of
// the log. "Holds" includes what came by a red share; needs and delivery look only at what came
// lawfully (server/core/README.md §verdict).
#include <map>
#include <utility>
#include <vector>

#include "server/score/ledger.hpp"

namespace casustafel::score {

struct Reception {
    Place place;
    std::int64_t sim_ms = 0;
    core::Form form{};
    bool lawful = true;
    const core::ItemShared* share = nullptr;  // nullptr: from the case, or put together
};

class Holdings {
public:
    explicit Holdings(const Ledger&);

    // All receptions of the item by the role, in order.
    const std::vector<Reception>& of(const core::RoleId&, const core::ItemId&) const;

    // The richest form the role had just before `place`, and the richest it had lawfully.
    core::Form form_before(const core::RoleId&, const core::ItemId&, const Place& place) const;
    core::Form lawful_form_before(const core::RoleId&, const core::ItemId&,
                                  const Place& place) const;

    // The first time the role lawfully had the item at `form` or richer: K of README.md §pairs;
    // nullptr: never.
    const Reception* first_lawful(const core::RoleId&, const core::ItemId&, core::Form form) const;

    // The first time it had any form of it, lawful or not; nullptr: never.
    const Reception* first(const core::RoleId&, const core::ItemId&) const;

private:
    std::map<std::pair<core::RoleId, core::ItemId>, std::vector<Reception>> receptions_;
};

// Whether the role has the item before `place`, or has it from the case itself at any time.
bool holds_or_will(const Holdings&, const core::Item&, const core::RoleId&, const Place& place);

// The need of this role for this item that was open just before `place`, the one that asks least;
// nullptr when it has none. Needs of passing on are not looked at.
const core::Need* open_need(const Holdings&, const core::Item&, const core::RoleId&,
                            const Place& place);

}  // namespace casustafel::score
