#pragma once
// News: what changed in a view, as one sentence each.
#include <string>

#include "client/console/said/printer.hpp"
#include "client/model/client.hpp"

namespace casustafel::console {

// One sentence about what changed; nothing for what needs no telling. `own_role` is the reader's
// role, empty for a trainer: what one did oneself is not told again.
void tell_change(const Printer&, const model::Model&, const model::View&, const model::Change&,
                 const std::string& own_role);

}  // namespace casustafel::console
