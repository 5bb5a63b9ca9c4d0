#pragma once
// Forms of interventions and options: whether they can be filled in, and with what.
#include "server/scenario/lint/lint.hpp"

namespace casustafel::scenario {

// Reports a choice without choices, and choices of what is no choice.
void check_form(const Draft&, const std::vector<core::FormField>&, const std::string& path);

// Whether this can stand in this field; of free text nobody can say.
bool can_be_filled_in(const core::Scenario&, const core::FormField&, const std::string& value);

}  // namespace casustafel::scenario
