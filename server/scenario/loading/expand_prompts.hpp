#pragma once
// Inside loading only: the prompts of a case as they open. One that an author writes for each round
// or each decision becomes one for each, with an id of its own; a scale, roles and people become
// options; what the moment implies is filled in.
#include "server/scenario/reading/case_file.hpp"

namespace casustafel::scenario {

// `scenario` holds all else of the case already, rounds included.
std::vector<core::Prompt> prompts_of(const CaseFile&, const core::Scenario& scenario);

}  // namespace casustafel::scenario
