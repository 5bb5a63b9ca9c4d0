#include "server/score/headings.hpp"

#include <cmath>

#include "server/score/indicator_rows.hpp"

namespace casustafel::score {
namespace {

// A weighted mean. A term without a value drops out with its weight.
class Mean {
public:
    void add(double weight, const std::optional<double>& value) {
        if (!value) return;
        sum_ += weight * *value;
        weight_ += weight;
        ++terms_;
    }
    std::optional<double> value() const {
        if (weight_ <= 0) return std::nullopt;
        return sum_ / weight_;
    }
    int terms() const { return terms_; }

private:
    double sum_ = 0;
    double weight_ = 0;
    int terms_ = 0;
};

using Value = std::optional<double>;

Value of(const TeamValues& team, IndicatorId id) { return team[static_cast<std::size_t>(id)]; }

Value arrived(const TeamValues& team, const core::ScoreWeights& weights) {
    const Value s2 = of(team, IndicatorId::s2);
    const Value s3 = of(team, IndicatorId::s3);
    Mean mean;
    mean.add(weights.s1, of(team, IndicatorId::s1));
    mean.add(weights.s2, s2);
    if (s2 && s3) mean.add(weights.s3, *s2 * *s3 / 100);
    return mean.value();
}

Value careful(const TeamValues& team, const core::ScoreWeights& weights) {
    Mean mean;
    mean.add(weights.s4, of(team, IndicatorId::s4));
    mean.add(weights.s5, of(team, IndicatorId::s5));
    mean.add(weights.s6, of(team, IndicatorId::s6));
    return mean.value();
}

// Has a value when at least four of its indicators have one, or when the bridge and the decisions
// have.
Value cooperation(const TeamValues& team, const core::ScoreWeights& weights) {
    constexpr int enough = 4;
    Mean mean;
    for (const IndicatorRow& row : indicator_rows) {
        if (row.part == Part::cooperation) mean.add(weights.*row.weight, of(team, row.id));
    }
    const bool essential = of(team, IndicatorId::c3) && of(team, IndicatorId::c5);
    return mean.terms() >= enough || essential ? mean.value() : std::nullopt;
}

}  // namespace

Headings headings(const TeamValues& team, const core::ScoreWeights& weights) {
    Headings both;
    both.arrived = arrived(team, weights);
    both.careful = careful(team, weights);
    both.sharing.value = both.arrived;
    if (both.arrived && both.careful) both.sharing.value = std::sqrt(*both.arrived * *both.careful);
    if (!both.arrived) both.sharing.value = std::nullopt;
    both.cooperation.value = cooperation(team, weights);
    return both;
}

}  // namespace casustafel::score
