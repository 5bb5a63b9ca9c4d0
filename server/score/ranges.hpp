#pragma once
// What the numbers of a session become when one act is left out (README.md §headings, the range
// beside a value). A session is not scored again for each act: an act touches some needs, the
// requests about its subject and some roles, and only rows that say they read its kind are worked
// out again, for those roles.
#include <optional>
#include <set>
#include <vector>

#include "server/score/indicator_rows.hpp"

namespace casustafel::score {

using Values = std::vector<std::optional<double>>;

// One number of a score: a row at one scope.
struct Line {
    const IndicatorRow* row = nullptr;
    Scope scope;
};

// Gives the numbers of team, tables and roles, in the order in which a score lists them.
std::vector<Line> lines_of(const core::Scenario&);

// Works all of them out, each nothing below the minimum of opportunities.
Values values_of(const std::vector<Line>&, const Review&, const Options&);

// Tries a session without single acts. What it is given must outlive it.
class Trials {
public:
    Trials(const Review& whole, const std::vector<Topic>&, const std::vector<Line>&, Values,
           const Options&);

    // Gives the numbers of the session without this act.
    Values without(const Act&) const;

private:
    class Trial;

    const Review& whole_;
    const std::vector<Topic>& topics_;
    const std::vector<Line>& lines_;
    Values values_;
    Options options_;
};

// Puts beside every number what it becomes without any single event.
void add_ranges(Score&, const Review& whole, const std::vector<Topic>&, const Options&);

}  // namespace casustafel::score
