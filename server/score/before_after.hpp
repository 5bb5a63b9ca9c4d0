#pragma once
// What people said of themselves and of each other, before and after: the scales of the
// questionnaire (README.md §before and after), and what somebody knew of the role that came next.
// No indicator reads any of it. Nothing is told of fewer people than may be told of.
#include <vector>

#include "server/core/families/record.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::score {

// With fewer than this nothing is told: a mean of four says too much of each.
inline constexpr std::size_t told_from = 5;
// A person's scale counts when this many of its questions were answered.
inline constexpr std::size_t answers_of_scale = 3;

struct Spread {
    std::size_t people = 0;
    double mean = 0, deviation = 0;  // of the people's own means; the population's
    bool told() const { return people >= told_from; }
};

struct ScaleChange {
    core::PromptMeasure measure{};
    Spread before, after;
    // Of those who answered both.
    Spread change;
};

// The questionnaires that some measure is asked in, the first as before and the last as after.
std::vector<ScaleChange> scale_changes(const core::Scenario&, const std::vector<core::Record>&);

struct PerspectiveGain {
    std::size_t people = 0;           // who answered both
    std::size_t questions = 0;        // that they answered both times
    std::size_t before = 0, after = 0;  // right answers
    bool told() const { return people >= told_from; }
};

// What was right about the role that a person got in the swap, before it and after having sat there.
PerspectiveGain perspective_gain(const core::Scenario&, const std::vector<core::Record>&);

}  // namespace casustafel::score
