// Items that come into being for a role that has all their parts, lawfully or not: two facts side
// by side that say a third. Nobody shares them into being; from then on the role has the whole as
// facts of its own, and gives it on by its grants.
#include "server/core/rules/emergence.hpp"

#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/core/law/sharing.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

// What roles have of items once some events have happened.
class Reach {
public:
    Reach(const State& state, const std::vector<Event>& events) : state_(state) {
        for (const Event& event : events) {
            if (const auto* share = std::get_if<ItemShared>(&event)) {
                for (const Recipient& to : share->recipients)
                    gain(to.role, share->item, share->form);
            } else if (const auto* dealt = std::get_if<ItemDealt>(&event)) {
                for (const RoleId& role : dealt->to) gain(role, dealt->item, Form::source);
            }
        }
    }

    // Whether these events give the role anything: without that nothing comes into being for it.
    bool gives(const RoleId& role) const {
        return std::ranges::find(gaining_, role) != gaining_.end();
    }
    bool is_empty() const { return gained_.empty(); }

    void emerge(const RoleId& role, const ItemId& item) {
        gain(role, item, Form::facts);
        emerged_.insert({role, item});
    }

    // Whether the role has every part of this item and not yet the whole.
    bool makes(const Item& item, const RoleId& role) const {
        const Holding* held = holding(state_, role, item.id);
        if (held != nullptr && held->lawful_form >= Form::facts) return false;
        if (emerged_.contains({role, item.id})) return false;
        return std::all_of(
            item.emerges_from.begin(), item.emerges_from.end(),
            [&](const ItemId& part) { return form(role, part) >= least_form_of_a_part; });
    }

private:
    void gain(const RoleId& role, const ItemId& item, Form form) {
        if (!gives(role)) gaining_.push_back(role);
        Form& gained = gained_[{role, item}];
        gained = std::max(gained, form);
    }

    Form form(const RoleId& role, const ItemId& item) const {
        const auto found = gained_.find({role, item});
        const Form gained = found == gained_.end() ? Form::silent : found->second;
        return std::max(gained, form_held(state_, role, item));
    }

    const State& state_;
    std::vector<RoleId> gaining_;  // few
    std::map<std::pair<RoleId, ItemId>, Form> gained_;
    std::set<std::pair<RoleId, ItemId>> emerged_;
};

}  // namespace

void add_emergences(std::vector<Event>& events, const State& state) {
    Reach reach{state, events};
    if (reach.is_empty()) return;
    // What comes into being may be a part of something else.
    for (bool more = true; more;) {
        more = false;
        for (const Item& item : state.scenario->items) {
            if (item.emerges_from.empty()) continue;
            for (const Role& role : state.scenario->roles) {
                if (!reach.gives(role.id) || !reach.makes(item, role.id)) continue;
                events.push_back(ItemEmerged{item.id, role.id});
                reach.emerge(role.id, item.id);
                more = true;
            }
        }
    }
}

void apply_on(State& state, const Record& record, const ItemEmerged& event) {
    state.available.emplace(event.item, record.stamp.sim_ms);
    Holding& held = state.holdings[{event.role, event.item}];
    if (held.form == Form::silent) held.since_sim_ms = record.stamp.sim_ms;
    if (held.form < Form::facts) held.share = EntityId::none;
    held.form = std::max(held.form, Form::facts);
    held.lawful_form = std::max(held.lawful_form, Form::facts);
    held.emerged = true;
}

}  // namespace casustafel::core
