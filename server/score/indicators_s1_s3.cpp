#include <algorithm>

#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

// Says whether this pair makes its item unique: the item has one holder, or its holders sit at one
// table and who needs it sits elsewhere.
bool is_unique(const Pair& pair) { return pair.norm->holders.size() == 1 || pair.norm->crosses(); }

// Says whether any holder sits in the scope. It is asked for the team and for tables only, where it
// does not matter who sat there.
bool any_holder_in(const Review& review, const Scope& scope, const Norm& norm) {
    return std::ranges::any_of(norm.holders, [&](const core::RoleId& holder) {
        return covers(review, scope, holder, Place{});
    });
}

// The item's best pair tells its story: the first pair that was delivered, else the first of all.
Evidence item_evidence(const Pair& pair, double credit, double weight) {
    const bool on_the_table = pair.outcome == Outcome::delivered;
    Evidence found = evidence(pair);
    found.finding = on_the_table ? Finding::on_the_table : Finding::kept_off_the_table;
    found.credit = credit;
    found.weight = weight;
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

// Adds up what was earned of what could be; a number tells of each part what it rests on when
// somebody will read that.
class Sum {
public:
    Sum(const Review& review, Indicator& indicator) : review_(review), indicator_(indicator) {}

    template <class Tell>
    void add(double credit, double weight, Tell tell) {
        part_ += weight * credit;
        whole_ += weight;
        ++indicator_.opportunities;
        if (review_.tells) indicator_.evidence.push_back(tell(credit, weight));
    }
    void add(double credit, const Pair& pair) {
        add(credit, weight(pair), [&](double, double) {
            Evidence found = evidence(pair);
            found.credit = credit;
            return found;
        });
    }
    std::optional<double> value() const { return percentage(part_, whole_); }

private:
    const Review& review_;
    Indicator& indicator_;
    double part_ = 0, whole_ = 0;
};

}  // namespace

// The pairs of one item stand together, as the norms do.
Indicator unique_information(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s1, .scope = scope};
    Sum sum(review, indicator);
    for (auto from = review.pairs.begin(); from != review.pairs.end();) {
        const core::Item* item = from->norm->item;
        const auto to = std::find_if(from, review.pairs.end(),
                                     [&](const Pair& pair) { return pair.norm->item != item; });
        const auto first = std::find_if(from, to, is_unique);
        if (first != to && any_holder_in(review, scope, *from->norm)) {
            const auto delivered = std::find_if(first, to, [](const Pair& pair) {
                return is_unique(pair) && pair.outcome == Outcome::delivered;
            });
            const Pair& best = delivered == to ? *first : *delivered;
            sum.add(delivered == to ? 0 : 1, weight(*item), [&](double credit, double weight) {
                return item_evidence(best, credit, weight);
            });
        }
        from = to;
    }
    indicator.value = sum.value();
    return indicator;
}

Indicator needs_met(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s2, .scope = scope};
    Sum sum(review, indicator);
    for (const Pair& pair : review.pairs) {
        if (counts_in(review, scope, pair)) sum.add(credit(pair.outcome), pair);
    }
    indicator.value = sum.value();
    return indicator;
}

Indicator in_time(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s3, .scope = scope};
    Sum sum(review, indicator);
    for (const Pair& pair : review.pairs) {
        if (!has_come(pair) || !pair.came->share) continue;
        if (!covers(review, scope, pair.came->share->giver, pair.came->place)) continue;
        sum.add(pair.timeliness, pair);
    }
    indicator.value = sum.value();
    return indicator;
}

}  // namespace casustafel::score
