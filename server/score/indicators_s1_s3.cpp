#include <algorithm>

#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

// Says whether this pair makes its item unique: the item has one holder, or its holders sit at one
// table and who needs it sits elsewhere.
bool is_unique_for(const core::Scenario& scenario, const Pair& pair) {
    const core::Item& item = *pair.norm->item;
    if (core::original_holders(item).size() == 1) return true;
    const core::TableId* table = home(scenario, item);
    return table && *table != table_of(scenario, pair.norm->need->role);
}

// Says whether any holder sits in the scope. It is asked for the team and for tables only, where it
// does not matter who sat there.
bool any_holder_in(const Review& review, const Scope& scope, const core::Item& item) {
    return std::ranges::any_of(core::original_holders(item), [&](const core::RoleId& holder) {
        return covers(review, scope, holder, Place{});
    });
}

// The item's best pair tells its story: the first pair that was delivered, else the first of all.
Evidence item_evidence(const std::vector<const Pair*>& pairs) {
    const auto delivered = std::ranges::find(pairs, Outcome::delivered, &Pair::outcome);
    const bool on_the_table = delivered != pairs.end();
    Evidence found = evidence(on_the_table ? **delivered : *pairs.front());
    found.finding = on_the_table ? Finding::on_the_table : Finding::kept_off_the_table;
    found.credit = on_the_table ? 1 : 0;
    found.weight = weight(*pairs.front()->norm->item);
    return found;
}

// An undelivered pair belongs to who sat in the role at the deadline, a delivered one to who
// shared.
bool counts_in(const Review& review, const Scope& scope, const Pair& pair) {
    if (scope.level == Level::team) return true;
    return std::ranges::any_of(counts_for(pair), [&](const Counted& counted) {
        return counted.act ? covers(review, scope, counted.role, *counted.act)
                           : covers(review, scope, counted.role, pair.norm->deadline_sim_ms);
    });
}

double credit(Outcome outcome) {
    switch (outcome) {
        case Outcome::delivered: return 1;
        case Outcome::late:
        case Outcome::thin: return 0.5;
        case Outcome::missed: break;
    }
    return 0;
}

bool has_come(const Pair& pair) {
    return pair.outcome == Outcome::delivered || pair.outcome == Outcome::late;
}

void add(Indicator& indicator, const Evidence& found, double& part, double& whole) {
    part += found.weight * found.credit;
    whole += found.weight;
    indicator.evidence.push_back(found);
    ++indicator.opportunities;
}

}  // namespace

Indicator unique_information(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s1, .scope = scope};
    double part = 0, whole = 0;
    for (const core::Item& item : review.scenario.items) {
        if (!any_holder_in(review, scope, item)) continue;
        std::vector<const Pair*> unique;
        for (const Pair& pair : review.pairs) {
            if (pair.norm->item == &item && is_unique_for(review.scenario, pair))
                unique.push_back(&pair);
        }
        if (!unique.empty()) add(indicator, item_evidence(unique), part, whole);
    }
    indicator.value = percentage(part, whole);
    return indicator;
}

Indicator needs_met(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s2, .scope = scope};
    double part = 0, whole = 0;
    for (const Pair& pair : review.pairs) {
        if (!counts_in(review, scope, pair)) continue;
        Evidence found = evidence(pair);
        found.credit = credit(pair.outcome);
        add(indicator, found, part, whole);
    }
    indicator.value = percentage(part, whole);
    return indicator;
}

Indicator in_time(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s3, .scope = scope};
    double part = 0, whole = 0;
    for (const Pair& pair : review.pairs) {
        if (!has_come(pair) || !pair.came->share) continue;
        if (!covers(review, scope, pair.came->share->giver, pair.came->place)) continue;
        Evidence found = evidence(pair);
        found.credit = pair.timeliness;
        add(indicator, found, part, whole);
    }
    indicator.value = percentage(part, whole);
    return indicator;
}

}  // namespace casustafel::score
