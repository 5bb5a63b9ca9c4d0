#include "server/score/review.hpp"

#include "server/core/values/clock.hpp"

namespace casustafel::score {

Review review_of(const core::Scenario& scenario, const Ledger& ledger,
                 const std::vector<Norm>& norms, const std::vector<Topic>& topics) {
    // `pairs` points into the holdings, so they are put in place first and never moved afterwards:
    // a map keeps its nodes when it is moved.
    Review review{scenario, ledger, Holdings(ledger), {}, {}};
    review.pairs = pairs(norms, ledger, review.holdings);
    for (const Topic& topic : topics) {
        for (Question& one : questions(scenario, topic, ledger, review.holdings))
            review.questions.push_back(std::move(one));
    }
    put_in_order(review.questions);
    return review;
}

namespace {

template <class Moment>
bool covers_at(const Review& review, const Scope& scope, const core::RoleId& role, Moment moment) {
    switch (scope.level) {
        case Level::team: return true;
        case Level::role: return role == scope.role;
        case Level::table: return table_of(*review.ledger.surroundings, role) == scope.table;
        case Level::participant: break;
    }
    return sitting(review.ledger, role, moment).participant == scope.participant;
}

}  // namespace

bool covers(const Review& review, const Scope& scope, const core::RoleId& role,
            const Place& place) {
    return covers_at<const Place&>(review, scope, role, place);
}

bool covers(const Review& review, const Scope& scope, const core::RoleId& role,
            std::int64_t sim_ms) {
    return covers_at(review, scope, role, sim_ms);
}

bool is_mostly_stand_in(const Review& review, const core::RoleId& role) {
    const auto found = review.ledger.surroundings->sittings.find(role);
    if (found == review.ledger.surroundings->sittings.end()) return false;
    const auto& sittings = found->second;
    std::int64_t played = 0, all = 0;
    for (std::size_t at = 0; at < sittings.size(); ++at) {
        const bool last = at + 1 == sittings.size();
        const std::int64_t until = last ? review.ledger.end_sim_ms : sittings[at + 1].from_sim_ms;
        const std::int64_t length =
            core::running_between(review.scenario, sittings[at].from_sim_ms, until);
        all += length;
        if (is_stand_in(sittings[at])) played += length;
    }
    return 2 * played > all;
}

std::optional<double> percentage(double part, double whole) {
    if (whole <= 0) return std::nullopt;
    return 100 * part / whole;
}

}  // namespace casustafel::score
