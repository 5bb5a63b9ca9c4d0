#pragma once
// What a trainer looks up between two interventions, behind one button: who has what and opened it,
// how far each meeting is, how the people of the case are doing, and the moments marked so far.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Call while `state.overview.open`.
void draw_overview(Panel& panel, TrainerState& state);

void draw_meetings(Panel& panel, Rect area, OverviewState& state);
void draw_tracks(Panel& panel, Rect area, OverviewState& state);
void draw_moments(Panel& panel, Rect area, OverviewState& state);

}  // namespace casustafel::ui
