#pragma once
// The answers to a question that this role asked, or what it was asked itself, in full as a dialog.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The answers to an own request, as a dialog; call while `state.requests.detail` is set.
void draw_request_detail(Panel& panel, TableState& state);

}  // namespace casustafel::ui
