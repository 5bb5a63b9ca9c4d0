#pragma once
// The trainer's corrections of the score, during the session and after it: what was a slip, or went
// otherwise in the room, is left out with a reason, and can be counted again. It shows no score.
#include <optional>

#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// What a correction of this thing is about; nothing when it is no part of the score.
std::optional<v1::CorrectionTarget> correctable(const v1::Entity& entity);
bool is_left_out(const Panel& panel, const v1::CorrectionTarget& target);

// "Telt niet mee in de score…" at the end of a row, or that it is left out already; cut off the
// row's right. It opens the window on this thing.
void draw_correction_link(Panel& panel, Rect& row, const v1::Entity& entity,
                          CorrectionsState& state);

// Cuts the way in off the right of the controls where there is room; else the menu has it.
void draw_correction_control(Panel& panel, Rect& row, TrainerState& state);

// Call while `state.open`.
void draw_corrections(Panel& panel, CorrectionsState& state);

}  // namespace casustafel::ui
