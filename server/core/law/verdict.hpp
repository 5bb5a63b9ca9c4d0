#pragma once
// The sharing verdict (README.md §verdict) and what it rests on: conditions read from State, lawful
// ways from a giver to a recipient, own needs and needs of passing on. Pure functions; the verdict
// of a share is computed once, by `decide`, and stored in its event.
#include <cstdint>
#include <optional>
#include <vector>

#include "server/core/families/event.hpp"
#include "server/core/families/state.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::core {

Light light(const Verdict&);

// Whether a condition of a grant or red line holds now for this giver, item and recipient
// (README.md §conditions). What the giver has to do beforehand counts only when this giver did it:
// the weighing, the authority's agreement, telling the person, the privacy officer's advice.
bool holds(const State&, const Condition&, const Item&, const RoleId& giver,
           const RoleId& recipient);

// A lawful way: the grant that allows it, or the open way of a sensitivity-0 item (grant == -1).
struct Way {
    int grant = -1;
    Form max_form = Form::source;
};

struct ShareTerms {
    RoleId giver;
    Purpose purpose{};
    BasisId basis;
    Form form{};
};

// The way that judges this share, chosen by README.md §way: one that matches the purpose; among
// those the basis; among those one whose max_form is not exceeded; then the richest; then the first
// listed.
std::optional<Way> way(const State&, const Item&, const ShareTerms&, const RoleId& recipient);

// The judgement on one recipient. The caller has left out the giver and who holds it already.
Verdict judge(const State&, const Item&, const ShareTerms&, const RoleId& recipient);

// Those of `addressed` to whom the share is new (README.md §recipients), each judged, in scenario
// order.
std::vector<Recipient> recipients(const State&, const Item&, const ShareTerms&,
                                  const std::vector<RoleId>& addressed);

// Whether the role of this need lawfully holds the item in the form it asks, or a richer one.
bool is_met(const State&, const Item&, const Need&);

// The need of this role that is open now: not yet met by what it holds lawfully. Of several: the
// one whose purpose is stated, else the lowest min_form. nullptr when there is none.
const Need* unmet_need(const State&, const Item&, const RoleId&, std::optional<Purpose> stated);

// Whether `grant` may be used by giver towards recipient when its conditions hold.
bool covers(const Grant&, const RoleId& giver, const RoleId& recipient);

// Whether the giver could share the item with the recipient lawfully now, in this form or a richer
// one: no red line holds, it may travel, and the conditions of some grant that allows the form
// hold.
bool has_lawful_way(const State&, const Item&, const RoleId& giver, const RoleId& recipient, Form);

}  // namespace casustafel::core
