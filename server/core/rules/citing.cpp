#include "server/core/rules/citing.hpp"

#include <algorithm>

#include "server/core/families/visible.hpp"

namespace casustafel::core {
namespace {

const ItemId& item_of(const Cited& cited) { return cited.item; }
const ItemId& item_of(const ItemId& item) { return item; }

bool is_ground(const Act& act, const ItemId& item) { return sees(act.state, act.actor.role, item); }

// Nobody rests anything on what is refuted.
bool is_ground(const Act& act, const Cited& cited) {
    return cited.as != Mark::refuted && is_ground(act, cited.item);
}

template <class Ground>
std::optional<Rejection> objection(const Act& act, const std::vector<Ground>& grounds) {
    if (grounds.size() > act.scenario.items.size()) return Rejection::too_much;
    const bool sound = std::all_of(grounds.begin(), grounds.end(),
                                   [&](const Ground& ground) { return is_ground(act, ground); });
    return sound ? std::nullopt : std::optional{Rejection::not_a_ground};
}

template <class Ground>
std::vector<Ground> first_of_each(const std::vector<Ground>& grounds) {
    std::vector<Ground> kept;
    for (const auto& ground : grounds) {
        const bool repeated = std::any_of(kept.begin(), kept.end(), [&](const Ground& earlier) {
            return item_of(earlier) == item_of(ground);
        });
        if (!repeated) kept.push_back(ground);
    }
    return kept;
}

}  // namespace

std::optional<Rejection> cannot_cite(const Act& act, const std::vector<Cited>& cited) {
    return objection(act, cited);
}

std::optional<Rejection> cannot_cite(const Act& act, const std::vector<ItemId>& items) {
    return objection(act, items);
}

std::vector<Cited> each_once(const std::vector<Cited>& cited) { return first_of_each(cited); }

std::vector<ItemId> each_once(const std::vector<ItemId>& items) { return first_of_each(items); }

bool rests_on_one_of(const std::vector<Cited>& cited, const std::vector<ItemId>& grounds) {
    if (grounds.empty()) return true;
    return std::any_of(cited.begin(), cited.end(), [&](const Cited& one) {
        return std::find(grounds.begin(), grounds.end(), one.item) != grounds.end();
    });
}

}  // namespace casustafel::core
