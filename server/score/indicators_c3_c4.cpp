#include <algorithm>
#include <cmath>
#include <map>

#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

// The traffic from one table to another: by weight, what was needed there and what came in time.
struct Direction {
    double arrived = 0;
    double needed = 0;
    int pairs = 0;

    double coverage() const { return arrived / needed; }
};

bool goes(const Pair& pair, const core::TableId& from, const core::TableId* to) {
    const Norm& norm = *pair.norm;
    return norm.crosses() && norm.home == from && (!to || norm.table == *to);
}

// Adds up one direction. A late pair adds nothing, since its timeliness is 0.
Direction traffic(const Review& review, const core::TableId& from, const core::TableId* to,
                  Indicator& indicator) {
    Direction direction;
    for (const Pair& pair : review.pairs) {
        if (!goes(pair, from, to)) continue;
        direction.arrived += weight(pair) * pair.timeliness;
        direction.needed += weight(pair);
        ++direction.pairs;
        ++indicator.opportunities;
        if (!review.tells) continue;
        indicator.evidence.push_back(evidence(pair));
        indicator.evidence.back().credit = pair.timeliness;
    }
    return direction;
}

// Gives the mean over the pairs of tables, by weight. Two tables that need each other in one
// direction only are left out: there is no bridge to judge.
std::optional<double> both_ways(const Review& review, Indicator& indicator) {
    const auto& tables = review.scenario.tables;
    double sum = 0, whole = 0;
    for (std::size_t one = 0; one < tables.size(); ++one) {
        for (std::size_t other = one + 1; other < tables.size(); ++other) {
            const Direction there = traffic(review, tables[one].id, &tables[other].id, indicator);
            const Direction back = traffic(review, tables[other].id, &tables[one].id, indicator);
            if (there.pairs == 0 || back.pairs == 0) continue;
            const double weight = there.needed + back.needed;
            sum += weight * std::sqrt(there.coverage() * back.coverage());
            whole += weight;
        }
    }
    return percentage(sum, whole);
}

// Adds up, by weight, what a role holds for others and what it needs itself, and how much of each
// came.
struct Balance {
    double given = 0, to_give = 0;
    double got = 0, to_get = 0;

    double weight() const { return to_give + to_get; }
    double value() const { return std::sqrt((given / to_give) * (got / to_get)); }
};

Balance balance(const Review& review, const core::RoleId& role, Evidence& found) {
    Balance balance;
    for (const Pair& pair : review.pairs) {
        const double came = pair.outcome == Outcome::delivered ? weight(pair) : 0;
        const bool gives = core::is_original_holder(*pair.norm->item, role);
        const bool gets = pair.norm->need->role == role;
        if (gives) balance.given += came, balance.to_give += weight(pair);
        if (gets) balance.got += came, balance.to_get += weight(pair);
        if ((gives || gets) && came > 0) found.seqs.push_back(pair.came->place.seq);
    }
    return balance;
}

// Gives the reception by which this role got what it passed on later, or nullptr when it got it in
// another way.
const Reception* received(const Review& review, const core::ItemId& item, const core::RoleId& role,
                          const Place& before) {
    const Reception* first = review.holdings.first_lawful(role, item, core::Form::pointer);
    return first && first->share && first->place < before ? first : nullptr;
}

// Follows the item back to the role that had it from the case; each step lies earlier in the log.
void credit(const Review& review, const Pair& pair, std::map<core::RoleId, BridgeCredit>& credits) {
    const double earned = weight(pair) * pair.timeliness;
    const Reception* step = pair.came;
    while (step && step->share) {
        const core::RoleId& giver = step->share->giver;
        const Reception* own = review.holdings.own(giver, pair.norm->item->id);
        const bool source = own && own->place < step->place;
        BridgeCredit& credit = credits[giver];
        (source ? credit.source : credit.relayed) += source ? earned : earned / 2;
        credit.seqs.push_back(step->place.seq);
        step = source ? nullptr : received(review, pair.norm->item->id, giver, step->place);
    }
}

}  // namespace

std::vector<BridgeCredit> bridge_credits(const Review& review) {
    std::map<core::RoleId, BridgeCredit> credits;
    for (const Pair& pair : review.pairs) {
        if (pair.norm->crosses() && pair.timeliness > 0) credit(review, pair, credits);
    }
    std::vector<BridgeCredit> all;
    for (const core::Role& role : review.scenario.roles) {
        const auto found = credits.find(role.id);
        if (found == credits.end()) continue;
        found->second.role = role.id;
        std::ranges::sort(found->second.seqs);
        all.push_back(found->second);
    }
    return all;
}

Indicator bridge(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::c3, .scope = scope};
    if (scope.level == Level::team) {
        indicator.value = both_ways(review, indicator);
    } else {
        const Direction out = traffic(review, scope.table, nullptr, indicator);
        indicator.value = percentage(out.arrived, out.needed);
    }
    return indicator;
}

Indicator reciprocity(const Review& review) {
    Indicator indicator{.id = IndicatorId::c4};
    double part = 0, whole = 0;
    for (const core::Role& role : review.scenario.roles) {
        if (is_mostly_stand_in(review, role.id)) continue;
        Evidence found{.finding = Finding::gave_and_got, .role = role.id};
        const Balance both = balance(review, role.id, found);
        if (both.to_give <= 0 || both.to_get <= 0) continue;
        found.credit = both.value();
        found.weight = both.weight();
        part += found.weight * found.credit;
        whole += found.weight;
        std::ranges::sort(found.seqs);
        indicator.evidence.push_back(found);
        ++indicator.opportunities;
    }
    indicator.value = percentage(part, whole);
    return indicator;
}

}  // namespace casustafel::score
