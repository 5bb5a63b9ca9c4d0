#pragma once
// The prompts as the trainer leads them: which there are, asking them now, who answered, and
// afterwards what was chosen beside what was right. Participants never see this window.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Cuts the way in off the controls: a button, or how far everybody is while questions are open.
// Nothing when the case has none or there is no room.
void draw_prompt_control(Panel& panel, Rect& row, TrainerState& state);

// Call while `state.open`.
void draw_prompts(Panel& panel, PromptsState& state);
// Closing it before everybody answered; call while `state.close_asked`.
void draw_close_question(Panel& panel, PromptsState& state);

}  // namespace casustafel::ui
