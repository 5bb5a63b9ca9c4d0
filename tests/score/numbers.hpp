#pragma once
// What the tests of the score ask again and again.
#include <gtest/gtest.h>

#include "server/score/score.hpp"
#include "tests/support/cases/stage.hpp"

namespace casustafel::score {

using namespace support;
using core::Form;
using core::Purpose;

// The whole score without ranges, every number shown however few opportunities it has.
inline Score all_numbers(const core::Scenario& scenario, const std::vector<core::Record>& log) {
    return score(scenario, log, {.minimum_opportunities = 0, .ranges = false});
}

// The team's number; -1 when there is nothing to say.
inline double number(const Score& score, IndicatorId id) {
    return team(score, id).value.value_or(-1);
}

inline double number(const core::Scenario& scenario, const std::vector<core::Record>& log,
                     IndicatorId id) {
    return number(all_numbers(scenario, log), id);
}

inline const Indicator& of_role(const Score& score, IndicatorId id, const std::string& role) {
    for (const Indicator& indicator : score.roles) {
        if (indicator.id == id && indicator.scope.role.value == role) return indicator;
    }
    ADD_FAILURE() << "no such indicator for " << role;
    return score.roles.front();
}

inline const Indicator& of_table(const Score& score, IndicatorId id, const std::string& table) {
    for (const Indicator& indicator : score.tables) {
        if (indicator.id == id && indicator.scope.table.value == table) return indicator;
    }
    ADD_FAILURE() << "no such indicator for " << table;
    return score.tables.front();
}

// The small case with these items.
inline core::Scenario case_with(std::vector<core::Item> items) {
    core::Scenario made = small_case();
    made.items = std::move(items);
    return made;
}

// An item that VT holds and OVJ needs by minute 100 as a conclusion; anybody may have it in any
// form.
inline core::Item needed_by_ovj(const std::string& id = "i1", int sensitivity = 2) {
    core::Item made = item(id, {"VT"}, sensitivity);
    made.needs = {need("OVJ", 100)};
    made.grants = {grant({})};
    return made;
}

}  // namespace casustafel::score
