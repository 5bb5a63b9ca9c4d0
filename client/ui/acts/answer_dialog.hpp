#pragma once
// Answering a request: share an item, refuse with a reason, refer to somebody, or say one does not
// have it. All four are answers; none is presented as the right one.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Call while `state.answer.request` is set. Sharing goes on in the share dialog.
void draw_answer_dialog(Panel& panel, TableState& state);

extern const DraftKind answer_drafts;

}  // namespace casustafel::ui
