#pragma once
// Knows who knew what when. It keeps every moment at which a role received an item, lawfully or
// not, in order of the log. "Holds" includes what came by a red share; needs and delivery look only
// at what came lawfully (server/core/README.md §verdict).
#include <map>
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

    // What is held when this share is left out; nullptr: no share is. The whole must outlive it.
    Holdings(const Holdings& whole, const core::ItemShared* left_out);

    // Gives all receptions of the item by the role, in order.
    const std::vector<Reception>& of(const core::RoleId&, const core::ItemId&) const;

    // Gives the richest form the role had just before `place`, and the richest it had lawfully.
    core::Form form_before(const core::RoleId&, const core::ItemId&, const Place& place) const;
    core::Form lawful_form_before(const core::RoleId&, const core::ItemId&,
                                  const Place& place) const;

    // Gives the first time the role lawfully had the item at `form` or richer (K of README.md
    // §pairs), or nullptr when it never had.
    const Reception* first_lawful(const core::RoleId&, const core::ItemId&, core::Form form) const;

    // Gives the first time the role had any form of the item, lawfully or not, or nullptr when it
    // never had.
    const Reception* first(const core::RoleId&, const core::ItemId&) const;

    // Gives how the role came to have the item without being given it (from the case, or put
    // together out of its parts), or nullptr when it never did.
    const Reception* own(const core::RoleId&, const core::ItemId&) const;

private:
    const Holdings* whole_ = nullptr;  // where what stands below is not looked up
    std::map<core::ItemId, std::map<core::RoleId, std::vector<Reception>>> receptions_;
};

// Says whether the role has the item before `place`, or is its original holder, also before it came
// into play. A later original holder is one from its own time on.
bool holds_or_owns(const Holdings&, const core::Item&, const core::RoleId&, const Place& place);

// Gives the need of this role for this item that was open just before `place` (of several the one
// that asks the poorest form), or nullptr when it has none. Needs of passing on are not looked at.
const core::Need* open_need(const Holdings&, const core::Item&, const core::RoleId&,
                            const Place& place);

}  // namespace casustafel::score
