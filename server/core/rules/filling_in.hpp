#pragma once
// Inside core only: what was filled in on a form of the scenario.
#include <optional>
#include <vector>

#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Why these answers do not fit the form, or nothing: a field that is not there, one that is named
// twice or left open, a choice, person or role that does not exist.
std::optional<Rejection> cannot_fill_in(const Act&, const std::vector<FormField>&,
                                        const std::vector<FilledIn>&);

// The answers in the order of the form, without empty ones.
std::vector<FilledIn> in_order(const std::vector<FormField>&, const std::vector<FilledIn>&);

}  // namespace casustafel::core
