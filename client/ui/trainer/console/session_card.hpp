#pragma once
// The card of a session at the desk: what it is called, when and for whom, and notes; and what is
// done with the session as a whole: prepared, copied, put away, taken back, deleted.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// A session that is there, or one to be made of this case.
void open_card(SessionCardState& state, const v1::SessionEntry& session);
void open_new_card(SessionCardState& state, const std::string& scenario);

// Call while `state.open`.
void draw_session_card(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
