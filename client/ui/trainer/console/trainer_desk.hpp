#pragma once
// The desk: the sessions on this server and the cases one can set up.
#include <string>

#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_desk(Panel& panel, TrainerState& state);

// What a session is called: by its card, else by its case.
std::string session_title(const Panel& panel, const v1::SessionEntry& session);
void open_session(Panel& panel, TrainerState& state, const std::string& code);

}  // namespace casustafel::ui
