#include "server/score/indicators.hpp"

namespace casustafel::score {

Reading reading(const core::Scenario& scenario, const Ledger& ledger,
                const std::vector<Norm>& norms) {
    // `pairs` points into the holdings, so they are put in place first and never moved afterwards:
    // a map keeps its nodes when it is moved.
    Reading read{scenario, ledger, Holdings(ledger), {}, {}};
    read.pairs = pairs(norms, ledger, read.holdings);
    read.questions = questions(scenario, ledger, read.holdings);
    return read;
}

bool covers(const core::Scenario& scenario, const Scope& scope, const core::RoleId& role) {
    switch (scope.level) {
        case Level::team: return true;
        case Level::role: return role == scope.role;
        case Level::table: break;
    }
    return table_of(scenario, role) == scope.table;
}

const core::TableId& table_of(const core::Scenario& scenario, const core::RoleId& role) {
    static const core::TableId none;
    const core::Role* found = core::find(scenario, role);
    return found ? found->table : none;
}

const core::TableId* home(const core::Scenario& scenario, const core::Item& item) {
    const core::TableId* table = nullptr;
    for (const core::RoleId& holder : item.holders) {
        const core::TableId& here = table_of(scenario, holder);
        if (table && *table != here) return nullptr;
        table = &here;
    }
    return table;
}

std::optional<double> percentage(double part, double whole) {
    if (whole <= 0) return std::nullopt;
    return 100 * part / whole;
}

}  // namespace casustafel::score
