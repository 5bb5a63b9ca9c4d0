#pragma once
// What goes with each kind of condition: a person, a subject, an age. Cases and rules packs are
// held to the same.
#include <string>

#include "server/core/values/scenario.hpp"
#include "server/scenario/reading/findings.hpp"

namespace casustafel::scenario {

// Reports what is missing or too much beside this kind of condition.
void check_condition_shape(const core::Condition&, Findings&, const std::string& path);

}  // namespace casustafel::scenario
