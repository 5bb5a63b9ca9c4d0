#pragma once
// What must hold of a rules pack by itself: every code exists once, and no default rests on a basis
// that cannot be used. It knows no case.
#include <string>

#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/findings.hpp"

namespace casustafel::scenario {

// Everything about the pack; `name` is how a case refers to it, empty when unknown.
void lint_pack(const RulesFile&, Findings&, const std::string& name);

}  // namespace casustafel::scenario
