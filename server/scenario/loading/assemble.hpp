#pragma once
// A case and its rules pack put together as the one core::Scenario that every other room plays.
// Both may still hold mistakes; lint says which.
#include "server/scenario/reading/case_file.hpp"

namespace casustafel::scenario {

// The case with the pack's bases, and its defaults expanded into the grants of every item that
// takes them, behind the author's own.
core::Scenario assemble(const CaseFile&, const RulesFile&);

}  // namespace casustafel::scenario
