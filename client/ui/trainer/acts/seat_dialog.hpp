#pragma once
// What a trainer can do about one seat: whisper, look through it, stand in, give it to somebody or
// to the computer, or take somebody from it, which is asked first.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/happenings.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// What a trainer can do about one seat; call while `state.seat` is set.
void draw_seat_dialog(Panel& panel, TrainerState& state, const std::vector<Happening>& happened);

// Whether somebody takes the seat of another; call while `state.displace_asked` is set.
void draw_displace_question(Panel& panel, TrainerState& state);

// Whether to take somebody from a seat; call while `state.release_asked` is set.
void draw_release_question(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
