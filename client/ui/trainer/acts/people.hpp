#pragma once
// The people of an exercise, as a trainer decides about them: who is here, what each is called, who
// may come in, who asks for which seat while the case runs, and who is sent away, which is asked
// first.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/people_state.hpp"

namespace casustafel::ui {

// Call while `state.open`.
void draw_people(Panel& panel, PeopleState& state);
// Whether to send somebody away; call while `state.away_asked` is set.
void draw_away_question(Panel& panel, PeopleState& state);

// The oldest wish for a seat, cut off the top of the screen as long as there is one.
void draw_seat_wishes(Panel& panel, Rect& screen, PeopleState& state);

}  // namespace casustafel::ui
