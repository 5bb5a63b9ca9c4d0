#pragma once
// Inside core only. What other families ask of sharing and asking.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// When the term of a question put now ends for this addressee.
std::int64_t term_end(const Scenario&, const Role& asker, const RoleId& asked, std::int64_t sim_ms);

}  // namespace casustafel::core
