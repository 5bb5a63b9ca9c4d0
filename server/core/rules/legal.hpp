#pragma once
// Inside core only. What the clock asks of the legal steps.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// What this person answers when asked for consent: as before, else by the scenario; no when it says
// nothing.
bool consent_answer(const State&, const PersonId&, const std::string& scope);

// Every answer that somebody still waits for, and when it comes.
struct ConsentDue {
    std::int64_t at_sim_ms = 0;
    ConsentRecorded answer;
};
std::vector<ConsentDue> consents_due(const State&);

}  // namespace casustafel::core
