#pragma once
// Who sits where, connected or not, with what waits for them and what they did last.
#include "client/ui/happenings.hpp"
#include "client/ui/panel.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

void draw_trainer_seats(Panel& panel, Rect area, TrainerState& state,
                        const std::vector<Happening>& happened);
// What a trainer can do about one seat; call while `state.seat` is set.
void draw_seat_dialog(Panel& panel, TrainerState& state);

// Puts the trainer in the place of a role; the view comes from the server.
void look_as(Panel& panel, TrainerState& state, const std::string& role);

// Requests to this role that wait for its answer.
int waiting_for(const Panel& panel, std::string_view role);
int unread_by(const Panel& panel, std::string_view role);

}  // namespace casustafel::ui
