#pragma once
// Who sits where, connected or not, with what waits for them, how busy they were in the last ten
// minutes, and what they did last. During a swap: who is ready.
#include <array>

#include "client/ui/happenings.hpp"
#include "client/ui/panel.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

void draw_trainer_seats(Panel& panel, Rect area, TrainerState& state,
                        const std::vector<Happening>& happened);
// What a trainer can do about one seat; call while `state.seat` is set.
void draw_seat_dialog(Panel& panel, TrainerState& state, const std::vector<Happening>& happened);

// Whether to take somebody from a seat; call while `state.release_asked` is set.
void draw_release_question(Panel& panel, TrainerState& state);

// Nobody plays it: no person, no computer, not the trainer.
bool is_empty(const v1::Role& role);
// The empty seats somebody could sit in.
std::vector<const v1::Role*> empty_seats(const Panel& panel);

// Puts the trainer in the place of a role; the view comes from the server.
void look_as(Panel& panel, TrainerState& state, const std::string& role);

// Requests to this role that wait for its answer.
int waiting_for(const Panel& panel, std::string_view role);
// Items it has and did not open.
int unread_by(const Panel& panel, std::string_view role);

// How many things each role did in each of the last ten real minutes, oldest first.
constexpr std::size_t activity_minutes = 10;
using Activity = std::array<int, activity_minutes>;
std::map<std::string_view, Activity> activity(const Panel& panel,
                                              const std::vector<Happening>& happened);

}  // namespace casustafel::ui
