#pragma once
// Inside core only: the answers to interventions that are on their way.
#include <vector>

#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// The answer that comes by itself, and when.
struct ReplyDue {
    std::int64_t at_sim_ms = 0;
    InterventionAnswered answer;
};

std::vector<ReplyDue> replies_due(const State&);

}  // namespace casustafel::core
