#pragma once
// Inside core only. What the clock asks of the legal steps.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// What this person answers when asked for consent, by the scenario; no when it
// says nothing.
ConsentRecorded consent_answer(const State&, const PersonId&, const std::string& scope);

}  // namespace casustafel::core
