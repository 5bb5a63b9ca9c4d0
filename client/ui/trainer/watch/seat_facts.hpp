#pragma once
// What a trainer's parts know alike about a seat: whether anybody plays it, what waits for it, how
// busy it was. And putting the trainer in its place.
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/happenings.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Nobody plays it: no person, no computer, not the trainer.
bool is_empty(const v1::Role& role);
// The empty seats somebody could sit in.
std::vector<const v1::Role*> empty_seats(const Panel& panel);

// Requests to this role that wait for its answer.
int waiting_for(const Panel& panel, std::string_view role);
// When the first term of these ends; 0: none has one.
std::int64_t first_due(const Panel& panel, std::string_view role);
// Items it has and did not open.
int unread_by(const Panel& panel, std::string_view role);

// How many things each role did in each of the last ten real minutes, oldest first.
constexpr std::size_t activity_minutes = 10;
using Activity = std::array<int, activity_minutes>;
std::map<std::string_view, Activity> activity(const Panel& panel,
                                              const std::vector<Happening>& happened);

// Puts the trainer in the place of a role; the view comes from the server.
void look_as(Panel& panel, TrainerState& state, const std::string& role);

}  // namespace casustafel::ui
