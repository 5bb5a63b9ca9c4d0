#include "server/score/holdings.hpp"

#include <algorithm>

#include "server/core/law/verdict.hpp"

namespace casustafel::score {

Holdings::Holdings(const Ledger& ledger) {
    for (const auto& deal : ledger.deals) {
        for (const core::RoleId& role : deal.event->to) {
            receptions_[deal.event->item][role].push_back(
                {deal.place, deal.sim_ms, core::Form::source, true, nullptr});
        }
    }
    for (const auto& share : ledger.shares) {
        for (const core::Recipient& recipient : share.event->recipients) {
            const bool lawful = core::light(recipient.verdict) != core::Light::red;
            receptions_[share.event->item][recipient.role].push_back(
                {share.place, share.sim_ms, share.event->form, lawful, share.event});
        }
    }
    for (const auto& emerged : ledger.emerged) {
        receptions_[emerged.event->item][emerged.event->role].push_back(
            {emerged.place, emerged.sim_ms, core::Form::facts, true, nullptr});
    }
    for (auto& [item, by_role] : receptions_) {
        for (auto& [role, receptions] : by_role)
            std::ranges::stable_sort(receptions, {}, &Reception::place);
    }
}

Holdings::Holdings(const Holdings& whole, const core::ItemShared* left_out)
    : whole_(&whole) {
    if (!left_out) return;
    const core::ItemId& item = left_out->item;
    for (const core::Recipient& recipient : left_out->recipients) {
        std::vector<Reception> rest = whole.of(recipient.role, item);
        std::erase_if(rest, [&](const Reception& one) { return one.share == left_out; });
        receptions_[item][recipient.role] = std::move(rest);
    }
}

const std::vector<Reception>& Holdings::of(const core::RoleId& role,
                                           const core::ItemId& item) const {
    static const std::vector<Reception> none;
    const auto by_role = receptions_.find(item);
    if (by_role != receptions_.end()) {
        const auto found = by_role->second.find(role);
        if (found != by_role->second.end()) return found->second;
    }
    return whole_ ? whole_->of(role, item) : none;
}

core::Form Holdings::form_before(const core::RoleId& role, const core::ItemId& item,
                                 const Place& place) const {
    core::Form richest = core::Form::silent;
    for (const Reception& reception : of(role, item)) {
        if (reception.place < place) richest = std::max(richest, reception.form);
    }
    return richest;
}

core::Form Holdings::lawful_form_before(const core::RoleId& role, const core::ItemId& item,
                                        const Place& place) const {
    core::Form richest = core::Form::silent;
    for (const Reception& reception : of(role, item)) {
        if (reception.place < place && reception.lawful)
            richest = std::max(richest, reception.form);
    }
    return richest;
}

const Reception* Holdings::first_lawful(const core::RoleId& role, const core::ItemId& item,
                                        core::Form form) const {
    const auto& receptions = of(role, item);
    const auto found = std::ranges::find_if(receptions, [&](const Reception& reception) {
        return reception.lawful && reception.form >= form;
    });
    return found == receptions.end() ? nullptr : &*found;
}

const Reception* Holdings::first(const core::RoleId& role, const core::ItemId& item) const {
    const auto& receptions = of(role, item);
    return receptions.empty() ? nullptr : &receptions.front();
}

const Reception* Holdings::own(const core::RoleId& role, const core::ItemId& item) const {
    const auto& receptions = of(role, item);
    const auto found = std::ranges::find(receptions, nullptr, &Reception::share);
    return found == receptions.end() ? nullptr : &*found;
}

bool holds_or_owns(const Holdings& holdings, const core::Item& item, const core::RoleId& role,
                   const Place& place) {
    return std::ranges::find(item.holders, role) != item.holders.end() ||
           holdings.form_before(role, item.id, place) != core::Form::silent;
}

const core::Need* open_need(const Holdings& holdings, const core::Item& item,
                            const core::RoleId& role, const Place& place) {
    const core::Form held = holdings.lawful_form_before(role, item.id, place);
    const core::Need* least = nullptr;
    for (const core::Need& need : item.needs) {
        if (need.role != role || held >= need.min_form) continue;
        if (!least || need.min_form < least->min_form) least = &need;
    }
    return least;
}

}  // namespace casustafel::score
